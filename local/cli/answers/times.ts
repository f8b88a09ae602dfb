import { Temporal } from 'temporal-polyfill';
import { isDay } from '../../../shared/domain/survey/day.ts';

/** How days are written where the year does not come first. */
export const DAY_ORDERS = ['dmy', 'mdy'] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

const CLOCK = String.raw`(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?${CLOCK}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${CLOCK}$`, 'i');

/** What is expected, to be told to whoever gave something else. */
export const expectedTime = (order: DayOrder | undefined): string =>
  order === undefined
    ? 'expected a day or time with the year first, e.g. 2026-03-14, 2026/3/14 9:30, 2026年3月14日 or 2026-03-14T09:30:00Z; say --days dmy or mdy for others'
    : `expected a day or time such as ${order === 'dmy' ? '14/03/2026 09:30' : '03/14/2026 09:30'}, or with the year first`;

const two = (number: string) => number.padStart(2, '0');

/** A day as it stands in a cell, `YYYY-MM-DD`; nothing where it is none of the calendar. */
export function dayIn(cell: string, order: DayOrder | undefined): string | undefined {
  const parts = partsOf(cell, order);
  return parts?.day;
}

interface Parts {
  readonly day: string;
  readonly clock: readonly (string | undefined)[];
}

function partsOf(cell: string, order: DayOrder | undefined): Parts | undefined {
  const text = cell.normalize('NFKC').trim();
  const first = YEAR_FIRST.exec(text);
  const last = first === null && order !== undefined ? YEAR_LAST.exec(text) : null;
  const [, a = '', b = '', c = '', ...clock] = first ?? last ?? [];
  const [year, month, date] = first !== null ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const day = `${year}-${two(month)}-${two(date)}`;
  return isDay(day) ? { day, clock } : undefined;
}

/** Offsets of hours that were looked up; a year has 8,784. */
const MAX_REMEMBERED = 10_000;

/**
 * Reads times: without a zone they are of the brand's, without a time of day noon, so that the day stays the same for neighbours in time.
 * Looking up an offset takes longer than all else of a row, so those of hours that came before are remembered.
 */
export function timeReader(timeZone: string, order: DayOrder | undefined): (cell: string) => string | undefined {
  const offsets = new Map<string, number>();
  const offsetAt = (day: string, hour: string): number => {
    const key = `${day}T${hour}`;
    const known = offsets.get(key);
    if (known !== undefined) return known;
    const local = Temporal.PlainDateTime.from(`${key}:00`);
    const offset = local.toZonedDateTime(timeZone).offsetNanoseconds / 1e6;
    if (offsets.size >= MAX_REMEMBERED) offsets.clear();
    offsets.set(key, offset);
    return offset;
  };
  return (cell) => {
    const parts = partsOf(cell, order);
    if (parts === undefined) return undefined;
    const [hour = '12', minute = '00', second = '00', zone] = parts.clock;
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
    const wall = Date.parse(`${parts.day}T${two(hour)}:${minute}:${second}.000Z`);
    const offset = zone === undefined ? offsetAt(parts.day, two(hour)) : offsetIn(zone);
    return new Date(wall - offset).toISOString();
  };
}

/** Milliseconds of `+08:00`. */
function offsetIn(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
