import { describe, expect, it } from 'vitest';
import { isNews } from '../../../shared/domain/alarm/topic-alarm.ts';
import { historyOf, watchTopics, windowAt } from '../../../shared/domain/alarm/watch-topics.ts';
import { type Deltas, tallyOf } from '../../../shared/domain/metrics/tally.ts';

const ZONE = 'Asia/Shanghai';
const bucket = (start: string, deltas: Deltas) => ({ start, tally: tallyOf(deltas) });

describe('the window of a look (R22)', () => {
  it('is the last 24 complete hours, and the days that ended before it', () => {
    const window = windowAt('2026-11-23T02:05:00.000Z', ZONE, 56);
    expect(window).toMatchObject({
      from: '2026-11-22T02:00:00.000Z',
      to: '2026-11-23T02:00:00.000Z',
      firstDay: '2026-09-26',
      lastDay: '2026-11-21',
    });
    expect(window.hours).toHaveLength(24);
    expect([window.hours[0], window.hours[23]]).toEqual(['2026-11-22T02', '2026-11-23T01']);
  });

  it('begins on the local day: at 15:30 UTC of the 22nd it is the 22nd in Shanghai, at 16:30 the 23rd', () => {
    expect(windowAt('2026-11-23T15:30:00.000Z', ZONE, 14).lastDay).toBe('2026-11-21');
    expect(windowAt('2026-11-23T16:30:00.000Z', ZONE, 14).lastDay).toBe('2026-11-22');
  });
});

describe('history', () => {
  const window = windowAt('2026-11-23T02:05:00.000Z', ZONE, 56);

  it('begins after the first day on which anything came in, and knows days without any', () => {
    const days = historyOf([bucket('2026-11-17', { n: 1 }), bucket('2026-11-19', { n: 2 })], window);
    expect(days.map(({ day, tally }) => [day, tally.n])).toEqual([
      ['2026-11-18', 0],
      ['2026-11-19', 2],
      ['2026-11-20', 0],
      ['2026-11-21', 0],
    ]);
  });

  it('is as long as the config says where there is more, and empty where there is nothing', () => {
    expect(historyOf([bucket(window.firstDay, { n: 1 })], window)).toHaveLength(56);
    expect(historyOf([], window)).toEqual([]);
  });
});

describe('watching all topics', () => {
  const settings = { falseAlarmsPerYear: 4, minimumCount: 5 };
  const window = windowAt('2026-11-23T02:05:00.000Z', ZONE, 56);
  const days = (deltas: Deltas, count = 57) =>
    Array.from({ length: count }, (_, n) => {
      const day = new Date(Date.UTC(2026, 10, 21) - (count - 1 - n) * 86_400_000).toISOString().slice(0, 10);
      return bucket(day, deltas);
    });
  const of = (usual: Deltas, now: Deltas, count?: number) => ({ days: days(usual, count), hours: [bucket('2026-11-22T20', now)] });

  it('names the one that rose', () => {
    const watched = watchTopics({
      window,
      timeZone: ZONE,
      settings,
      all: of({ n: 100 }, { n: 130 }),
      topics: new Map([
        ['delivery', of({ n: 10, sentimentNegative: 5 }, { n: 45, sentimentNegative: 40 })],
        ['staff', of({ n: 10, sentimentNegative: 5 }, { n: 45, sentimentNegative: 6, sentimentPositive: 39 })],
      ]),
    });
    expect(watched).toMatchObject({ historyDays: 56, isWatching: true });
    expect(watched.rises.map(({ topic, rise }) => [topic, rise.count, Math.round(rise.expected)])).toEqual([['delivery', 40, 5]]);
  });

  it('is silent without history, and says how much there is', () => {
    const rising = of({ n: 10, sentimentNegative: 5 }, { n: 45, sentimentNegative: 40 }, 10);
    const watched = watchTopics({
      window,
      timeZone: ZONE,
      settings,
      all: of({ n: 100 }, { n: 130 }, 10),
      topics: new Map([['delivery', rising]]),
    });
    expect(watched).toEqual({ historyDays: 9, isWatching: false, rises: [] });
  });
});

describe('an alarm is news', () => {
  it.each([
    ['the first of its topic', 'delivery', 20, [], true],
    ['beside one of another topic', 'delivery', 20, [{ topic: 'staff', count: 50 }], true],
    ['not as one that was raised already', 'delivery', 21, [{ topic: 'delivery', count: 20 }], false],
    ['once it has risen by half again', 'delivery', 30, [{ topic: 'delivery', count: 20 }], true],
    [
      'only against the highest one',
      'delivery',
      30,
      [
        { topic: 'delivery', count: 20 },
        { topic: 'delivery', count: 29 },
      ],
      false,
    ],
  ] as const)('%s', (_, topic, count, earlier, expected) => {
    expect(isNews(topic, { count }, earlier)).toBe(expected);
  });
});
