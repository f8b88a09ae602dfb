import type { View } from '../figures.ts';
import type { Mark } from '../marks/mark.ts';
import { answeredTo, inPoints, SCORES } from '../measures.ts';
import { verdictWord } from '../parts/verdict-word.ts';
import type { Speech } from '../speech.ts';
import type { Table } from '../table.ts';

/** The scores with interval, n, and what they were in the days before. */
export function scoresTable({ figures, previous, changes }: View, mark: Mark, speech: Speech): Table {
  const { say } = speech;
  const points = { unit: 'points' } as const;
  return {
    columns: [
      { label: say('score') },
      { label: say('answers'), unit: 'count' },
      { label: say('value'), ...points },
      { label: say('low'), ...points },
      { label: say('high'), ...points },
      { label: say('before'), ...points },
      { label: say('answersBefore'), unit: 'count' },
      { label: say('change') },
    ],
    rows: SCORES.map(({ id, unit, change, n, estimate }) => {
      const [now, before] = [figures && estimate(figures), previous && estimate(previous.figures)];
      return {
        cells: [
          say('scoreName', { id }),
          figures && n(figures),
          inPoints(now?.value, unit),
          inPoints(now?.low, unit),
          inPoints(now?.high, unit),
          inPoints(before?.value, unit),
          previous && n(previous.figures),
          verdictWord(changes?.[change], speech),
        ],
        mark: { ...mark, ...answeredTo(id) },
      };
    }),
  };
}
