import type { Language } from '../../language.ts';
import { chanceWords, count, decimal, interval, names, percent, signed } from '../number-words.ts';
import type { Driver, Drivers, DriversRefusal } from './drivers.ts';
import type { LeftOutPredictor } from './prepare.ts';

/** What is said of drivers, one sentence after another: the clear ones, or that there are none; then how it was found and what was left out. */
export function driverSentences(result: Drivers | DriversRefusal, language: Language): string[] {
  const leftOut = [...result.predictorsLeftOut.map((left) => leftOutSentence(left, language)), ...rowsSentence(result, language)];
  if (result.kind === 'refused') return [refusalSentence(result, language), ...leftOut];
  const clear = result.drivers.filter(({ isClear }) => isClear);
  const found = clear.length === 0 ? [noneSentence(result, language)] : clear.map((driver) => driverSentence(driver, language));
  return [...found, methodSentence(result, language), ...leftOut];
}

function driverSentence(driver: Driver, language: Language): string {
  const { name, share, coefficient, direction } = driver;
  const ofShare = interval(share, percent, language);
  const slope = (value: number) => signed(value, 2);
  const ends = interval(coefficient, slope, language);
  const up = direction === 'up';
  const strange = Math.sign(driver.correlation) * Math.sign(coefficient.value) < 0;
  const amount = decimal(Math.abs(coefficient.value), 2);
  if (language === 'en') {
    const odd = strange ? ' Taken alone it goes the other way: read it with the items it overlaps with.' : '';
    return `${names([name], language)} carries ${percent(share.value)} (${ofShare}) of what is explained; one point more of it goes with ${amount} points ${up ? 'more' : 'less'} satisfaction (${ends}).${odd}`;
  }
  const odd = strange ? '单独来看方向相反，请结合与其重叠的项目解读。' : '';
  return `${names([name], language)}占可解释部分的 ${percent(share.value)}（${ofShare}）；其每提高 1 分，满意度相应${up ? '提高' : '降低'} ${amount} 分（${ends}）。${odd}`;
}

const noneSentence = ({ pValue }: Drivers, language: Language) =>
  language === 'en'
    ? `No single driver can be told from chance (all together: ${chanceWords(pValue)}).`
    : `没有任何单项因素能与偶然波动区分开（全部合计：${chanceWords(pValue)}）。`;

function methodSentence({ n, rSquared, method, drivers }: Drivers, language: Language): string {
  const fit = decimal(rSquared, 2);
  if (language === 'en') {
    const orders = method === 'all-orders' ? '' : ' Shares are from orders drawn at random.';
    return `Regression on ${drivers.length} ${drivers.length === 1 ? 'item' : 'items'}, R² ${fit}, ${count(n)}; named are those that hold at 5% for all together (Holm). They go together with satisfaction; that they cause it is not shown.${orders}`;
  }
  const orders = method === 'all-orders' ? '' : '占比由随机抽取的排列估算。';
  return `对 ${drivers.length} 个项目作回归，R² 为 ${fit}，${count(n)}；所列因素在全部检验合计 5% 的水平上成立（Holm 校正）。这里只说明与满意度相关，并不证明因果。${orders}`;
}

function refusalSentence({ reason, n, needed }: DriversRefusal, language: Language): string {
  const en = language === 'en';
  switch (reason) {
    case 'too-few-answers':
      return en
        ? `${n} complete ${n === 1 ? 'answer' : 'answers'}, and drivers of so many items need at least ${needed}. Gather ${needed - n} more, or ask for fewer items.`
        : `完整答卷 ${n} 份，按目前的项目数量至少需要 ${needed} 份才能分析驱动因素。请再收集 ${needed - n} 份，或减少项目。`;
    case 'constant-outcome':
      return en
        ? `All ${n} answers give the same overall satisfaction: there is nothing to explain.`
        : `${n} 份答卷的总体满意度完全相同，没有可以解释的差异。`;
    case 'no-predictors':
      return en ? 'No item is left that could explain satisfaction.' : '没有可用于解释满意度的项目。';
  }
}

function leftOutSentence(left: LeftOutPredictor, language: Language): string {
  const en = language === 'en';
  const name = names([left.name], language);
  switch (left.reason) {
    case 'rows-differ':
      return en
        ? `${name} is left out: its column has another number of rows than the outcome.`
        : `${name}未纳入：该列行数与总体满意度不一致。`;
    case 'seldom-answered':
      return en ? `${name} is left out: fewer than half of the people answered it.` : `${name}未纳入：作答者不足半数。`;
    case 'hardly-varies':
      return en
        ? `${name} is left out: fewer than 10 people answered it differently from the others.`
        : `${name}未纳入：回答几乎没有差异，与多数人不同的不足 10 人。`;
    case 'collinear':
      return en
        ? `${name} is left out: it follows from ${names(left.with, language)}, so their effects cannot be told apart.`
        : `${name}未纳入：可由${names(left.with, language)}推算得出，无法区分各自的影响。`;
  }
}

function rowsSentence({ rowsLeftOut: { withoutOutcome, incomplete } }: Drivers | DriversRefusal, language: Language): string[] {
  if (withoutOutcome + incomplete === 0) return [];
  return language === 'en'
    ? [`Left out: ${withoutOutcome} answers without overall satisfaction, ${incomplete} incomplete ones.`]
    : [`未计入：${withoutOutcome} 份没有总体满意度，${incomplete} 份回答不完整。`];
}
