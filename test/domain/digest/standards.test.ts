import { describe, expect, it } from 'vitest';
import { buildDigest } from '../../../shared/domain/digest/digest.ts';
import { renderDigest } from '../../../shared/domain/digest/render.ts';
import { serviceOf } from '../../../shared/domain/digest/service.ts';
import { judgeStandards, Standards, servedIn } from '../../../shared/domain/digest/standards.ts';
import { previousPeriod } from '../../../shared/domain/metrics/period.ts';
import { type Case, Decision } from '../../../shared/domain/recovery/case.ts';
import { aCase, aDeadline, aMetDeadline } from '../../samples.ts';
import { aWeek } from './sample-week.ts';

const AT = '2026-12-01T00:00:00.000Z';
const NOVEMBER = previousPeriod('month', AT, 'Asia/Shanghai');
const decided = (verdict: 'founded' | 'partly-founded' | 'unfounded') =>
  Decision.parse({
    ...{ at: '2026-11-10T03:00:00.000Z', by: 'agent:lin', round: 1, verdict, department: 'logistics', cause: 'late-delivery' },
    ...{ dispute: 'service', responsibility: 'company', explanation: 'So it was.' },
  });
const closed = (n: number, more: Partial<Case>) =>
  aCase({
    number: `2611-1${String(n).padStart(3, '0')}`,
    state: 'closed',
    closedAt: '2026-11-12T03:00:00.000Z',
    closedIn: '2026-11',
    ...more,
  });
const breached = (kind: 'first-answer' | 'solution', dueAt: string) => ({
  ...aMetDeadline(kind, dueAt, '2026-11-20T09:00:00.000Z'),
  outcome: 'breached' as const,
});

describe('the service done in a period (R19)', () => {
  it('counts a deadline in the period in which it is due, kept or missed', () => {
    const cases = [
      closed(1, { deadlines: [aMetDeadline('first-answer', '2026-11-03T09:00:00.000Z', '2026-11-03T08:00:00.000Z')] }),
      closed(2, { deadlines: [breached('first-answer', '2026-11-04T09:00:00.000Z'), breached('solution', '2026-11-05T09:00:00.000Z')] }),
      // Due in October, and in December: of other months.
      closed(3, { deadlines: [aMetDeadline('first-answer', '2026-10-30T09:00:00.000Z', '2026-10-30T08:00:00.000Z')] }),
      aCase({ number: '2611-0900', deadlines: [aDeadline('solution', '2026-12-02T09:00:00.000Z')] }),
      // Nobody has done it, and it was due.
      aCase({ number: '2611-0901', deadlines: [aDeadline('solution', '2026-11-30T09:00:00.000Z')] }),
      // It stands still while the customer is awaited, or was dropped.
      aCase({ number: '2611-0902', deadlines: [aDeadline('solution', '2026-11-29T09:00:00.000Z', { since: undefined })] }),
      aCase({
        number: '2611-0903',
        deadlines: [{ ...aMetDeadline('solution', '2026-11-29T09:00:00.000Z', '2026-11-28T09:00:00.000Z'), outcome: 'dropped' }],
      }),
    ];
    expect(serviceOf(cases, NOVEMBER, AT)).toMatchObject({ firstAnswers: { met: 1, missed: 1 }, solutions: { met: 0, missed: 2 } });
  });

  it('counts what was closed in the period and found justified, wholly or partly', () => {
    const cases = [
      closed(1, { decision: decided('founded') }),
      closed(2, { decision: decided('partly-founded') }),
      closed(3, { decision: decided('unfounded') }),
      closed(4, {}),
      closed(5, { decision: decided('founded'), closedAt: '2026-12-01T00:00:00.000Z' }),
      closed(6, { decision: decided('founded'), state: 'merged' }),
    ];
    // 1 December in Shanghai is not November any more.
    expect(serviceOf(cases, NOVEMBER, AT)).toMatchObject({ closed: 4, justified: 2 });
  });

  it('tells the median of business hours until the first answer', () => {
    const answered = (n: number, hours: number) =>
      closed(n, {
        deadlines: [{ ...aMetDeadline('first-answer', '2026-11-06T09:00:00.000Z', '2026-11-06T08:00:00.000Z'), ranMs: hours * 3_600_000 }],
      });
    expect(serviceOf([answered(1, 1), answered(2, 30), answered(3, 2.5)], NOVEMBER, AT).hoursToFirstAnswer).toEqual({ n: 3, median: 2.5 });
    expect(serviceOf([], NOVEMBER, AT).hoursToFirstAnswer).toEqual({ n: 0, median: undefined });
  });
});

