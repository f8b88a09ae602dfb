import type * as z from 'zod/mini';
import { operations } from '../../shared/api/operations.ts';
import type { FeedbackPage, ListedFeedback } from '../../shared/api/schemas.ts';
import { actorOf, maySee, type Viewer } from '../../shared/api/viewer.ts';
import { invalidInput, notFound } from '../../shared/domain/errors.ts';
import type { Feedback } from '../../shared/domain/feedback.ts';
import { correctFeedback, versionOf } from '../../shared/domain/understand/correct-feedback.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import { dayBefore, daysAskedFor } from './days.ts';
import { excerptOf } from './excerpt.ts';
import { refuseUnseen } from './if-match.ts';
import type { DeskPorts } from './ports.ts';

/** Days that one list may span: each costs a query. */
const MAX_DAYS = 31;
/** Where a branch sees little of much, a page ends after this many queries; its cursor goes on from there. */
const MAX_QUERIES = 40;

export const readFeedback = ({ register }: DeskPorts) =>
  endpoint(operations['GET /api/feedback/{id}'], ({ path, viewer }) => visibleFeedback(register, path.id, viewer), versionOf);

/** Reads, corrects, saves; the save holds only if nobody saved in between. @see correctFeedback for what it does to a case: nothing. */
export const correct = ({ register, feedback }: DeskPorts) =>
  endpoint(
    operations['POST /api/feedback/{id}/correct'],
    async ({ path, body, viewer, now, ifMatch }) => {
      const seen = await visibleFeedback(register, path.id, viewer);
      refuseUnseen(ifMatch, versionOf(seen), 'This feedback');
      const next = correctFeedback(seen, body, { by: actorOf(viewer.id), now });
      await feedback.saveFeedback(next, seen);
      return next;
    },
    versionOf,
  );

/** Feedback of another branch is answered like one that does not exist. */
async function visibleFeedback(register: DeskPorts['register'], id: string, viewer: Viewer): Promise<Feedback> {
  const feedback = await register.feedback(id);
  if (feedback === undefined || !maySee(viewer, feedback)) throw notFound('There is no feedback of this id.');
  return feedback;
}

/** Newest first over the days asked for. */
export const listFeedback = ({ register }: DeskPorts) =>
  endpoint(operations['GET /api/feedback'], async ({ query, viewer, now }): Promise<z.output<typeof FeedbackPage>> => {
    const { from, to } = daysAskedFor(query, now.slice(0, 10), MAX_DAYS);
    const items: z.output<typeof ListedFeedback>[] = [];
    let place: Place | undefined = query.cursor === undefined ? { day: to } : placeOf(query.cursor, from, to);
    for (let queries = 0; place !== undefined && items.length < query.limit && queries < MAX_QUERIES; queries++) {
      const page = await register.feedbackOfDay(place.day, { limit: query.limit - items.length, cursor: place.cursor });
      items.push(...page.items.filter((feedback) => maySee(viewer, feedback)).map(listed));
      place = page.cursor === undefined ? placeBefore(place.day, from) : { day: place.day, cursor: page.cursor };
    }
    return place === undefined ? { items } : { items, cursor: `${place.day}.${place.cursor ?? ''}` };
  });

const listed = (feedback: Feedback) => ({ ...feedback, ...excerptOf(feedback.comment) });

/** Where a list goes on: in a day, or at its newest. */
interface Place {
  readonly day: string;
  readonly cursor?: string | undefined;
}

function placeOf(cursor: string, from: string, to: string): Place {
  const [, day, inner] = /^(\d{4}-\d{2}-\d{2})\.([\w-]*)$/.exec(cursor) ?? [];
  if (day === undefined || day < from || day > to) {
    const reason = 'expected the cursor of the previous page of the same list; leave it out to begin at the start';
    throw invalidInput('The cursor is not one of this list.', [{ field: 'cursor', reason }]);
  }
  return { day, cursor: inner === '' ? undefined : inner };
}

function placeBefore(day: string, from: string): Place | undefined {
  const before = dayBefore(day);
  return before < from ? undefined : { day: before };
}
