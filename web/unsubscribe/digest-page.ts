import { type Html, html } from '../../shared/domain/html.ts';
import type { Language } from '../../shared/domain/language.ts';
import { messagePage } from '../status/message.ts';

interface DigestEndWords {
  readonly title: string;
  text(digest: string): string;
  readonly press: string;
  readonly endedTitle: string;
  endedText(digest: string): string;
  readonly again: string;
  readonly resumedTitle: string;
  resumedText(digest: string): string;
}

const WORDS: Readonly<Record<Language, DigestEndWords>> = {
  en: {
    title: 'No more of this digest?',
    text: (digest) =>
      `Press the button, and the digest “${digest}” is not sent to you any more. Other digests go on as they are. Opening this page has changed nothing.`,
    press: 'Stop this digest',
    endedTitle: 'Done. This digest is not sent to you any more.',
    endedText: (digest) => `You still stand in the list of the digest “${digest}”, and get it again when you press here.`,
    again: 'Send it to me again',
    resumedTitle: 'Done. You get this digest again.',
    resumedText: (digest) => `The next “${digest}” is sent to you.`,
  },
  'zh-Hans': {
    title: '不再接收此简报？',
    text: (digest) => `按下按钮后，简报“${digest}”将不再发送给您，其他简报不受影响。仅打开本页面，不会作出任何更改。`,
    press: '停止接收',
    endedTitle: '已办妥，此简报不再发送给您。',
    endedText: (digest) => `您仍在简报“${digest}”的收件人名单中，如需恢复，请按下方按钮。`,
    again: '恢复接收',
    resumedTitle: '已办妥，您将重新收到此简报。',
    resumedText: (digest) => `下一期“${digest}”将发送给您。`,
  },
};

interface DigestEndPage {
  readonly language: Language;
  readonly brand: string;
  /** Id of the digest, as the config names it. */
  readonly digest: string;
}

/** Asks before anything changes: mail scanners open every link. */
export function digestEndPage({ language, brand, digest }: DigestEndPage): string {
  const { title, text, press } = WORDS[language];
  return messagePage({ language, brand, title, text: text(digest), below: button(language, press, 'end') });
}

/** After it was ended: the same however often. It can be taken up again here: nobody else knows how. */
export function digestEndedPage({ language, brand, digest }: DigestEndPage): string {
  const { endedTitle, endedText, again } = WORDS[language];
  return messagePage({ language, brand, title: endedTitle, text: endedText(digest), below: button(language, again, 'resume') });
}

export function digestResumedPage({ language, brand, digest }: DigestEndPage): string {
  const { resumedTitle, resumedText } = WORDS[language];
  return messagePage({ language, brand, title: resumedTitle, text: resumedText(digest) });
}

const button = (language: Language, press: string, what: 'end' | 'resume'): Html =>
  html`<form method="post" accept-charset="utf-8"><input type="hidden" name="language" value="${language}"><input type="hidden" name="digest" value="${what}"><button type="submit">${press}</button></form>`;
