import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusDays } from '../../../shared/domain/metrics/plain-days.ts';
import { CHANNELS, TOPICS } from '../../../web/dashboard/filters.ts';
import { given } from '../../../web/dashboard/given.ts';
import { type Mark, markChange, readMark } from '../../../web/dashboard/marks/mark.ts';
import { isCombined, rangeChange, readSettings } from '../../../web/dashboard/settings.ts';
import { HOUSE } from './places.ts';

const around = { places: HOUSE, today: '2026-11-27' };
const read = (query: string) => readSettings(new URLSearchParams(query), around);

/** The address after changes to an empty one. */
const addressOf = (changes: Readonly<Record<string, string | undefined>>) => new URLSearchParams(Object.entries(given(changes)));

describe('the address of the dashboard (R23)', () => {
  it('without anything: the last 28 days of all, satisfaction day by day', () => {
    expect(read('')).toMatchObject({
      range: '28d',
      days: { from: '2026-10-31', to: '2026-11-27' },
      measure: 'csat',
      per: 'day',
      unknown: [],
    });
  });

  it('holds filters, and tells those that mean nothing here in place of guessing', () => {
    const { filters, unknown } = read('branch=east&topic=delivery&channel=pigeon&survey=old&tier=vip');
    expect(given(filters)).toEqual({ branch: 'east', topic: 'delivery', tier: 'vip' });
    expect(unknown).toEqual([
      { dimension: 'channel', value: 'pigeon' },
      { dimension: 'survey', value: 'old' },
    ]);
    expect(isCombined(filters)).toBe(true);
    expect(isCombined(read('branch=east').filters)).toBe(false);
  });

  it('holds days of one’s own, and falls back to the usual ones where they do not exist', () => {
    const days = { from: '2026-05-01', to: '2026-06-30' };
    expect(readSettings(addressOf(rangeChange('own', days)), around)).toMatchObject({ range: 'own', days, fault: undefined });
    expect(read('range=own&from=2026-02-30&to=x')).toMatchObject({ days: { from: '2026-10-31', to: '2026-11-27' } });
    expect(read('range=own&from=2026-06-30&to=2026-05-01').fault).toBe('order');
  });

  it('takes a step of the trend only where it fits the days', () => {
    expect(read('range=90d').per).toBe('week');
    expect(read('range=90d&per=day').per).toBe('week');
    expect(read('range=90d&per=month').per).toBe('month');
  });

  it('opens a mark again as it was', () => {
    const option = <Value>(...values: Value[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    const aMark: fc.Arbitrary<Mark> = fc
      .record({
        from: fc.integer({ min: 0, max: 700 }).map((n) => plusDays('2026-01-01', n)),
        more: fc.integer({ min: 0, max: 300 }),
        branch: option('east', 'south'),
        channel: option(...CHANNELS),
        topic: option(...TOPICS),
        metric: option('csat' as const, 'nps' as const),
        value: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
        band: option('promoter' as const),
        question: fc.option(fc.string({ minLength: 1, maxLength: 100, unit: 'binary-ascii' }), { nil: undefined }),
        unhappy: option('true' as const),
      })
      .map(({ more, ...mark }) => ({ ...mark, to: plusDays(mark.from, more) }));
    fc.assert(
      fc.property(aMark, (mark) => {
        const opened = readMark(addressOf(markChange(mark)), HOUSE);
        expect(opened && given(opened)).toEqual(given(mark));
      }),
    );
    expect(readMark(addressOf(markChange(undefined)), HOUSE)).toBeUndefined();
  });

  it('opens no mark of days that are none, and leaves out of a mark what means nothing', () => {
    expect(readMark(new URLSearchParams('of.from=2026-11-02&of.to=2026-11-01'), HOUSE)).toBeUndefined();
    expect(readMark(new URLSearchParams('of.from=x&of.to=2026-11-01'), HOUSE)).toBeUndefined();
    const odd = readMark(new URLSearchParams('of.from=2026-11-01&of.to=2026-11-02&of.metric=luck&of.value=1e9&of.hasCase=maybe'), HOUSE);
    expect(odd && given(odd)).toEqual({ from: '2026-11-01', to: '2026-11-02' });
  });
});
