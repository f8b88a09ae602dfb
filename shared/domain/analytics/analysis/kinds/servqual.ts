import type { Estimate } from '../../../metrics/interval.ts';
import { type DimensionGap, type ItemGap, type ServqualFigures, servqualGaps } from '../../measures/servqual-gaps.ts';
import { expectationOf, perceptionOf, SERVQUAL_ITEMS, SERVQUAL_SCALE } from '../../measures/servqual-items.ts';
import { servqualDimensionWords } from '../../measures/servqual-words.ts';
import { count, decimal, interval } from '../../number-words.ts';
import type { AnswerTable } from '../../pivot.ts';
import type { BarsPicture, Cell, Section } from '../../report/report.ts';
import type { Analysed } from '../analysed.ts';
import { peopleOf, scaleOf } from '../table.ts';
import { cellsOf, INTERVAL, ITEM, inBoth, intervalCell, leftOutNotes, N, refusalCell, text } from '../words.ts';

/** SERVQUAL (R13): which of the 22 were asked is told from the answers. */
export function servqual(table: AnswerTable): Analysed {
  const asked = SERVQUAL_ITEMS.filter((item) => table.numbers.has(expectationOf(item)) || table.numbers.has(perceptionOf(item)));
  const items = asked.length === 0 ? SERVQUAL_ITEMS : asked;
  const scale =
    scaleOf(
      table,
      items.flatMap((item) => [expectationOf(item), perceptionOf(item)]),
    ) ?? SERVQUAL_SCALE;
  const figures = servqualGaps(peopleOf(table, [...table.numbers.keys()]), { items, scale });
  const isWeighed = [...table.numbers.keys()].some((question) => question.startsWith('importance.'));
  const title = text('Expectation and perception (SERVQUAL)', '期望与感知（SERVQUAL）');
  if (figures.kind === 'refused')
    return { result: figures, report: { title, sentences: [refusalCell(figures)], sections: [], method: [METHOD] } };
  return {
    result: figures,
    report: {
      title,
      sentences: sentencesOf(figures),
      sections: [dimensionsSection(figures, isWeighed), itemsSection(figures)],
      method: [METHOD],
    },
  };
}

const METHOD = text(
  'Gap: perception less expectation of the same person, mean and paired t interval (Parasuraman, Zeithaml and Berry 1988). “Clearly below” is judged for all items (dimensions) at once (Bonferroni).',
  '差距为同一受访者的感知减去期望，取平均值及配对 t 区间（Parasuraman、Zeithaml 与 Berry，1988）。“明显低于期望”按全部项目（维度）同时判断（Bonferroni 校正）。',
);

function sentencesOf({ unweighted, scale, dimensions, items }: ServqualFigures) {
  if (unweighted.kind === 'refused') return [refusalCell(unweighted)];
  const { gap, n } = unweighted;
  const size = decimal(Math.abs(gap.value), 2);
  const isEven = Number(size) === 0;
  const english = isEven ? 'on average what they expect' : `${size} ${gap.value < 0 ? 'below' : 'above'} what they expect`;
  const chinese = isEven ? '与期望平均持平' : `比期望${gap.value < 0 ? '低' : '高'} ${size} 分`;
  const overall = inBoth((language) => {
    const ends = interval(gap, (value) => decimal(value, 2), language);
    return language === 'en'
      ? `What customers perceive is ${english}, on a scale from ${scale.min} to ${scale.max} (${ends}, ${count(n)}).`
      : `在 ${scale.min} 至 ${scale.max} 分的量表上，客户感知${chinese}（${ends}，${count(n)}）。`;
  });
  const clear = items.filter(({ result }) => result.kind === 'measured' && result.isClearlyBelow).length;
  const [worst] = measuredGaps(dimensions).sort((a, b) => a.gap.value - b.gap.value);
  if (worst === undefined || worst.gap.value >= 0) return [overall];
  const { en, 'zh-Hans': zh } = servqualDimensionWords[worst.dimension];
  return [
    overall,
    text(
      `${en} falls furthest short; ${clear} of ${items.length} items are clearly below what is expected.`,
      `“${zh}”差距最大；${items.length} 个项目中有 ${clear} 个明显低于期望。`,
    ),
  ];
}

