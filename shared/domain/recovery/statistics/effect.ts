import { Temporal } from 'temporal-polyfill';
import { proportion } from '../../metrics/interval.ts';
import type { Case } from '../case.ts';
import type { MeasureEffect } from './report.ts';

/** With fewer days on one side nothing is said of an effect: a cause has quiet weeks of its own. */
const MIN_DAYS = 28;

/** The cases that an effect is read from. */
export interface Span {
  /** Every case opened from here on is among `cases`, but for those closed before they were decided. */
  readonly from: string;
  /** Up to here. */
  readonly to: string;
  /** Open and closed. */
  readonly cases: readonly Case[];
}

/**
 * Cases of the same cause opened before a measure was done and after it, as rates. Two Poisson counts, given their sum, are binomial
 * (Przyborowski & Wilenski 1940, Biometrika 31:313–323): the interval of the rate ratio is that of the proportion of those after, by Wilson's, carried
 * over by p / (1 − p) (Sahai & Khurshid 1996, "Statistics in Epidemiology", 5.3). It tells that they became fewer, not that the measure made them so.
 */
export function effectOf(cause: string, doneAt: string, { from, to, cases }: Span): MeasureEffect {
  const daysBefore = daysBetween(from, doneAt);
  const daysAfter = daysBetween(doneAt, to);
  const of = (item: Case) => item.decision?.cause === cause;
  const before = cases.filter((item) => of(item) && item.openedAt >= from && item.openedAt < doneAt).length;
  const opened = cases.filter((item) => item.openedAt >= doneAt && item.openedAt < to);
  const after = opened.filter(of).length;
  const undecidedAfter = opened.filter(({ decision, closedAt }) => decision === undefined && closedAt === undefined).length;
  const counts = { before, daysBefore, after, daysAfter, undecidedAfter };
  if (daysBefore < MIN_DAYS || daysAfter < MIN_DAYS) return { ...counts, verdict: 'too-early' };
  if (before + after === 0) return { ...counts, verdict: 'no-clear-change' };
  const ratio = ratioOf(counts);
  return { ...counts, ratio, verdict: verdictOf(ratio) };
}

type Counts = Omit<MeasureEffect, 'ratio' | 'verdict'>;

function ratioOf({ before, daysBefore, after, daysAfter, undecidedAfter }: Counts): MeasureEffect['ratio'] {
  const scale = daysBefore / daysAfter;
  const odds = (part: number) => (part / (1 - part)) * scale;
  const low = odds(proportion(after, before + after).low);
  const atMost = after + undecidedAfter;
  const high = odds(proportion(atMost, before + atMost).high);
  // Nothing came before: any rate after is infinitely higher, and only the lower end says something.
  if (before === 0) return { value: low, low };
  return { value: (after / before) * scale, low, high };
}

function verdictOf(ratio: MeasureEffect['ratio']): MeasureEffect['verdict'] {
  if (ratio === undefined) return 'no-clear-change';
  if (ratio.high !== undefined && ratio.high < 1) return 'fell';
  return ratio.low > 1 ? 'rose' : 'no-clear-change';
}

const daysBetween = (from: string, to: string) =>
  from >= to ? 0 : Math.floor(Temporal.Instant.from(from).until(to, { largestUnit: 'hour' }).hours / 24);
