import type { Language } from '../../shared/domain/language.ts';
import { type Say, sayingIn } from '../browser/words.ts';
import { type Days, instantOf } from './days.ts';
import en from './words/en.json';
import zh from './words/zh-Hans.json';

/**
 * What a figure is measured in. `share`: 0 … 1 in whole percents; `rate`: the same with a decimal; `points`: 0 … 100 with a decimal; `score`:
 * −100 … 100, signed; `time`: seconds, shown in hours; `count`.
 */
export type Unit = 'share' | 'rate' | 'points' | 'score' | 'count' | 'time';
export type Key = keyof typeof en;

export interface Speech {
  readonly language: Language;
  readonly say: Say<Key>;
  /** `78%`, `+12`, `3.5 hr`. */
  text(value: number, unit: Unit): string;
  /** The figure alone, as tables show it below a head that names the unit: `78`, `+12`, `3.5`. */
  plain(value: number, unit: Unit): string;
  /** `78–86%`, `−3 to +12`. */
  range(low: number, high: number, unit: Unit): string;
  day(day: string): string;
  days(days: Days): string;
  /** Day and time on the house's clock. */
  moment(instant: string, timeZone: string): string;
}

/** How days and numbers are written: English is British here, as in the house's mails. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-Hans': 'zh-Hans' };

const DIGITS: Readonly<Record<Unit, number>> = { share: 0, rate: 1, points: 1, score: 0, count: 0, time: 1 };
const SCALE: Readonly<Record<Unit, number>> = { share: 100, rate: 100, points: 1, score: 1, count: 1, time: 1 / 3600 };

/** The number as it is shown and written to files: the one rounding of the page. */
export function shownNumber(value: number, unit: Unit): number {
  const rounded = Number((value * SCALE[unit]).toFixed(DIGITS[unit]));
  // −0 is no number for people.
  return rounded === 0 ? 0 : rounded;
}

/** Numbers and days by the rules of the language, sentences by its catalogue. */
export function speechIn(language: Language): Speech {
  const say = sayingIn<Key>(language, { en, 'zh-Hans': zh });
  const formats = numberFormats(language);
  const plain = (value: number, unit: Unit) => typographic(formats.plain[unit].format(shownNumber(value, unit)));
  const text = (value: number, unit: Unit) => typographic(formats.text[unit].format(shownNumber(value, unit)));
  const day = new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' });
  return {
    ...{ language, say, plain, text },
    range: (low, high, unit) =>
      unit === 'score' || low < 0
        ? say('range', { low: plain(low, unit), high: text(high, unit) })
        : `${plain(low, unit)}–${text(high, unit)}`,
    day: (one) => day.format(instantOf(one)),
    days: ({ from, to }) => (from === to ? day.format(instantOf(from)) : day.formatRange(instantOf(from), instantOf(to))),
    moment: (instant, timeZone) =>
      new Intl.DateTimeFormat(LOCALES[language], { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant)),
  };
}

function numberFormats(language: Language) {
  const make = (unit: Unit, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(LOCALES[language], {
      minimumFractionDigits: DIGITS[unit],
      maximumFractionDigits: DIGITS[unit],
      ...(unit === 'score' && { signDisplay: 'exceptZero' as const }),
      ...options,
    });
  const percent = { style: 'unit', unit: 'percent' } as const;
  const hours = { style: 'unit', unit: 'hour', unitDisplay: 'short' } as const;
  const { points, score, count } = { points: make('points'), score: make('score'), count: make('count') };
  return {
    plain: { share: make('share'), rate: make('rate'), points, score, count, time: make('time') },
    text: { share: make('share', percent), rate: make('rate', percent), points, score, count, time: make('time', hours) },
  };
}

/** The minus sign of typography, as in the house's mails. */
const typographic = (text: string) => text.replace(/^-/, '−');
