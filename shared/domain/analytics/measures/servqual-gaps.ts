import { type Estimate, meanOf, momentsOf } from '../../metrics/interval.ts';
import { SERVQUAL_DIMENSIONS, type ServqualDimension } from '../../understand/servqual.ts';
import { type LeftOutReason, type Measured, measured, type Refusal, refused } from './figure.ts';
import { gapOf, meanOfItems, numberOf } from './person-values.ts';
import { isFit, type Replies, readPair, type Scale, sift } from './reply.ts';
import { expectationOf, importanceOf, perceptionOf, SERVQUAL_ITEMS, SERVQUAL_SCALE, type ServqualItem } from './servqual-items.ts';

/** Perception less expectation, on the scale of the answers: below 0 where we fall short of what is expected. Paired t interval. */
export interface Gap {
  readonly gap: Estimate;
}

export interface ItemGap {
  readonly id: string;
  readonly dimension: ServqualDimension;
  readonly result: Measured<Gap & { readonly expectation: Estimate; readonly perception: Estimate; readonly isClearlyBelow: boolean }>;
}

export interface DimensionGap {
  readonly dimension: ServqualDimension;
  readonly result: Measured<Gap & { readonly isClearlyBelow: boolean }>;
  /** Mean importance, as a part of 1; t interval. Not measured where the house set the weights or nobody gave points. */
  readonly importance: Measured<{ readonly weight: Estimate }>;
}

export interface ServqualFigures {
  readonly kind: 'measured';
  readonly scale: Scale;
  readonly items: readonly ItemGap[];
  readonly dimensions: readonly DimensionGap[];
  /** Every dimension counts alike. */
  readonly unweighted: Measured<Gap>;
  /** Every dimension counts by the importance that the person, or the house, gave it. */
  readonly weighted: Measured<Gap>;
}

export type ServqualWeights = Readonly<Record<ServqualDimension, number>>;

export interface ServqualOptions {
  /** Those that were asked: all 22, or a house's choice of them. */
  readonly items?: readonly Pick<ServqualItem, 'id' | 'dimension'>[];
  readonly scale?: Scale;
  /** The house's own weights instead of the points of the customers; need not sum to 100. */
  readonly weights?: ServqualWeights;
}

/** Importance is asked for as a share of 100 points; a survey that asks for 0–10 each lies within. */
const POINTS = { min: 0, max: 100 } as const;

/**
 * SERVQUAL gaps (R13). Parasuraman, Zeithaml & Berry (1988), Journal of Retailing 64:12–40; weighted by 100 points as in Zeithaml, Parasuraman & Berry
 * (1990), "Delivering Quality Service", appendix A: each person's dimension gaps are weighted by that person's own points, then averaged over persons.
 *
 * A person's gap in a dimension is the mean of their item gaps, where they gave both halves of at least half of its items. The overall gaps are of
 * persons who have one in every dimension asked. `isClearlyBelow` is judged on intervals widened for as many items (dimensions) as are judged
 * (Bonferroni), so among them all a wrong "clearly below" comes in at most 1 of 40 surveys; the intervals shown are plain 95 % ones.
 */
export function servqualGaps(people: readonly Replies[], options: ServqualOptions = {}): ServqualFigures | Refusal {
  const { items = SERVQUAL_ITEMS, scale = SERVQUAL_SCALE } = options;
  if (!isFit(scale)) return refused('unfit-scale', 0);
  if (items.length === 0) return refused('too-few-items', 0, {}, 1);
  const dimensions = SERVQUAL_DIMENSIONS.filter((dimension) => items.some((item) => item.dimension === dimension));
  const halves = dimensions.map((dimension) =>
    items.filter((item) => item.dimension === dimension).map((item) => [expectationOf(item), perceptionOf(item)] as const),
  );
  const survey: Asked = { people, items, scale, dimensions, halves, span: scale.max - scale.min };
  const gaps = people.map((person) => gapsOfPerson(person, survey));
  const importances = dimensions.map(importanceOf);
  const points = people.map((person) => pointsOf(person, importances));
  return {
    kind: 'measured',
    scale: { min: scale.min, max: scale.max },
    items: items.map((item) => ({ id: item.id, dimension: item.dimension, result: itemGap(item, survey) })),
    dimensions: dimensions.map((dimension, at) => ({
      dimension,
      result: dimensionGap(
        gaps.map((of) => of[at] ?? 'tooFewItems'),
        survey,
      ),
      importance: importance(points, at),
    })),
    unweighted: overallGap(gaps, () => dimensions.map(() => 1), survey),
    weighted: weightedGap(gaps, points, survey, options.weights),
  };
}

