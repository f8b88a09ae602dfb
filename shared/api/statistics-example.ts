import type { CaseFigures, CaseStatistics } from '../domain/recovery/statistics/report.ts';

const logistics: CaseFigures = {
  closed: 24,
  founded: 15,
  partlyFounded: 4,
  unfounded: 4,
  undecided: 1,
  foundedRatio: { value: 0.826, low: 0.629, high: 0.93 },
  compensation: [{ amount: 128_500, currency: 'CNY' }],
  deadlinesMet: 66,
  deadlinesBreached: 6,
  inTimeRatio: { value: 0.917, low: 0.83, high: 0.961 },
  reopened: 2,
  hoursToSolve: { n: 23, median: 12.5, p90: 38 },
  satisfaction: { n: 14, before: 18, after: 71, change: { value: 53, low: 41.2, high: 64.8 } },
};

/** The month before the story of the other examples: late parcels, and what was done about them. */
export const caseStatisticsExample: CaseStatistics = {
  month: '2026-10',
  timeZone: 'Asia/Shanghai',
  at: '2026-11-05T00:00:02.000Z',
  total: logistics,
  departments: [{ id: 'logistics', share: 1, ...logistics }],
  causes: [{ id: 'late-delivery', share: 1, ...logistics }],
  products: [{ share: 1, ...logistics }],
  owners: [{ id: 'lin', share: 1, ...logistics }],
  teams: [{ id: 'care', share: 1, ...logistics }],
  deadlines: [
    { kind: 'acknowledge', met: 23, breached: 1 },
    { kind: 'solution', met: 19, breached: 4 },
  ],
  overdue: [{ department: 'logistics', cases: 2, longestDays: 3 }],
  exempt: 3,
  withoutMeasure: 5,
  measures: [
    {
      caseNumber: '2607-0011',
      id: 'm1',
      what: 'A second courier for the old town',
      cause: 'late-delivery',
      department: 'logistics',
      owner: 'lin',
      dueOn: '2026-07-31',
      state: 'effective',
      doneAt: '2026-07-30T08:00:00.000Z',
      effect: {
        before: 60,
        daysBefore: 120,
        after: 22,
        daysAfter: 93,
        undecidedAfter: 2,
        ratio: { value: 0.473, low: 0.293, high: 0.826 },
        verdict: 'fell',
      },
    },
  ],
  isCut: false,
};
