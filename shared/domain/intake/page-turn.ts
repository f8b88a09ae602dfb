import type { AnswerIssue } from '../survey/answer-issue.ts';
import { readAnswers } from '../survey/answers.ts';
import { allPages, pagesOf } from '../survey/branching.ts';
import { fieldNamesOf } from '../survey/field-names.ts';
import type { Question, Survey } from '../survey/survey.ts';
import { answersOf, GO_TO, ON_PAGE } from './form-fields.ts';

/** What a sent page comes to: `stay`s with its faults, another page is to be `show`n, what there is is `keep`t for later, or all is `send`. */
export type Turn =
  | { readonly kind: 'stay'; readonly page: number; readonly issues: readonly AnswerIssue[] }
  | { readonly kind: 'show'; readonly page: number }
  | { readonly kind: 'keep'; readonly page: number }
  | { readonly kind: 'send'; readonly page: number };

/**
 * Where to after a page was sent. Forward only where the page has no fault, and to the next page that its answers open: so the last page is sent
 * only where nothing is left to ask. A form that names no page is sent whole.
 */
export function turnPage(survey: Survey, fields: URLSearchParams): Turn {
  const page = pageNamed(survey, fields.get(ON_PAGE));
  if (page === undefined) return { kind: 'send', page: 0 };
  const answers = answersOf(survey, fields);
  const pages = pagesOf(survey, answers).map(({ number }) => number);
  const goTo = fields.get(GO_TO);
  if (goTo === 'back') return { kind: 'show', page: pages.findLast((number) => number < page) ?? pages[0] ?? 0 };
  const issues = issuesOn(survey, page, readAnswers(survey, answers).issues);
  if (goTo === 'keep') {
    const tooLong = issues.filter(({ fault }) => fault.kind === 'too-long');
    return tooLong.length > 0 ? { kind: 'stay', page, issues: tooLong } : { kind: 'keep', page };
  }
  if (issues.length > 0) return { kind: 'stay', page, issues };
  const next = pages.find((number) => number > page);
  return next === undefined ? { kind: 'send', page } : { kind: 'show', page: next };
}

/** The number of a page that there is; undefined for what names none. */
export function pageNamed(survey: Survey, text: string | null | undefined): number | undefined {
  return allPages(survey).find(({ number }) => String(number) === text)?.number;
}

/** The faults of one page's questions. */
export function issuesOn(survey: Survey, page: number, issues: readonly AnswerIssue[]): readonly AnswerIssue[] {
  const questions = allPages(survey)[page]?.questions ?? [];
  return issues.filter(({ field }) => questions.some((question) => isOf(question, field)));
}

/** The first page with a fault; that on which the form was sent where a fault lies on no page. */
export const pageOfFirst = (survey: Survey, issues: readonly AnswerIssue[], otherwise: number): number =>
  allPages(survey).find(({ number }) => issuesOn(survey, number, issues).length > 0)?.number ?? otherwise;

const isOf = (question: Question, field: string) =>
  field === `answers.${question.id}` || fieldNamesOf(question).some((name) => field === `answers.${name}`);
