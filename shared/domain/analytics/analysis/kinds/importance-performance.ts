import {
  type ImportancePerformanceFigures,
  importancePerformance,
  type PlacedItem,
  QUADRANTS,
  type Quadrant,
} from '../../measures/importance-performance.ts';
import { notClearlyWords, quadrantWords } from '../../measures/words.ts';
import { count, decimal } from '../../number-words.ts';
import type { AnswerTable } from '../../pivot.ts';
import type { ScatterPicture } from '../../report/report.ts';
import type { Analysed } from '../analysed.ts';
import { type Names, nameIn, nameOf } from '../names.ts';
import type { RequestOf } from '../request.ts';
import { itemsInPairs, peopleOf, scaleOf } from '../table.ts';
import { cellsOf, ITEM, inBoth, intervalCell, N, refusalCell, text } from '../words.ts';

const IMPORTANCE = text('Importance', '重要性');
const SATISFACTION = text('Satisfaction', '满意度');
const TITLE = text('Importance and performance', '重要性—满意度分析');

/** Importance against performance (R14, R23). */
export function ipa(
  table: AnswerTable,
  { items: wanted, crosshair = 'means' }: Pick<RequestOf<'ipa'>, 'items' | 'crosshair'>,
  names: Names,
): Analysed {
  const items = itemsInPairs(table, 'importance', 'satisfaction', wanted);
  const scales = { importance: scaleIn(table, items, 'importance'), performance: scaleIn(table, items, 'satisfaction') };
  const people = peopleOf(
    table,
    items.flatMap((item) => [`${item}.importance`, `${item}.satisfaction`]),
  );
  const figures = importancePerformance(people, items, { ...scales, crosshair });
  if (figures.kind === 'refused') {
    return { result: figures, report: { title: TITLE, sentences: [refusalCell(figures)], sections: [], method: [METHOD] } };
  }
  const placed = placedOf(figures);
  return {
    result: figures,
    report: {
      title: TITLE,
      sentences: [sentenceOf(placed, names, table.rows)],
      sections: [
        {
          heading: TITLE,
          ...(placed.length > 0 && { picture: pictureOf(figures.crosshair, placed, names) }),
          head: [
            ITEM,
            IMPORTANCE,
            text('95% interval', '95% 置信区间'),
            SATISFACTION,
            text('95% interval', '95% 置信区间'),
            text('Quadrant', '象限'),
            N,
          ],
          rows: figures.items.map(({ id, result }) => [
            nameOf(names, id),
            ...cellsOf(result, 6, (item) => [
              decimal(item.importance.value, 2),
              intervalCell(item.importance),
              decimal(item.performance.value, 2),
              intervalCell(item.performance),
              quadrantCell(item),
              String(item.n),
            ]),
          ]),
          notes: [],
        },
      ],
      method: [METHOD],
    },
  };
}

const METHOD = text(
  'Means of those who rated both, with t intervals; the lines are drawn through the means of the items or the middle of the scales. “Not clearly”: an interval touches a line (Martilla and James 1977).',
  '取同时评价重要性与满意度者的平均值及 t 区间；分界线取各项目均值或量表中点。“尚不明确”表示置信区间与分界线相交（Martilla 与 James，1977）。',
);

/** A scale that no answer tells is one that nothing fits: the measure refuses it. */
const scaleIn = (table: AnswerTable, items: readonly string[], half: string) =>
  scaleOf(
    table,
    items.map((item) => `${item}.${half}`),
  ) ?? { min: 0, max: 0 };

type Placed = PlacedItem & { readonly id: string };
type Figures = Extract<ImportancePerformanceFigures, { kind: 'measured' }>;

const placedOf = ({ items }: Figures): Placed[] =>
  items.flatMap(({ id, result }) => (result.kind === 'measured' ? [{ id, ...result }] : []));

const quadrantCell = ({ quadrant, isClear }: Pick<PlacedItem, 'quadrant' | 'isClear'>) =>
  isClear
    ? quadrantWords[quadrant]
    : text(`${notClearlyWords.en} ${quadrantWords[quadrant].en}`, `${notClearlyWords['zh-Hans']}：${quadrantWords[quadrant]['zh-Hans']}`);

function sentenceOf(placed: readonly Placed[], names: Names, rows: number) {
  const first = placed.filter(({ quadrant, isClear }) => quadrant === 'concentrate' && isClear);
  return inBoth((language) => {
    const list = first.map(({ id }) => nameIn(names, id, language)).join(language === 'en' ? ', ' : '、');
    if (language === 'en') {
      return first.length === 0
        ? `No item is clearly important and poor at once (${count(rows)}).`
        : `Begin with ${list}: clearly important to customers, and clearly below the others in satisfaction (${count(rows)}).`;
    }
    return first.length === 0
      ? `没有哪一项明显属于“重要而不满意”（${count(rows)}）。`
      : `建议先改进${list}：对客户明显重要，而满意度明显偏低（${count(rows)}）。`;
  });
}

/** Importance upwards and satisfaction to the right: what to begin with is at the top left. */
const CORNERS: readonly [Quadrant, Quadrant, Quadrant, Quadrant] = ['concentrate', 'keep-up', 'low-priority', 'overkill'];

function pictureOf(lines: Figures['crosshair'], placed: readonly Placed[], names: Names): ScatterPicture {
  const [topLeft, topRight, bottomLeft, bottomRight] = CORNERS.map((quadrant) => quadrantWords[quadrant]);
  const fallback = quadrantWords[QUADRANTS[0]];
  return {
    kind: 'scatter',
    label: text('Importance and satisfaction of each item', '各项目的重要性与满意度'),
    x: {
      label: SATISFACTION,
      ...around(
        placed.map((item) => item.performance.value),
        lines.performance,
      ),
      line: lines.performance,
    },
    y: {
      label: IMPORTANCE,
      ...around(
        placed.map((item) => item.importance.value),
        lines.importance,
      ),
      line: lines.importance,
    },
    quadrants: [topLeft ?? fallback, topRight ?? fallback, bottomLeft ?? fallback, bottomRight ?? fallback],
    points: placed.map((item) => ({ label: nameOf(names, item.id), x: item.performance.value, y: item.importance.value })),
  };
}

/** Items lie close together on their scale: as much of it is shown as they take, evenly around the line. */
function around(values: readonly number[], line: number): { min: number; max: number } {
  const reach = 1.15 * Math.max(0.25, ...values.map((value) => Math.abs(value - line)));
  return { min: line - reach, max: line + reach };
}
