import type { Language } from '../../../language.ts';
import { type Drivers, type DriversRefusal, driversOf } from '../../drivers/drivers.ts';
import { driverSentences } from '../../drivers/words.ts';
import { decimal } from '../../number-words.ts';
import type { AnswerTable, NumberColumn } from '../../pivot.ts';
import { seededRandom } from '../../random.ts';
import type { Section } from '../../report/report.ts';
import type { Analysed } from '../analysed.ts';
import { type Names, nameIn, nameOf } from '../names.ts';
import type { RequestOf } from '../request.ts';
import { isAsked } from '../table.ts';
import { INTERVAL, ITEM, intervalCell, text } from '../words.ts';

type Asked = Pick<RequestOf<'drivers'>, 'target' | 'items' | 'samples' | 'seed'>;

/** What drives the answers to a question (R23): all other questions with numbers, or those named. */
export function drivers(table: AnswerTable, { target, items, samples, seed = 1 }: Asked, names: Names): Analysed {
  const predictors = items ?? [...table.numbers.keys()].filter((question) => question !== target && isAsked(question)).sort();
  const figures = driversOf(
    {
      outcome: valuesOf(table, target),
      predictors: predictors.map((name) => ({ name, values: valuesOf(table, name) })),
    },
    { random: seededRandom(seed), ...(samples !== undefined && { resamples: Math.max(100, samples) }) },
  );
  const [en, zh] = [driverSentences(named(figures, names, 'en'), 'en'), driverSentences(named(figures, names, 'zh-Hans'), 'zh-Hans')];
  return {
    result: figures,
    report: {
      title: text(`What drives “${names.get(target)?.en ?? target}”`, `“${names.get(target)?.['zh-Hans'] ?? target}”的驱动因素`),
      sentences: en.map((sentence, i) => text(sentence, zh[i] ?? sentence)),
      sections: figures.kind === 'measured' ? [sectionOf(figures, names)] : [],
      method: [
        text(
          'Least squares on complete answers; relative importance by LMG, the mean over all orders of what an item adds to R² (Lindeman, Merenda and Gold 1980), with bootstrap intervals; Holm’s adjustment for several tests.',
          '对完整答卷作最小二乘回归；相对重要性采用 LMG 法，即各项目在所有引入次序下对 R² 增量的平均（Lindeman、Merenda 与 Gold，1980），区间由重抽样得出；多重检验采用 Holm 校正。',
        ),
      ],
    },
  };
}

/** The same with questions called by their names, for sentences. */
function named<Figures extends Drivers | DriversRefusal>(figures: Figures, names: Names, language: Language): Figures {
  const called = (name: string) => nameIn(names, name, language);
  return {
    ...figures,
    ...('drivers' in figures && { drivers: figures.drivers.map((driver) => ({ ...driver, name: called(driver.name) })) }),
    predictorsLeftOut: figures.predictorsLeftOut.map((left) => ({
      ...left,
      name: called(left.name),
      ...('with' in left && { with: left.with.map(called) }),
    })),
  };
}

const valuesOf = ({ numbers, rows }: AnswerTable, question: string): (number | null)[] => {
  const column: NumberColumn | undefined = numbers.get(question);
  return Array.from({ length: rows }, (_, row) => {
    const value = column?.values[row];
    return value === undefined || Number.isNaN(value) ? null : value;
  });
};

function sectionOf({ drivers: found }: Drivers, names: Names): Section {
  const share = (value: number) => `${decimal(value * 100, 0)}%`;
  return {
    heading: text('Drivers', '驱动因素'),
    picture: {
      ...{ kind: 'bars', label: text('Part of what is explained, in percent', '在可解释部分中的占比（%）'), min: 0, from: 0 },
      max: Math.max(10, Math.ceil(Math.max(0, ...found.map((driver) => driver.share.high)) * 10) * 10),
      bars: found.map((driver) => ({
        ...{
          label: nameOf(names, driver.name),
          value: driver.share.value * 100,
          low: driver.share.low * 100,
          high: driver.share.high * 100,
        },
        tone: !driver.isClear ? 'plain' : driver.direction === 'up' ? 'good' : 'bad',
      })),
    },
    head: [ITEM, text('Share', '占比'), INTERVAL, text('Coefficient', '回归系数'), INTERVAL, text('Verdict', '判断')],
    rows: found.map((driver) => [
      nameOf(names, driver.name),
      share(driver.share.value),
      `${share(driver.share.low)} … ${share(driver.share.high)}`,
      decimal(driver.coefficient.value, 2),
      intervalCell(driver.coefficient),
      driver.isClear ? text('holds', '成立') : text('may be chance', '可能是偶然'),
    ]),
    notes: [],
  };
}
