import { momentInWords } from '../../shared/domain/date-words.ts';
import { type Html, html, when } from '../../shared/domain/html.ts';
import type { Language } from '../../shared/domain/language.ts';
import { framed } from '../form/frame.ts';
import { STATUS_STYLE } from '../status/style.ts';
import { FOLLOW_UP_WORDS, type FollowUpWords } from './words.ts';

export const MAX_COMMENT_LENGTH = 5000;
/** Satisfaction with the handling (ISO 10002) is asked on the house's usual scale. */
export const SCALE = [1, 2, 3, 4, 5] as const;

/** What became of the question. `overtaken`: of an earlier round, or of a case that moved on. */
export type FollowUpStanding =
  | { readonly state: 'asked' }
  | { readonly state: 'solved' }
  /** Opened again: who sees to it, and by when there is an answer, where that is set. */
  | { readonly state: 'unsolved'; readonly owner?: string | undefined; readonly answerBy?: string | undefined }
  | { readonly state: 'closed-solved' }
  | { readonly state: 'overtaken' };

export interface FollowUpPage {
  readonly language: Language;
  readonly brand: string;
  readonly timeZone: string;
  readonly caseNumber: string;
  readonly standing: FollowUpStanding;
  readonly fault?: 'failed' | 'chooseOne' | 'tooLong' | undefined;
  /** What was filled in before, by the names of the form. */
  readonly typed?: Readonly<Record<string, string>> | undefined;
}

/** The question whether it is really solved; once it is answered, what comes of it. */
export function followUpPage(page: FollowUpPage): string {
  const { language, brand } = page;
  const { title, content } = drawn(page);
  return framed({
    language,
    brand,
    title: `${title} – ${brand}`,
    style: STATUS_STYLE,
    inLanguage: (other) => `?lang=${other}`,
    content: html`<h1>${title}</h1>${content}
<dl class="receipt"><dt>${FOLLOW_UP_WORDS[language].case}</dt><dd>${page.caseNumber}</dd></dl>`,
  });
}

function drawn(page: FollowUpPage): { title: string; content: Html } {
  const words = FOLLOW_UP_WORDS[page.language];
  const said = (title: string, text: string) => ({ title, content: html`<p class="lead">${text}</p>` });
  switch (page.standing.state) {
    case 'asked':
      return { title: words.title, content: question(page, words) };
    case 'solved':
      return said(words.yesTitle, words.yesText);
    case 'closed-solved':
      return said(words.closedYesTitle, words.closedYesText);
    case 'overtaken':
      return said(words.earlierTitle, words.earlierText);
    case 'unsolved': {
      const { owner, answerBy } = page.standing;
      const isKnown = owner !== undefined && answerBy !== undefined;
      return said(words.noTitle, isKnown ? words.noTextBy(owner, momentInWords(answerBy, page.timeZone, page.language)) : words.noText);
    }
  }
}

function question({ language, caseNumber, fault, typed = {} }: FollowUpPage, words: FollowUpWords): Html {
  const pick = (name: string, value: string, label: Html | string, attributes?: Html) =>
    html`<label class="pick"><input type="radio" name="${name}" value="${value}"${attributes}${when(typed[name] === value, 'checked')}><span class="tile">${label}</span></label>`;
  const isUnanswered = fault === 'chooseOne';
  const solved = (value: 'yes' | 'no') => pick('isSolved', value, words[value], when(true, 'required'));
  const mark = (text: string) => html` <span class="mark">${language === 'en' ? `(${text})` : `（${text}）`}</span>`;
  return html`<p class="lead">${words.introduction(caseNumber)}</p>
${fault !== undefined && html`<p class="error" id="fault" role="alert">${words[fault]}</p>`}
<form method="post" accept-charset="utf-8">
<input type="hidden" name="language" value="${language}">
<fieldset${isUnanswered && html` class="has-error" aria-describedby="fault"`}><legend>${words.solved}${mark(words.required)}</legend>
<div class="two">${solved('yes')}${solved('no')}</div></fieldset>
<fieldset><legend>${words.satisfaction}${mark(words.optional)}</legend>
<div><div class="scale p5">${SCALE.map((point) => pick('satisfaction', String(point), pointLabel(point, words)))}</div>
<p class="ends" aria-hidden="true"><span>1 – ${words.lowest}</span><span>5 – ${words.highest}</span></p>
<label class="pick none"><input type="radio" name="satisfaction" value=""><span class="tile">${words.noAnswer}</span></label></div></fieldset>
<div class="block"><label class="label" for="comment">${words.comment}${mark(words.optional)}</label>
<p class="hint" id="comment-hint">${words.commentHint}</p>
<textarea id="comment" name="comment" rows="4" maxlength="${MAX_COMMENT_LENGTH}" aria-describedby="${fault === 'tooLong' ? 'fault ' : ''}comment-hint"${when(fault === 'tooLong', 'aria-invalid="true"')}>
${typed['comment'] ?? ''}</textarea></div>
<button type="submit">${words.send}</button>
</form>`;
}

/** The ends of the scale are said to those who do not see where they stand. */
function pointLabel(point: (typeof SCALE)[number], words: FollowUpWords): Html {
  const end = point === 1 ? words.lowest : point === 5 ? words.highest : undefined;
  return html`${point}${end !== undefined && html`<span class="unseen"> ${end}</span>`}`;
}
