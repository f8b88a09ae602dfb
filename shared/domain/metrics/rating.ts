import type { Answer } from '../feedback.ts';
import type { Counter, Deltas } from './tally.ts';

type Rating = Pick<Answer, 'metric' | 'value' | 'min' | 'max'>;

/** Longest scale on which single answers are told apart by people (0–10); beyond it is a slider. */
const MAX_SCALE_STEPS = 10;

/**
 * Is this answer in the top two boxes of its scale as asked: 4–5 of 1–5, 6–7 of 1–7, 9–10 of 1–10?
 * Where two boxes would be half the scale or reach its middle (2 or 3 answers, e.g. thumbs up or down) only the best one counts;
 * on a slider (more than 11 answers) the top quarter counts, which is where 4 of 1–5 lies.
 */
export function isTopTwo({ value, min, max }: Rating): boolean {
  const steps = max - min;
  if (steps > MAX_SCALE_STEPS) return (value - min) * 4 >= steps * 3;
  return value >= (steps < 3 ? max : max - 1);
}

/** Which fifth of its scale an answer lies in, 1 worst … 5 best. On 1–5 that is the answer itself. */
export function fifthOf({ value, min, max }: Rating): 1 | 2 | 3 | 4 | 5 {
  const fifth = Math.floor(((value - min) * 5) / (max - min));
  if (fifth <= 0) return 1;
  if (fifth === 1) return 2;
  if (fifth === 2) return 3;
  if (fifth === 3) return 4;
  return 5;
}

/** An answer on the scale of 0–100 points, in hundredths of a point: the lower end is 0, the upper 10,000. */
export const hundredthsOfPoints = ({ value, min, max }: Rating) => Math.round(((value - min) * 10_000) / (max - min));

/**
 * What one person's ratings add. One answer per metric: the first, which surveys put as the overall question. Several ratings of one person
 * are not independent, and intervals are computed for independent answers.
 */
export function ratingDeltas(answers: readonly Rating[]): Deltas {
  const csat = answers.find(({ metric }) => metric === 'csat');
  const nps = answers.find((answer) => answer.metric === 'nps' && npsCounter(answer) !== undefined);
  const deltas: Partial<Record<Counter, number>> = {};
  if (csat !== undefined) {
    const score = hundredthsOfPoints(csat);
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
