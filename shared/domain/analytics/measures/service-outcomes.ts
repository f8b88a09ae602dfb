import { type Verdict, verdictOf } from '../../metrics/figures.ts';
import { type Estimate, eventRate, meanOf, momentsOf, proportion } from '../../metrics/interval.ts';
import { type LeftOutReason, type Measured, measured, NEEDED_ANSWERS, refused } from './figure.ts';
import { isFit, type Reply, read, readPair, type Scale, sift } from './reply.ts';

/** Was it solved at the first contact? As the customer said, or the register shows. */
export type Solved = boolean | 'cannot-say' | undefined;

/** Share of matters solved at the first contact, 0 … 1 (R19, R25); Wilson interval. */
export function firstContactResolution(replies: readonly Solved[]): Measured<{ readonly share: Estimate }> {
  const answered = sift(replies, (reply): { readonly isSolved: boolean } | LeftOutReason => {
    if (reply === undefined) return 'notAnswered';
    return reply === 'cannot-say' ? 'cannotSay' : { isSolved: reply };
  });
  return measured(answered, (kept) => ({ share: proportion(kept.filter(({ isSolved }) => isSolved).length, kept.length) }));
}

/** One customer's satisfaction with the service that failed, and with how it was put right. */
export interface BeforeAndAfter {
  readonly before: Reply;
  readonly after: Reply;
}

export interface RecoveryFigures {
  readonly scale: Scale;
  readonly before: Estimate;
  readonly after: Estimate;
  /** After less before, within the same customers; paired t interval. */
  readonly difference: Estimate;
  readonly verdict: Verdict;
}

/**
 * What recovery did for satisfaction (R4, R25), of customers who said both. It is no proof that it was the recovery: those who answer twice are those
 * who stayed.
 */
export function recoveryFigures(customers: readonly BeforeAndAfter[], scale: Scale): Measured<RecoveryFigures> {
  if (!isFit(scale)) return refused('unfit-scale', 0);
  const { min, max } = scale;
  const pairs = sift(customers, ({ before, after }) => readPair(read(before, scale), read(after, scale)));
  return measured(pairs, (kept) => {
    const difference = meanOf(momentsOf(kept.map(([before, after]) => after - before)), min - max, max - min);
    return {
      scale: { min, max },
      before: meanOf(momentsOf(kept.map(([before]) => before)), min, max),
      after: meanOf(momentsOf(kept.map(([, after]) => after)), min, max),
      difference,
      verdict: verdictOf(difference),
    };
  });
}

/** The service standard's target: valid complaints are at most this part of the base (R19). */
export const VALID_COMPLAINTS_TARGET = 0.01;

export interface ComplaintCounts {
  /** Customers, or orders: whatever is divided by. */
  readonly base: number;
  readonly complaints: number;
  /** Those of them that were found valid. Those not decided yet count as not valid here; see `undecided`. */
  readonly valid: number;
  /** Complaints not decided yet. */
  readonly undecided?: number;
}

export interface ComplaintFigures {
  /** Complaints per 1,000 of the base, where one may complain several times: Poisson, Byar's interval. */
  readonly perThousand: Estimate;
  /** Valid complaints as a part of the base, 0 … 1; Wilson interval. */
  readonly validShare: Estimate;
  readonly target: number;
  /** Is the share itself within the target, and does the whole interval say the same, even were all that is undecided valid? */
  readonly isMet: boolean;
  readonly isClear: boolean;
  readonly undecided: number;
}

/** How many complain, and whether the standard's target is met (R19). */
export function complaintFigures(counts: ComplaintCounts, target = VALID_COMPLAINTS_TARGET): Measured<ComplaintFigures> {
  const { base, complaints, valid, undecided = 0 } = counts;
  const areCounts = [base, complaints, valid, undecided].every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!areCounts || valid + undecided > complaints || valid > base || !(target >= 0 && target <= 1)) return refused('not-counts', 0);
  if (base === 0) return refused('no-base', 0);
  if (base < NEEDED_ANSWERS) return refused('too-few-answers', base);
  const rate = eventRate(complaints, base);
  const validShare = proportion(valid, base);
  const isMet = validShare.value <= target;
  const worst = proportion(Math.min(base, valid + undecided), base);
  return {
    kind: 'measured',
    n: base,
    leftOut: {},
    perThousand: { value: 1000 * rate.value, low: 1000 * rate.low, high: 1000 * rate.high },
    validShare,
    target,
    isMet,
    isClear: isMet ? worst.high <= target : validShare.low > target,
    undecided,
  };
}
