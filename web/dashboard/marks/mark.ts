import { type Days, isDay } from '../days.ts';
import { type Filters, oneOf, type Places, readFilters } from '../filters.ts';

const METRICS = ['csat', 'nps', 'ces', 'rating', 'fcr', 'expectation', 'perception', 'importance', 'satisfaction'] as const;
const BANDS = ['csat-top', 'csat-other', 'promoter', 'passive', 'detractor'] as const;
const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;

/** What a mark of a chart stands for: the feedback that `GET /api/feedback` lists of it. All that is named must hold. */
export interface Mark extends Days, Filters {
  readonly metric?: (typeof METRICS)[number] | undefined;
  readonly value?: number | undefined;
  /** Top of the scale, where a metric has several. */
  readonly max?: number | undefined;
  readonly band?: (typeof BANDS)[number] | undefined;
  readonly question?: string | undefined;
  readonly sentiment?: (typeof SENTIMENTS)[number] | undefined;
  readonly hasCase?: 'true' | undefined;
  readonly unhappy?: 'true' | undefined;
}

const FIELDS = [
  ...(['from', 'to', 'branch', 'channel', 'survey', 'topic', 'language', 'tier'] as const),
  ...(['metric', 'value', 'max', 'band', 'question', 'sentiment', 'hasCase', 'unhappy'] as const),
] as const satisfies readonly (keyof Mark)[];
const PREFIX = 'of.';

/** The mark that an address opens; none where it opens none, or names days that do not exist. */
export function readMark(query: URLSearchParams, places: Places): Mark | undefined {
  const get = (name: string) => query.get(PREFIX + name);
  const [from, to] = [get('from'), get('to')];
  if (!isDay(from) || !isDay(to) || from > to) return undefined;
  return {
    ...{ from, to },
    ...readFilters((name) => query.get(name), places, PREFIX),
    metric: oneOf(METRICS, get('metric')),
    value: numberIn(get('value')),
    max: numberIn(get('max')),
    band: oneOf(BANDS, get('band')),
    question: get('question')?.slice(0, 100) ?? undefined,
    sentiment: oneOf(SENTIMENTS, get('sentiment')),
    hasCase: oneOf(['true'], get('hasCase')),
    unhappy: oneOf(['true'], get('unhappy')),
  };
}

const numberIn = (text: string | null) => (text === null || !/^-?\d{1,6}(\.\d{1,6})?$/.test(text) ? undefined : Number(text));

/** Changes to the address that open a mark, or with none close it. */
export const markChange = (mark: Mark | undefined): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(FIELDS.map((name) => [PREFIX + name, mark?.[name]?.toString()]));
