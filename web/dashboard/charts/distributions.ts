import type { AnswerFigures } from '../answer-figures.ts';
import type { Mark } from '../marks/mark.ts';
import type { Speech } from '../speech.ts';
import type { Table } from '../table.ts';
import type { Bar, Tone } from './bars.tsx';

/** Answers of one metric by value. */
export interface Distribution {
  readonly id: 'csat' | 'nps' | 'ces5' | 'ces7';
  readonly n: number;
  readonly bars: readonly Bar[];
}

interface Scale {
  readonly id: Distribution['id'];
  readonly counts: readonly number[];
  readonly lowest: number;
  /** Which way a value points. */
  readonly tone: (value: number) => Tone;
  /** What tells its answers from all others. */
  readonly mark: Pick<Mark, 'metric' | 'max'>;
}

const npsTone = (value: number): Tone => (value <= 6 ? 'bad' : value >= 9 ? 'good' : 'plain');

const scalesOf = ({ csat, nps, ces }: AnswerFigures): readonly Scale[] => [
  {
    id: 'csat',
    counts: csat.histogram,
    lowest: 1,
    tone: (value) => (value >= 4 ? 'good' : value <= 2 ? 'bad' : 'plain'),
    mark: { metric: 'csat' },
  },
  { id: 'nps', counts: nps.histogram, lowest: 0, tone: npsTone, mark: { metric: 'nps' } },
  {
    id: 'ces5',
    counts: ces.five,
    lowest: 1,
    tone: (value) => (value >= 4 ? 'good' : value <= 2 ? 'bad' : 'plain'),
    mark: { metric: 'ces', max: 5 },
  },
  {
    id: 'ces7',
    counts: ces.seven,
    lowest: 1,
    tone: (value) => (value >= 5 ? 'good' : value <= 3 ? 'bad' : 'plain'),
    mark: { metric: 'ces', max: 7 },
  },
];

/** How answers spread over each scale that was answered; the best value stands on top. */
export const distributionsOf = (figures: AnswerFigures, within: Mark, speech: Speech): Distribution[] =>
  scalesOf(figures).flatMap(({ id, counts, lowest, tone, mark }) => {
    const n = counts.reduce((sum, count) => sum + count, 0);
    if (n === 0) return [];
    const longest = Math.max(...counts);
    const bars = counts.map((count, i): Bar => {
      const value = lowest + i;
      return {
        ...{ key: String(value), label: labelOf(id, value, speech), length: count / longest, tone: tone(value) },
        amount: speech.say('countAndShare', { n: count, share: speech.text(count / n, 'share') }),
        mark: count === 0 ? undefined : { ...within, ...mark, value },
      };
    });
    return [{ id, n, bars: bars.toReversed() }];
  });

/** Values whose meaning people do not know by heart say it. */
function labelOf(id: Distribution['id'], value: number, { say }: Speech): string {
  if (id === 'csat') return say('csatValue', { value });
  return String(value);
}

/** All bars as one table. */
export const distributionTable = (figures: AnswerFigures, within: Mark, { say }: Speech): Table => ({
  columns: [
    { label: say('scale') },
    { label: say('answer'), unit: 'count' },
    { label: say('answers'), unit: 'count' },
    { label: say('sharePercent'), unit: 'share' },
  ],
  rows: scalesOf(figures).flatMap(({ id, counts, lowest, mark }) => {
    const n = counts.reduce((sum, count) => sum + count, 0);
    if (n === 0) return [];
    return counts.map((count, i) => ({
      cells: [say('scaleName', { id }), lowest + i, count, count / n],
      mark: count === 0 ? undefined : { ...within, ...mark, value: lowest + i },
    }));
  }),
});
