import { effortFigures, promoterFigures, ratingFigures } from '../../measures/ratings.ts';
import { count, decimal, interval, percent } from '../../number-words.ts';
import type { AnswerTable } from '../../pivot.ts';
import type { Cell } from '../../report/report.ts';
import type { Analysed } from '../analysed.ts';
import { type Names, nameIn, nameOf } from '../names.ts';
import type { RequestOf } from '../request.ts';
import { questionsOf, repliesTo } from '../table.ts';
import { cellsOf, INTERVAL, ITEM, inBoth, intervalCell, N, text } from '../words.ts';

const RATINGS = ['csat', 'rating', 'nps', 'ces', 'satisfaction', 'perception'] as const;
const NO_SCALE = { min: 0, max: 0 };

type Measured =
  | { readonly id: string; readonly measure: 'rating'; readonly result: ReturnType<typeof ratingFigures> }
  | { readonly id: string; readonly measure: 'nps'; readonly result: ReturnType<typeof promoterFigures> }
  | { readonly id: string; readonly measure: 'ces'; readonly result: ReturnType<typeof effortFigures> };

/** Ratings, question by question, each by its own measure (R10, R14). */
export function ratings(table: AnswerTable, { items }: Pick<RequestOf<'ratings'>, 'items'>, names: Names): Analysed {
  const measured = (items ?? questionsOf(table, RATINGS)).map((id) => measure(table, id));
  return {
    result: { items: measured },
    report: {
      title: text('Ratings', '评分'),
      sentences: sentencesOf(measured, names, table.rows),
      sections: [
        {
          heading: text('Questions', '各题'),
          head: [ITEM, text('Measure', '指标'), text('Value', '数值'), INTERVAL, N],
          rows: measured.flatMap((one) => rowsOf(one, names)),
          notes: [],
        },
      ],
      method: [
        text(
          'Shares with Wilson intervals, means with t intervals, NPS with the adjusted Wald interval, all at 95%.',
          '占比采用 Wilson 区间，均值采用 t 区间，NPS 采用校正 Wald 区间，置信水平均为 95%。',
        ),
      ],
    },
  };
}

function measure({ numbers }: AnswerTable, id: string): Measured {
  const column = numbers.get(id);
  const replies = column === undefined ? [] : repliesTo(column);
  const scale = column?.scale ?? NO_SCALE;
  if (column?.metric === 'nps') return { id, measure: 'nps', result: promoterFigures(replies) };
  if (column?.metric === 'ces') return { id, measure: 'ces', result: effortFigures(replies, scale) };
  return { id, measure: 'rating', result: ratingFigures(replies, scale) };
}

function rowsOf(one: Measured, names: Names): Cell[][] {
  const name = nameOf(names, one.id);
  if (one.measure === 'nps') {
    return [[name, 'NPS', ...cellsOf(one.result, 3, ({ score, n }) => [decimal(score.value, 0), intervalCell(score, 0), String(n)])]];
  }
  const share = text('easy', '轻松的占比');
  if (one.measure === 'ces') {
    return [
      [
        name,
        text('mean effort score', '费力度均值'),
        ...cellsOf(one.result, 3, ({ mean, n }) => [decimal(mean.value, 2), intervalCell(mean), String(n)]),
      ],
      [
        name,
        share,
        ...cellsOf(one.result, 3, ({ easy, n }) => [percent(easy.value), `${percent(easy.low)} … ${percent(easy.high)}`, String(n)]),
      ],
    ];
  }
  const rating = one.result;
  return [
    [
      name,
      text('top two boxes', '前两档占比'),
      ...cellsOf(rating, 3, ({ topTwoBox, n }) => [
        percent(topTwoBox.value),
        `${percent(topTwoBox.low)} … ${percent(topTwoBox.high)}`,
        String(n),
      ]),
    ],
    [name, text('mean', '均值'), ...cellsOf(rating, 3, ({ mean, n }) => [decimal(mean.value, 2), intervalCell(mean), String(n)])],
  ];
}

function sentencesOf(measured: readonly Measured[], names: Names, rows: number) {
  const first = measured.find((one) => one.measure === 'rating' && one.result.kind === 'measured');
  if (first?.measure !== 'rating' || first.result.kind !== 'measured') {
    return [text(`No question has answers enough for a figure (${count(rows)}).`, `没有题目的回答足以得出数值（${count(rows)}）。`)];
  }
  const { topTwoBox, n } = first.result;
  return [
    inBoth((language) => {
      const ends = interval(topTwoBox, percent, language);
      const name = nameIn(names, first.id, language);
      return language === 'en'
        ? `${percent(topTwoBox.value)} chose one of the two best answers to “${name}” (${ends}, ${count(n)}).`
        : `“${name}”一题中，${percent(topTwoBox.value)} 的人选择了最高两档（${ends}，${count(n)}）。`;
    }),
  ];
}
