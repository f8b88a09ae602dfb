/** Why an answer, or a person's set of answers, stands behind no figure. */
export const LEFT_OUT_REASONS = [
  /** Ticked "cannot say". */
  'cannotSay',
  /** Passed over, or only one half of a pair was given. */
  'notAnswered',
  /** Not a finite number within the scale. */
  'outOfScale',
  /** Expected nothing: there is nothing to divide by. */
  'expectedNothing',
  /** Answered fewer than half of the items that make up a value of this person. */
  'tooFewItems',
  /** Gave no usable points of importance, or only points that sum to 0. */
  'withoutWeights',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** How many were left out, by reason; a reason that did not occur is absent. */
export type LeftOut = Readonly<Partial<Record<LeftOutReason, number>>>;

export const REFUSAL_REASONS = [
  'too-few-answers',
  'too-few-items',
  /** Ends of a scale that are not finite or not in order, or a scale on which the measure is not defined. */
  'unfit-scale',
  /** Counts that are not whole numbers from 0, or not in their order (more valid complaints than complaints). */
  'not-counts',
  /** Nobody to divide by: no customers, no orders. */
  'no-base',
  'weights-sum-to-zero',
  /** The mean expectation cannot be told from 0, so no ratio to it has an interval. */
  'expectation-near-zero',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Said instead of a figure: what is missing, and how many usable answers (items, cases) it takes. */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** Usable ones there were. */
  readonly n: number;
  /** Usable ones it takes. */
  readonly needed: number;
  readonly leftOut: LeftOut;
}

/** What every figure carries besides its numbers. */
export interface Basis {
  readonly kind: 'measured';
  /** Answers, pairs or persons that stand behind it. */
  readonly n: number;
  readonly leftOut: LeftOut;
}

/** A figure, or why there is none. Both are plain JSON; neither ever holds NaN or an infinite number. */
export type Measured<T> = (Basis & T) | Refusal;

/** With fewer answers no figure is given, as in `metrics/figures.ts`: its interval would span half the scale, and single persons could be told. */
export const NEEDED_ANSWERS = 10;

export const refused = (reason: RefusalReason, n: number, leftOut: LeftOut = {}, needed: number = NEEDED_ANSWERS): Refusal => ({
  kind: 'refused',
  reason,
  n,
  needed,
  leftOut,
});

/** What is usable of many, and how many were left out for which reason. */
export interface Sifted<Kept> {
  readonly kept: readonly Kept[];
  readonly leftOut: LeftOut;
}

/** The figure of what was kept, where that is enough. */
export function measured<Kept, T extends object>(
  { kept, leftOut }: Sifted<Kept>,
  figure: (kept: readonly Kept[]) => T,
  needed: number = NEEDED_ANSWERS,
): Measured<T> {
  const n = kept.length;
  return n < needed ? refused('too-few-answers', n, leftOut, needed) : { kind: 'measured', n, leftOut, ...figure(kept) };
}
