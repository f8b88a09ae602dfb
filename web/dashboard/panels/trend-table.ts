import type { TrendPoint } from '../charts/trend-points.ts';
import type { Mark } from '../marks/mark.ts';
import type { Measure } from '../settings.ts';
import type { Speech } from '../speech.ts';
import type { Table } from '../table.ts';

interface TrendTable {
  readonly points: readonly TrendPoint[];
  readonly measure: Measure;
  /** Of the whole time. */
  readonly mark: Mark;
  readonly suppressedBelow: number;
}

/** Every point of the trend, with what is to be known of it. */
export function trendTable({ points, measure, mark, suppressedBelow }: TrendTable, { say }: Speech): Table {
  const unit = measure === 'nps' ? 'score' : 'points';
  const estimate = measure === 'n' ? [] : [say('value'), say('low'), say('high')];
  return {
    columns: [
      { label: say('firstDay') },
      { label: say('lastDay') },
      { label: say('answers'), unit: 'count' },
      ...estimate.map((label) => ({ label, unit }) as const),
      { label: say('remark') },
    ],
    rows: points.map((point) => {
      const { from, to, n, value, low, high, isPartial, isHidden } = point;
      const isFew = measure !== 'n' && value === undefined && n !== undefined && n > 0;
      const remarks = [
        isHidden && say('hidden'),
        isFew && say('fewerThan', { count: suppressedBelow }),
        isPartial && say('partial'),
      ].filter((remark) => remark !== false);
      return {
        cells: [from, to, n, ...(measure === 'n' ? [] : [value, low, high]), remarks.join(say('comma'))],
        mark: n === 0 || isHidden ? undefined : { ...mark, from, to },
      };
    }),
  };
}
