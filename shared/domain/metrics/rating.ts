import type { Answer } from '../feedback.ts';
import { scoreOf } from '../score.ts';
import type { Counter, Deltas } from './tally.ts';

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
 * What one person's ratings add. One answer per metric: the first, which surveys put as the overall question. Several ratings of one person
 * are not independent, and intervals are computed for independent answers.
 */
export function ratingDeltas(answers: readonly Rating[]): Deltas {
  const csat = answers.find(({ metric }) => metric === 'csat');
  const nps = answers.find((answer) => answer.metric === 'nps' && npsCounter(answer) !== undefined);
  const deltas: Partial<Record<Counter, number>> = {};
  if (csat !== undefined) {
    const score = Math.round(scoreOf(csat) * 100);
    deltas[`csat${fifthOf(csat)}`] = 1;
    deltas.csatTop2 = isTopTwo(csat) ? 1 : 0;
    deltas.csatScoreSum = score;
    deltas.csatScoreSquareSum = score * score;
  }
  const counter = nps === undefined ? undefined : npsCounter(nps);
  if (counter !== undefined) deltas[counter] = 1;
  return deltas;
}

const NPS_COUNTERS = ['nps0', 'nps1', 'nps2', 'nps3', 'nps4', 'nps5', 'nps6', 'nps7', 'nps8', 'nps9', 'nps10'] as const;

/** NPS is defined on whole answers from 0 to 10 only (Reichheld 2003): anything else asked under its name is not counted as it. */
function npsCounter({ value, min, max }: Rating): Counter | undefined {
  return min === 0 && max === 10 ? NPS_COUNTERS[value] : undefined;
}
