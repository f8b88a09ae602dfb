import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../shared/domain/recovery/case.ts';
import { effectOf } from '../../../../shared/domain/recovery/statistics/effect.ts';
import { caseStatistics } from '../../../../shared/domain/recovery/statistics/statistics.ts';
import { aCase } from '../../../samples.ts';
import { aDecision, aMonth, statisticsOfAMonth } from './a-month.ts';

const FROM = '2026-04-01T00:00:00.000Z';
const TO = '2026-11-01T00:00:00.000Z';
/** 107 days on each side. */
const DONE = '2026-07-17T00:00:00.000Z';

const cases = (count: number, openedAt: string, cause: string | undefined): Case[] =>
  Array.from({ length: count }, () => aCase({ openedAt, ...(cause === undefined ? {} : { decision: aDecision({ cause }) }) }));
const effect = (before: number, after: number, undecided = 0) =>
  effectOf('defect', DONE, {
    from: FROM,
    to: TO,
    cases: [
      ...cases(before, '2026-05-01T00:00:00.000Z', 'defect'),
      ...cases(after, '2026-09-01T00:00:00.000Z', 'defect'),
      ...cases(undecided, '2026-10-01T00:00:00.000Z', undefined),
      ...cases(7, '2026-09-01T00:00:00.000Z', 'late-delivery'),
    ],
  });

describe('the effect of a measure (R8)', () => {
  it('compares the rates of its cause before and after, with the interval of their ratio', () => {
    expect(effect(40, 10)).toMatchObject({
      before: 40,
      after: 10,
      daysBefore: 107,
      daysAfter: 107,
      ratio: { value: 0.25 },
      verdict: 'fell',
    });
    // Wilson's interval of 10 of 50 is 0.1124 to 0.3304.
    expect(effect(40, 10).ratio?.low).toBeCloseTo(0.1124 / (1 - 0.1124), 3);
    expect(effect(40, 10).ratio?.high).toBeCloseTo(0.3304 / (1 - 0.3304), 3);
    expect(effect(10, 40).verdict).toBe('rose');
  });

  it.each([
    [6, 3],
    [40, 33],
    [0, 0],
    [3, 0],
  ])('pretends nothing of %d before and %d after', (before, after) => {
    expect(effect(before, after).verdict).toBe('no-clear-change');
  });

  it('counts those that nobody has decided yet as of this cause where it would be wrong not to', () => {
    expect(effect(40, 10, 10)).toMatchObject({ undecidedAfter: 10, verdict: 'fell' });
    expect(effect(40, 10, 20).verdict).toBe('no-clear-change');
    expect(effect(40, 10, 20).ratio?.low).toBe(effect(40, 10).ratio?.low);
  });

  it('can say that a cause came up which was not there before', () => {
    expect(effect(0, 20)).toMatchObject({ verdict: 'rose', ratio: { low: expect.any(Number) } });
    expect(effect(0, 20).ratio?.high).toBeUndefined();
  });

  it('is not told before four weeks have passed on both sides', () => {
    const of = (doneAt: string) =>
      effectOf('defect', doneAt, { from: FROM, to: TO, cases: cases(50, '2026-05-01T00:00:00.000Z', 'defect') }).verdict;
    expect(of('2026-10-05T00:00:00.000Z')).toBe('too-early');
    expect(of('2026-10-04T00:00:00.000Z')).toBe('fell');
    expect(of('2026-04-28T00:00:00.000Z')).toBe('too-early');
    expect(of('2026-11-20T00:00:00.000Z')).toBe('too-early');
  });

  it('lies within its interval', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 20 }),
        (before, after, undecided) => {
          const ratio = effect(before, after, undecided).ratio;
          expect(ratio?.low).toBeLessThanOrEqual((ratio?.value ?? -1) + 1e-12);
          expect(ratio?.high).toBeGreaterThanOrEqual((ratio?.value ?? Number.POSITIVE_INFINITY) - 1e-12);
        },
      ),
    );
  });
});

describe('the measures of a report (R8)', () => {
  it('are those of the month and those that took effect lately, with what they came to', () => {
    expect(statisticsOfAMonth().measures).toMatchObject([
      { caseNumber: '2605-0001', state: 'effective', cause: 'defect', effect: { before: 40, after: 9, verdict: 'fell' } },
      { caseNumber: '2610-0001', state: 'planned', owner: 'lin', dueOn: '2026-11-30' },
    ]);
    expect(statisticsOfAMonth().measures[1]).toMatchObject({ effect: undefined });
  });

  it('are told until they are done, once they are past their date', () => {
    const [measured] = aMonth().closed;
    if (measured === undefined) throw new Error('no case with a measure');
    const later = { ...aMonth(), month: '2026-12', at: '2027-01-05T00:00:00.000Z', closed: [], others: [measured], open: [] };
    expect(caseStatistics(later).measures).toMatchObject([{ caseNumber: '2610-0001', state: 'overdue' }]);
    expect(caseStatistics({ ...later, at: '2026-11-29T00:00:00.000Z' }).measures).toEqual([]);
  });
});
