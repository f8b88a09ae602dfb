import { describe, expect, it } from 'vitest';
import { bucketOf } from '../../../shared/domain/analytics/measures/duration-buckets.ts';
import { contributions, contributionsOfChange } from '../../../shared/domain/metrics/contributions.ts';
import { figuresOf } from '../../../shared/domain/metrics/figures.ts';
import { mean, proportion } from '../../../shared/domain/metrics/interval.ts';
import { addTallies, emptyTally, tallyOf } from '../../../shared/domain/metrics/tally.ts';
import type { Case, Decision } from '../../../shared/domain/recovery/case.ts';
import { aCase, aMetDeadline } from '../../samples.ts';

const HOUR_S = 3600;
const OPENED_AT = '2026-11-20T09:00:00.000Z';
const image = (overrides: Partial<Case> = {}) => ({ ...aCase({ openedAt: OPENED_AT, ...overrides }), type: 'case' });
const all = (granularity: 'day' | 'hour', of: unknown) =>
  contributions(of, 'UTC').find((bucket) => bucket.granularity === granularity && bucket.dimension === 'all')?.deltas ?? {};
const decided = (verdict: Decision['verdict']): Partial<Case> => ({
  decision: {
    at: OPENED_AT,
    by: 'agent:lin',
    round: 1,
    verdict,
    department: 'shipping',
    cause: 'delay',
    dispute: 'service',
    responsibility: 'company',
    explanation: 'e',
  },
});
const timed = (kind: 'first-answer' | 'solution', hours: number, endedAt: string, more: Partial<Case['deadlines'][number]> = {}) => ({
  ...aMetDeadline(kind, '2026-11-25T09:00:00.000Z', endedAt),
  ranMs: hours * HOUR_S * 1000,
  ...more,
});

