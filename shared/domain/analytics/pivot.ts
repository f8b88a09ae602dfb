import * as z from 'zod/mini';
import type { Metric } from '../feedback.ts';
import { AnswerRow } from './columns.ts';

/** Ends of a scale. */
export interface Ends {
  readonly min: number;
  readonly max: number;
}

/** The answers to one question, a place for each respondent. */
export interface NumberColumn {
  readonly metric?: Metric | undefined;
  /** Of all answers; where they were given on several, the widest. */
  readonly scale?: Ends | undefined;
  /** Scales that answers were given on: more than one says that the survey was changed meanwhile. */
  readonly scales: number;
  /** NaN where there is none. */
  readonly values: Float64Array;
  /** 1 where the respondent said that they cannot say. */
  readonly cannotSay: Uint8Array;
}

/** Responses as a table: one row for each respondent, one column for each question. Rows are in the order in which respondents came first. */
export interface AnswerTable {
  readonly rows: number;
  /** Ids of the feedback, or the lines of a file. */
  readonly respondents: readonly string[];
  readonly numbers: ReadonlyMap<string, NumberColumn>;
  /** Options chosen; of several, those of the respondent in their order. */
  readonly choices: ReadonlyMap<string, readonly (readonly string[] | undefined)[]>;
  /** Of each respondent; absent where a file does not tell. */
  readonly branches: readonly (string | undefined)[];
  readonly days: readonly (string | undefined)[];
}

/** What a table is made of: of these columns alone a file has to be read. */
export const PivotedRow = z.pick(AnswerRow, {
  feedbackId: true,
  revision: true,
  corrections: true,
  day: true,
  branch: true,
  channel: true,
  language: true,
  tier: true,
  survey: true,
  question: true,
  metric: true,
  value: true,
  min: true,
  max: true,
  isCannotSay: true,
  choice: true,
});
export type PivotedRow = z.infer<typeof PivotedRow>;

interface Draft {
  metric: Metric | undefined;
  readonly scales: Map<string, Ends>;
  readonly values: Float64Array;
  readonly cannotSay: Uint8Array;
}

/**
 * Turns rows of answers into a table. Order of the rows decides only the order of respondents.
 * @param rows as they hold; see `newestRows`.
 */
export function pivot(rows: Iterable<PivotedRow>): AnswerTable {
  const all = [...rows];
  const places = new Map<string, number>();
  for (const { feedbackId } of all) if (!places.has(feedbackId)) places.set(feedbackId, places.size);
  const size = places.size;
  const branches: (string | undefined)[] = Array.from({ length: size });
  const days: (string | undefined)[] = Array.from({ length: size });
  const drafts = new Map<string, Draft>();
  const choices = new Map<string, (string[] | undefined)[]>();
  for (const row of all) {
    const place = places.get(row.feedbackId) ?? 0;
    branches[place] = row.branch ?? undefined;
    days[place] = row.day;
    if (row.choice !== null) addChoice(choices, row.question, place, size, row.choice);
    else addNumber(drafts, row, place, size);
  }
  return { rows: size, respondents: [...places.keys()], numbers: finished(drafts), choices, branches, days };
}

function addNumber(drafts: Map<string, Draft>, row: PivotedRow, place: number, size: number): void {
  const draft = drafts.get(row.question) ?? {
    metric: undefined,
    scales: new Map(),
    values: new Float64Array(size).fill(Number.NaN),
    cannotSay: new Uint8Array(size),
  };
  drafts.set(row.question, draft);
  if (row.isCannotSay) draft.cannotSay[place] = 1;
  if (row.value === null) return;
  draft.values[place] = row.value;
  draft.metric ??= row.metric ?? undefined;
  if (row.min !== null && row.max !== null) draft.scales.set(`${row.min} ${row.max}`, { min: row.min, max: row.max });
}

function addChoice(choices: Map<string, (string[] | undefined)[]>, question: string, place: number, size: number, choice: string): void {
  const column = choices.get(question) ?? Array.from<string[] | undefined>({ length: size });
  choices.set(question, column);
  column[place] = [...(column[place] ?? []), choice];
}

function finished(drafts: ReadonlyMap<string, Draft>): Map<string, NumberColumn> {
  return new Map(
    [...drafts].map(([question, { metric, scales, values, cannotSay }]) => [
      question,
      { metric, scale: widest([...scales.values()]), scales: scales.size, values, cannotSay },
    ]),
  );
}

const widest = (scales: readonly Ends[]): Ends | undefined =>
  scales.length === 0 ? undefined : { min: Math.min(...scales.map(({ min }) => min)), max: Math.max(...scales.map(({ max }) => max)) };