interface Asked {
  readonly people: readonly Replies[];
  readonly items: readonly Pick<ServqualItem, 'id' | 'dimension'>[];
  readonly scale: Scale;
  readonly dimensions: readonly ServqualDimension[];
  /** Ids of the two halves of each item, by dimension. */
  readonly halves: readonly (readonly (readonly [string, string])[])[];
  /** The greatest gap there can be. */
  readonly span: number;
}

/** One number per dimension asked, in their order. */
type ByDimension = readonly (number | LeftOutReason)[];

function itemGap(item: Pick<ServqualItem, 'id'>, { people, items, scale, span }: Asked): ItemGap['result'] {
  const [expectation, perception] = [expectationOf(item), perceptionOf(item)];
  const pairs = sift(people, (person) => readPair(numberOf(person, expectation, scale), numberOf(person, perception, scale)));
  return measured(pairs, (kept) => {
    const gaps = kept.map(([expected, perceived]) => perceived - expected);
    return {
      ...judged(gaps, span, items.length),
      expectation: meanOf(momentsOf(kept.map(([expected]) => expected)), scale.min, scale.max),
      perception: meanOf(momentsOf(kept.map(([, perceived]) => perceived)), scale.min, scale.max),
    };
  });
}

/** @param several how many such gaps are judged at once */
function judged(gaps: readonly number[], span: number, several: number) {
  const sample = momentsOf(gaps);
  return { gap: meanOf(sample, -span, span), isClearlyBelow: meanOf(sample, -span, span, 0.05 / several).high < 0 };
}

const gapsOfPerson = (person: Replies, { halves, scale }: Asked): ByDimension =>
  halves.map((own) => {
    const gaps = own.map(([expectation, perception]) => gapOf(person, expectation, perception, scale));
    return meanOfItems(gaps, own.length);
  });

function dimensionGap(gaps: ByDimension, { span, dimensions }: Asked): DimensionGap['result'] {
  return measured(
    sift(gaps, (gap) => gap),
    (kept) => judged(kept, span, dimensions.length),
  );
}

/** A person's points as parts of 1; people rarely hit 100 exactly, and it is the proportion that they mean. */
function pointsOf(person: Replies, importances: readonly string[]): readonly number[] | 'withoutWeights' {
  const points = importances.map((question) => numberOf(person, question, POINTS));
  const numbers = points.filter((point) => typeof point === 'number');
  return numbers.length < points.length ? 'withoutWeights' : (partsOf(numbers) ?? 'withoutWeights');
}

/** Weights as parts of 1; nothing where they sum to 0, or one is negative or not finite. */
function partsOf(weights: readonly number[]): readonly number[] | undefined {
  const greatest = Math.max(...weights);
  if (!(greatest > 0) || !weights.every((weight) => Number.isFinite(weight) && weight >= 0)) return undefined;
  const sum = weights.reduce((total, weight) => total + weight / greatest, 0);
  return weights.map((weight) => weight / greatest / sum);
}

function importance(points: readonly (readonly number[] | 'withoutWeights')[], at: number): DimensionGap['importance'] {
  const parts = sift(points, (of) => (of === 'withoutWeights' ? of : (of[at] ?? 'withoutWeights')));
  return measured(parts, (kept) => ({ weight: meanOf(momentsOf(kept), 0, 1) }));
}

function weightedGap(
  gaps: readonly ByDimension[],
  points: readonly (readonly number[] | 'withoutWeights')[],
  survey: Asked,
  house: ServqualWeights | undefined,
): Measured<Gap> {
  if (house === undefined) {
    // Points were given, but to nothing: that is told apart from too few answers.
    const gaveNothing = (person: Replies) =>
      survey.dimensions.every((dimension) => numberOf(person, importanceOf(dimension), POINTS) === 0);
    const areAllOut = points.every((of) => of === 'withoutWeights');
    if (areAllOut && survey.people.some(gaveNothing)) return refused('weights-sum-to-zero', 0, { withoutWeights: points.length });
    return overallGap(gaps, (at) => points[at] ?? 'withoutWeights', survey);
  }
  const parts = partsOf(survey.dimensions.map((dimension) => house[dimension]));
  return parts === undefined ? refused('weights-sum-to-zero', 0) : overallGap(gaps, () => parts, survey);
}

function overallGap(
  gaps: readonly ByDimension[],
  weightsOf: (person: number) => readonly number[] | 'withoutWeights',
  { span }: Asked,
): Measured<Gap> {
  const overall = sift([...gaps.entries()], ([person, own]) => {
    const numbers = own.filter((gap) => typeof gap === 'number');
    if (numbers.length < own.length) return 'tooFewItems';
    const weights = weightsOf(person);
    if (weights === 'withoutWeights') return weights;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return numbers.reduce((sum, gap, at) => sum + gap * (weights[at] ?? 0), 0) / total;
  });
  return measured(overall, (kept) => ({ gap: meanOf(momentsOf(kept), -span, span) }));
}
