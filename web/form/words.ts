import type { Language } from '../../shared/domain/language.ts';

/** Our own words on the pages; questions and titles come from the config. */
export interface Words {
  readonly required: string;
  readonly optional: string;
  readonly noAnswer: string;
  readonly cannotSay: string;
  readonly severalAllowed: string;
  readonly atMost: (max: number) => string;
  readonly rankHint: string;
  readonly commentLimit: (max: number) => string;
  readonly contactLegend: string;
  readonly contactHint: string;
  readonly send: string;
  readonly next: string;
  readonly back: string;
  readonly keep: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly onlyIf: (condition: string) => string;
  readonly errorPrefix: string;
  readonly errorTitle: string;
  readonly notSentTitle: string;
  readonly notSentText: string;
  readonly almost: string;
  readonly leaveEmpty: string;
  readonly thanksTitle: string;
  readonly thanksText: string;
  readonly receipt: string;
  readonly statusLink: string;
  readonly statusHint: (days: number) => string;
  readonly missingTitle: string;
  readonly missingText: string;
}

/** The name of each language in itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '简体中文' };

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    required: 'required',
    optional: 'optional',
    noAnswer: 'No answer',
    cannotSay: 'Cannot say',
    severalAllowed: 'Choose all that apply.',
    atMost: (max) => `Choose ${max} at most.`,
    rankHint: '1 is the first place. Those that matter less to you can be left without one.',
    commentLimit: (max) => `Up to ${max.toLocaleString('en')} characters.`,
    contactLegend: 'May we get back to you?',
    contactHint: 'Leave this empty to stay anonymous. We write to you only about what you tell us here, and only if you agree.',
    send: 'Send',
    next: 'Next',
    back: 'Back',
    keep: 'Save and go on later',
    pageOf: (page, pages) => `Page ${page} of ${pages}`,
    onlyIf: (condition) => `Asked only if: ${condition}`,
    errorPrefix: 'Please check',
    errorTitle: 'Nothing has been sent yet. Please check:',
    notSentTitle: 'That did not reach us.',
    notSentText: 'The fault is ours. What you wrote is still here: please wait a moment and send it again.',
    almost: 'Almost done: nothing has been sent yet. Please look through it and send it from here.',
    leaveEmpty: 'Please leave this empty',
    thanksTitle: 'Thank you. We have it.',
    thanksText: 'Your words have been received, and nothing more is needed from you.',
    receipt: 'Your receipt',
    statusLink: 'See how it stands',
    statusHint: (days) => `Keep this link: for ${days} days it shows you what has become of it.`,
    missingTitle: 'There is no form here.',
    missingText: 'The address may have been cut short or mistyped. Please open the link or scan the code again.',
  },
  'zh-Hans': {
    required: '必填',
    optional: '选填',
    noAnswer: '不作答',
    cannotSay: '无法回答',
    severalAllowed: '可多选。',
    atMost: (max) => `最多可选 ${max} 项。`,
    rankHint: '“1”为第一位。不太看重的项目可以不排。',
    commentLimit: (max) => `最多 ${max} 字。`,
    contactLegend: '需要我们回复您吗？',
    contactHint: '如希望匿名，请留空。只有经您同意，我们才会就此事与您联系。',
    send: '提交',
    next: '下一页',
    back: '上一页',
    keep: '保存，稍后继续',
    pageOf: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    onlyIf: (condition) => `仅在以下情况提问：${condition}`,
    errorPrefix: '请检查',
    errorTitle: '尚未提交，请检查以下内容：',
    notSentTitle: '提交未成功。',
    notSentText: '这是我们的问题。您填写的内容仍在，请稍候再次提交。',
    almost: '还差一步：目前尚未提交。请核对以下内容，然后在本页提交。',
    leaveEmpty: '此处请留空',
    thanksTitle: '谢谢您，我们已收到。',
    thanksText: '您的反馈已送达，无需其他操作。',
    receipt: '回执号',
    statusLink: '查看处理进展',
    statusHint: (days) => `请保存此链接，${days} 天内可随时查看处理进展。`,
    missingTitle: '这里没有问卷。',
    missingText: '网址可能不完整或有误，请重新打开链接或再次扫码。',
  },
};
