import { html, when } from '../../shared/domain/html.ts';
import { HONEYPOT } from '../../shared/domain/intake/form.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { AnswerIssue } from '../../shared/domain/survey/answer-issue.ts';
import type { Survey } from '../../shared/domain/survey/survey.ts';
import { framed } from './frame.ts';
import { hidden, surveyForm } from './survey-form.ts';
import type { View } from './view.ts';
import { WORDS } from './words.ts';

export interface FormPage {
  readonly survey: Survey;
  readonly language: Language;
  readonly brand: string;
  readonly branch?: string | undefined;
  /** The campaign whose link or QR code was followed. */
  readonly campaign?: string | undefined;
  readonly submissionId: string;
  readonly startToken: string;
  /** What was typed before, by the flat names of the form; empty on the first visit. */
  readonly typed: URLSearchParams;
  readonly issues: readonly AnswerIssue[];
  /** Of several pages, the number of the one that is shown; the first by itself. */
  readonly at?: number | undefined;
  /** It could not be handed on: our fault, not the writer's. */
  readonly isNotSent?: boolean;
  /** It came filled in from a form on another site, and is to be sent from here. */
  readonly isAlmost?: boolean;
  readonly view?: View;
}

/** The survey as a page that works without script, on small screens, by keyboard and by ear. */
export function formPage(page: FormPage): string {
  const { survey, language, brand, branch, campaign, typed, issues, at, isNotSent, isAlmost, view = 'page' } = page;
  const words = WORDS[language];
  const isWrong = issues.length > 0 || isNotSent === true;
  const notice = isAlmost === true && html`<p class="receipt" role="status">${words.almost}</p>`;
  // What was typed would be lost on the way: the other language is offered before, not after.
  const isFresh = !isWrong && typed.size === 0;
  return framed({
    language,
    brand,
    view,
    title: `${isWrong ? `${words.errorPrefix} – ` : ''}${survey.title[language]} – ${brand}`,
    inLanguage: isFresh
      ? (other) => `?${new URLSearchParams({ lang: other, ...(branch && { branch }), ...(campaign && { campaign }) })}`
      : undefined,
    content: surveyForm({ survey, language, typed, issues, at, isNotSent, notice, isKept: false, hidden: envelope(page) }),
  });
}

const envelope = ({ language, branch, campaign, submissionId, startToken }: FormPage) =>
  html`${hidden('submissionId', submissionId)}${hidden('startToken', startToken)}${hidden('language', language)}${
    branch !== undefined && hidden('branch', branch)
  }${campaign !== undefined && hidden('campaign', campaign)}
<div class="away" aria-hidden="true"><label for="extra">${WORDS[language].leaveEmpty}</label><input type="text" id="extra" name="${HONEYPOT}" value="" tabindex="-1" autocomplete="off"></div>`;

export interface ThanksPage {
  readonly language: Language;
  readonly brand: string;
  readonly receipt: string;
  readonly statusUrl: string;
  readonly validDays: number;
  readonly view?: View;
}

export function thanksPage({ language, brand, receipt, statusUrl, validDays, view = 'page' }: ThanksPage): string {
  const words = WORDS[language];
  return framed({
    language,
    brand,
    view,
    title: `${words.thanksTitle} – ${brand}`,
    content: html`<svg class="tick" viewBox="0 0 48 48" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"><circle cx="24" cy="24" r="21"/><path d="M15 24.5l6.5 6.5L34 18"/></svg>
<h1>${words.thanksTitle}</h1>
<p class="lead">${words.thanksText}</p>
<dl class="receipt"><dt>${words.receipt}</dt><dd>${receipt}</dd></dl>
<p><a href="${statusUrl}"${when(view !== 'page', 'target="_blank" rel="noopener"')}>${words.statusLink}</a></p>
<p class="hint">${words.statusHint(validDays)}</p>`,
  });
}

/** Where nothing is: for people who mistyped an address or scanned half a code. */
export function missingPage(language: Language, brand: string, view: View = 'page'): string {
  const words = WORDS[language];
  return framed({
    language,
    brand,
    view,
    title: `${words.missingTitle} – ${brand}`,
    content: html`<h1>${words.missingTitle}</h1><p class="lead">${words.missingText}</p>`,
  });
}
