import type { Language } from '../../shared/domain/language.ts';

const LOCALES = { en: 'en-GB', 'zh-Hans': 'zh-CN' } as const;

/**
 * The words of `shared/domain/date-words.ts`, which a test holds together, without the calendar library behind them: it would be a fifth of what the
 * door of invitations loads before it answers.
 */
export const momentInWords = (instant: string, timeZone: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(language === 'en' ? { timeZoneName: 'short' } : {}),
  }).format(Date.parse(instant));
