import { Temporal } from 'temporal-polyfill';
import type { Language } from './language.ts';

const LOCALES = { en: 'en-GB', 'zh-Hans': 'zh-CN' } as const;

/** A moment as people of this language write it, in the house's zone: `Monday, 23 November 2026 at 10:00 GMT+8`, `2026年11月23日星期一 10:00`. */
export function momentInWords(instant: string, timeZone: string, language: Language): string {
  return Temporal.Instant.from(instant).toLocaleString(LOCALES[language], {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    // Chinese customers and houses share one zone as a rule, and 「GMT+8」 reads foreign there.
    ...(language === 'en' ? { timeZoneName: 'short' } : {}),
  });
}

/** Its day alone: `Monday, 23 November 2026`, `2026年11月23日星期一`. */
export function dayInWords(instant: string, timeZone: string, language: Language): string {
  return Temporal.Instant.from(instant).toLocaleString(LOCALES[language], {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}
