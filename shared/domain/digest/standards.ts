import * as z from 'zod/mini';
import { Localized } from '../language.ts';
import { isReportable } from '../metrics/figures.ts';
import type { Estimate } from '../metrics/interval.ts';
import type { ServiceFigures } from './service.ts';

const Share = z.number().check(z.minimum(0), z.maximum(1));

/** The house's service standards (R19): what it wants to reach, shown as reached or not in the weekly and monthly digest. */
export const Standards = z.strictObject({
  /** Satisfied customers of those who answered (top two boxes), at least. */
  satisfiedAtLeast: z.optional(Share),
  /** First answers by a person given by their deadline, of those that fell due, at least. */
  firstAnswersInTimeAtLeast: z.optional(Share),
  /** Business hours until the first answer of the median case, at most. */
  firstAnswerHoursAtMost: z.optional(z.number().check(z.positive())),
  /** Cases solved by their deadline, of those that fell due, at least. */
  solvedInTimeAtLeast: z.optional(Share),
  /** Complaints found justified, of customers or orders served in the month, at most. Handbooks ask for 1 %. */
  complaintsAtMost: z._default(Share, 0.01),
  /** How many customers or orders were served, month by month: nothing in Amends knows. Of the house, or of a branch. */
  served: z._default(
    z.array(
      z.strictObject({
        month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM')),
        branch: z.optional(z.string()),
        count: z.int().check(z.minimum(1)),
      }),
    ),
    [],
  ),
  /** Who answers for the measuring, as ISO 10004 asks to be stated. */
  owner: z.optional(Localized),
});
export type Standards = z.infer<typeof Standards>;

export const STANDARD_KEYS = ['satisfied', 'firstAnswersInTime', 'firstAnswerHours', 'solvedInTime', 'complaints'] as const;
export type StandardKey = (typeof STANDARD_KEYS)[number];

/**
 * `cannot-tell`: the interval of a sample reaches over the target, so it may be met or not. `not-known`: there is too little, or nothing, to judge by.
 */
export type StandardVerdict = 'met' | 'not-met' | 'cannot-tell' | 'not-known';

export interface StandardRow {
  readonly key: StandardKey;
  /** A share, or hours. */
  readonly target: number;
  readonly isAtLeast: boolean;
  readonly actual?: number | undefined;
  /** Of a sample. What is counted whole has none: it is what it is. */
  readonly interval?: Estimate | undefined;
  /** Behind the figure: answers, deadlines, cases; of complaints, those served. */
  readonly n: number;
  /** Of those: kept, solved, justified. Absent for hours and satisfaction. */
  readonly count?: number | undefined;
  readonly verdict: StandardVerdict;
}

interface Judged {
  readonly satisfied: Estimate | undefined;
  readonly answers: number;
  readonly service: ServiceFigures;
  /** Customers or orders served in the period, where it is known. */
  readonly served: number | undefined;
}

/**
 * Each standard of the house against what was reached, in the order in which they are defined; those it has not set are left out.
 * Satisfaction is known of those who answered only, so it is met or missed where the whole 95 % interval lies on one side of the target, and cannot be
 * told otherwise. Service figures count every case there was: they are compared as they are.
 */
export function judgeStandards(standards: Standards, { satisfied, answers, service, served }: Judged): StandardRow[] {
  const { firstAnswers, solutions, hoursToFirstAnswer } = service;
  const counted = (key: StandardKey, target: number | undefined, { met, missed }: { met: number; missed: number }) =>
    target === undefined ? [] : [whole(key, target, true, met + missed === 0 ? undefined : met / (met + missed), met + missed, met)];
  const { satisfiedAtLeast, firstAnswerHoursAtMost, complaintsAtMost } = standards;
  return [
    ...(satisfiedAtLeast === undefined ? [] : [ofSample(satisfiedAtLeast, satisfied, answers)]),
    ...counted('firstAnswersInTime', standards.firstAnswersInTimeAtLeast, firstAnswers),
    ...(firstAnswerHoursAtMost === undefined
      ? []
      : [whole('firstAnswerHours', firstAnswerHoursAtMost, false, hoursToFirstAnswer.median, hoursToFirstAnswer.n)]),
    ...counted('solvedInTime', standards.solvedInTimeAtLeast, solutions),
    whole(
      'complaints',
      complaintsAtMost,
      false,
      served === undefined ? undefined : service.justified / served,
      served ?? 0,
      service.justified,
    ),
  ];
}

function ofSample(target: number, satisfied: Estimate | undefined, n: number): StandardRow {
  const verdict = () => {
    if (satisfied === undefined || !isReportable(n)) return 'not-known';
    if (satisfied.low >= target) return 'met';
    return satisfied.high < target ? 'not-met' : 'cannot-tell';
  };
  return { key: 'satisfied', target, isAtLeast: true, actual: satisfied?.value, interval: satisfied, n, verdict: verdict() };
}

function whole(key: StandardKey, target: number, isAtLeast: boolean, actual: number | undefined, n: number, count?: number): StandardRow {
  const isMet = actual !== undefined && (isAtLeast ? actual >= target : actual <= target);
  return { key, target, isAtLeast, actual, n, count, verdict: actual === undefined ? 'not-known' : isMet ? 'met' : 'not-met' };
}

/** How many were served in a month, of the house or a branch; undefined where nobody said. @param month `YYYY-MM` */
export const servedIn = ({ served }: Standards, month: string, branch: string | undefined): number | undefined =>
  served.find((one) => one.month === month && one.branch === branch)?.count;
