import { type Html, html, when } from '../../shared/domain/html.ts';
import type { Language, Localized } from '../../shared/domain/language.ts';
import { WORDS } from './words.ts';

/** What a question is drawn with: what was typed before, and what is wrong with it, by field name. */
export interface Drawing {
  readonly language: Language;
  readonly typed: URLSearchParams;
  readonly errors: ReadonlyMap<string, string>;
}

/** Where the error summary points: the first thing of a field that can be operated. */
export const anchorOf = (field: string) => `q-${field.replaceAll('.', '-')}`;

export const mark = (isRequired: boolean, { language }: Drawing): Html =>
  html`<span class="mark">(${isRequired ? WORDS[language].required : WORDS[language].optional})</span>`;

export const error = (field: string, { errors }: Drawing): Html | undefined =>
  errors.has(field) ? html`<p class="error" id="${anchorOf(field)}-error">${errors.get(field)}</p>` : undefined;

export const hintOf = (field: string, hint: Localized | undefined, { language }: Drawing): Html | undefined =>
  hint && html`<p class="hint" id="${anchorOf(field)}-hint">${hint[language]}</p>`;

/** A group of boxes or buttons carries its hint and its error as a description: no single one of them is wrong. */
export function group(field: string, { errors }: Drawing, hint?: Localized): Html | undefined {
  const isWrong = errors.has(field);
  const ids = [hint && `${anchorOf(field)}-hint`, isWrong ? `${anchorOf(field)}-error` : undefined].filter((id) => id !== undefined);
  if (ids.length === 0) return undefined;
  return html`${isWrong && html` class="has-error"`} aria-describedby="${ids.join(' ')}"`;
}

export function described(field: string, { errors }: Drawing, hint?: string): Html | undefined {
  const ids = [hint, errors.has(field) ? `${anchorOf(field)}-error` : undefined].filter((id) => id !== undefined);
  if (ids.length === 0) return undefined;
  return html` aria-describedby="${ids.join(' ')}"${when(errors.has(field), 'aria-invalid="true"')}`;
}
