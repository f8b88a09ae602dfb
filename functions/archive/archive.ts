import { type AnsweredFeedback, type AnswerRow, monthOfDay, rowsOfAnswered } from '../../shared/domain/analytics/columns.ts';
import type { ColumnFilesWriter } from '../../shared/ports.ts';

/**
 * Writes the rows of a batch into the column files, one part for each month that they are of. Written twice it is there once, or twice with the same
 * rows, which readers take for one.
 */
export async function archive(answered: readonly AnsweredFeedback[], files: Pick<ColumnFilesWriter, 'add'>): Promise<void> {
  const months = new Map<string, AnswerRow[]>();
  for (const one of [...answered].sort(byFeedback)) {
    const month = monthOfDay(one.day);
    const rows = months.get(month) ?? [];
    months.set(month, rows);
    rows.push(...rowsOfAnswered(one));
  }
  for (const [month, rows] of months) await files.add(month, 'part', rows);
}

/** The same batch gives the same file in whatever order its messages come. */
function byFeedback(a: AnsweredFeedback, b: AnsweredFeedback): number {
  if (a.feedbackId !== b.feedbackId) return a.feedbackId < b.feedbackId ? -1 : 1;
  return a.revision - b.revision || a.corrections - b.corrections;
}
