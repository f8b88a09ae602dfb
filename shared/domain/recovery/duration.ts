import * as z from 'zod/mini';
import type { Language } from '../language.ts';

/** `h` hours of business time, `wd` working days, `d` calendar days, `w` calendar weeks. */
export type DurationUnit = 'h' | 'wd' | 'd' | 'w';

export interface Duration {
  /** Above 0; whole but for `h`. */
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** About three years of each: what is longer is a slip of the keyboard, and would be no deadline. */
const MOST = { h: 6000, wd: 780, d: 1100, w: 156 } as const;

const EXAMPLES = 'such as "8h" (business hours), "5wd" (working days), "30d" (calendar days) or "8w" (weeks)';

/**
 * Reads `8h`, `1.5h`, `5wd`, `30d`, `8w`.
 * @throws RangeError that says what was expected and what came.
 */
export function parseDuration(text: string): Duration {
  const read = readDuration(text);
  if (typeof read === 'string') throw new RangeError(read);
  return read;
}

/** A duration as it is written in the config; its message is that of `parseDuration`. */
export const DurationText = z.string().check(
  z.superRefine((text, context) => {
    const read = readDuration(text);
    if (typeof read === 'string') context.addIssue({ code: 'custom', message: read, input: text });
  }),
);
export type DurationText = z.infer<typeof DurationText>;

/** The duration, or what is wrong with it. */
function readDuration(text: string): Duration | string {
  const [, digits, unit] = /^(\d{1,5}(?:\.\d{1,4})?)(h|wd|d|w)$/.exec(text) ?? [];
  if (digits === undefined || !isUnit(unit)) return `expected a duration ${EXAMPLES}, got "${text.slice(0, 40)}"`;
  const amount = Number(digits);
  if (unit !== 'h' && !Number.isInteger(amount))
    return `expected a whole number of days or weeks, got "${text}"; parts of a day are hours: "4h"`;
  if (amount === 0) return `expected more than nothing, got "${text}"`;
  if (amount > MOST[unit]) return `expected at most ${MOST[unit]}${unit}, got "${text}"`;
  return { amount, unit };
}

const isUnit = (unit: string | undefined): unit is DurationUnit => unit !== undefined && Object.hasOwn(MOST, unit);

const WORDS: Readonly<Record<DurationUnit, { readonly one: string; readonly many: string; readonly chinese: string }>> = {
  h: { one: 'business hour', many: 'business hours', chinese: '个工作小时' },
  wd: { one: 'working day', many: 'working days', chinese: '个工作日' },
  d: { one: 'day', many: 'days', chinese: '天' },
  w: { one: 'week', many: 'weeks', chinese: '周' },
};

/** "5 working days", "5 个工作日". */
export function durationInWords({ amount, unit }: Duration, language: Language): string {
  const { one, many, chinese } = WORDS[unit];
  return language === 'en' ? `${amount} ${amount === 1 ? one : many}` : `${amount} ${chinese}`;
}
