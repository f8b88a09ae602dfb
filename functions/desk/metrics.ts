import type * as z from 'zod/mini';
import type { FiguresBody } from '../../shared/api/metrics-schema.ts';
import { operations } from '../../shared/api/operations.ts';
import { invalidInput } from '../../shared/domain/errors.ts';
import { CHANNELS } from '../../shared/domain/feedback.ts';
import { COUNTED_LANGUAGES, localDay } from '../../shared/domain/metrics/contributions.ts';
import { figuresOf } from '../../shared/domain/metrics/figures.ts';
import type { PeriodKind } from '../../shared/domain/metrics/period.ts';
import { type Span, spansOf, tallyOfSpan } from '../../shared/domain/metrics/series.ts';
import type { Tally } from '../../shared/domain/metrics/tally.ts';
import { TOPICS } from '../../shared/domain/understand/understanding.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import { daysAskedFor } from './days.ts';
import type { DeskPorts } from './ports.ts';

/** Days that figures may be asked for at once. */
const MAX_DAYS = 366;

/** Periods of one series: a quarter of weeks, a year of months and one to compare with. */
const MAX_PERIODS = 13;

/** The values of each dimension that figures are kept for, as config and domain know them. */
const valuesOf = {
  all: () => ['all'],
  channel: () => CHANNELS,
  survey: ({ surveys }: DeskPorts['config']) => surveys.map(({ id }) => id),
  branch: ({ branches }: DeskPorts['config']) => branches.map(({ id }) => id),
  campaign: ({ campaigns }: DeskPorts['config']) => campaigns.map(({ id }) => id),
  topic: () => TOPICS,
  language: () => COUNTED_LANGUAGES,
};

/** One query for each value, whatever the series: the days are read once and added up per period here. */
export const readMetrics = ({ figures, config }: DeskPorts) =>
  endpoint(operations['GET /api/metrics'], async ({ query, now }) => {
    const { timeZone } = config.brand;
    const asked = daysAskedFor(query, localDay(now, timeZone), MAX_DAYS);
    const spans = query.per === undefined ? undefined : periodsAskedFor(query.per, asked);
    const items = await Promise.all(
      valuesOf[query.by](config).map(async (value) => {
        const days = await figures.series(query.by === 'all' ? 'all' : `${query.by}#${value}`, 'day', asked.from, asked.to);
        const series = spans?.map((span) => ({ ...span, figures: outgoing(tallyOfSpan(days, span)) }));
        return { value, figures: outgoing(tallyOfSpan(days, asked)), ...(series === undefined ? {} : { series }) };
      }),
    );
    return { by: query.by, ...asked, timeZone, items };
  });

/** @throws AmendsError 422 naming `per`, where the days are more periods than a series may have. */
function periodsAskedFor(per: PeriodKind, asked: Span): Span[] {
  const spans = spansOf(per, asked);
  if (spans.length <= MAX_PERIODS) return spans;
  const reason = `expected days that touch at most ${MAX_PERIODS} ${per}s; from ${asked.from} to ${asked.to} they touch ${spans.length}`;
  throw invalidInput('The series asked for is too long.', [{ field: 'per', reason }]);
}

function outgoing(tally: Tally): z.output<typeof FiguresBody> {
  const { csat, nps, ces, ...rest } = figuresOf(tally);
  return {
    ...rest,
    csat: { ...csat, histogram: [...csat.histogram] },
    nps: { ...nps, histogram: [...nps.histogram] },
    ces: { ...ces, five: [...ces.five], seven: [...ces.seven] },
  };
}
