import { Temporal } from 'temporal-polyfill';
import { type ChangeKey, judgementOf } from '../metrics/changes.ts';
import type { Change } from '../metrics/figures.ts';
import type { Estimate } from '../metrics/interval.ts';
import type { DigestModel } from './digest.ts';
import type { DigestNumber, NumberKey } from './numbers.ts';
import type { DigestWords, Unit } from './words.ts';

const MINUS = '−';

/** `71%` of 0.7052. */
export const percent = (share: number) => `${Math.round(share * 100)}%`;

/** `0.8%` of 0.0083: where whole percents are too coarse. */
export const finePercent = (share: number) => `${Number((share * 100).toFixed(1))}%`;

/** `+12`, `−3`, `0`, with the minus sign of typography. @param decimals digits after the point at most */
export function signed(value: number, decimals = 0): string {
  const rounded = Number(value.toFixed(decimals));
  if (rounded === 0) return '0';
  return rounded > 0 ? `+${rounded}` : `${MINUS}${-rounded}`;
}

/** Minutes of an instant on the wall clock of a zone, `2026-11-19T17:00`. */
export const localMinute = (instant: string, timeZone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** An instant in the reader's zone and words. */
export const momentText = (instant: string, { timeZone }: Pick<DigestModel, 'timeZone'>, words: DigestWords) =>
  words.dateTime(localMinute(instant, timeZone));

/** Bands of the Net Promoter Score: below 0 more warn than recommend, above 50 is what only few houses reach. */
export function npsBand(score: number): 'low' | 'fair' | 'good' {
  if (score < 0) return 'low';
  return score > 50 ? 'good' : 'fair';
}

export const UNITS = { satisfied: 'share', nps: 'score', takenUp: 'share', complaints: 'rate' } as const satisfies Record<NumberKey, Unit>;

/** What each number is called among the figures that are compared. */
const COMPARED_AS = {
  satisfied: 'satisfied',
  nps: 'nps',
  takenUp: 'acknowledgedInTime',
  complaints: 'complaintRate',
} as const satisfies Record<NumberKey, ChangeKey>;

/** Is it a clear change for the better? */
export const isGood = (key: NumberKey, { verdict }: Change) => judgementOf(COMPARED_AS[key], verdict) === 'better';

/** One of the four numbers as it is shown: `71%`, `+12`, `13.3`. */
export function valueText(key: NumberKey, value: number): string {
  switch (UNITS[key]) {
    case 'share':
      return percent(value);
    case 'score':
      return signed(value);
    case 'rate':
      return (value * 100).toFixed(1);
  }
}

export const rangeText = (key: NumberKey, { low, high }: Estimate, words: DigestWords) =>
  words.range(valueText(key, low), valueText(key, high));

/** Points of a change: percentage points of a share, complaints per 100. */
const changed = (key: NumberKey, value: number) => (key === 'nps' ? signed(value) : signed(value * 100, key === 'complaints' ? 1 : 0));

/**
 * How a number changed, with the ends of the change's own interval; that it cannot be told, where there was too little before; nothing where there was nothing.
 */
export function changeText({ key, change }: DigestNumber, { period, nBefore }: DigestModel, words: DigestWords): string | undefined {
  if (change === undefined) return nBefore > 0 ? words.incomparable(period.kind) : undefined;
  const range = words.range(changed(key, change.low), changed(key, change.high));
  return words.change(changed(key, change.value), UNITS[key], range, change.verdict, period.kind);
}

/** `−13 (−22 to −3)`: of shares, in points. */
export const pointsText = ({ value, low, high }: Estimate, words: DigestWords) =>
  [signed(value * 100), words.range(signed(low * 100), signed(high * 100))] as const;

/** Where a thing is worked, where the house's desk has an address. @param what folder of the desk: cases, feedback */
export const deskLink = ({ deskUrl }: Pick<DigestModel, 'deskUrl'>, what: 'cases' | 'feedback', id: string): string | undefined =>
  deskUrl === undefined ? undefined : `${deskUrl.replace(/\/$/, '')}/${what}/${encodeURIComponent(id)}`;
