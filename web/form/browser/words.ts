import type { Language } from '../../../shared/domain/language.ts';
import { languageOf } from './language-of.ts';

/** What the form says beside what the server says; it can say it without a network. */
export interface BrowserWords {
  readonly sending: string;
  readonly keptHint: (days: number) => string;
  readonly forget: string;
  readonly forgotten: string;
  readonly resumed: string;
  readonly tooLong: (over: number) => string;
  readonly waitingTitle: string;
  readonly waitingText: string;
  readonly waitingBusy: string;
  readonly waitingKept: string;
  readonly waitingOpen: string;
  readonly turnFailed: string;
  readonly nextTry: (seconds: number) => string;
  readonly tryNow: string;
  readonly sentElsewhere: string;
  readonly sentBefore: (receipt: string) => string;
  readonly refused: string;
  readonly refusedBefore: string;
  readonly loadFailed: string;
  readonly anew: string;
}

export const BROWSER_WORDS: Readonly<Record<Language, BrowserWords>> = {
  en: {
    sending: 'Sending …',
    keptHint: (days) =>
      `Until you send it, what you fill in is kept in this browser only, for ${days} days at most. Your name and address are not kept.`,
    forget: 'Delete what I filled in',
    forgotten: 'It has been deleted from this browser.',
    resumed: 'This is what you had filled in. It has not been sent yet.',
    tooLong: (over) => `This is ${over.toLocaleString('en')} characters too long to be sent. Please shorten it; nothing of it is lost.`,
    waitingTitle: 'It has not been sent yet.',
    waitingText: 'There is no connection to us at the moment.',
    waitingBusy: 'We cannot take it at the moment. The fault is ours.',
    waitingKept:
      'All you filled in, with your name and address if you gave them, is kept in this browser. It is sent by itself as soon as that is possible: while this page is open, or when you next open it.',
    waitingOpen: 'Please keep this page open: it is sent by itself as soon as that is possible, but this browser keeps nothing for us.',
    turnFailed: 'The next page could not be fetched. All you filled in is still here.',
    nextTry: (seconds) =>
      seconds < 90 ? `Trying again in about ${seconds} seconds.` : `Trying again in about ${Math.round(seconds / 60)} minutes.`,
    tryNow: 'Try now',
    sentElsewhere: 'It has been sent from another window.',
    sentBefore: (receipt) => `What you filled in last time had not reached us. Now it has: your receipt is ${receipt}.`,
    refused:
      'This could not be taken as it is. All you filled in is still here: please copy what matters to you, then open the form again.',
    refusedBefore: 'What you filled in last time could not be taken any more. Here it is, for you to copy:',
    loadFailed: 'The form could not be loaded.',
    anew: 'Open the form anew',
  },
  'zh-Hans': {
    sending: '正在提交……',
    keptHint: (days) => `提交之前，您填写的内容仅保存在此浏览器中，最长 ${days} 天。您的称呼和邮箱不会保存。`,
    forget: '删除我填写的内容',
    forgotten: '已从此浏览器中删除。',
    resumed: '已恢复您先前填写的内容，目前尚未提交。',
    tooLong: (over) => `内容超出 ${over} 字，无法提交。请适当删减；已填写的内容不会丢失。`,
    waitingTitle: '目前尚未提交。',
    waitingText: '暂时无法连接到我们。',
    waitingBusy: '我们暂时无法接收，这是我们的问题。',
    waitingKept:
      '您填写的全部内容（包括您留下的称呼和邮箱）已保存在此浏览器中。一旦恢复，就会自动提交：在本页打开期间，或您下次打开本页时。',
    waitingOpen: '请不要关闭本页：一旦恢复就会自动提交，但此浏览器不允许我们保存任何内容。',
    turnFailed: '未能打开下一页。您填写的内容仍在。',
    nextTry: (seconds) => (seconds < 90 ? `约 ${seconds} 秒后重试。` : `约 ${Math.round(seconds / 60)} 分钟后重试。`),
    tryNow: '立即重试',
    sentElsewhere: '已在另一个窗口中提交。',
    sentBefore: (receipt) => `您上次填写的内容当时未能送达，现已提交成功，回执号：${receipt}。`,
    refused: '未能接收您提交的内容。您填写的内容仍在：请复制需要保留的部分，然后重新打开问卷。',
    refusedBefore: '您上次填写的内容已无法接收。内容如下，您可以复制：',
    loadFailed: '未能加载问卷。',
    anew: '重新打开问卷',
  },
};

/** By a page's language tag. */
export const wordsFor = (language: string): BrowserWords => BROWSER_WORDS[languageOf(language)];
