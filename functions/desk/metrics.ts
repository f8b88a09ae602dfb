import type * as z from 'zod/mini';
import { figuresBody } from '../../shared/api/figures-body.ts';
import type { MetricsBody } from '../../shared/api/metrics-schema.ts';
import { operations } from '../../shared/api/operations.ts';
import type { METRIC_DIMENSIONS } from '../../shared/api/schemas.ts';
import { invalidInput } from '../../shared/domain/errors.ts';
import { CHANNELS } from '../../shared/domain/feedback.ts';
import { changesOf } from '../../shared/domain/metrics/changes.ts';
import { localDay } from '../../shared/domain/metrics/contributions.ts';
import { COUNTED_LANGUAGES, COUNTED_TIERS } from '../../shared/domain/metrics/counted.ts';
import { figuresOf } from '../../shared/domain/metrics/figures.ts';
import type { PeriodKind } from '../../shared/domain/metrics/period.ts';
import { MIN_REPORTABLE } from '../../shared/domain/metrics/reportable.ts';
import { type DayTally, tallyOfSpan } from '../../shared/domain/metrics/series.ts';
import { isWhole, MAX_DAYS, MAX_PERIODS, type Span, spanBefore, spansOf } from '../../shared/domain/metrics/spans.ts';
import { TOPICS } from '../../shared/domain/understand/understanding.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import { daysAskedFor } from './days.ts';
import type { DeskPorts } from './ports.ts';

/** Points of all series together: the answer stays within what a function may give. */
const MAX_POINTS = 1000;

type Dimension = (typeof METRIC_DIMENSIONS)[number];
type Item = z.output<typeof MetricsBody>['items'][number];

/** The values of each dimension that figures are kept for, as config and domain know them. */
const valuesOf: Readonly<Record<Dimension, (config: DeskPorts['config']) => readonly string[]>> = {
  all: () => ['all'],
  channel: () => CHANNELS,
  survey: ({ surveys }) => surveys.map(({ id }) => id),
  branch: ({ branches }) => branches.map(({ id }) => id),
  campaign: ({ campaigns }) => campaigns.map(({ id }) => id),
  topic: () => TOPICS,
  language: () => COUNTED_LANGUAGES,
  tier: () => COUNTED_TIERS,
};

/** What is told of each value. */
interface Asked {
  readonly days: Span;
  readonly before: Span | undefined;
  readonly series: { readonly per: PeriodKind; readonly spans: readonly Span[] } | undefined;
  readonly today: string;
}

/** One query for each value, whatever is asked of it: its days are read once, those to compare with among them, and added up here. */
export const readMetrics = ({ figures, config }: DeskPorts) =>
  endpoint(operations['GET /api/metrics'], async ({ query, now }) => {
    const { timeZone } = config.brand;
    const { by, per } = query;
    const today = localDay(now, timeZone);
    const days = daysAskedFor(query, today, MAX_DAYS);
    const values = valuesAskedFor(by, query.value, config);
    const before = query.compare === undefined ? undefined : spanBefore(days);
    const series = per === undefined ? undefined : { per, spans: periodsAskedFor(per, days, values.length) };
    const items = await Promise.all(
      values.map(async (value) => {
        const tallies = await figures.series(by === 'all' ? 'all' : `${by}#${value}`, 'day', (before ?? days).from, days.to);
        return itemOf(value, tallies, { days, before, series, today });
      }),
    );
    const previous = before === undefined ? {} : { previous: before };
    return { by, ...days, timeZone, at: now, isPartial: days.to >= today, suppressedBelow: MIN_REPORTABLE, ...previous, items };
  });

function itemOf(value: string, tallies: readonly DayTally[], { days, before, series, today }: Asked): Item {
  const of = (span: Span) => figuresOf(tallyOfSpan(tallies, span));
  const figures = of(days);
  const item: Item = { value, figures: figuresBody(figures) };
  if (series !== undefined) {
    const { per, spans } = series;
    item.series = spans.map((span) => ({ ...span, isPartial: !isWhole(per, span, today), figures: figuresBody(of(span)) }));
  }
  if (before === undefined) return item;
  const earlier = of(before);
  return { ...item, previous: { ...before, figures: figuresBody(earlier) }, changes: changesOf(figures, earlier) };
}

/** @throws AmendsError 422 naming `value`, where figures are kept for no such value. */
function valuesAskedFor(by: Dimension, value: string | undefined, config: DeskPorts['config']): readonly string[] {
  const known = valuesOf[by](config);
  if (value === undefined) return known;
  if (known.includes(value)) return [value];
  throw invalidInput('There are no such figures.', [{ field: 'value', reason: `expected a ${by} of these: ${known.join(', ')}` }]);
}

/** @throws AmendsError 422 naming `per`, where the days are more periods than a series may have. */
function periodsAskedFor(per: PeriodKind, asked: Span, values: number): Span[] {
  const spans = spansOf(per, asked);
  const refused = (reason: string) => invalidInput('The series asked for is too long.', [{ field: 'per', reason }]);
  const most = MAX_PERIODS[per];
  if (spans.length > most) {
    throw refused(`expected days that touch at most ${most} ${per}s; from ${asked.from} to ${asked.to} they touch ${spans.length}`);
  }
  if (spans.length * values <= MAX_POINTS) return spans;
  throw refused(
    `expected at most ${MAX_POINTS} periods of all values together; these are ${spans.length} of each of ${values}: name one by \`value\``,
  );
}
