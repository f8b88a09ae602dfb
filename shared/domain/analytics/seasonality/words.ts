import type { Language } from '../../language.ts';
import { chanceWords, decimal, interval, percent, signed } from '../number-words.ts';
import type { LeftOutDays, Weekday, WeekdayDeviation, WeekdayPattern, WeekdayRefusal } from './weekdays.ts';

const DAYS: Readonly<Record<Weekday, Readonly<Record<Language, string>>>> = {
  1: { en: 'Mondays', 'zh-Hans': '周一' },
  2: { en: 'Tuesdays', 'zh-Hans': '周二' },
  3: { en: 'Wednesdays', 'zh-Hans': '周三' },
  4: { en: 'Thursdays', 'zh-Hans': '周四' },
  5: { en: 'Fridays', 'zh-Hans': '周五' },
  6: { en: 'Saturdays', 'zh-Hans': '周六' },
  7: { en: 'Sundays', 'zh-Hans': '周日' },
};

/** What is said of weekdays: whether there is a pattern, which days differ and by how much, and what was left out. */
export function weekdaySentences(result: WeekdayPattern | WeekdayRefusal, name: string, language: Language): string[] {
  const left = leftOutSentences(result.leftOut, language);
  if (result.kind === 'refused') return [refusalSentence(result, name, language), ...left];
  const different = result.weekdays.filter(({ verdict }) => verdict !== 'not-distinguishable');
  return [patternSentence(result, name, language), ...different.map((day) => daySentence(day, result, language)), ...left];
}

function patternSentence({ hasPattern, n, pValue }: WeekdayPattern, name: string, language: Language): string {
  if (language === 'en') {
    return `${name}: ${hasPattern ? 'weekdays differ' : 'no pattern of weekdays can be told from chance'} (${n} weeks, ${chanceWords(pValue)}, Holm).`;
  }
  return `${name}：${hasPattern ? '一周各天之间存在差异' : '看不出按星期的规律'}（${n} 周，${chanceWords(pValue)}，Holm 校正）。`;
}

function daySentence({ weekday, deviation, verdict }: WeekdayDeviation, { unit }: WeekdayPattern, language: Language): string {
  const ends = interval(deviation, (value) => (unit === 'volume' ? `${signed(value * 100, 0)}%` : signed(value, 2)), language);
  const amount = unit === 'volume' ? percent(Math.abs(deviation.value)) : decimal(Math.abs(deviation.value), 2);
  const day = DAYS[weekday][language];
  return language === 'en'
    ? `${day} are ${verdict} than their week by ${amount} (${ends}).`
    : `${day}比当周平均${verdict === 'higher' ? '高' : '低'} ${amount}（${ends}）。`;
}

function refusalSentence({ reason, n, needed }: WeekdayRefusal, name: string, language: Language): string {
  const en = language === 'en';
  if (reason === 'too-few-weekdays') {
    return en ? `${name}: only one weekday has figures; there is nothing to compare.` : `${name}：只有一个星期几有数据，无从比较。`;
  }
  return en
    ? `${name}: ${n} whole weeks, and at least ${needed} are needed to tell weekdays apart. Wait for ${needed - n} more.`
    : `${name}：完整的周数为 ${n}，至少需要 ${needed} 周才能比较各天，请再等 ${needed - n} 周。`;
}

function leftOutSentences({ unusable, ofBrokenWeeks, closed }: LeftOutDays, language: Language): string[] {
  const en = language === 'en';
  const days = closed.map((weekday) => DAYS[weekday][language]);
  const shut = en
    ? `Not compared, as most weeks are without them: ${days.join(', ')}.`
    : `多数周没有数据、未参与比较：${days.join('、')}。`;
  const broken = en
    ? `Left out: ${ofBrokenWeeks} days of weeks that are not whole, ${unusable} without a usable date or figure.`
    : `未计入：不完整的周中的 ${ofBrokenWeeks} 天，日期或数值不可用的 ${unusable} 天。`;
  return [...(closed.length > 0 ? [shut] : []), ...(ofBrokenWeeks + unusable > 0 ? [broken] : [])];
}