const measuredGaps = (dimensions: readonly DimensionGap[]) =>
  dimensions.flatMap(({ dimension, result }) => (result.kind === 'measured' ? [{ dimension, ...result }] : []));

const VERDICT = text('Verdict', '判断');
const verdict = (isClearlyBelow: boolean) =>
  isClearlyBelow ? text('clearly below', '明显低于期望') : text('not clearly below', '未明显低于期望');
const GAP = text('Gap', '差距');

/** @param isWeighed whether points of importance were asked for: then it is told why there is no gap weighted by them. */
function dimensionsSection({ dimensions, scale, unweighted, weighted }: ServqualFigures, isWeighed: boolean): Section {
  const hasImportance = dimensions.some(({ importance }) => importance.kind === 'measured');
  const width = hasImportance ? 5 : 4;
  const overall = ([name, result]: readonly [ReturnType<typeof text>, ServqualFigures['unweighted']]): Cell[] => [
    name,
    ...cellsOf(result, width, ({ gap, n }) => [decimal(gap.value, 2), intervalCell(gap), String(n), ...(hasImportance ? [''] : []), '']),
  ];
  return {
    heading: text('Dimensions', '各维度'),
    picture: bars(
      scale,
      measuredGaps(dimensions).map(({ dimension, gap, isClearlyBelow }) => ({
        label: servqualDimensionWords[dimension],
        gap,
        isClearlyBelow,
      })),
    ),
    head: [text('Dimension', '维度'), GAP, INTERVAL, N, ...(hasImportance ? [text('Importance', '重要性')] : []), VERDICT],
    rows: [
      ...dimensions.map(({ dimension, result, importance }): Cell[] => [
        servqualDimensionWords[dimension],
        ...cellsOf(result, width, ({ gap, n, isClearlyBelow }) => [
          decimal(gap.value, 2),
          intervalCell(gap),
          String(n),
          ...(hasImportance ? [importance.kind === 'measured' ? `${decimal(importance.weight.value * 100, 0)}%` : ''] : []),
          verdict(isClearlyBelow),
        ]),
      ]),
      overall([text('All, alike', '总体（不加权）'), unweighted]),
      ...(weighted.kind === 'measured' || isWeighed ? [overall([text('All, by importance', '总体（按重要性加权）'), weighted])] : []),
    ],
    notes: leftOutNotes(undefined, unweighted.leftOut),
  };
}

const labelOf = ({ id }: ItemGap): Cell => SERVQUAL_ITEMS.find((item) => item.id === id)?.label ?? id;

function itemsSection({ items, scale }: ServqualFigures): Section {
  return {
    heading: text('Items', '各项目'),
    picture: bars(
      scale,
      items.flatMap((item) => (item.result.kind === 'measured' ? [{ label: labelOf(item), ...item.result }] : [])),
    ),
    head: [ITEM, text('Expectation', '期望'), text('Perception', '感知'), GAP, INTERVAL, N, VERDICT],
    rows: items.map((item) => [
      labelOf(item),
      ...cellsOf(item.result, 6, ({ expectation, perception, gap, n, isClearlyBelow }) => [
        decimal(expectation.value, 2),
        decimal(perception.value, 2),
        decimal(gap.value, 2),
        intervalCell(gap),
        String(n),
        verdict(isClearlyBelow),
      ]),
    ]),
    notes: [],
  };
}

/** Gaps are small parts of the scale: the picture shows as much of it as they take. */
function bars(
  { min, max }: ServqualFigures['scale'],
  gaps: readonly { readonly label: Cell; readonly gap: Estimate; readonly isClearlyBelow: boolean }[],
): BarsPicture {
  const reach = Math.max(0.5, ...gaps.flatMap(({ gap }) => [Math.abs(gap.low), Math.abs(gap.high)]));
  const end = Math.min(max - min, Math.ceil(reach * 2) / 2);
  return {
    ...{ kind: 'bars', label: text('Perception less expectation, with 95% intervals', '感知减期望，附 95% 置信区间') },
    ...{ min: -end, max: end, from: 0 },
    bars: gaps.map(({ label, gap, isClearlyBelow }) => ({
      ...{ label, value: gap.value, low: gap.low, high: gap.high },
      tone: isClearlyBelow ? 'bad' : gap.low > 0 ? 'good' : 'plain',
    })),
  };
}
