import { type Days, isDay } from './days.ts';
import { chosenIn, DIMENSIONS, type Dimension, type Filters, oneOf, type Places, readFilters } from './filters.ts';
import { daysOf, faultOf, type Per, persOf, RANGES, type RangeFault, type RangeName, USUAL_RANGE } from './range.ts';

/** What the trend and the comparison of branches show. */
export const MEASURES = ['csat', 'nps', 'ces', 'n'] as const;
export type Measure = (typeof MEASURES)[number];

/** What the page shows: all of it stands in its address. */
export interface Settings {
  readonly range: RangeName;
  readonly days: Days;
  /** Why days that were chosen cannot be shown. */
  readonly fault: RangeFault | undefined;
  readonly filters: Filters;
  /** Steps of the trend: what was chosen where that fits the days, else the finest that does. */
  readonly per: Per | undefined;
  readonly measure: Measure;
  /** Parts of an old or mistyped address that mean nothing here. */
  readonly unknown: readonly { readonly dimension: Dimension; readonly value: string }[];
}

interface Surroundings {
  readonly places: Places;
  /** The day it is in the house's zone. */
  readonly today: string;
}

/** What an address asks for. What is wrong in it is left out and told, never guessed at. */
export function readSettings(query: URLSearchParams, { places, today }: Surroundings): Settings {
  const range = oneOf(RANGES, query.get('range')) ?? USUAL_RANGE;
  const days = readDays(range, query, today);
  const pers = persOf(days);
  const filters = readFilters((name) => query.get(name), places);
  return {
    range,
    days,
    fault: range === 'own' ? faultOf(days) : undefined,
    filters,
    per: oneOf(pers, query.get('per')) ?? pers[0],
    measure: oneOf(MEASURES, query.get('measure')) ?? 'csat',
    unknown: DIMENSIONS.flatMap((dimension) => {
      const value = query.get(dimension);
      return value === null || value === '' || filters[dimension] !== undefined ? [] : [{ dimension, value }];
    }),
  };
}

function readDays(range: RangeName, query: URLSearchParams, today: string): Days {
  if (range !== 'own') return daysOf(range, today);
  const [from, to] = [query.get('from'), query.get('to')];
  const usual = daysOf('28d', today);
  return { from: isDay(from) ? from : usual.from, to: isDay(to) ? to : usual.to };
}

/** The same page of other days or filters, as changes to its address. */
export const rangeChange = (range: RangeName, days: Days): Readonly<Record<string, string | undefined>> => ({
  range: range === USUAL_RANGE ? undefined : range,
  from: range === 'own' ? days.from : undefined,
  to: range === 'own' ? days.to : undefined,
});

/** Takes all filters away. */
export const noFilters = (): Readonly<Record<string, undefined>> =>
  Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, undefined]));

/** Where figures are to be asked for: exact ones know one dimension at a time. */
export const isCombined = (filters: Filters): boolean => chosenIn(filters).length > 1;
