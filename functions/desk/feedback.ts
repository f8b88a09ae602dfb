import type * as z from 'zod/mini';
import { excerptOf } from '../../shared/api/excerpt.ts';
import type { FeedbackQuery } from '../../shared/api/feedback-query.ts';
import { operations } from '../../shared/api/operations.ts';
import type { FeedbackPage, ListedFeedback } from '../../shared/api/schemas.ts';
import { actorOf, maySee, type Viewer } from '../../shared/api/viewer.ts';
import { invalidInput, notFound } from '../../shared/domain/errors.ts';
import type { Feedback } from '../../shared/domain/feedback.ts';
import { localDay } from '../../shared/domain/metrics/contributions.ts';
import { type Mark, standsBehind } from '../../shared/domain/metrics/drill-down.ts';
import { instantsOfDays } from '../../shared/domain/metrics/period.ts';
import { correctFeedback, versionOf } from '../../shared/domain/understand/correct-feedback.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import { dayBefore, daysAskedFor } from './days.ts';
import { refuseUnseen } from './if-match.ts';
import type { DeskPorts } from './ports.ts';

/** Days that one list may span. Each costs a query, and a page goes through so many of them as `MAX_QUERIES` allows. */
const MAX_DAYS = 366;
/** Where little of much is asked for or may be seen, a page ends after this many queries; its cursor goes on from there. */
const MAX_QUERIES = 40;

/** @throws AmendsError 422, where a value is asked for and nobody can tell of what. */
function checkAnswer({ question, metric, value, max }: FeedbackQuery): void {
  if (question !== undefined || metric !== undefined || (value === undefined && max === undefined)) return;
  throw invalidInput('The answer asked for is not clear.', [
    { field: value === undefined ? 'max' : 'value', reason: 'goes with metric or question: say of which it is' },
  ]);
}

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

/** Newest first over the days asked for, which are those of the business; the register lists by days of UTC. */
export const listFeedback = ({ register, config }: Pick<DeskPorts, 'register' | 'config'>) =>
  endpoint(operations['GET /api/feedback'], async ({ query, viewer, now }): Promise<z.output<typeof FeedbackPage>> => {
    checkAnswer(query);
    const { timeZone } = config.brand;
    const asked = daysAskedFor(query, localDay(now, timeZone), MAX_DAYS);
    const { start, end } = instantsOfDays(asked.from, asked.to, timeZone);
    const [first, last] = [dayOf(start), dayOf(lastBefore(end))];
    const mark = markOf(query);
    const isWanted = (one: Feedback) => one.receivedAt >= start && one.receivedAt < end && maySee(viewer, one) && standsBehind(one, mark);
    const items: z.output<typeof ListedFeedback>[] = [];
    let place: Place | undefined = query.cursor === undefined ? { day: last } : placeOf(query.cursor, first, last);
    for (let queries = 0; place !== undefined && queries < MAX_QUERIES; queries++) {
      const page = await register.feedbackOfDay(place.day, { limit: query.limit - items.length, cursor: place.cursor });
      items.push(...page.items.filter(isWanted).map(listed));
      place = page.cursor === undefined ? placeBefore(place.day, first) : { day: place.day, cursor: page.cursor };
      // Within a busy day half a page is worth showing: filling the rest one by one would cost a query for each.
      if (items.length === query.limit || (page.cursor !== undefined && items.length * 2 >= query.limit)) break;
    }
    return place === undefined ? { items } : { items, cursor: `${place.day}.${place.cursor ?? ''}` };
  });

/** What the query asks for besides days. */
const markOf = ({ hasCase, unhappy, words, counted, question, metric, value, max, ...mark }: FeedbackQuery): Mark => ({
  ...mark,
  answer: question === undefined && metric === undefined ? undefined : { question, metric, value, max },
  hasCase: yesOrNo(hasCase),
  isUnhappy: yesOrNo(unhappy),
  hasWords: yesOrNo(words),
  isCounted: yesOrNo(counted),
});

const yesOrNo = (asked: 'true' | 'false' | undefined) => (asked === undefined ? undefined : asked === 'true');

const dayOf = (instant: string) => instant.slice(0, 10);
const lastBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();

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