describe('cases in the figures', () => {
  it('counts first answers and solutions by calendar time from the opening and by business time of the clock (R19)', () => {
    const deadlines = [timed('first-answer', 4, '2026-11-21T09:00:00.000Z'), timed('solution', 20, '2026-11-24T09:00:00.000Z')];
    expect(all('day', image({ deadlines, solvedAt: '2026-11-24T09:00:00.000Z' }))).toMatchObject({
      [`answerTime${bucketOf(24 * HOUR_S)}`]: 1,
      [`answerWork${bucketOf(4 * HOUR_S)}`]: 1,
      [`solveTime${bucketOf(96 * HOUR_S)}`]: 1,
      [`solveWork${bucketOf(20 * HOUR_S)}`]: 1,
    });
  });

  it('counts no business time of a deadline in calendar days, and no answer that was dropped', () => {
    const ended = '2026-11-21T09:00:00.000Z';
    const statute = all('day', image({ deadlines: [timed('first-answer', 24, ended, { counts: 'calendar' })] }));
    expect(Object.keys(statute).filter((counter) => /^(answer|solve)/.test(counter))).toEqual([`answerTime${bucketOf(24 * HOUR_S)}`]);
    const dropped = all('day', image({ deadlines: [timed('first-answer', 24, ended, { outcome: 'dropped' })] }));
    expect(Object.keys(dropped).filter((counter) => /^(answer|solve)/.test(counter))).toEqual([]);
  });

  it('takes the solution back when the case opens again, and counts the later one with what both rounds ran', () => {
    const first = timed('solution', 20, '2026-11-24T09:00:00.000Z');
    const solved = image({ deadlines: [first], solvedAt: '2026-11-24T09:00:00.000Z' });
    const again = image({ round: 2, deadlines: [first, aCase().deadlines[1] ?? first] });
    const change = contributionsOfChange({ old: solved, new: again }, 'UTC').find(({ dimension }) => dimension === 'all')?.deltas;
    expect(change).toEqual({
      casesReopened: 1,
      casesResolved: -1,
      casesSolvedInTime: -1,
      complaintsSolved: -1,
      [`solveTime${bucketOf(96 * HOUR_S)}`]: -1,
      [`solveWork${bucketOf(20 * HOUR_S)}`]: -1,
    });
    const solution = timed('solution', 30, '2026-11-26T09:00:00.000Z', { round: 2 });
    expect(all('day', image({ round: 2, deadlines: [first, solution], solvedAt: '2026-11-26T09:00:00.000Z' }))).toMatchObject({
      casesReopened: 1,
      [`solveWork${bucketOf(30 * HOUR_S)}`]: 1,
    });
  });

  it('keeps hours for what is known in a case’s first hours', () => {
    const deadlines = [timed('first-answer', 4, '2026-11-21T09:00:00.000Z')];
    expect(Object.keys(all('hour', image({ deadlines, state: 'closed', satisfactionAfter: 50 }))).sort()).toEqual([
      'casesAcknowledgedInTime',
      'casesAcknowledgedLate',
      'casesOpened',
      'casesResolved',
    ]);
  });

  it.each<[string, Partial<Case>, object]>([
    ['valid', decided('partly-founded'), { casesValid: 1 }],
    ['unfounded', { state: 'closed', closingReason: 'unfounded', ...decided('unfounded') }, { casesClosed: 1, casesUnfounded: 1 }],
    ['merged, whatever was decided', { state: 'merged', ...decided('founded') }, { casesNotComplaints: 1 }],
    ['no complaint', { state: 'closed', closingReason: 'not-a-complaint' }, { casesClosed: 1, casesNotComplaints: 1 }],
  ])('counts a case that is %s (R19)', (_name, overrides, expected) => {
    const counted = Object.entries(all('day', image(overrides))).filter(([counter]) =>
      /Valid|Unfounded|NotComplaints|Closed/.test(counter),
    );
    expect(Object.fromEntries(counted)).toEqual(expected);
  });

  it('gives the paired difference of satisfaction as counting all at once would, exactly (R7)', () => {
    const pairs = Array.from({ length: 12 }, (_, i) => ({ satisfactionBefore: 12.34 + i, satisfactionAfter: 40.5 + 3.21 * i }));
    const tally = pairs.map((pair) => tallyOf(all('day', image(pair)))).reduce(addTallies, emptyTally);
    const changes = pairs.map((pair) => Math.round(100 * (pair.satisfactionAfter - pair.satisfactionBefore)) / 100);
    const sum = changes.reduce((total, change) => total + change, 0);
    const squares = changes.reduce((total, change) => total + change ** 2, 0);
    const { recovery } = figuresOf(tally);
    const expected = mean(sum, squares, 12, -100, 100);
    expect(recovery.change?.value).toBeCloseTo(expected.value, 9);
    expect(recovery.change?.low).toBeCloseTo(expected.low, 6);
    expect((recovery.after ?? 0) - (recovery.before ?? 0)).toBeCloseTo(expected.value, 9);
    expect(figuresOf(tallyOf(all('day', image(pairs[0])))).recovery).toEqual({ n: 1 });
  });

  it('counts a customer who told only one of the two in neither', () => {
    expect(all('day', image({ satisfactionBefore: 20 }))).not.toHaveProperty('recoveryPairs');
    const { satisfactionBefore: _, ...silent } = image({ satisfactionAfter: 20 });
    expect(all('day', silent)).not.toHaveProperty('recoveryPairs');
  });

  it('counts a case of an older version, which has no deadlines, rounds or state (P44)', () => {
    const { deadlines: _d, round: _r, state: _s, satisfactionBefore: _b, ...older } = image();
    expect(all('day', older)).toEqual({ casesOpened: 1, casesAcknowledgedInTime: 0, casesAcknowledgedLate: 0, casesResolved: 0 });
  });
});

describe('figures of cases', () => {
  it('gives times by their buckets, and none under ten cases', () => {
    const times = (count: number) => figuresOf(tallyOf({ solveTime10: count, solveTime20: 3 })).times.solution;
    expect(times(6)).toEqual({ calendar: { n: 9, median: undefined, p90: undefined }, business: { n: 0 } });
    const { n, median, p90 } = times(57).calendar;
    expect(n).toBe(60);
    expect(bucketOf(median?.value ?? 0)).toBe(10);
    expect(median?.low).toBeLessThan(median?.value ?? 0);
    expect(bucketOf(p90?.high ?? 0)).toBe(20);
  });

  it('gives the complaint rate per item of feedback and the share of valid ones with their intervals (R19)', () => {
    const { cases } = figuresOf(
      tallyOf({ n: 400, casesOpened: 44, casesNotComplaints: 4, casesValid: 15, casesUnfounded: 5, casesClosed: 20 }),
    );
    expect(cases).toMatchObject({ complaints: 40, valid: 15, unfounded: 5, validShare: proportion(15, 20) });
    expect(cases.complaintRate).toMatchObject({ value: 0.1 });
    // Exact Poisson interval of 40 events: 28.58 … 54.47 (Garwood 1936).
    expect((cases.complaintRate?.low ?? 0) * 400).toBeCloseTo(28.58, 1);
    expect((cases.complaintRate?.high ?? 0) * 400).toBeCloseTo(54.47, 1);
  });
});
