import { type Fragment, Html, html } from '../../shared/domain/html.ts';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import { STYLE } from './style.ts';
import type { View } from './view.ts';
import { LANGUAGE_NAMES } from './words.ts';

export interface Frame {
  readonly language: Language;
  readonly title: string;
  readonly brand: string;
  readonly content: Html;
  /** Where a page needs more than the form's style; its headers must name the same text. */
  readonly style?: string | undefined;
  /** Of a form, which `/form.js` makes more of where scripts run; without it the page has none. */
  readonly view?: View | undefined;
  /** Address of the same page in a language; without it no other language is offered. */
  readonly inLanguage?: ((language: Language) => string) | undefined;
}

/** Primary subtags of languages that are written from right to left. */
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

/** Which way a language tag's script runs. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr');

/**
 * The whole page around a content, with one style, which the content security policy names by its hash, and at most our one script. Inside of another
 * page there is no header: whose form it is and in which language is said around it.
 */
export function framed({ language, title, brand, content, inLanguage, view, style = STYLE }: Frame): string {
  const isPage = view === undefined || view === 'page';
  const page = html`<!doctype html>
<html lang="${language}"${directionOf(language) === 'rtl' && html` dir="rtl"`}${view === 'frame' && html` class="framed"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Html(style)}</style>${view !== undefined && view !== 'widget' && html`<script type="module" src="/form.js"></script>`}
</head>
<body>
${
  isPage &&
  html`<header><span class="brand">${brand}</span>${inLanguage && languageLinks(language, inLanguage)}</header>
`
}<main><div class="sheet">${content}</div></main>
</body>
</html>
`;
  return page.text;
}

const languageLinks = (current: Language, inLanguage: (language: Language) => string): Fragment =>
  LANGUAGES.filter((language) => language !== current).map(
    (language) => html`<a href="${inLanguage(language)}" hreflang="${language}" lang="${language}">${LANGUAGE_NAMES[language]}</a>`,
  );
