import { type IndexOptions, measureIndex } from '../../index/measure.ts';
import type { IndexModel } from '../../index/model.ts';
import { INDEX_MODELS } from '../../index/models.ts';
import { indexRefusalWords } from '../../index/refusal.ts';
import type { IndexReport } from '../../index/report.ts';
import { count, decimal, interval } from '../../number-words.ts';
import type { AnswerTable } from '../../pivot.ts';
import type { Cell, Section } from '../../report/report.ts';
import type { Analysed } from '../analysed.ts';
import type { RequestOf } from '../request.ts';
import { inBoth, intervalCell, text } from '../words.ts';

type Asked = Pick<RequestOf<'index'>, 'model' | 'scheme' | 'samples' | 'seed' | 'missing'>;

/** The index of a structural model (R14). Items are found by their name, or by its last part where only that fits. */
export function index(table: AnswerTable, { model: wanted, scheme, samples, seed, missing }: Asked): Analysed {
  const model: IndexModel = typeof wanted === 'string' ? INDEX_MODELS[wanted] : wanted;
  const options: IndexOptions = {
    ...(scheme && { scheme }),
    ...(samples !== undefined && { samples }),
    ...(seed !== undefined && { seed }),
    ...(missing && { missing }),
  };
  const outcome = measureIndex(columnsOf(table, model), model, options);
  const title = model.title ?? text('Index by a structural model', '结构模型满意度指数');
  if ('refusal' in outcome) {
    const { refusal } = outcome;
    return {
      result: { refusal },
      report: { title, sentences: [inBoth((language) => indexRefusalWords(refusal, language))], sections: [], method: [] },
    };
  }
  const { report } = outcome;
  return {
    result: report,
    report: {
      title,
      sentences: sentencesOf(report, model),
      sections: [constructsSection(report, model), pathsSection(report, model), itemsSection(report, model)],
      method: methodOf(report),
    },
  };
}

/** Files of others name items alone and in capitals, `CUSA1` for `satisfaction.cusa1`. */
const lastPart = (question: string) => question.slice(question.lastIndexOf('.') + 1).toLowerCase();

function columnsOf({ numbers }: AnswerTable, { constructs }: IndexModel): Map<string, Float64Array> {
  const byLastPart = new Map([...numbers].map(([question, { values }]) => [lastPart(question), values]));
  const columns = new Map<string, Float64Array>();
  for (const item of constructs.flatMap(({ items }) => items)) {
    const values = numbers.get(item)?.values ?? byLastPart.get(lastPart(item));
    if (values !== undefined) columns.set(item, values);
  }
  return columns;
}

const nameOfConstruct = ({ constructs }: IndexModel, name: string): Cell => constructs.find((one) => one.name === name)?.label ?? name;
const inLanguage = (cell: Cell, language: 'en' | 'zh-Hans') => (typeof cell === 'string' ? cell : cell[language]);

/** The construct that most others act on, satisfaction as a rule, is told first. */
function sentencesOf({ constructs, paths, n }: IndexReport, model: IndexModel) {
  const causes = (name: string) => paths.filter(({ to }) => to === name).length;
  const main =
    constructs.find(({ name }) => /^(customer )?satisfaction$/i.test(name)) ??
    [...constructs].sort((a, b) => causes(b.name) - causes(a.name))[0];
  if (main === undefined) return [text('The model has no constructs.', '模型中没有变量。')];
  const [strongest] = paths.filter(({ to }) => to === main.name).sort((a, b) => b.coefficient - a.coefficient);
  const first = inBoth((language) => {
    const name = inLanguage(nameOfConstruct(model, main.name), language);
    const ends =
      main.interval === undefined
        ? ''
        : `${interval(main.interval, (value) => decimal(value, 1), language)}${language === 'en' ? ', ' : '，'}`;
    return language === 'en'
      ? `${name} stands at ${decimal(main.index, 1)} points of 100 (${ends}${count(n)}).`
      : `${name}指数为 ${decimal(main.index, 1)} 分（满分 100，${ends}${count(n)}）。`;
  });
  if (strongest === undefined) return [first];
  const second = inBoth((language) => {
    const from = inLanguage(nameOfConstruct(model, strongest.from), language);
    const path = decimal(strongest.coefficient, 2);
    return language === 'en' ? `${from} acts on it most strongly (path ${path}).` : `对其影响最大的是${from}（路径系数 ${path}）。`;
  });
  return [first, second];
}

