import { type Estimate, meanOf, momentsOf, netPromoterScore, proportion, simultaneousProportion } from '../../metrics/interval.ts';
import { fifthOf, isTopTwo } from '../../metrics/rating.ts';
import { type Measured, measured, refused } from './figure.ts';
import { isFit, type Reply, read, type Scale, shareOf, sift } from './reply.ts';

/** On longer scales single answers are no classes of their own: fifths of the scale are. */
const MAX_CLASSES = 11;

/** One class of a distribution. */
export interface Class {
  /** Least and greatest answer in it; the same where it is a single answer. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** 0 … 1; the intervals of all classes hold at once at 95 % (Goodman 1965). */
  readonly share: Estimate;
}

/** What ratings on one scale say. */
export interface RatingFigures {
  readonly scale: Scale;
  /** Share of the best answer alone, 0 … 1; Wilson interval. On a slider the top quarter is counted, as `topTwoBox`. */
  readonly topBox: Estimate;
  /** Share of the two best, as `isTopTwo` defines them per scale. */
  readonly topTwoBox: Estimate;
  /** On the scale as asked; t interval. */
  readonly mean: Estimate;
  /** The same in points, 0 … 100. */
  readonly points: Estimate;
  /** Worst first: single answers where all are whole on a scale of at most 11, fifths of the scale elsewhere. */
  readonly distribution: readonly Class[];
}

/** CSAT and other ratings (R11, R14): top box, top two box, mean, distribution. */
export function ratingFigures(replies: readonly Reply[], scale: Scale): Measured<RatingFigures> {
  if (!isFit(scale)) return refused('unfit-scale', 0);
  return measured(
    sift(replies, (reply) => read(reply, scale)),
    (kept) => figuresOf(kept, scale),
  );
}

function figuresOf(kept: readonly number[], scale: Scale): RatingFigures {
  const { min, max } = scale;
  const n = kept.length;
  const topTwo = kept.filter((value) => isTopTwo({ metric: 'csat', value, min, max })).length;
  const isSlider = max - min >= MAX_CLASSES;
  return {
    scale: { min, max },
    topBox: proportion(isSlider ? topTwo : kept.filter((value) => value === max).length, n),
    topTwoBox: proportion(topTwo, n),
    mean: meanOf(momentsOf(kept), min, max),
    points: meanOf(momentsOf(kept.map((value) => 100 * shareOf(value, scale))), 0, 100),
    distribution: distributionOf(kept, scale),
  };
}

function distributionOf(values: readonly number[], scale: Scale): Class[] {
  const { min, max } = scale;
  const areWhole = Number.isSafeInteger(min) && Number.isSafeInteger(max) && max - min < MAX_CLASSES && values.every(Number.isSafeInteger);
  const classes = areWhole ? max - min + 1 : 5;
  const counts = Array.from({ length: classes }, () => 0);
  for (const value of values) {
    const at = areWhole ? value - min : fifthOf({ metric: 'rating', value, min, max }) - 1;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const width = (max - min) / 5;
  return counts.map((count, i) => ({
    from: areWhole ? min + i : min + i * width,
    to: areWhole ? min + i : min + (i + 1) * width,
    count,
    share: simultaneousProportion(count, values.length, classes),
  }));
}

/** The Net Promoter Score. Reichheld (2003), Harvard Business Review 81(12):46–54. */
export interface PromoterFigures {
  /** −100 … 100; adjusted Wald interval. */
  readonly score: Estimate;
  /** Answers 9 and 10; 7 and 8; 0 … 6. */
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** NPS is defined on whole answers from 0 to 10; all else is out of its scale. */
export function promoterFigures(replies: readonly Reply[]): Measured<PromoterFigures> {
  const whole = sift(replies, (reply) => {
    const value = read(reply, { min: 0, max: 10 });
    return typeof value === 'string' || Number.isInteger(value) ? value : 'outOfScale';
  });
  return measured(whole, (kept) => {
    const n = kept.length;
    const promoters = kept.filter((value) => value >= 9).length;
    const detractors = kept.filter((value) => value <= 6).length;
    const score = netPromoterScore(promoters, detractors, n);
    return { score, promoters, passives: n - promoters - detractors, detractors };
  });
}

/** The Customer Effort Score. */
export interface EffortFigures {
  readonly scale: Scale;
  /** On the scale as asked, the top being the least effort; t interval. */
  readonly mean: Estimate;
  /** Share that found it easy, 0 … 1: 5 … 7 of 1–7, 4 and 5 of 1–5; Wilson interval. */
  readonly easy: Estimate;
}

/** Least answer that says "easy", by the top of the scale. */
const EASY_FROM: ReadonlyMap<number, number> = new Map([
  [7, 5],
  [5, 4],
]);

/**
 * CES. Dixon, Freeman & Toman (2010), "Stop Trying to Delight Your Customers", Harvard Business Review 88(7/8):116–122, asked for effort on 1–5;
 * Dixon, Toman & DeLisi (2013), "The Effortless Experience", for agreement that it was made easy on 1–7. The top of both scales is the best here: the
 * question of 2010, whose 1 is the least effort, is turned where it comes in. Refused on other scales.
 */
export function effortFigures(replies: readonly Reply[], scale: Scale): Measured<EffortFigures> {
  const easyFrom = scale.min === 1 ? EASY_FROM.get(scale.max) : undefined;
  if (easyFrom === undefined) return refused('unfit-scale', 0);
  return measured(
    sift(replies, (reply) => read(reply, scale)),
    (kept) => ({
      scale: { min: scale.min, max: scale.max },
      mean: meanOf(momentsOf(kept), scale.min, scale.max),
      easy: proportion(kept.filter((value) => value >= easyFrom).length, kept.length),
    }),
  );
}
