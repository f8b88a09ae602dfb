import type { AnswerFigures } from './answer-figures.ts';
import type { Changes, Estimate } from './figures.ts';
import { npsOf } from './figures.ts';
import type { Mark } from './marks/mark.ts';
import type { Measure } from './settings.ts';
import type { Unit } from './speech.ts';

/** One of the three scores: where it stands in the figures and how it is shown. */
export interface Score {
  readonly id: Exclude<Measure, 'n'>;
  readonly unit: Unit;
  /** Ends of its scale. */
  readonly min: number;
  readonly max: number;
  readonly change: keyof Changes;
  /** Answers behind it. */
  n(figures: AnswerFigures): number;
  /** Absent where too few stand behind it. */
  estimate(figures: AnswerFigures): Estimate | undefined;
}

export const SCORES: readonly Score[] = [
  {
    ...{ id: 'csat', unit: 'share', min: 0, max: 1, change: 'satisfied' },
    n: ({ csat }) => csat.n,
    estimate: ({ csat }) => csat.topTwoBox,
  },
  { ...{ id: 'nps', unit: 'score', min: -100, max: 100, change: 'nps' }, n: ({ nps }) => nps.n, estimate: ({ nps }) => npsOf(nps) },
  { ...{ id: 'ces', unit: 'share', min: 0, max: 1, change: 'easy' }, n: ({ ces }) => ces.n, estimate: ({ ces }) => ces.easy },
];

/** The score of a measure; the number of answers is none. */
export const scoreOf = (measure: Measure): Score | undefined => SCORES.find(({ id }) => id === measure);

/** Who answered it, as a mark. */
export const answeredTo = (measure: Measure): Pick<Mark, 'metric'> => (measure === 'n' ? {} : { metric: measure });

/** Percents of a share, points of a score: so that both stand in one column. */
export const inPoints = (value: number | undefined, unit: Unit): number | undefined =>
  value === undefined ? undefined : unit === 'share' || unit === 'rate' ? value * 100 : value;
