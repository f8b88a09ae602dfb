import type { Estimate } from '../../metrics/interval.ts';
import { compare, estimate, isScale, isSound, type Measure, minus, plus, type Sample } from '../sample.ts';
import { holm, LEVEL } from '../several-tests.ts';
import { type Funnel, funnelOf, type Limits, type Position, positionOf } from './funnel.ts';
import { type RankRange, rankRanges } from './ranks.ts';
import { type Common, commonOf, pooledVariance, shrunk } from './shrink.ts';
import { type Branch, withoutSmall } from './small-branches.ts';

/** What is compared, and which way is good: a complaint rate is better low. */
export type BranchMeasure = Measure & { readonly better: 'high' | 'low' };

export interface BranchFigure {
  readonly name: string;
  readonly n: number;
  /** As answered. */
  readonly estimate: Estimate;
  /** Drawn towards the mean of branches: the best guess of what it is in truth, and what branches are sorted by. */
  readonly shrunk: Estimate;
  /** From all other branches together, with its interval. */
  readonly difference: Estimate;
  /** That there is none; adjusted by Holm for all branches. */
  readonly pValue: number;
  readonly verdict: 'better' | 'worse' | 'not-distinguishable';
  readonly funnel: { readonly position: Position; readonly limits95: Limits; readonly limits998: Limits };
  readonly rank: RankRange;
}

export interface BranchComparison {
  readonly kind: 'measured';
  readonly unit: Measure['kind'];
  /** Answers of the house, those of small branches too. */
  readonly n: number;
  readonly house: Estimate;
  /** Best first. */
  readonly branches: readonly BranchFigure[];
  /** Small branches, as one; they are in the house's figure. */
  readonly others?: { readonly names: readonly string[]; readonly n: number };
  readonly overdispersion: number;
  /** Of the test that branches scatter by no more than chance. */
  readonly heterogeneity: number;
  /** Standard deviation of branches beyond chance. */
  readonly between: number;
  /** Branches whose sums such a scale cannot give. */
  readonly unsound: readonly string[];
}

export interface BranchRefusal {
  readonly kind: 'refused';
  /** `too-few-branches`: fewer than two have 5 answers or more, or would be left when small ones are protected. */
  readonly reason: 'too-few-branches' | 'unfit-scale';
  readonly n: number;
  readonly needed: number;
  readonly unsound: readonly string[];
}

/**
 * Compares branches without calling noise a difference (R20). The verdict is an exact (shares) or Welch's (means) test of each branch against all
 * others, adjusted by Holm: in 95 of 100 houses whose branches are all alike, none is called better or worse. Beside it: the figure shrunk
 * towards the mean, its place in the funnel, and the range of its rank. Branches of fewer than 5 answers are never shown; see `withoutSmall`.
 * Names are unique.
 */
export function compareBranches(branches: readonly Branch[], measure: BranchMeasure): BranchComparison | BranchRefusal {
  const unsound = branches.filter(({ sample }) => !isSound(sample, measure)).map(({ name }) => name);
  const sound = branches.filter(({ name }) => !unsound.includes(name));
  const refused = (reason: BranchRefusal['reason'], n: number): BranchRefusal => ({ kind: 'refused', reason, n, needed: 2, unsound });
  if (measure.kind === 'mean' && !isScale(measure)) return refused('unfit-scale', 0);
  const { shown, others } = withoutSmall(sound);
  if (shown.length < 2) return refused('too-few-branches', shown.length);
  const samples = shown.map(({ sample }) => sample);
  const house = [...samples, ...(others === undefined ? [] : [others.sample])].reduce(plus);
  const single = pooledVariance(samples, measure);
  const funnel = funnelOf(samples, house.sum / house.n, single, measure);
  const common = commonOf(samples, measure);
  return {
    ...{ kind: 'measured', unit: measure.kind, n: house.n, house: estimate(house, measure) },
    branches: figuresOf(shown, { house, single, funnel, common }, measure).sort(bestFirst(measure)),
    ...(others === undefined ? {} : { others: { names: others.names, n: others.sample.n } }),
    ...{ overdispersion: funnel.overdispersion, heterogeneity: funnel.pValue, between: Math.sqrt(common.between), unsound },
  };
}

