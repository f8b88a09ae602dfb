import { type Fragment, Html, html } from '../../shared/domain/html.ts';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import { STYLE } from './style.ts';
import { LANGUAGE_NAMES } from './words.ts';

export interface Frame {
  readonly language: Language;
  readonly title: string;
  readonly brand: string;
  readonly content: Html;
  /** Where a page needs more than the form's style; its headers must name the same text. */
  readonly style?: string | undefined;
  /** Address of the same page in a language; without it no other language is offered. */
  readonly inLanguage?: ((language: Language) => string) | undefined;
}

/** The whole page around a content: no script, one style, which the content security policy names by its hash. */
export function framed({ language, title, brand, content, inLanguage, style = STYLE }: Frame): string {
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<header><span class="brand">${brand}</span>${inLanguage && languageLinks(language, inLanguage)}</header>
<main><div class="sheet">${content}</div></main>
</body>
</html>
`;
  return page.text;
}

const languageLinks = (current: Language, inLanguage: (language: Language) => string): Fragment =>
  LANGUAGES.filter((language) => language !== current).map(
    (language) => html`<a href="${inLanguage(language)}" hreflang="${language}" lang="${language}">${LANGUAGE_NAMES[language]}</a>`,
  );
