import type { Period } from '../metrics/period.ts';
import type { Case, Deadline } from '../recovery/case.ts';

const HOUR_MS = 3_600_000;

/** Deadlines of one kind that fell due in a period. */
export interface Kept {
  readonly met: number;
  readonly missed: number;
}

/** The service done in a period (R19), counted over all cases, not a sample of them. */
export interface ServiceFigures {
  /** First answers by a person. */
  readonly firstAnswers: Kept;
  /** Business hours until the first answer given in the period. */
  readonly hoursToFirstAnswer: { readonly n: number; readonly median?: number | undefined };
  readonly solutions: Kept;
  /** Cases closed in the period. */
  readonly closed: number;
  /** Of these, found justified, wholly or partly. */
  readonly justified: number;
}

/**
 * What was due in the period and what came of it. A deadline counts in the period in which it is due, so that the cases of last week's end do not flatter
 * it; one that stands still because the customer is awaited counts when it is due at last.
 * @param cases open ones, and those closed since the period began; each once
 * @param at what is past its time by then and not done is missed
 */
export function serviceOf(cases: readonly Case[], period: Period, at: string): ServiceFigures {
  const isIn = (instant: string | undefined) => instant !== undefined && instant >= period.startsAt && instant < period.endsAt;
  const deadlines = cases.flatMap((item) => item.deadlines);
  const due = (kind: Deadline['kind']): Kept => {
    const ofPeriod = deadlines.filter((one) => one.kind === kind && isIn(one.dueAt));
    return { met: ofPeriod.filter(isMet).length, missed: ofPeriod.filter((one) => isMissed(one, at)).length };
  };
  const hours = deadlines
    .filter((one) => one.kind === 'first-answer' && one.counts === 'business' && one.outcome !== 'dropped' && isIn(one.endedAt))
    .map(({ ranMs }) => ranMs / HOUR_MS)
    .sort((a, b) => a - b);
  const closed = cases.filter((item) => item.state === 'closed' && isIn(item.closedAt));
  return {
    firstAnswers: due('first-answer'),
    hoursToFirstAnswer: { n: hours.length, median: hours[Math.ceil(hours.length / 2) - 1] },
    solutions: due('solution'),
    closed: closed.length,
    justified: closed.filter(({ decision }) => decision?.verdict === 'founded' || decision?.verdict === 'partly-founded').length,
  };
}

const isMet = ({ outcome }: Deadline) => outcome === 'met';

const isMissed = ({ outcome, endedAt, since, dueAt }: Deadline, at: string) =>
  outcome === 'breached' || (outcome === undefined && endedAt === undefined && since !== undefined && dueAt < at);
