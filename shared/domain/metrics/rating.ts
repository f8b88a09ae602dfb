import type { Answer } from '../feedback.ts';
import { overallScore, scoreOf } from '../score.ts';
import type { NamedCounter } from './counters.ts';
import type { Deltas } from './tally.ts';

type Rating = Pick<Answer, 'metric' | 'value' | 'min' | 'max'>;

/** Longest scale on which single answers are told apart by people (0–10); beyond it is a slider. */
const MAX_SCALE_STEPS = 10;

/**
 * Is this answer in the top two boxes of its scale as asked: 4–5 of 1–5, 6–7 of 1–7, 9–10 of 1–10?
 * Where two boxes would be half the scale or reach its middle (2 or 3 answers, e.g. thumbs up or down) only the best one counts;
 * on a slider (more than 11 answers) the top quarter counts, which is where 4 of 1–5 lies.
 */
export function isTopTwo(rating: Rating): boolean {
  const { value, min, max } = rating;
  if (max - min > MAX_SCALE_STEPS) return scoreOf(rating) >= 75;
  return value >= (max - min < 3 ? max : max - 1);
}

const FIFTHS = [1, 2, 3, 4, 5] as const;

/** Which fifth of its scale an answer lies in, 1 worst … 5 best. On 1–5 that is the answer itself. */
export const fifthOf = (rating: Rating) => FIFTHS[Math.floor(scoreOf(rating) / 20)] ?? 5;

/**
 * What one person's answers add. One answer per metric: the first, which surveys put as the overall question. Several ratings of one person
 * are not independent, and intervals are computed for independent answers; so of ratings a person's mean is counted.
 */
export function ratingDeltas(answers: readonly Rating[]): Deltas {
  const csat = answers.find(({ metric }) => metric === 'csat');
  const deltas: Partial<Record<NamedCounter, number>> = {};
  if (csat !== undefined) {
    const score = Math.round(scoreOf(csat) * 100);
    deltas[`csat${fifthOf(csat)}`] = 1;
    deltas.csatTop2 = isTopTwo(csat) ? 1 : 0;
    deltas.csatScoreSum = score;
    deltas.csatScoreSquareSum = score * score;
  }
  for (const counterOf of [npsCounter, cesCounter, fcrCounter]) {
    const counter = answers.map(counterOf).find((found) => found !== undefined);
    if (counter !== undefined) deltas[counter] = 1;
  }
  const rating = overallScore(answers.filter(({ metric }) => metric === 'rating'));
  if (rating !== undefined) {
    const score = Math.round(rating * 100);
    deltas.rated = 1;
    deltas.ratingScoreSum = score;
    deltas.ratingScoreSquareSum = score * score;
  }
  return deltas;
}

/** Counters of NPS answers by value. */
export const NPS_COUNTERS = ['nps0', 'nps1', 'nps2', 'nps3', 'nps4', 'nps5', 'nps6', 'nps7', 'nps8', 'nps9', 'nps10'] as const;

/** NPS is defined on whole answers from 0 to 10 only (Reichheld 2003): anything else asked under its name is not counted as it. */
function npsCounter({ metric, value, min, max }: Rating): NamedCounter | undefined {
  return metric === 'nps' && min === 0 && max === 10 ? NPS_COUNTERS[value] : undefined;
}

/** Counters of effort answers by value, on the two scales that CES is defined on (see `effortFigures`): other scales are not counted as it. */
export const CES_COUNTERS = {
  five: ['ces5v1', 'ces5v2', 'ces5v3', 'ces5v4', 'ces5v5'],
  seven: ['ces7v1', 'ces7v2', 'ces7v3', 'ces7v4', 'ces7v5', 'ces7v6', 'ces7v7'],
} as const satisfies Record<string, readonly NamedCounter[]>;

function cesCounter({ metric, value, min, max }: Rating): NamedCounter | undefined {
  if (metric !== 'ces' || min !== 1) return undefined;
  if (max === 5) return CES_COUNTERS.five[value - 1];
  return max === 7 ? CES_COUNTERS.seven[value - 1] : undefined;
}

/** Solved at the first contact: 1 yes, 0 no, nothing between. */
function fcrCounter({ metric, value, min, max }: Rating): NamedCounter | undefined {
  if (metric !== 'fcr' || min !== 0 || max !== 1) return undefined;
  if (value === 1) return 'fcrYes';
  return value === 0 ? 'fcrNo' : undefined;
}
