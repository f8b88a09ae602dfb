import { html } from '../../shared/domain/html.ts';
import type { Language } from '../../shared/domain/language.ts';
import { framed } from '../form/frame.ts';
import { messagePage } from '../status/message.ts';
import { STATUS_STYLE } from '../status/style.ts';

interface UnsubscribeWords {
  readonly title: string;
  readonly text: string;
  readonly press: string;
  readonly doneTitle: string;
  readonly doneText: string;
}

const WORDS: Readonly<Record<Language, UnsubscribeWords>> = {
  en: {
    title: 'No more mails of this kind?',
    text: 'Press the button, and we write to you only to answer what you tell us: no greetings, no questions afterwards whether all is well. Opening this page has changed nothing.',
    press: 'Stop these mails',
    doneTitle: 'Done. We do not send you such mails any more.',
    doneText: 'When you tell us something, you still get our answer to it.',
  },
  'zh-Hans': {
    title: '不再接收此类邮件？',
    text: '按下按钮后，我们只在答复您的反馈时给您写信，不再发送问候，也不再发送回访。仅打开本页面，不会作出任何更改。',
    press: '停止接收',
    doneTitle: '已办妥，今后不再向您发送此类邮件。',
    doneText: '如果您向我们反馈问题，仍会收到我们的答复。',
  },
};

interface UnsubscribePage {
  readonly language: Language;
  readonly brand: string;
}

/** Asks before anything changes: mail scanners open every link. */
export function unsubscribePage({ language, brand }: UnsubscribePage): string {
  const words = WORDS[language];
  return framed({
    language,
    brand,
    title: `${words.title} – ${brand}`,
    style: STATUS_STYLE,
    inLanguage: (other) => `?lang=${other}`,
    content: html`<h1>${words.title}</h1><p class="lead">${words.text}</p>
<form method="post" accept-charset="utf-8"><input type="hidden" name="language" value="${language}"><button type="submit">${words.press}</button></form>`,
  });
}

/** After it was done: the same whoever it was, and however often. */
export const unsubscribedPage = ({ language, brand }: UnsubscribePage): string =>
  messagePage({ language, brand, title: WORDS[language].doneTitle, text: WORDS[language].doneText });
