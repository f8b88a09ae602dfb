import { type Html, html } from '../../shared/domain/html.ts';
import type { Language } from '../../shared/domain/language.ts';
import { framed } from '../form/frame.ts';
import { STATUS_STYLE } from './style.ts';
import { STATUS_WORDS } from './words.ts';

interface Message {
  readonly language: Language;
  readonly brand: string;
  readonly title: string;
  readonly text: string;
  /** What may be done about it. */
  readonly below?: Html | undefined;
}

/** A page that only says something. */
export const messagePage = ({ language, brand, title, text, below }: Message): string =>
  framed({
    language,
    brand,
    title: `${title} – ${brand}`,
    style: STATUS_STYLE,
    inLanguage: (other) => `?lang=${other}`,
    content: html`<h1>${title}</h1><p class="lead">${text}</p>${below}`,
  });

/** For a link that opens nothing: expired, or never one of ours. */
export function deadLinkPage(status: 'expired' | 'invalid', validDays: number, language: Language, brand: string): string {
  const words = STATUS_WORDS[language];
  const text = status === 'expired' ? words.expiredText(validDays) : words.invalidText;
  return messagePage({ language, brand, title: status === 'expired' ? words.expiredTitle : words.invalidTitle, text });
}
