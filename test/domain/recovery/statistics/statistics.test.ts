import { describe, expect, it } from 'vitest';
import { CaseStatistics } from '../../../../shared/domain/recovery/statistics/report.ts';
import { caseStatistics, monthOf, monthSpan, monthsBefore } from '../../../../shared/domain/recovery/statistics/statistics.ts';
import { aCase, aDeadline, aMetDeadline } from '../../../samples.ts';
import { aClosedCase, aDecision, aMonth, anOffer, statisticsOfAMonth } from './a-month.ts';

const of = (closed: Parameters<typeof caseStatistics>[0]['closed']) => caseStatistics({ ...aMonth(), closed, others: [], open: [] });

describe('the monthly case statistics (R9)', () => {
  it('are data that the API may hand out', () => {
    expect(CaseStatistics.parse(statisticsOfAMonth())).toEqual(statisticsOfAMonth());
  });

  it('count closed cases by liable department, cause and product, the most first, those without one last', () => {
    const { total, departments, causes, products } = statisticsOfAMonth();
    expect(total).toMatchObject({ closed: 30, founded: 15, partlyFounded: 8, unfounded: 5, undecided: 2, reopened: 2 });
    expect(total.foundedRatio?.value).toBeCloseTo(23 / 28);
    expect(departments.map(({ id, closed, share }) => [id, closed, share])).toEqual([
      ['logistics', 20, 20 / 30],
      ['production', 8, 8 / 30],
      [undefined, 2, 2 / 30],
    ]);
    expect(causes.map(({ id }) => id)).toEqual(['late-delivery', 'defect', undefined]);
    expect(products.map(({ closed }) => closed)).toEqual([10, 10, 10]);
    expect(products.at(-1)?.id).toBeUndefined();
  });

  it('add every row up to the whole', () => {
    const { total, departments, causes, products, owners, teams } = statisticsOfAMonth();
    for (const rows of [departments, causes, products, owners, teams]) {
      for (const field of ['closed', 'founded', 'partlyFounded', 'unfounded', 'undecided', 'deadlinesMet', 'reopened'] as const) {
        expect(rows.reduce((sum, row) => sum + row[field], 0)).toBe(total[field]);
      }
    }
  });

  it('sum up what customers accepted, by currency, and nothing they refused', () => {
    expect(statisticsOfAMonth().total.compensation).toEqual([
      { amount: 4 * 5000 + 6 * 1999, currency: 'CNY' },
      { amount: 1999, currency: 'EUR' },
    ]);
    expect(
      of([aClosedCase(1, { offers: [anOffer(1, 'withdrawn'), anOffer(1, 'rejected'), anOffer(1, 'offered')] })]).total.compensation,
    ).toEqual([]);
  });

  it('leave out what was merged into another case', () => {
    expect(of([aClosedCase(1), aClosedCase(2, { state: 'merged', mergedInto: '2610-0001' })]).total.closed).toBe(1);
  });

  it('give the time to a solution in business hours, of the last round, with what ran before', () => {
    const first = { ...aMetDeadline('solution', '2026-10-09T09:00:00.000Z', '2026-10-08T06:00:00.000Z'), ranMs: 3_600_000 };
    const second = { ...first, round: 2, ranMs: 5 * 3_600_000 };
    expect(of([aClosedCase(1, { round: 2, deadlines: [first, second] })]).total.hoursToSolve).toEqual({ n: 1, median: 5, p90: 5 });
    const calendar = { ...first, counts: 'calendar' } as const;
    const dropped = { ...first, outcome: 'dropped' } as const;
    expect(of([calendar, dropped].map((one, n) => aClosedCase(n, { deadlines: [one] }))).total.hoursToSolve).toEqual({ n: 0 });
    const hours = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100];
    expect(of(hours.map((hour, n) => aClosedCase(n, {}, hour))).total.hoursToSolve).toEqual({ n: 10, median: 5, p90: 9 });
  });

  it('keep what deadlines came to over all rounds; those that were dropped are in neither', () => {
    const breached = {
      ...aMetDeadline('acknowledge', '2026-10-05T03:00:00.000Z', '2026-10-05T05:00:00.000Z'),
      outcome: 'breached',
    } as const;
    const met = { ...breached, round: 2, outcome: 'met' } as const;
    const { total, deadlines } = of([aClosedCase(1, { deadlines: [breached, met, { ...met, kind: 'offer', outcome: 'dropped' }] })]);
    expect([total.deadlinesMet, total.deadlinesBreached]).toEqual([1, 1]);
    expect(deadlines).toEqual([{ kind: 'acknowledge', met: 1, breached: 1 }]);
  });

  it('compare satisfaction before and after within those who told both, and say nothing of fewer than ten', () => {
    const told = Array.from({ length: 10 }, (_, n) => aClosedCase(n, { satisfactionBefore: 20, satisfactionAfter: 50 + n }));
    const { satisfactionAfter: _, ...silent } = aClosedCase(11, { satisfactionBefore: 0 });
    const { satisfaction } = of([...told, silent]).total;
    expect(satisfaction).toMatchObject({ n: 10, before: 20, after: 54.5, change: { value: 34.5 } });
    expect(satisfaction.change?.low).toBeLessThan(34.5);
    expect(of(told.slice(1)).total.satisfaction).toEqual({ n: 9 });
    expect(of(told.slice(1)).total.foundedRatio).toBeUndefined();
  });

  it('count open cases past their date by department, and by how many days', () => {
    const late = (number: string, dueAt: string, department?: string) =>
      aCase({
        number,
        deadlines: [aDeadline('solution', dueAt)],
        ...(department === undefined ? {} : { decision: aDecision({ department }) }),
      });
    const open = [
      late('2610-0001', '2026-11-01T00:00:00.000Z', 'logistics'),
      late('2610-0002', '2026-11-03T00:00:00.000Z', 'logistics'),
      late('2610-0003', '2026-11-04T12:00:00.000Z'),
      late('2610-0004', '2026-12-01T00:00:00.000Z', 'production'),
    ];
    expect(caseStatistics({ ...aMonth(), open }).overdue).toEqual([
      { department: 'logistics', cases: 2, longestDays: 4 },
      { department: undefined, cases: 1, longestDays: 0 },
    ]);
  });

  it('count what owes a corrective action: founded, ours, and neither planned nor exempt (R8)', () => {
    const exempt = aClosedCase(3, { exemption: { reason: 'A slip.', at: '2026-10-07T01:00:00.000Z', by: 'agent:lin' } });
    const foreign = aClosedCase(2, { decision: aDecision({ responsibility: 'third-party' }) });
    const unfounded = aClosedCase(4, { decision: aDecision({ verdict: 'unfounded' }) });
    expect(of([aClosedCase(1), foreign, exempt, unfounded])).toMatchObject({ withoutMeasure: 1, exempt: 1 });
  });

  it('say of each owner and team what was handled, in time, opened again, and how content customers were after (R25)', () => {
    const { owners, teams } = statisticsOfAMonth();
    expect(owners).toMatchObject([
      { id: 'lin', closed: 22, deadlinesMet: 40, reopened: 0, satisfaction: { n: 20 } },
      { id: 'morgan', closed: 8, deadlinesMet: 16, reopened: 2, satisfaction: { n: 8 } },
    ]);
    expect(owners[1]?.satisfaction.after).toBeUndefined();
    expect(teams.map(({ id, closed }) => [id, closed])).toEqual([['care', 30]]);
  });

  it('are empty and true of a month without cases', () => {
    const { total, departments, measures } = of([]);
    expect(total).toMatchObject({ closed: 0, compensation: [], hoursToSolve: { n: 0 }, satisfaction: { n: 0 } });
    expect([departments, measures]).toEqual([[], []]);
  });
});

describe('months of the business', () => {
  it('begin and end at midnight in its zone', () => {
    expect(monthSpan('2026-10', 'Asia/Shanghai')).toEqual({ startsAt: '2026-09-30T16:00:00.000Z', endsAt: '2026-10-31T16:00:00.000Z' });
    expect(monthSpan('2026-12', 'Europe/London').endsAt).toBe('2027-01-01T00:00:00.000Z');
    expect(monthOf('2026-10-31T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-11');
    expect(monthsBefore('2026-03', 6)).toBe('2025-09');
    expect(monthsBefore('2026-12', -1)).toBe('2027-01');
  });
});
