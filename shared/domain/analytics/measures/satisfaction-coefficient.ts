import { type Estimate, type Moments, momentsOf, simultaneousProportion, studentT95 } from '../../metrics/interval.ts';
import { type Measured, NEEDED_ANSWERS, refused } from './figure.ts';
import { isFit, type Reply, read, readPair, type Scale, shareOf, sift } from './reply.ts';

/** What one customer expected and what they perceived. */
export interface ExpectedAndPerceived {
  readonly expected: Reply;
  readonly perceived: Reply;
}

/** C below 1: dissatisfied; about 1: satisfied; above 1: delighted. */
export type CoefficientZone = 'below' | 'about' | 'above';

/** C within this distance from 1 is "about 1", its ends included, unless another is asked for. */
export const COEFFICIENT_TOLERANCE = 0.05;

/** Decimals such as 0.95 and 1 − 0.05 differ in their last digit only. */
const ROUNDING = 1e-9;

export const zoneOf = (coefficient: number, tolerance = COEFFICIENT_TOLERANCE): CoefficientZone => {
  if (Math.abs(coefficient - 1) <= tolerance + ROUNDING) return 'about';
  return coefficient < 1 ? 'below' : 'above';
};

/** Nobody marks less than this part of a scale; squares of still smaller numbers vanish. */
const NOTHING = 1e-9;

export interface CoefficientFigures {
  /** Mean perceived over mean expected; Fieller interval. 0 where nothing of what was expected came true for anybody. */
  readonly overall: Estimate;
  readonly zone: CoefficientZone;
  /** Does the whole interval lie in that zone? */
  readonly isClear: boolean;
  readonly tolerance: number;
  /** Customers by the zone of their own C; intervals hold at once at 95 % (Goodman 1965). */
  readonly zones: Readonly<Record<CoefficientZone, { readonly count: number; readonly share: Estimate }>>;
  /** Customers with C = 0: nothing of what they expected came true. */
  readonly nothingCameTrue: number;
}

/**
 * C of one customer: perceived over expected, both counted from the bottom of the scale, since a ratio needs a zero and the lowest answer says
 * "nothing". So 1 of 1–5 is 0, and C is 0 when nothing of what was expected came true. Nothing where either is missing, or nothing was expected.
 */
export function coefficientOf(pair: ExpectedAndPerceived, scale: Scale): number | undefined {
  const found = sharesOf(pair, scale);
  return typeof found === 'string' ? undefined : found[1] / found[0];
}

function sharesOf({ expected, perceived }: ExpectedAndPerceived, scale: Scale) {
  const pair = readPair(read(expected, scale), read(perceived, scale));
  if (typeof pair === 'string') return pair;
  const [e, p] = [shareOf(pair[0], scale), shareOf(pair[1], scale)];
  return e < NOTHING ? 'expectedNothing' : ([e, p] as const);
}

/**
 * The satisfaction coefficient of all customers together (R12): the ratio of the two means, not the mean of ratios, which a single customer who
 * expected next to nothing would carry off. Its interval is that of Fieller (1954), J. R. Stat. Soc. B 16:175–185, for two means of the same persons.
 * Customers who expected nothing have no C; they are left out and told as `expectedNothing`.
 */
export function satisfactionCoefficient(
  pairs: readonly ExpectedAndPerceived[],
  scale: Scale,
  tolerance = COEFFICIENT_TOLERANCE,
): Measured<CoefficientFigures> {
  if (!isFit(scale) || !(tolerance >= 0 && tolerance < 1)) return refused('unfit-scale', 0);
  const { kept, leftOut } = sift(pairs, (pair) => sharesOf(pair, scale));
  const n = kept.length;
  if (n < NEEDED_ANSWERS) return refused('too-few-answers', n, leftOut);
  const overall = ratioOf(kept);
  if (typeof overall === 'number') return refused('expectation-near-zero', n, leftOut, overall);
  const zone = zoneOf(overall.value, tolerance);
  return {
    kind: 'measured',
    n,
    leftOut,
    overall,
    zone,
    isClear: zone === zoneOf(overall.low, tolerance) && zone === zoneOf(overall.high, tolerance),
    tolerance,
    zones: zonesOf(kept, tolerance),
    nothingCameTrue: kept.filter(([, p]) => p === 0).length,
  };
}

function zonesOf(kept: readonly (readonly [number, number])[], tolerance: number): CoefficientFigures['zones'] {
  const of = (zone: CoefficientZone) => {
    const count = kept.filter(([e, p]) => zoneOf(p / e, tolerance) === zone).length;
    return { count, share: simultaneousProportion(count, kept.length, 3) };
  };
  return { below: of('below'), about: of('about'), above: of('above') };
}

/** The ratio with its interval; or how many customers it would take, where the mean expectation cannot be told from 0. */
function ratioOf(kept: readonly (readonly [number, number])[]): Estimate | number {
  const n = kept.length;
  const expected = momentsOf(kept.map(([e]) => e));
  const perceived = momentsOf(kept.map(([, p]) => p));
  const t2 = studentT95(n - 1) ** 2 / n;
  const a = expected.mean ** 2 - t2 * expected.variance;
  if (a <= 0) return Math.ceil((n * t2 * expected.variance) / expected.mean ** 2) + 1;
  const b = expected.mean * perceived.mean - t2 * covarianceOf(kept, expected, perceived);
  const c = perceived.mean ** 2 - t2 * perceived.variance;
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  const value = perceived.mean / expected.mean;
  return { value, low: Math.max(0, Math.min(value, (b - root) / a)), high: Math.max(value, (b + root) / a) };
}

/** From the variances of the sums and the parts, so that it is added up in order of size too: shuffling customers changes no digit. */
function covarianceOf(kept: readonly (readonly [number, number])[], expected: Moments, perceived: Moments): number {
  return (momentsOf(kept.map(([e, p]) => e + p)).variance - expected.variance - perceived.variance) / 2;
}