const service = (more: Partial<ReturnType<typeof serviceOf>> = {}) => ({ ...serviceOf([], NOVEMBER, AT), ...more });
const judge = (standards: Parameters<typeof Standards.parse>[0], more: Partial<Parameters<typeof judgeStandards>[1]> = {}) =>
  Object.fromEntries(
    judgeStandards(Standards.parse(standards), { satisfied: undefined, answers: 0, service: service(), served: undefined, ...more }).map(
      ({ key, verdict }) => [key, verdict],
    ),
  );

describe("the house's standards (R19)", () => {
  it.each([
    [{ value: 0.9, low: 0.82, high: 0.95 }, 'met'],
    [{ value: 0.85, low: 0.8, high: 0.9 }, 'met'],
    [{ value: 0.85, low: 0.75, high: 0.9 }, 'cannot-tell'],
    [{ value: 0.75, low: 0.65, high: 0.8 }, 'cannot-tell'],
    [{ value: 0.7, low: 0.62, high: 0.78 }, 'not-met'],
    [undefined, 'not-known'],
  ] as const)('satisfaction of a sample %j against at least 80%%: %s', (satisfied, verdict) => {
    expect(judge({ satisfiedAtLeast: 0.8 }, { satisfied, answers: 100 })).toMatchObject({ satisfied: verdict });
  });

  it.each([
    [{ met: 19, missed: 1 }, 'met'],
    [{ met: 18, missed: 2 }, 'not-met'],
    [{ met: 0, missed: 0 }, 'not-known'],
  ] as const)('service that was counted whole %j against at least 95%%: %s', (kept, verdict) => {
    const done = { service: service({ firstAnswers: kept, solutions: kept }) };
    expect(judge({ firstAnswersInTimeAtLeast: 0.95, solvedInTimeAtLeast: 0.95 }, done)).toMatchObject({
      firstAnswersInTime: verdict,
      solvedInTime: verdict,
    });
  });

  it('valid complaints are at most 1 % of those served unless the house says otherwise, and not known where nobody knows how many', () => {
    const done = { service: service({ justified: 10 }) };
    expect(judge({}, done)).toEqual({ complaints: 'not-known' });
    expect(judge({}, { ...done, served: 1000 })).toEqual({ complaints: 'met' });
    expect(judge({}, { ...done, served: 999 })).toEqual({ complaints: 'not-met' });
    expect(judge({ complaintsAtMost: 0.02 }, { ...done, served: 999 })).toEqual({ complaints: 'met' });
  });

  it('how many were served is told by month, of the house or of one branch', () => {
    const standards = Standards.parse({
      served: [
        { month: '2026-11', count: 4200 },
        { month: '2026-11', branch: 'east', count: 900 },
      ],
    });
    expect([
      servedIn(standards, '2026-11', undefined),
      servedIn(standards, '2026-11', 'east'),
      servedIn(standards, '2026-11', 'south'),
    ]).toEqual([4200, 900, undefined]);
    expect(servedIn(standards, '2026-10', undefined)).toBeUndefined();
  });

  it('stand in the weekly and the monthly report, complaints in that of the month alone; a day judges none', () => {
    const text = (kind: 'day' | 'week' | 'month', language: 'en' | 'zh-Hans' = 'en') =>
      renderDigest(buildDigest(aWeek(language, { kind }))).text;
    expect(text('day')).not.toContain('Service standards');
    expect(text('week')).toMatch(/## Service standards\n- Satisfied customers: not met · at least 80% · Reached: 71%/);
    expect(text('week')).not.toContain('Justified complaints');
    expect(text('month')).toContain('Monthly supervision report: customer feedback and service\nNovember 2026');
    expect(text('month')).toContain('- Justified complaints: met · at most 1% · Reached: 0.1% · 6 of 4,200 served');
    expect(text('month', 'zh-Hans')).toContain('客户反馈与服务监督月报\n2026年11月');
    expect(text('month', 'zh-Hans')).toContain('- 有效投诉率：达标 · 不高于 1% · 实际：0.1% · 6/4,200 笔服务');
  });
});
