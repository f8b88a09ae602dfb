import { figuresOf } from '../../../shared/domain/metrics/figures.ts';
import { isWhole, spansOf } from '../../../shared/domain/metrics/spans.ts';
import { emptyTally, sumOf } from '../../../shared/domain/metrics/tally.ts';
import { reportOf, SAMPLES } from '../../domain/analytics/analysis/sample-reports.ts';
import { TODAY } from './metrics.ts';
import { tallyOfDay } from './tallies.ts';

const ID = 'k3q7zq7h3x6mkd4tyv2n7brja5';
export const idOf = (kind: string) => `${kind}${ID}`.replaceAll(/[^a-z2-7]/g, '').slice(0, 26);

const SURVEYS: Readonly<Record<string, string>> = { drivers: 'service', servqual: 'servqual', ipa: 'dual-rating' };

/** A whole analysis of a kind, made by the very code that makes them. */
export async function analysisOf(kind: string) {
  const request = { ...SAMPLES[kind]?.request, survey: SURVEYS[kind] ?? 'service' };
  const { report, result } = await reportOf(kind);
  const when = { requestedAt: '2026-11-26T03:00:00.000Z', computedAt: '2026-11-26T03:00:04.000Z' };
  return { id: idOf(kind), request, state: 'done', ...when, basis: { responses: 412 }, result, report };
}

/** As an analysis of kind `figures` ends, of some of the house's answers. @param scale 0 for so few that they are hidden */
export function figuresAnalysis({ from, to }: { readonly from: string; readonly to: string }, scale: number) {
  const days = spansOf('day', { from, to });
  const tallies = days.map((span) => (span.from > TODAY ? emptyTally : tallyOfDay(span.from, 'files', scale)));
  const { n, csat, nps, ces, rating, fcr, sentiment } = figuresOf(sumOf(tallies));
  const figures = { n, csat, nps, ces, rating, fcr, sentiment };
  const suppressedBelow = { score: 10, group: 5 };
  const series = days.map((span, i) => ({
    ...{ ...span, isPartial: !isWhole('day', span, TODAY), isSuppressed: i % 5 === 3 },
    ...(i % 5 === 3 ? {} : { figures: figuresOf(tallies[i] ?? emptyTally) }),
  }));
  return {
    ...{ id: ID, request: { kind: 'figures', from, to }, state: 'done', requestedAt: '2026-11-27T04:29:00.000Z' },
    computedAt: '2026-11-27T04:29:04.000Z',
    result:
      scale === 0
        ? { kind: 'figures', suppressedBelow, isSuppressed: true, series: [] }
        : { kind: 'figures', suppressedBelow, n, isSuppressed: false, figures, series },
  };
}
