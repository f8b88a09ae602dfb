import type { Language } from '../../language.ts';
import { changeInterval, count, figure, percent, size } from '../number-words.ts';
import type { BeforeAfter, BeforeAfterRefusal } from './before-after.ts';
import type { LeftOutPeriod, Trend, TrendRefusal } from './trend.ts';

const VERDICTS = {
  'within-normal-variation': { en: 'within normal variation', 'zh-Hans': '属于正常波动' },
  'real-drop': { en: 'a real drop', 'zh-Hans': '确实下降' },
  'real-rise': { en: 'a real rise', 'zh-Hans': '确实上升' },
} as const;

/** What is said of a series: the verdict on its latest period with what would be normal, why, how sure, and what was left out. */
export function trendSentences(trend: Trend | TrendRefusal, name: string, language: Language): string[] {
  const leftOut = leftOutSentence(trend.leftOut, language);
  if (trend.kind === 'refused') return [trendRefusal(trend, name, language), ...leftOut];
  return [verdictSentence(trend, name, language), ...reasonSentences(trend, language), ...leftOut];
}

function verdictSentence({ latest, centre, unit, verdict }: Trend, name: string, language: Language): string {
  const show = (value: number) => figure(value, unit);
  const words = VERDICTS[verdict][language];
  return language === 'en'
    ? `${name}, ${latest.period}: ${show(latest.value)} (${count(latest.n)}), ${words}; ${show(centre)} is usual, and ${show(latest.lower)} to ${show(latest.upper)} is normal variation.`
    : `${name}，${latest.period}：${show(latest.value)}（${count(latest.n)}），${words}；平时为 ${show(centre)}，正常波动范围为 ${show(latest.lower)} 至 ${show(latest.upper)}。`;
}

function reasonSentences({ rules, falseAlarmRate, points }: Trend, language: Language): string[] {
  const en = language === 'en';
  const isRun = rules.includes('run');
  const run = en ? 'The last 8 periods all lie on the same side of the mean.' : '最近 8 期都在均值的同一侧。';
  const method = en
    ? `Judged by the ${points.length - 1} periods before; an unchanged series would be called changed at most ${percent(falseAlarmRate, 1)} of the time.`
    : `以此前 ${points.length - 1} 期为依据；若实际没有变化，误判为变化的可能不超过 ${percent(falseAlarmRate, 1)}。`;
  return [...(isRun ? [run] : []), method];
}

function trendRefusal({ reason, n, needed }: TrendRefusal, name: string, language: Language): string {
  const en = language === 'en';
  switch (reason) {
    case 'too-few-periods':
      return en
        ? `${name}: ${n} periods with answers, and at least ${needed} are needed to tell a change from normal variation. Wait for ${needed - n} more.`
        : `${name}：有答卷的时期共 ${n} 期，至少需要 ${needed} 期才能区分真实变化与正常波动，请再等 ${needed - n} 期。`;
    case 'latest-too-small':
      return en
        ? `${name}: the latest period has fewer than 5 answers, so nothing is said of it.`
        : `${name}：最近一期答卷不足 5 份，不作判断。`;
    case 'latest-unsound':
      return en
        ? `${name}: the sums of the latest period cannot come from such a scale. Check the import.`
        : `${name}：最近一期的合计数与量表不符，请检查导入数据。`;
    case 'unfit-scale':
      return en ? `${name}: the ends of the scale are not in order.` : `${name}：量表的上下限设置有误。`;
  }
}

function leftOutSentence(leftOut: readonly LeftOutPeriod[], language: Language): string[] {
  if (leftOut.length === 0) return [];
  const periods = leftOut.map(({ period }) => period);
  return language === 'en'
    ? [`Left out, with fewer than 5 answers or sums that do not fit the scale: ${periods.join(', ')}.`]
    : [`未计入（答卷不足 5 份，或合计数与量表不符）：${periods.join('、')}。`];
}

/** What is said of a figure before and after a measure. */
export function beforeAfterSentence(result: BeforeAfter | BeforeAfterRefusal, name: string, language: Language): string {
  const en = language === 'en';
  if (result.kind === 'refused') {
    const { reason, n, needed } = result;
    if (reason === 'unsound')
      return en ? `${name}: the sums cannot come from such a scale. Check the import.` : `${name}：合计数与量表不符，请检查导入数据。`;
    return en
      ? `${name}: ${n.before} answers before and ${n.after} after; ${needed} are needed on each side.`
      : `${name}：之前 ${n.before} 份、之后 ${n.after} 份，前后各需至少 ${needed} 份。`;
  }
  const { before, after, change, verdict, unit } = result;
  const from = `${figure(before.value, unit)}${en ? ' (' : '（'}${count(before.n)}${en ? ')' : '）'}`;
  const to = `${figure(after.value, unit)}${en ? ' (' : '（'}${count(after.n)}${en ? ')' : '）'}`;
  const ends = changeInterval(change, unit, language);
  const amount = size(change.value, unit, language);
  if (en) {
    const did = { rose: `rose by ${amount}`, fell: `fell by ${amount}`, 'no-clear-change': 'no clear change' }[verdict];
    return `${name}: ${from} before, ${to} after: ${did} (${ends}). That the measure caused it is not shown.`;
  }
  const did = { rose: `上升 ${amount}`, fell: `下降 ${amount}`, 'no-clear-change': '没有明显变化' }[verdict];
  return `${name}：之前 ${from}，之后 ${to}，${did}（${ends}）。这并不证明变化由该措施引起。`;
}
