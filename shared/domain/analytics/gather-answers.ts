import { type COUNTED_LANGUAGES, type COUNTED_TIERS, countedLanguage } from '../metrics/counted.ts';
import { monthsBetween, newestRows, TOPIC_ROW_PREFIX } from './columns.ts';
import type { PivotedRow } from './pivot.ts';

/** Whose answers are wanted; of all where nothing is named. */
export interface Wanted {
  readonly survey?: string | undefined;
  /** Days of the brand's zone, both included. */
  readonly from: string;
  readonly to: string;
  readonly branch?: string | undefined;
  readonly where?: Where | undefined;
}

/** What must hold besides. */
interface Where {
  readonly channel?: string | undefined;
  readonly topic?: string | undefined;
  readonly language?: (typeof COUNTED_LANGUAGES)[number] | undefined;
  readonly tier?: (typeof COUNTED_TIERS)[number] | undefined;
}

interface Listed {
  readonly name: string;
  /** `whole` is put together from others. */
  readonly kind: 'part' | 'whole';
}

/** Reads one column file; undefined where it was put together with others meanwhile. */
interface Files {
  list(month: string): Promise<readonly Listed[]>;
  pivotedRows(name: string): Promise<readonly PivotedRow[] | undefined>;
}

/** Compaction takes files away while they are read; then the month is listed again. It runs once a night, so a second time is rare. */
const TRIES = 5;
/** Files read at a time. */
const AT_ONCE = 8;

/**
 * The answers that hold, of a survey and period, month by month: a month is never in memory together with another one's superseded rows.
 * @throws Error where files of a month kept vanishing.
 */
export async function gatherAnswers(wanted: Wanted, files: Files): Promise<PivotedRow[]> {
  const found: PivotedRow[] = [];
  for (const month of monthsBetween(wanted.from, wanted.to)) {
    const rows = newestRows(await rowsOfMonth(month, files)).filter((row) => isWanted(row, wanted));
    for (const row of ofTopic(rows, wanted.where?.topic)) found.push(row);
  }
  return found;
}

function isWanted(row: PivotedRow, { survey, from, to, branch, where = {} }: Wanted): boolean {
  const { channel, language, tier } = where;
  return (
    row.day >= from &&
    row.day <= to &&
    (survey === undefined || row.survey === survey) &&
    (branch === undefined || row.branch === branch) &&
    (channel === undefined || row.channel === channel) &&
    (language === undefined || countedLanguage(row.language) === language) &&
    (tier === undefined || (row.tier ?? 'unknown') === tier)
  );
}

/** All rows of the responses that have a row of the topic. The rows of a response are of one day, so of one month. */
function ofTopic(rows: PivotedRow[], topic: string | undefined): PivotedRow[] {
  if (topic === undefined) return rows;
  const named = new Set(rows.flatMap(({ question, feedbackId }) => (question === TOPIC_ROW_PREFIX + topic ? [feedbackId] : [])));
  return rows.filter(({ feedbackId }) => named.has(feedbackId));
}

async function rowsOfMonth(month: string, files: Files): Promise<PivotedRow[]> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const listed = await files.list(month);
    const rows = await readAll(listed, files);
    if (rows !== undefined && !hasNewWhole(listed, await files.list(month))) return rows;
  }
  throw new Error(`column files of ${month}: each time some were put together while they were read. Try again.`);
}

/**
 * A long list comes in pages: its end may lack parts that went, while they were listed, into a file that its beginning does not hold yet. No read then tells
 * that anything is missing; the file they went into does.
 */
const hasNewWhole = (before: readonly Listed[], after: readonly Listed[]) =>
  after.some(({ name, kind }) => kind === 'whole' && !before.some((one) => one.name === name));

async function readAll(names: readonly { readonly name: string }[], files: Files): Promise<PivotedRow[] | undefined> {
  const rows: PivotedRow[] = [];
  for (let start = 0; start < names.length; start += AT_ONCE) {
    const parts = await Promise.all(names.slice(start, start + AT_ONCE).map(({ name }) => files.pivotedRows(name)));
    for (const part of parts) {
      if (part === undefined) return undefined;
      for (const row of part) rows.push(row);
    }
  }
  return rows;
}
