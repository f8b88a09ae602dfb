import type { LeftOut, MissingRule } from './answers.ts';
import type { Scheme } from './inner.ts';
import type { BlockQuality } from './quality.ts';
import type { ItemOf } from './refusal.ts';
import type { Interval, Resampled } from './resample.ts';

export interface ConstructFigures extends BlockQuality {
  readonly name: string;
  /** Points 0–100; see `inPoints`. */
  readonly index: number;
  readonly interval?: Interval;
  /** Share of its variance that its causes explain, 0 … 1. Absent, with the next two, where it has no causes. */
  readonly rSquared?: number;
  readonly adjustedRSquared?: number;
  /** Share of its items' variance that its causes explain: communality × R². */
  readonly redundancy?: number;
}

export interface ItemFigures extends ItemOf {
  /** Of the standardised item in the standardised score. */
  readonly weight: number;
  /** Correlation of the item with the score. */
  readonly loading: number;
  readonly communality: number;
  readonly redundancy?: number;
  /** Of the item in the index: 0 … 1, summing to 1 in a construct. */
  readonly share: number;
  readonly intervals?: { readonly weight: Interval; readonly loading: Interval };
}

export interface PathFigures {
  readonly from: string;
  readonly to: string;
  /** Standardised: by how many standard deviations `to` is higher where `from` is one higher and the other causes are equal. */
  readonly coefficient: number;
  readonly interval?: Interval;
  /** Standardised, with all ways through other constructs. */
  readonly totalEffect: number;
}

/** What a construct does to another one by all ways, also where no path leads straight there. Standardised, but for `points`. */
export interface EffectFigures {
  readonly from: string;
  readonly to: string;
  readonly direct: number;
  readonly indirect: number;
  readonly total: number;
  readonly interval?: Interval;
  /** Points of the index of `to` for one point of the index of `from`: the importance of an importance–performance map. */
  readonly points: number;
  readonly pointsInterval?: Interval;
}

/** How the figures came about. The same answers, model and method give the same figures. */
export interface IndexMethod {
  readonly scheme: Scheme;
  readonly missing: MissingRule;
  readonly samples: number;
  readonly seed: number;
  /** Of the intervals, e.g. 0.95. */
  readonly level: number;
  /** Rounds until the weights had settled. */
  readonly iterations: number;
  /** `withheld`: they were asked for, but too few samples could be computed to tell of the others. */
  readonly intervals: 'percentile' | 'withheld' | 'not-asked';
  readonly failedSamples: Resampled['failed'];
  /** `needed` people are the floor below which nothing is told; with `advised`, a path of 0.2 is found four times in five. */
  readonly answers: { readonly needed: number; readonly advised: number };
}

/** The index of a structural model of satisfaction (R14), ready for JSON: no number in it is NaN or infinite. */
export interface IndexReport {
  readonly constructs: readonly ConstructFigures[];
  readonly items: readonly ItemFigures[];
  readonly paths: readonly PathFigures[];
  readonly effects: readonly EffectFigures[];
  /** Goodness of fit, 0 … 1. */
  readonly gof: number;
  /** `value` is absent where it is not defined: for constructs of one item. */
  readonly htmt: readonly { readonly constructs: readonly [string, string]; readonly value?: number }[];
  /** People whose answers the figures rest on. */
  readonly n: number;
  /** `negativeWeights`: items that the index leaves out, as better answers to them would lower it. */
  readonly leftOut: LeftOut & { readonly negativeWeights: readonly ItemOf[] };
  readonly method: IndexMethod;
}
