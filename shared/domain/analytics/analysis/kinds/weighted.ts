import { type DualRatingForm, dualRating } from '../../measures/dual-rating.ts';
import { satisfactionCoefficient } from '../../measures/satisfaction-coefficient.ts';
import { zoneWords } from '../../measures/words.ts';
import { count, decimal, interval } from '../../number-words.ts';
import type { AnswerTable } from '../../pivot.ts';
import type { Analysed } from '../analysed.ts';
import { type Names, nameOf } from '../names.ts';
import type { RequestOf } from '../request.ts';
import { itemsInPairs, peopleOf, repliesTo, scaleOf } from '../table.ts';
import { cellsOf, INTERVAL, ITEM, inBoth, intervalCell, leftOutNotes, N, refusalCell, text } from '../words.ts';

const NO_SCALE = { min: 0, max: 0 };

/** Dual rating (R14): importance times satisfaction, in both forms or the one that is asked for. */
export function dual(table: AnswerTable, { items: wanted, form }: Pick<RequestOf<'dual'>, 'items' | 'form'>): Analysed {
  const items = itemsInPairs(table, 'importance', 'satisfaction', wanted);
  const of = (half: string) => items.map((item) => `${item}.${half}`);
  const [importance, satisfaction] = [scaleOf(table, of('importance')) ?? NO_SCALE, scaleOf(table, of('satisfaction')) ?? NO_SCALE];
  const people = peopleOf(table, [...of('importance'), ...of('satisfaction')]);
  const forms: readonly DualRatingForm[] = form === undefined ? ['classic', 'improved'] : [form];
  const results = forms.map((one) => ({ form: one, result: dualRating(people, items, { importance, satisfaction, form: one }) }));
  const [first] = results;
  return {
    result: { items, forms: results },
    report: {
      title: text('Dual rating: importance × satisfaction', '双重评价法：重要性 × 满意度'),
      sentences: results.map(({ form: one, result }) =>
        result.kind === 'refused'
          ? refusalCell(result)
          : inBoth((language) => {
              const ends = interval(result.index, (value) => decimal(value, 1), language);
              const points = decimal(result.index.value, 1);
              return language === 'en'
                ? `Weighted by importance, satisfaction stands at ${points} points of 100 in the ${one} form (${ends}, ${count(result.n)}).`
                : `按重要性加权，满意度为 ${points} 分（满分 100，${FORM[one]['zh-Hans']}，${ends}，${count(result.n)}）。`;
            }),
      ),
      sections: [
        {
          heading: text('Index', '指数'),
          head: [text('Form', '形式'), text('Index', '指数'), INTERVAL, N],
          rows: results.map(({ form: one, result }) => [
            FORM[one],
            ...cellsOf(result, 3, ({ index, n }) => [decimal(index.value, 1), intervalCell(index, 1), String(n)]),
          ]),
          notes: first === undefined ? [] : leftOutNotes(undefined, first.result.leftOut),
        },
      ],
      method: [
        text(
          'Each person’s satisfaction in points, weighted by the importance that they gave; mean over persons with a t interval. The improved form weighs importance with the shortfall, so that few bad points are not hidden by many good ones.',
          '以每位受访者给出的重要性为权重，对其各项满意度得分加权，再对受访者取平均，附 t 区间。改进形式按不足程度加重权数，使少数差项不被多数好项掩盖。',
        ),
      ],
    },
  };
}

const FORM = { classic: text('classic', '经典形式'), improved: text('improved', '改进形式') } as const;

/** The satisfaction coefficient of each item (R12): perceived over expected. */
export function coefficient(table: AnswerTable, { items: wanted }: Pick<RequestOf<'coefficient'>, 'items'>, names: Names): Analysed {
  const items = itemsInPairs(table, 'expectation', 'perception', wanted);
  const results = items.map((id) => ({ id, result: coefficientOf(table, id) }));
  const measured = results.filter(({ result }) => result.kind === 'measured').length;
  const below = results.filter(({ result }) => result.kind === 'measured' && result.zone === 'below' && result.isClear);
  return {
    result: { items: results },
    report: {
      title: text('Satisfaction coefficient C = perceived / expected', '满意度系数 C = 感知 / 期望'),
      sentences: [coefficientSentence({ asked: items.length, measured, below: below.length })],
      sections: [
        {
          heading: text('Items', '各项目'),
          head: [ITEM, text('C', '系数 C'), INTERVAL, text('Verdict', '判断'), N],
          rows: results.map(({ id, result }) => [
            nameOf(names, id),
            ...cellsOf(result, 4, ({ overall, zone, isClear, n }) => [
              decimal(overall.value, 2),
              intervalCell(overall),
              isClear ? zoneWords[zone] : text(`${zoneWords[zone].en}, not clearly`, `${zoneWords[zone]['zh-Hans']}，尚不明确`),
              String(n),
            ]),
          ]),
          notes: [],
        },
      ],
      method: [
        text(
          'Mean perceived over mean expected, both counted from the bottom of the scale, with Fieller’s interval (1954); below 1 dissatisfied, about 1 satisfied, above 1 delighted.',
          '感知均值与期望均值之比，均自量表下限起算，区间采用 Fieller 法（1954）；小于 1 为不满意，约等于 1 为满意，大于 1 为非常满意。',
        ),
      ],
    },
  };
}

function coefficientSentence({ asked, measured, below }: { asked: number; measured: number; below: number }) {
  if (asked === 0) return text('No item was asked for both expectation and perception.', '没有同时询问期望与感知的项目。');
  if (measured === 0)
    return text(`None of ${asked} items has answers enough for a coefficient.`, `${asked} 个项目的回答均不足以计算系数。`);
  if (below === 0)
    return text(
      `None of ${measured} items is clearly below 1: nowhere do customers clearly get less than they expect.`,
      `${measured} 个项目均未明显低于 1：没有发现客户得到的明显少于期望。`,
    );
  return text(
    `${below} of ${measured} items are clearly below 1: customers get less than they expect.`,
    `${measured} 个项目中有 ${below} 个明显低于 1：客户得到的少于期望。`,
  );
}

function coefficientOf(table: AnswerTable, item: string) {
  const names = [`${item}.expectation`, `${item}.perception`];
  const [expected, perceived] = names.map((name) => {
    const column = table.numbers.get(name);
    return column === undefined ? [] : repliesTo(column);
  });
  const pairs = (expected ?? []).map((reply, row) => ({ expected: reply, perceived: perceived?.[row] }));
  return satisfactionCoefficient(pairs, scaleOf(table, names) ?? NO_SCALE);
}
