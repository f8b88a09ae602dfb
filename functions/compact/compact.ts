import * as z from 'zod/mini';
import { requestOfPlan } from '../../shared/domain/analytics/analysis/plan.ts';
import type { PlannedAnalysis } from '../../shared/domain/analytics/analysis/request.ts';
import { type AnswerRow, newestRows } from '../../shared/domain/analytics/columns.ts';
import { localDay } from '../../shared/domain/metrics/contributions.ts';
import { ScheduledTime } from '../../shared/lambda/scheduled-time.ts';
import type { AnalysisQueue, ColumnFile, ColumnFiles } from '../../shared/ports.ts';

export interface CompactPorts {
  readonly files: ColumnFiles;
  readonly analyses: AnalysisQueue;
  /** IANA zone in which days begin. */
  readonly timeZone: string;
  readonly planned: readonly PlannedAnalysis[];
}

/** So many rows are in memory at once, and in one file, at most; a file that begins below it may end a little above. */
const ROWS_OF_FILE = 250_000;
/** A file this large is left as it is: putting the little of a day to it would write it anew every night. */
const LARGE_BYTES = 4_000_000;
const AT_ONCE = 8;

/** Called nightly, by the clock. */
export const CompactEvent = z.object({ at: ScheduledTime });

/** Puts the parts of each month together, and on the first of a month asks for what is planned over the months before. */
export async function compact(
  event: unknown,
  { files, analyses, timeZone, planned }: CompactPorts,
): Promise<{ written: number; removed: number }> {
  const { at } = CompactEvent.parse(event);
  const sums = { written: 0, removed: 0 };
  for (const month of await files.months()) {
    const { written, removed } = await compactMonth(month, files);
    sums.written += written;
    sums.removed += removed;
  }
  const today = localDay(at, timeZone);
  if (today.endsWith('-01')) for (const plan of planned) await analyses.send(requestOfPlan(plan, today));
  return sums;
}

/**
 * Puts a month's small files together: first the new file is written, then those that are in it are removed. Wherever it breaks off, and also
 * where two run at once, rows are there once or more often, never not at all.
 */
export async function compactMonth(month: string, files: ColumnFiles): Promise<{ written: number; removed: number }> {
  const small = (await files.list(month)).filter(({ kind, bytes }) => kind === 'part' || bytes < LARGE_BYTES);
  const sums = { written: 0, removed: 0 };
  if (!small.some(({ kind }) => kind === 'part') && small.length < 2) return sums;
  for (let rest: readonly ColumnFile[] = small; rest.length > 0; ) {
    const { rows, read } = await readSome(rest, files);
    rest = rest.slice(read.length);
    const gone = read.filter(({ isGone }) => !isGone).map(({ name }) => name);
    if (rows.length === 0) continue;
    const written = await files.add(month, 'whole', inOrder(newestRows(rows)));
    sums.written += 1;
    for (const name of gone.filter((one) => one !== written)) {
      await files.remove(name);
      sums.removed += 1;
    }
  }
  return sums;
}

/** Files in their order until there are rows enough for one file. One that another run has put away meanwhile is in that run's file. */
async function readSome(from: readonly ColumnFile[], files: ColumnFiles) {
  const rows: AnswerRow[] = [];
  const read: { readonly name: string; readonly isGone: boolean }[] = [];
  while (read.length < from.length && rows.length < ROWS_OF_FILE) {
    const next = from.slice(read.length, read.length + AT_ONCE);
    const parts = await Promise.all(next.map(({ name }) => files.rows(name)));
    for (const [i, part] of parts.entries()) {
      read.push({ name: next[i]?.name ?? '', isGone: part === undefined });
      for (const row of part ?? []) rows.push(row);
    }
  }
  return { rows, read };
}

/** By feedback: rows of a response stand together, and dictionaries stay small. */
const inOrder = (rows: readonly AnswerRow[]) =>
  [...rows].sort((a, b) => (a.day === b.day ? compare(a.feedbackId, b.feedbackId) : compare(a.day, b.day)));

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
