import { dayBefore } from '../../functions/desk/days.ts';
import { FeedbackPage } from '../../shared/api/schemas.ts';
import { Feedback } from '../../shared/domain/feedback.ts';
import type { Connection } from './connection.ts';

/** Days that the API lists at once. */
const DAYS_PER_LIST = 31;
const PAGE_SIZE = 100;

/**
 * The corrected feedback among that received from one day of the brand's zone to another, newest first, read whole one by one: lists show excerpts of
 * long comments. At no time more than one page is in memory, however many days are asked for.
 * @throws Failure where the API refuses or cannot be reached.
 */
export async function* correctedFeedback({ read }: Pick<Connection, 'read'>, from: string, to: string): AsyncGenerator<Feedback> {
  for (let last = to; last >= from; last = dayBefore(last, DAYS_PER_LIST)) {
    const earliest = dayBefore(last, DAYS_PER_LIST - 1);
    const days = { from: earliest < from ? from : earliest, to: last, limit: String(PAGE_SIZE) };
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({ ...days, ...(cursor === undefined ? {} : { cursor }) });
      // As a manager, who sees every branch. A deployed Amends shows what the token may see.
      const page = await read(`/api/feedback?${query}`, 'manager', FeedbackPage);
      for (const { id, corrections = [] } of page.items) {
        if (corrections.length > 0) yield await read(`/api/feedback/${id}`, 'manager', Feedback);
      }
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
}
