import { describe, expect, it } from 'vitest';
import { cronOf } from '../../local/sources/schedule.ts';

const next = (expression: string, zone: string, after: string, count: number) =>
  cronOf(expression, zone, 'here')
    .nextRuns(count, new Date(after))
    .map((at) => at.toISOString());

describe('cron(…) of EventBridge Scheduler', () => {
  it('means the time zone of the schedule, also over a change of clocks', () => {
    expect(next('cron(0 9 * * ? *)', 'Asia/Shanghai', '2026-11-22T00:00:00Z', 1)).toEqual(['2026-11-22T01:00:00.000Z']);
    expect(next('cron(0 9 * * ? *)', 'Europe/Berlin', '2026-10-24T00:00:00Z', 2)).toEqual([
      '2026-10-24T07:00:00.000Z',
      '2026-10-25T08:00:00.000Z',
    ]);
  });

  it('counts weekdays from Sunday as 1, and knows their names', () => {
    expect(next('cron(30 8 ? * 2 *)', 'UTC', '2026-11-22T00:00:00Z', 1)).toEqual(['2026-11-23T08:30:00.000Z']);
    expect(next('cron(30 8 ? * MON *)', 'UTC', '2026-11-22T00:00:00Z', 1)).toEqual(['2026-11-23T08:30:00.000Z']);
    expect(next('cron(0 0 L * ? *)', 'UTC', '2027-02-01T12:00:00Z', 1)).toEqual(['2027-02-28T00:00:00.000Z']);
  });

  it('ends with its year', () => {
    expect(next('cron(0 0 1 1 ? 2027)', 'UTC', '2026-11-22T00:00:00Z', 5)).toEqual(['2027-01-01T00:00:00.000Z']);
  });

  it.each(['cron(0 9 * * *)', 'cron(99 9 * * ? *)', 'every day', 'rate(1 fortnight)'])(
    'refuses %s, saying where it stands',
    (expression) => {
      expect(() => cronOf(expression, 'UTC', 'Pipeline/Daily')).toThrow(/^Pipeline\/Daily: ".+" is no schedule/);
    },
  );
});