function constructsSection({ constructs }: IndexReport, model: IndexModel): Section {
  const digits = (value: number | undefined, count = 3) => (value === undefined ? '' : decimal(value, count));
  return {
    heading: text('Indices', '各变量指数'),
    picture: {
      ...{ kind: 'bars', label: text('Index, 0 to 100, with intervals', '指数（0 至 100），附置信区间'), min: 0, max: 100, from: 0 },
      bars: constructs.map(({ name, index: value, interval: ends }) => ({
        label: nameOfConstruct(model, name),
        value,
        ...ends,
        tone: 'plain',
      })),
    },
    head: [
      text('Construct', '变量'),
      text('Index', '指数'),
      text('Interval', '置信区间'),
      text('AVE', '平均方差抽取量'),
      text('Composite reliability', '组合信度'),
      text('R²', 'R²'),
    ],
    rows: constructs.map(({ name, index: value, interval: ends, ave, compositeReliability, rSquared }) => [
      nameOfConstruct(model, name),
      decimal(value, 1),
      ends === undefined ? '' : intervalCell(ends, 1),
      digits(ave),
      digits(compositeReliability),
      digits(rSquared),
    ]),
    notes: [],
  };
}

function pathsSection({ paths }: IndexReport, model: IndexModel): Section {
  return {
    heading: text('What acts on what', '变量之间的影响'),
    head: [
      text('From', '原因'),
      text('To', '结果'),
      text('Path', '路径系数'),
      text('Interval', '置信区间'),
      text('Total effect', '总效应'),
    ],
    rows: paths.map(({ from, to, coefficient, interval: ends, totalEffect }) => [
      nameOfConstruct(model, from),
      nameOfConstruct(model, to),
      decimal(coefficient, 3),
      ends === undefined ? '' : intervalCell(ends, 3),
      decimal(totalEffect, 3),
    ]),
    notes: [],
  };
}

function itemsSection({ items, leftOut }: IndexReport, model: IndexModel): Section {
  return {
    heading: text('Items', '各题目'),
    head: [
      text('Construct', '变量'),
      text('Item', '题目'),
      text('Weight', '权重'),
      text('Loading', '载荷'),
      text('Share of the index', '在指数中的占比'),
    ],
    rows: items.map(({ construct, item, weight, loading, share }) => [
      nameOfConstruct(model, construct),
      model.labels?.[item] ?? item,
      decimal(weight, 3),
      decimal(loading, 3),
      `${decimal(share * 100, 0)}%`,
    ]),
    notes: leftOut.negativeWeights.map(({ construct, item }) =>
      text(
        `“${item}” of “${construct}” has a negative weight and is left out of the index: check that high answers mean good.`,
        `“${construct}”的“${item}”权重为负，未计入指数：请检查高分是否代表满意。`,
      ),
    ),
  };
}

function methodOf({ method, n, leftOut, gof }: IndexReport) {
  const { scheme, samples, seed, level, iterations, answers } = method;
  const percent = `${decimal(level * 100, 0)}%`;
  return [
    text(
      `PLS path modelling (Lohmöller 1989), ${scheme} scheme, ${iterations} rounds; intervals (${percent}) from ${samples} resamples, seed ${seed}. Goodness of fit ${decimal(gof, 3)}.`,
      `偏最小二乘路径模型（Lohmöller，1989），加权方案 ${scheme}，迭代 ${iterations} 次；${percent} 置信区间取自 ${samples} 次重抽样，随机种子 ${seed}。拟合优度 ${decimal(gof, 3)}。`,
    ),
    text(
      `${n} people; ${leftOut.people} left out because they answered too little. ${answers.needed} are needed at least, ${answers.advised} advised.`,
      `计入 ${n} 人；${leftOut.people} 人因回答过少未计入。至少需要 ${answers.needed} 人，建议 ${answers.advised} 人。`,
    ),
  ];
}
