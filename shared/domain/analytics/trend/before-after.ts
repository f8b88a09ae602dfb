import type { Estimate } from '../../metrics/interval.ts';
import { compare, estimate, isSound, type Measure, type Sample } from '../sample.ts';
import { LEVEL } from '../several-tests.ts';

/** A figure before a measure and after it. */
export interface BeforeAfter {
  readonly kind: 'measured';
  /** Answers on both sides. */
  readonly n: number;
  readonly unit: Measure['kind'];
  readonly before: Estimate & { readonly n: number };
  readonly after: Estimate & { readonly n: number };
  readonly change: Estimate;
  readonly pValue: number;
  readonly verdict: 'rose' | 'fell' | 'no-clear-change';
}

export interface BeforeAfterRefusal {
  readonly kind: 'refused';
  readonly reason: 'too-few-answers' | 'unsound';
  readonly n: { readonly before: number; readonly after: number };
  /** On each side. */
  readonly needed: number;
}

/** As for every other figure; see metrics/figures.ts. */
const NEEDED = 10;

/**
 * The effect of a measure on a figure, such as the share of unhappy answers that name a topic (R23): the difference of independent samples with
 * its interval. Both the interval and the test must speak for a change. It tells that the figure changed, not that the measure changed it; for
 * cases of a cause see recovery/statistics/effect.ts.
 */
export function beforeAfter(before: Sample, after: Sample, measure: Measure): BeforeAfter | BeforeAfterRefusal {
  const refused = (reason: BeforeAfterRefusal['reason'], n: BeforeAfterRefusal['n']): BeforeAfterRefusal => ({
    ...{ kind: 'refused', reason, n, needed: NEEDED },
  });
  if (!isSound(before, measure) || !isSound(after, measure)) return refused('unsound', { before: 0, after: 0 });
  if (before.n < NEEDED || after.n < NEEDED) return refused('too-few-answers', { before: before.n, after: after.n });
  const { change, pValue } = compare(after, before, measure);
  const isClear = pValue < LEVEL && (change.low > 0 || change.high < 0);
  return {
    ...{ kind: 'measured', n: before.n + after.n, unit: measure.kind },
    before: { n: before.n, ...estimate(before, measure) },
    after: { n: after.n, ...estimate(after, measure) },
    ...{ change, pValue },
    verdict: !isClear ? 'no-clear-change' : change.value > 0 ? 'rose' : 'fell',
  };
}
