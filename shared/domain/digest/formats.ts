import { Temporal } from 'temporal-polyfill';
import { type Change, isReportable } from '../metrics/figures.ts';
import type { DigestModel } from './digest.ts';
import type { DigestWords } from './words.ts';

const MINUS = '−';

/** `71%` of 0.7052. */
export const percent = (share: number) => `${Math.round(share * 100)}%`;

/** `+12`, `−3`, `0`, with the minus sign of typography. */
export function signed(value: number): string {
  const rounded = Math.round(value);
  if (rounded === 0) return '0';
  return rounded > 0 ? `+${rounded}` : `${MINUS}${-rounded}`;
}

/** Minutes of an instant on the wall clock of a zone, `2026-11-19T17:00`. */
export const localMinute = (instant: string, timeZone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** Bands of the Net Promoter Score: below 0 more warn than recommend, above 50 is what only few houses reach. */
export function npsBand(score: number): 'low' | 'fair' | 'good' {
  if (score < 0) return 'low';
  return score > 50 ? 'good' : 'fair';
}

/**
 * How a score changed, with the ends of the change's own interval; that it cannot be told, where there was too little before; nothing where there was nothing.
 */
export function changeText(
  change: Change | undefined,
  unit: 'share' | 'score',
  { period, nBefore }: DigestModel,
  words: DigestWords,
): string | undefined {
  if (change === undefined) return nBefore > 0 ? words.incomparable(period.kind) : undefined;
  const points = (value: number) => signed(unit === 'share' ? value * 100 : value);
  return words.change(points(change.value), unit, words.range(points(change.low), points(change.high)), change.verdict, period.kind);
}

/** `54 (38%)`; the count alone where too few answers stand behind a share. */
export const countText = (count: number, n: number) => (isReportable(n) ? `${count} (${percent(count / n)})` : String(count));