/** What all branches are measured against. */
interface House {
  readonly house: Sample;
  /** Variance of single answers. */
  readonly single: number;
  readonly funnel: Funnel;
  readonly common: Common;
}

function figuresOf(shown: readonly Branch[], { house, single, funnel, common }: House, measure: BranchMeasure): BranchFigure[] {
  const against = shown.map(({ sample }) => compare(sample, minus(house, sample), measure));
  const adjusted = holm(against.map(({ pValue }) => pValue));
  const ranks = rankRanges(
    shown.map(({ sample }) => sample),
    measure,
    measure.better,
  );
  return shown.map(({ name, sample }, i) => {
    const { n } = sample;
    const pValue = adjusted[i] ?? 1;
    const difference = against[i]?.change ?? { value: 0, low: 0, high: 0 };
    return {
      ...{ name, n, estimate: estimate(sample, measure), shrunk: shrunk(sample, common, single, measure) },
      ...{ difference, pValue, verdict: verdictOf(difference.value, pValue, measure) },
      funnel: {
        position: positionOf(sample.sum / n, n, funnel),
        ...{ limits95: funnel.limits(n, 0.05), limits998: funnel.limits(n, 0.002) },
      },
      rank: ranks[i] ?? { best: 1, worst: shown.length },
    };
  });
}

function verdictOf(difference: number, pValue: number, { better }: BranchMeasure): BranchFigure['verdict'] {
  if (pValue >= LEVEL || difference === 0) return 'not-distinguishable';
  return difference > 0 === (better === 'high') ? 'better' : 'worse';
}

const bestFirst =
  ({ better }: BranchMeasure) =>
  (a: BranchFigure, b: BranchFigure): number => {
    const down = better === 'high' ? 1 : -1;
    return down * (b.shrunk.value - a.shrunk.value) || down * (b.estimate.value - a.estimate.value) || (a.name < b.name ? -1 : 1);
  };

/** The house on two levels (R20): what customers of the head office and of all branches say. */
export interface Levels {
  readonly kind: 'measured';
  readonly unit: Measure['kind'];
  readonly n: number;
  readonly headOffice: Estimate & { readonly n: number };
  readonly branches: Estimate & { readonly n: number };
  /** Head office less branches. */
  readonly difference: Estimate;
  readonly pValue: number;
  readonly verdict: 'better' | 'worse' | 'not-distinguishable';
}

/** As for every other figure; see metrics/figures.ts. */
const NEEDED = 10;

export interface LevelsRefusal {
  readonly kind: 'refused';
  readonly reason: 'too-few-answers' | 'unsound';
  /** On each level. */
  readonly needed: number;
}

/** Head office against all branches together, with the same test as branches among each other. How few answers there are is not told. */
export function compareLevels(headOffice: Sample, branches: readonly Branch[], measure: BranchMeasure): Levels | LevelsRefusal {
  const samples = branches.map(({ sample }) => sample);
  if (![headOffice, ...samples].every((sample) => isSound(sample, measure))) return { kind: 'refused', reason: 'unsound', needed: NEEDED };
  const all = samples.reduce(plus, { n: 0, sum: 0, squareSum: 0 });
  if (headOffice.n < NEEDED || all.n < NEEDED) return { kind: 'refused', reason: 'too-few-answers', needed: NEEDED };
  const { change, pValue } = compare(headOffice, all, measure);
  return {
    ...{ kind: 'measured', unit: measure.kind, n: headOffice.n + all.n },
    headOffice: { n: headOffice.n, ...estimate(headOffice, measure) },
    branches: { n: all.n, ...estimate(all, measure) },
    ...{ difference: change, pValue, verdict: verdictOf(change.value, pValue, measure) },
  };
}
