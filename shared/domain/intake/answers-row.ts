import * as z from 'zod/mini';
import type { InputIssue } from '../errors.ts';
import { Channel, type FeedbackReceived, Instant } from '../feedback.ts';
import { toInputIssue } from '../survey/answer-issue.ts';
import { readAnswers } from '../survey/answers.ts';
import type { Survey } from '../survey/survey.ts';
import { cleanText } from '../text.ts';
import { LANGUAGE_TAG, wordsOf } from './form.ts';

/** Rows of one request. */
export const MAX_ANSWER_ROWS = 200;

/** Longest comment of a row, in UTF-16 units: what else came with it fits a request beside it. */
export const MAX_COMMENT = 10_000;

/** Answers of one person that another system gathered, or this house before it had Amends. */
export const AnswersRow = z.strictObject({
  /** Its id there, or a digest of the row: the same one is brought in once. */
  externalId: z.string().check(z.minLength(1), z.maxLength(150)),
  /** When it was answered: it counts there. */
  at: Instant,
  channel: z._default(Channel, 'form'),
  survey: z.string(),
  /** Of the survey that was answered; the one in force where absent. */
  surveyVersion: z.optional(z.int()),
  branch: z.optional(z.string()),
  /** BCP 47. */
  language: z.optional(z.string().check(z.regex(LANGUAGE_TAG, 'expected a language tag such as "en" or "zh-Hans"'))),
  campaign: z.optional(z.string()),
  /** By id of the question, as the form takes them; any rating may be `"cannot-say"`. */
  answers: z.record(z.string(), z.unknown()),
  /** Words that belong to no question of the survey. */
  comment: z.optional(z.string().check(z.maxLength(MAX_COMMENT))),
  email: z.optional(z.email('expected an e-mail address').check(z.maxLength(254))),
  /** May this person be written to about what they said? */
  consent: z.optional(z.boolean()),
});
export type AnswersRow = z.output<typeof AnswersRow>;

/** Where rows come from, as a source of feedback. */
export const IMPORT_SOURCE = 'import';

/** What a row may name. */
export interface RowContext {
  readonly surveys: readonly Survey[];
  readonly branches: readonly { readonly id: string }[];
  readonly campaigns: readonly { readonly id: string }[];
  readonly now: string;
}

/** Before it nobody answered a survey by a machine: such a year is a slip of the pen or of a conversion. */
const EARLIEST = '1990-01-01T00:00:00.000Z';

/** A row that could be read, but for its identity. */
export type ReadRow = Omit<FeedbackReceived, 'id' | 'enteredBy' | 'isHistoric'>;

/** A row as feedback, or everything that is wrong with it; no value is ever repeated. */
export function readRow(row: AnswersRow, context: RowContext): { readonly received: ReadRow } | { readonly issues: readonly InputIssue[] } {
  const survey = context.surveys.find(({ id }) => id === row.survey);
  const issues = [...issuesOf(row, survey, context)];
  if (survey === undefined) return { issues };
  const comment = row.comment === undefined ? '' : cleanText(row.comment).text;
  const read = readAnswers(importedSurvey(survey), row.answers);
  // Words alone are feedback too.
  const faults = read.issues.filter(({ fault }) => fault.kind !== 'nothing-said' || comment === '');
  issues.push(...faults.map(toInputIssue));
  if (issues.length > 0) return { issues };
  const words = [read.said.comment, comment].filter((part) => part !== undefined && part !== '');
  return {
    received: receivedOf(row, survey.version, { ...wordsOf(read.said), comment: words.length === 0 ? undefined : words.join('\n\n') }),
  };
}

const receivedOf = (row: AnswersRow, version: number, words: ReturnType<typeof wordsOf>): ReadRow => ({
  source: IMPORT_SOURCE,
  channel: row.channel,
  externalId: `${row.survey}:${row.externalId}`,
  revision: 0,
  receivedAt: row.at,
  survey: row.survey,
  surveyVersion: version,
  campaign: row.campaign,
  branch: row.branch,
  locale: row.language,
  ...words,
  customer: row.email === undefined ? undefined : { email: row.email, hasConsented: row.consent === true },
});

function* issuesOf(row: AnswersRow, survey: Survey | undefined, { surveys, branches, campaigns, now }: RowContext): Generator<InputIssue> {
  if (survey === undefined) yield { field: 'survey', reason: `expected one of ${namesOf(surveys)} (surveys of the config)` };
  else if (row.surveyVersion !== undefined && row.surveyVersion !== survey.version)
    yield { field: 'surveyVersion', reason: `expected ${survey.version}: answers to another version cannot be checked against this one` };
  if (row.at > now) yield { field: 'at', reason: 'expected a time that is past' };
  if (row.at < EARLIEST) yield { field: 'at', reason: 'expected a time from 1990 on' };
  if (row.branch !== undefined && !branches.some(({ id }) => id === row.branch))
    yield { field: 'branch', reason: `expected one of ${namesOf(branches)} (branches of the config)` };
  if (row.campaign !== undefined && !campaigns.some(({ id }) => id === row.campaign))
    yield { field: 'campaign', reason: `expected one of ${namesOf(campaigns)} (campaigns of the config)` };
}

const namesOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id).join(', ') || 'none';

/**
 * The survey as the past may have answered it: nothing was required of people who were asked elsewhere, they may have had "cannot say" where we have
 * none, and who they are is told beside the answers.
 */
export function importedSurvey(survey: Survey): Survey {
  const known = IMPORTED.get(survey);
  if (known !== undefined) return known;
  const imported = {
    ...survey,
    questions: survey.questions
      .filter(({ kind }) => kind !== 'contact')
      .map((question) => ({
        ...question,
        ...('isRequired' in question ? { isRequired: false } : {}),
        ...('hasCannotSay' in question ? { hasCannotSay: true } : {}),
      })),
  };
  IMPORTED.set(survey, imported);
  return imported;
}

/** One per survey: a file has a million rows. */
const IMPORTED = new WeakMap<Survey, Survey>();
