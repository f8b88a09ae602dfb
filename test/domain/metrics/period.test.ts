import { describe, expect, it } from 'vitest';
import { currentPeriod, periodBefore, periodsUpTo, previousPeriod, utcDaysOf } from '../../../shared/domain/metrics/period.ts';

describe('periods', () => {
  it('are local days', () => {
    expect(previousPeriod('day', '2026-11-22T16:30:00.000Z', 'Asia/Shanghai')).toEqual({
      kind: 'day',
      from: '2026-11-22',
      to: '2026-11-22',
      startsAt: '2026-11-21T16:00:00.000Z',
      endsAt: '2026-11-22T16:00:00.000Z',
    });
  });

  it('are calendar months, each as long as it is, complete ones for digests (R19)', () => {
    // Midnight in Shanghai is 16:00 UTC.
    expect(previousPeriod('month', '2026-11-30T15:59:59.999Z', 'Asia/Shanghai')).toMatchObject({ from: '2026-10-01', to: '2026-10-31' });
    expect(previousPeriod('month', '2026-11-30T16:00:00.000Z', 'Asia/Shanghai')).toEqual({
      kind: 'month',
      ...{ from: '2026-11-01', to: '2026-11-30', startsAt: '2026-10-31T16:00:00.000Z', endsAt: '2026-11-30T16:00:00.000Z' },
    });
    const march = currentPeriod('month', '2024-03-31T12:00:00.000Z', 'Europe/London');
    expect(periodBefore(march, 'Europe/London')).toMatchObject({ from: '2024-02-01', to: '2024-02-29' });
    // The clocks go forward on the last day: it has 23 hours.
    expect([march.startsAt, march.endsAt]).toEqual(['2024-03-01T00:00:00.000Z', '2024-03-31T23:00:00.000Z']);
  });

  it('follow each other without a gap, the oldest first', () => {
    for (const kind of ['day', 'week', 'month'] as const) {
      const periods = periodsUpTo(previousPeriod(kind, '2026-11-23T00:00:00.000Z', 'Europe/London'), 13, 'Europe/London');
      expect(periods).toHaveLength(13);
      expect(periods.slice(1).map(({ startsAt }) => startsAt)).toEqual(periods.slice(0, -1).map(({ endsAt }) => endsAt));
    }
  });

  it('are weeks from Monday to Sunday, complete ones for digests', () => {
    const sundayNight = '2026-11-22T15:59:59.999Z';
    const mondayMorning = '2026-11-22T16:00:00.000Z';
    expect(previousPeriod('week', sundayNight, 'Asia/Shanghai')).toMatchObject({ from: '2026-11-09', to: '2026-11-15' });
    expect(previousPeriod('week', mondayMorning, 'Asia/Shanghai')).toMatchObject({ from: '2026-11-16', to: '2026-11-22' });
    expect(currentPeriod('week', mondayMorning, 'Asia/Shanghai')).toMatchObject({ from: '2026-11-23', to: '2026-11-29' });
  });

  it('reach over the end of a year', () => {
    const week = currentPeriod('week', '2027-01-01T12:00:00.000Z', 'Europe/London');
    expect(week).toMatchObject({ from: '2026-12-28', to: '2027-01-03' });
    expect(periodBefore(week, 'Europe/London')).toMatchObject({ from: '2026-12-21', to: '2026-12-27' });
  });

  it('have 23 or 25 hours when the clock changes (P45)', () => {
    const hours = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => (Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000;
    expect(hours(currentPeriod('day', '2026-03-29T12:00:00.000Z', 'Europe/Berlin'))).toBe(23);
    expect(hours(currentPeriod('day', '2026-10-25T12:00:00.000Z', 'Europe/Berlin'))).toBe(25);
  });

  it('begin when the clock skips midnight at its first hour', () => {
    // Santiago sets its clock forward at midnight: 6 September 2026 begins at 01:00.
    expect(currentPeriod('day', '2026-09-06T12:00:00.000Z', 'America/Santiago').startsAt).toBe('2026-09-06T04:00:00.000Z');
  });

  it('name the UTC days they touch', () => {
    expect(utcDaysOf(currentPeriod('day', '2026-11-22T03:00:00.000Z', 'Asia/Shanghai'))).toEqual(['2026-11-21', '2026-11-22']);
    expect(utcDaysOf(currentPeriod('day', '2026-11-22T03:00:00.000Z', 'UTC'))).toEqual(['2026-11-22']);
  });
});
