import type { MetricsItem } from '../figures.ts';
import type { Mark } from '../marks/mark.ts';
import { inPoints, SCORES, type Score } from '../measures.ts';
import { verdictWord } from '../parts/verdict-word.ts';
import type { Speech } from '../speech.ts';
import type { Table } from '../table.ts';

/** Branches by a score, the best first; those with too few answers to tell stand at the end. */
export const byScore = (items: readonly MetricsItem[], { estimate }: Pick<Score, 'estimate'>): MetricsItem[] =>
  items.toSorted((a, b) => (estimate(b.figures)?.value ?? -Infinity) - (estimate(a.figures)?.value ?? -Infinity) || 0);

interface BranchesTable {
  readonly items: readonly MetricsItem[];
  readonly days: Pick<Mark, 'from' | 'to'>;
  readonly name: (branch: string) => string;
}

/** Each branch with all three scores, their intervals and n. */
export function branchesTable({ items, days, name }: BranchesTable, speech: Speech): Table {
  const { say } = speech;
  const points = { unit: 'points' } as const;
  const head = SCORES.flatMap(({ id }) => {
    const measure = say('measureName', { measure: id });
    return [
      { label: say('headOf', { measure, what: say('answers') }), unit: 'count' as const },
      { label: say('headOf', { measure, what: say('value') }), ...points },
      { label: say('headOf', { measure, what: say('low') }), ...points },
      { label: say('headOf', { measure, what: say('high') }), ...points },
      { label: say('headOf', { measure, what: say('change') }) },
    ];
  });
  return {
    columns: [{ label: say('branch') }, { label: say('feedback'), unit: 'count' }, ...head],
    rows: items.map(({ value, figures, changes }) => ({
      cells: [
        name(value),
        figures.n,
        ...SCORES.flatMap(({ n, estimate, unit, change }) => {
          const found = estimate(figures);
          const ends = [found?.value, found?.low, found?.high].map((end) => inPoints(end, unit));
          return [n(figures), ...ends, verdictWord(changes?.[change], speech)];
        }),
      ],
      mark: { from: days.from, to: days.to, branch: value },
    })),
  };
}
