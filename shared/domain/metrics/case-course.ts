import * as z from 'zod/mini';
import { Case, Deadline, FollowUp, Offer } from '../recovery/case.ts';
import type { Counting, Deltas } from './tally.ts';

const [kase, deadline, followUp] = [Case.shape, Deadline.shape, FollowUp.shape];

/** What is looked at to tell how well a case went. What came to cases later is not asked of those that are older. */
export const CourseOfCase = z.object({
  state: z.optional(kase.state),
  closingReason: kase.closingReason,
  solvedAt: kase.solvedAt,
  offers: z.optional(z.array(z.object({ state: Offer.shape.state }))),
  followUps: z.optional(
    z.array(z.object({ answeredAt: followUp.answeredAt, isSolved: followUp.isSolved, satisfaction: followUp.satisfaction })),
  ),
  deadlines: z.optional(
    z.array(
      z.object({
        kind: deadline.kind,
        counts: deadline.counts,
        ranMs: deadline.ranMs,
        outcome: deadline.outcome,
        endedAt: deadline.endedAt,
      }),
    ),
  ),
});
type CourseOfCase = z.infer<typeof CourseOfCase>;

/** Opened, and found to be none: merged into another, a duplicate, or no complaint. */
export const isNoComplaint = ({ state, closingReason }: Pick<CourseOfCase, 'state' | 'closingReason'>): boolean =>
  state === 'merged' || closingReason === 'duplicate' || closingReason === 'not-a-complaint';

/**
 * Was the first answer given by its deadline, and the solution? The answer is that of the first round: it is what the customer waited for. A solution is
 * late where that of any round was, in time where that of the newest round is; while neither is known, the case is in none of them. Deadlines that were
 * dropped, or that its policy does not set, say nothing.
 */
export function serviceDeltas(item: CourseOfCase): Deltas {
  const deltas: Counting = {};
  const answer = firstAnswerOf(item);
  if (answer === 'met') deltas.casesAnsweredInTime = 1;
  if (answer === 'breached') deltas.casesAnsweredLate = 1;
  const solutions = outcomesOf(item, 'solution');
  if (solutions.includes('breached')) deltas.casesSolvedLate = 1;
  else if (solutions.at(-1) === 'met') deltas.casesSolvedInTime = 1;
  return deltas;
}

/**
 * How far a complaint's recovery has come: answered in time, offered something, accepted it, solved, satisfied after. Of the funnel each step is counted
 * with all before it alone, so none is greater than the one before; beside it stands what was reached whatever came before. All on the day the case was
 * opened, whatever the day of the step, so that they speak of the same cases; what is taken back later, by a new round or a withdrawn offer, is taken
 * out again.
 */
export function funnelDeltas(item: CourseOfCase): Deltas {
  if (isNoComplaint(item)) return {};
  const { offers = [], solvedAt } = item;
  const isAccepted = offers.some(({ state }) => state === 'accepted');
  const hasOffer = isAccepted || offers.some(({ state }) => state === 'offered' || state === 'refused');
  const isSolved = solvedAt !== undefined;
  const told = lastFollowUp(item);
  const isSatisfied = told !== undefined && wasSatisfied(told);
  const deltas: Counting = {};
  if (hasOffer) deltas.complaintsOffered = 1;
  if (isAccepted) deltas.complaintsAccepted = 1;
  if (isSolved) deltas.complaintsSolved = 1;
  if (told !== undefined) deltas.complaintsFollowedUp = 1;
  if (isSatisfied) deltas.complaintsSatisfied = 1;
  const steps = [firstAnswerOf(item) === 'met', hasOffer, isAccepted, isSolved, isSatisfied];
  const reached = steps.indexOf(false);
  for (const counter of FUNNEL_COUNTERS.slice(0, reached === -1 ? steps.length : reached)) deltas[counter] = 1;
  return deltas;
}

/** In the order of the steps. */
const FUNNEL_COUNTERS = ['funnelAnswered', 'funnelOffered', 'funnelAccepted', 'funnelSolved', 'funnelSatisfied'] as const;

/** Where the top two answers of 1–5 begin, in points. */
const SATISFIED_FROM = 75;

const lastFollowUp = ({ followUps = [] }: CourseOfCase) => followUps.findLast(({ answeredAt }) => answeredAt !== undefined);

/** Its rating is in the top two; where none was given, the customer said that it is solved. Who says that it is not, is not satisfied. */
const wasSatisfied = ({ isSolved, satisfaction }: NonNullable<ReturnType<typeof lastFollowUp>>) =>
  isSolved !== false && (satisfaction === undefined ? isSolved === true : satisfaction >= SATISFIED_FROM);

const outcomesOf = ({ deadlines = [] }: CourseOfCase, wanted: 'first-answer' | 'solution') =>
  deadlines.filter(({ kind, outcome }) => kind === wanted && outcome !== 'dropped').map(({ outcome }) => outcome);

const firstAnswerOf = (item: CourseOfCase) => outcomesOf(item, 'first-answer')[0];
