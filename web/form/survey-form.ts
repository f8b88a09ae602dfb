import { type Fragment, type Html, html, when } from '../../shared/domain/html.ts';
import { answersOf, GO_TO, ON_PAGE } from '../../shared/domain/intake/form-fields.ts';
import { issuesOn } from '../../shared/domain/intake/page-turn.ts';
import type { Language } from '../../shared/domain/language.ts';
import { type AnswerIssue, reasonOf } from '../../shared/domain/survey/answer-issue.ts';
import { allPages, pagesOf, type SurveyPage } from '../../shared/domain/survey/branching.ts';
import { fieldNamesOf } from '../../shared/domain/survey/field-names.ts';
import type { Survey } from '../../shared/domain/survey/survey.ts';
import { anchorOf, type Drawing } from './drawing.ts';
import { drawQuestion, labelOf } from './questions.ts';
import { WORDS } from './words.ts';

/** A survey, or one page of it, to be filled. */
export interface SurveyForm {
  readonly survey: Survey;
  readonly language: Language;
  /** All that was typed so far, by the flat names of the form. */
  readonly typed: URLSearchParams;
  readonly issues: readonly AnswerIssue[];
  /** Number of the page; the first where it is absent or has nothing to ask. */
  readonly at?: number | undefined;
  /** It could not be handed on: our fault, not the writer's. */
  readonly isNotSent?: boolean | undefined;
  /** Told below the title. */
  readonly notice?: Fragment;
  /** Fields of the envelope. */
  readonly hidden: Fragment;
  /** Is what was filled in kept for this person? Otherwise the page carries what other pages were told. */
  readonly isKept: boolean;
}

/** Title, faults and the form itself: no script, one page after the other. */
export function surveyForm(form: SurveyForm): Html {
  const { survey, language, typed } = form;
  const words = WORDS[language];
  const pages = pagesOf(survey, answersOf(survey, typed));
  const page = pages.find(({ number }) => number === form.at) ?? pages[0] ?? { number: 0, questions: [] };
  const place = pages.indexOf(page);
  const isPaged = allPages(survey).length > 1;
  const errors = errorsOn(form, page);
  const drawing: Drawing = { language, typed, errors };
  return html`${
    isPaged &&
    pages.length > 1 &&
    html`<p class="progress">${words.pageOf(place + 1, pages.length)}</p>
`
  }<h1>${survey.title[language]}</h1>
${place <= 0 && html`<p class="lead">${survey.introduction[language]}</p>`}${form.notice}
${summary(form, page, errors)}
<form method="post" accept-charset="utf-8"${!form.isKept && forScript(survey, place === pages.length - 1)}>
${form.hidden}${isPaged && hidden(ON_PAGE, String(page.number))}${isPaged && !form.isKept && carried(survey, page, typed)}
${page.questions.map((question) => drawQuestion(question, drawing))}${buttons(form, { isFirst: place <= 0, isLast: place === pages.length - 1, isPaged })}
</form>`;
}

/**
 * What `/form.js` has to know of a form: whose answers may lie on the device, which of them are personal and may not, and whether its button sends them
 * or only turns the page.
 */
function forScript({ id, version, questions }: Survey, isLast: boolean): Html {
  const personal = questions.filter(({ kind }) => kind === 'contact').map((question) => question.id);
  return html` data-survey="${id}" data-version="${version}" data-personal="${personal.join(' ')}"${when(isLast, 'data-sends')}`;
}

/** The first button is the one that Enter presses. Going back and keeping ask for nothing to be complete. */
function buttons({ language, isKept }: SurveyForm, at: { isFirst: boolean; isLast: boolean; isPaged: boolean }): Html {
  const words = WORDS[language];
  if (!at.isPaged && !isKept) return html`<button type="submit">${words.send}</button>`;
  const other = (value: string, text: string) =>
    html`<button type="submit" name="${GO_TO}" value="${value}" class="other" formnovalidate>${text}</button>`;
  return html`<div class="go"><button type="submit" name="${GO_TO}" value="next">${at.isLast ? words.send : words.next}</button>${
    !at.isFirst && other('back', words.back)
  }${isKept && other('keep', words.keep)}</div>`;
}

export const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">`;

/** What other pages were told travels along: nothing of somebody who has not sent it lies with us. */
function carried(survey: Survey, page: SurveyPage, typed: URLSearchParams): Fragment {
  const names = survey.questions.filter((question) => !page.questions.includes(question)).flatMap(fieldNamesOf);
  return names.flatMap((name) =>
    typed
      .getAll(name)
      .filter((value) => value !== '')
      .map((value) => hidden(name, value)),
  );
}

/** `answers.contact.email` is called `contact.email` in the form. */
const formName = (field: string) => field.replace(/^answers\./, '');

/** Faults of this page, and those of no page; the others are told where their fields are. */
function errorsOn({ survey, language, issues }: SurveyForm, page: SurveyPage): ReadonlyMap<string, string> {
  const elsewhere = allPages(survey).flatMap(({ number }) => (number === page.number ? [] : issuesOn(survey, number, issues)));
  return new Map(
    issues.filter((issue) => !elsewhere.includes(issue)).map(({ field, fault }) => [formName(field), reasonOf(fault, language)]),
  );
}

function summary({ language, isNotSent }: SurveyForm, page: SurveyPage, errors: ReadonlyMap<string, string>): Html | undefined {
  const words = WORDS[language];
  if (isNotSent === true) {
    return html`<div class="summary" role="alert" tabindex="-1" autofocus><h2>${words.notSentTitle}</h2><p>${words.notSentText}</p></div>`;
  }
  if (errors.size === 0) return undefined;
  const lines = [...errors].map(([name, reason]) => {
    const label = page.questions.map((question) => labelOf(question, language, name)).find((text) => text !== undefined);
    return label === undefined ? html`<li>${reason}</li>` : html`<li><a href="#${anchorOf(name)}">${label}</a> ${reason}</li>`;
  });
  return html`<div class="summary" role="alert" tabindex="-1" autofocus><h2>${words.errorTitle}</h2><ul>${lines}</ul></div>`;
}
