import { operations } from '../../shared/api/operations.ts';
import { CHANNELS } from '../../shared/domain/feedback.ts';
import { COUNTED_LANGUAGES, localDay } from '../../shared/domain/metrics/contributions.ts';
import { figuresOf } from '../../shared/domain/metrics/figures.ts';
import { addTallies, emptyTally } from '../../shared/domain/metrics/tally.ts';
import { TOPICS } from '../../shared/domain/understand/understanding.ts';
import { daysAskedFor } from './days.ts';
import { endpoint } from './endpoint.ts';
import type { DeskPorts } from './ports.ts';

/** Days that figures may be asked for at once. */
const MAX_DAYS = 366;

/** The values of each dimension that figures are kept for, as config and domain know them. */
const valuesOf = {
  all: () => ['all'],
  channel: () => CHANNELS,
  survey: ({ surveys }: DeskPorts['config']) => surveys.map(({ id }) => id),
  branch: ({ branches }: DeskPorts['config']) => branches.map(({ id }) => id),
  topic: () => TOPICS,
  language: () => COUNTED_LANGUAGES,
};

export const readMetrics = ({ figures, config }: DeskPorts) =>
  endpoint(operations['GET /api/metrics'], async ({ query, now }) => {
    const { timeZone } = config.brand;
    const { from, to } = daysAskedFor(query, localDay(now, timeZone), MAX_DAYS);
    const items = await Promise.all(
      valuesOf[query.by](config).map(async (value) => {
        const series = await figures.series(query.by === 'all' ? 'all' : `${query.by}#${value}`, 'day', from, to);
        const { csat, nps, ...rest } = figuresOf(series.map(({ tally }) => tally).reduce(addTallies, emptyTally));
        return {
          value,
          figures: { ...rest, csat: { ...csat, histogram: [...csat.histogram] }, nps: { ...nps, histogram: [...nps.histogram] } },
        };
      }),
    );
    return { by: query.by, from, to, timeZone, items };
  });
