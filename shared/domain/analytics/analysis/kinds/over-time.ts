import { decimal } from '../../number-words.ts';
import type { AnswerTable } from '../../pivot.ts';
import type { Section } from '../../report/report.ts';
import { sampleOf } from '../../sample.ts';
import { type Trend, trendOf } from '../../trend/trend.ts';
import { trendSentences } from '../../trend/words.ts';
import type { Analysed } from '../analysed.ts';
import { isoWeek } from '../iso-week.ts';
import { type Names, nameIn } from '../names.ts';
import type { RequestOf } from '../request.ts';
import { scaleOf } from '../table.ts';
import { INTERVAL, intervalCell, N, text } from '../words.ts';

const NO_SCALE = { min: 0, max: 0 };

/** Has a question's mean changed, or is it the usual ups and downs (R23)? By week or month. */
export function trend(table: AnswerTable, { item, by = 'week' }: Pick<RequestOf<'trend'>, 'item' | 'by'>, names: Names): Analysed {
  const { min, max } = scaleOf(table, [item]) ?? NO_SCALE;
  const figures = trendOf(periodsOf(table, item, by), { kind: 'mean', min, max });
  const [en, zh] = [
    trendSentences(figures, nameIn(names, item, 'en'), 'en'),
    trendSentences(figures, nameIn(names, item, 'zh-Hans'), 'zh-Hans'),
  ];
  return {
    result: figures,
    report: {
      title: text(`“${nameIn(names, item, 'en')}” over time`, `“${nameIn(names, item, 'zh-Hans')}”的变化趋势`),
      sentences: en.map((sentence, i) => text(sentence, zh[i] ?? sentence)),
      sections: figures.kind === 'measured' ? [sectionOf(figures)] : [],
      method: [
        text(
          'Control chart: limits from the periods before, and runs of 8 on one side (Western Electric 1956; Nelson 1984).',
          '控制图法：以此前各期确定界限，并检查连续 8 期位于同侧的情形（Western Electric，1956；Nelson，1984）。',
        ),
      ],
    },
  };
}

function periodsOf({ numbers, days }: AnswerTable, item: string, by: 'week' | 'month') {
  const values = new Map<string, number[]>();
  for (const [row, value] of (numbers.get(item)?.values ?? new Float64Array()).entries()) {
    const day = days[row];
    if (day === undefined || Number.isNaN(value)) continue;
    const period = by === 'month' ? day.slice(0, 7) : isoWeek(day);
    const known = values.get(period) ?? [];
    values.set(period, known);
    known.push(value);
  }
  return [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([period, list]) => ({ period, sample: sampleOf(list) }));
}

const sectionOf = ({ points }: Trend): Section => ({
  heading: text('Periods', '各期'),
  head: [text('Period', '期间'), text('Mean', '均值'), INTERVAL, text('Normal variation', '正常波动范围'), N],
  rows: points.map((point) => [
    point.period,
    decimal(point.value, 2),
    intervalCell(point),
    intervalCell({ low: point.lower, high: point.upper }),
    String(point.n),
  ]),
  notes: [],
});
