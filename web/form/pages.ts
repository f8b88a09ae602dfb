import { type Html, html } from '../../shared/domain/html.ts';
import { HONEYPOT } from '../../shared/domain/intake/form.ts';
import type { Language } from '../../shared/domain/language.ts';
import { type AnswerIssue, reasonOf } from '../../shared/domain/survey/answer-issue.ts';
import type { Survey } from '../../shared/domain/survey/survey.ts';
import { framed } from './frame.ts';
import { anchorOf, drawQuestion } from './questions.ts';
import { WORDS } from './words.ts';

export interface FormPage {
  readonly survey: Survey;
  readonly language: Language;
  readonly brand: string;
  readonly branch?: string | undefined;
  readonly submissionId: string;
  readonly startToken: string;
  /** What was typed before, by the flat names of the form; empty on the first visit. */
  readonly typed: URLSearchParams;
  readonly issues: readonly AnswerIssue[];
  /** It could not be handed on: our fault, not the writer's. */
  readonly isNotSent?: boolean;
}

/** The survey as a page that works without script, on small screens, by keyboard and by ear. */
export function formPage(page: FormPage): string {
  const { survey, language, brand, issues } = page;
  const words = WORDS[language];
  const isFresh = issues.length === 0 && page.isNotSent !== true;
  const errors = new Map(issues.map(({ field, fault }) => [formName(field), reasonOf(fault, language)]));
  const drawing = { language, typed: page.typed, errors };
  return framed({
    language,
    brand,
    title: `${isFresh ? '' : `${words.errorPrefix} – `}${survey.title[language]} – ${brand}`,
    // What was typed would be lost on the way: the other language is offered before, not after.
    inLanguage: isFresh ? (other) => `?${new URLSearchParams({ lang: other, ...(page.branch && { branch: page.branch }) })}` : undefined,
    content: html`<h1>${survey.title[language]}</h1>
<p class="lead">${survey.introduction[language]}</p>
${summary(page, errors)}
<form method="post" accept-charset="utf-8">
${hidden('submissionId', page.submissionId)}${hidden('startToken', page.startToken)}${hidden('language', language)}${page.branch !== undefined && hidden('branch', page.branch)}
<div class="away" aria-hidden="true"><label for="extra">${words.leaveEmpty}</label><input type="text" id="extra" name="${HONEYPOT}" value="" tabindex="-1" autocomplete="off"></div>
${survey.questions.map((question) => drawQuestion(question, drawing))}<button type="submit">${words.send}</button>
</form>`,
  });
}

const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`;

/** `answers.contact.email` is called `contact.email` in the form. */
const formName = (field: string) => field.replace(/^answers\./, '');

function summary({ survey, language, issues, isNotSent }: FormPage, errors: ReadonlyMap<string, string>): Html | undefined {
  const words = WORDS[language];
  if (isNotSent === true) {
    return html`<div class="summary" role="alert" tabindex="-1" autofocus><h2>${words.notSentTitle}</h2><p>${words.notSentText}</p></div>`;
  }
  if (issues.length === 0) return undefined;
  const lines = [...errors].map(([name, reason]) => {
    const label = labelOf(survey, language, name);
    return label === undefined ? html`<li>${reason}</li>` : html`<li><a href="#${anchorOf(name)}">${label}</a> ${reason}</li>`;
  });
  return html`<div class="summary" role="alert" tabindex="-1" autofocus><h2>${words.errorTitle}</h2><ul>${lines}</ul></div>`;
}

/** The words by which people know a field; absent for what is not on the page. */
function labelOf(survey: Survey, language: Language, name: string): string | undefined {
  for (const question of survey.questions) {
    if (question.kind === 'contact') {
      const parts = { name: question.nameText, email: question.emailText, consent: question.consentText };
      for (const [part, text] of Object.entries(parts)) if (name === `${question.id}.${part}`) return text[language];
    } else if (name === question.id) return question.text[language];
  }
  return undefined;
}

export interface ThanksPage {
  readonly language: Language;
  readonly brand: string;
  readonly receipt: string;
  readonly statusUrl: string;
  readonly validDays: number;
}

export function thanksPage({ language, brand, receipt, statusUrl, validDays }: ThanksPage): string {
  const words = WORDS[language];
  return framed({
    language,
    brand,
    title: `${words.thanksTitle} – ${brand}`,
    content: html`<svg class="tick" viewBox="0 0 48 48" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"><circle cx="24" cy="24" r="21"/><path d="M15 24.5l6.5 6.5L34 18"/></svg>
<h1>${words.thanksTitle}</h1>
<p class="lead">${words.thanksText}</p>
<dl class="receipt"><dt>${words.receipt}</dt><dd>${receipt}</dd></dl>
<p><a href="${statusUrl}">${words.statusLink}</a></p>
<p class="hint">${words.statusHint(validDays)}</p>`,
  });
}

/** Where nothing is: for people who mistyped an address or scanned half a code. */
export function missingPage(language: Language, brand: string): string {
  const words = WORDS[language];
  return framed({
    language,
    brand,
    title: `${words.missingTitle} – ${brand}`,
    content: html`<h1>${words.missingTitle}</h1><p class="lead">${words.missingText}</p>`,
  });
}
