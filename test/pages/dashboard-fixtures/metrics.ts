import { figuresBody } from '../../../shared/api/figures-body.ts';
import { changesOf } from '../../../shared/domain/metrics/changes.ts';
import { figuresOf } from '../../../shared/domain/metrics/figures.ts';
import type { PeriodKind } from '../../../shared/domain/metrics/period.ts';
import { MIN_REPORTABLE } from '../../../shared/domain/metrics/reportable.ts';
import { isWhole, type Span, spanBefore, spansOf } from '../../../shared/domain/metrics/spans.ts';
import { emptyTally, sumOf, type Tally } from '../../../shared/domain/metrics/tally.ts';
import { topicWords } from '../../../shared/domain/words.ts';
import { tallyOfDay } from './tallies.ts';

/** The day it is in the fixtures. */
export const TODAY = '2026-11-27';
const PERIODS = ['day', 'week', 'month'] as const satisfies readonly PeriodKind[];

/** How much of all feedback each group has. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  all: { all: 1 },
  branch: { east: 0.6, south: 0.35, north: 0.05 },
  topic: Object.fromEntries(Object.keys(topicWords).map((topic, i) => [topic, i < 9 ? 0.35 / (i + 1) : 0])),
};

export type TallyOf = (day: string, group: string, scale: number) => Tally;
export const noFeedback: TallyOf = () => emptyTally;

/** What `GET /api/metrics` answers of an invented house: the very arithmetic of the API over invented counters. */
export function metricsAnswer(query: URLSearchParams, tallyOn: TallyOf = tallyOfDay) {
  const by = query.get('by') ?? 'all';
  const days: Span = { from: query.get('from') ?? TODAY, to: query.get('to') ?? TODAY };
  const per = PERIODS.find((one) => one === query.get('per'));
  const before = spanBefore(days);
  const wanted = query.get('value');
  const groups = Object.entries(GROUPS[by] ?? { [wanted ?? '']: 0.3 }).filter(([value]) => wanted === null || value === wanted);
  return {
    ...{ by, ...days, timeZone: 'Asia/Shanghai', at: '2026-11-27T04:30:00.000Z', isPartial: days.to >= TODAY },
    ...{ suppressedBelow: MIN_REPORTABLE, previous: before },
    items: groups.map(([value, scale]) => {
      const of = (span: Span) =>
        figuresOf(sumOf(spansOf('day', span).map(({ from }) => (from > TODAY ? emptyTally : tallyOn(from, value, scale)))));
      const [figures, earlier] = [of(days), of(before)];
      return {
        ...{
          value,
          figures: figuresBody(figures),
          previous: { ...before, figures: figuresBody(earlier) },
          changes: changesOf(figures, earlier),
        },
        ...(per && {
          series: spansOf(per, days).map((span) => ({ ...span, isPartial: !isWhole(per, span, TODAY), figures: figuresBody(of(span)) })),
        }),
      };
    }),
  };
}
