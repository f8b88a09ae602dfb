import type { Draft } from '../campaign/invitation.ts';
import { ON_PAGE } from '../intake/form-fields.ts';
import { cleanText } from '../text.ts';
import { allPages } from './branching.ts';
import { fieldNamesOf } from './field-names.ts';
import { MAX_COMMENT_LENGTH } from './reading.ts';
import type { Survey } from './survey.ts';

/** Ticks of one question that are kept; no question has more options. */
const MAX_VALUES = 60;

/**
 * What was typed, to be kept until it is sent: fields of this survey alone, and the page on which to go on. What is longer than any answer may be is
 * cut: it is refused anyway once it is sent.
 */
export function draftOf(survey: Survey, fields: URLSearchParams, page?: number): Draft {
  const kept = survey.questions.flatMap(fieldNamesOf).flatMap((name) => {
    const values = fields
      .getAll(name)
      .slice(0, MAX_VALUES)
      .map((value) => cleanText(value, MAX_COMMENT_LENGTH).text)
      .filter((value) => value !== '');
    return values.length === 0 ? [] : [[name, values] as const];
  });
  return Object.fromEntries(page === undefined ? kept : [...kept, [ON_PAGE, [String(page)]]]);
}

/** The fields of a page's form as they were left, and `onPage` where it was left there. */
export const fieldsOf = (draft: Draft | undefined): URLSearchParams =>
  new URLSearchParams(Object.entries(draft ?? {}).flatMap(([name, values]) => values.map((value): [string, string] => [name, value])));

/**
 * What stands there after one page was sent: its own questions as they were sent (a box that is not ticked any more sends nothing), those of other
 * pages as they were kept. Without a page, the whole form was sent.
 */
export function withPage(survey: Survey, kept: URLSearchParams, sent: URLSearchParams, page: number | undefined): URLSearchParams {
  const questions = page === undefined ? survey.questions : (allPages(survey)[page]?.questions ?? []);
  const ofPage = new Set(questions.flatMap(fieldNamesOf));
  const elsewhere = new Set(survey.questions.flatMap(fieldNamesOf).filter((name) => !ofPage.has(name)));
  const merged = new URLSearchParams([...kept].filter(([name]) => !ofPage.has(name) && name !== ON_PAGE));
  for (const [name, value] of sent) if (!elsewhere.has(name)) merged.append(name, value);
  return merged;
}
