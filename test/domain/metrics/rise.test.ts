import { describe, expect, it } from 'vitest';
import { falseAlarms, found, type Scenario } from '../../../bench/quiet-years.ts';
import { LOOKS_PER_YEAR } from '../../../shared/domain/alarm/watch-topics.ts';
import { type Baseline, baselineOf, lookFor, type Observed } from '../../../shared/domain/metrics/rise.ts';
import { TOPICS } from '../../../shared/domain/understand/understanding.ts';

const settings = { falseAlarmsPerYear: 4, minimumCount: 5, topics: TOPICS.length, looksPerYear: LOOKS_PER_YEAR };
const day = (count: number, others = 100, weight = 1): Observed => ({ count, others, weight });
/** As many days of these counts in turn. */
const history = (counts: readonly number[], days = 56, others = 100) =>
  baselineOf(Array.from({ length: days }, (_, n) => day(counts[n % counts.length] ?? 0, others)));
/** About as much scatter as Poisson counts of mean 10 have. */
const TEN_A_DAY = [7, 10, 13, 9, 11, 6, 14];

describe('a rise of a topic (R22)', () => {
  it('is found, with what is usual, the shares and the chance of it', () => {
    const look = lookFor(day(40, 100), history(TEN_A_DAY), settings);
    expect(look).toMatchObject({ rise: { count: 40, expected: 10, share: 40 / 140, usualShare: 10 / 110 } });
    if (!('rise' in look)) throw new Error('no rise was found');
    expect(look.rise.pValue).toBeGreaterThan(0);
    expect(look.rise.pValue).toBeLessThan(4 / (TOPICS.length * LOOKS_PER_YEAR));
  });

  it.each([
    ['what is usual', day(12)],
    ['more than usual, but not beyond chance', day(18)],
    ['a campaign: four times as much of everything', day(40, 400)],
    ['everything else fell, and the topic stayed: its share rises, its count does not', day(12, 10)],
  ])('is not: %s', (_, now) => {
    expect(lookFor(now, history(TEN_A_DAY), settings)).toEqual({ none: 'as-usual' });
  });

  it('is none without history, however high the count, and says so', () => {
    expect(lookFor(day(500), history(TEN_A_DAY, 20), settings)).toEqual({ none: 'no-history' });
    expect(lookFor(day(500), history(TEN_A_DAY, 21), settings)).toHaveProperty('rise');
  });

  it('takes more where the days before scatter more, and where there are fewer of them', () => {
    const smallest = (days: Baseline) => {
      for (let count = 5; count < 1000; count += 1) if ('rise' in lookFor(day(count), days, settings)) return count;
      throw new Error('no count was a rise');
    };
    const steady = smallest(history(TEN_A_DAY));
    expect(smallest(history([0, 10, 30, 2, 18, 1, 9]))).toBeGreaterThan(steady);
    expect(smallest(history(TEN_A_DAY, 21))).toBeGreaterThan(steady);
  });

  it('takes a topic that nobody ever named as soon as the least number is there', () => {
    expect(lookFor(day(4), history([0]), settings)).toEqual({ none: 'as-usual' });
    expect(lookFor(day(5), history([0]), settings)).toMatchObject({ rise: { count: 5, expected: 0, usualShare: 0 } });
  });

  it('is none in a large house where it is sure and small', () => {
    expect(lookFor(day(1400, 10_000), history([970, 1030], 56, 10_000), settings)).toEqual({ none: 'as-usual' });
    expect(lookFor(day(1600, 10_000), history([970, 1030], 56, 10_000), settings)).toHaveProperty('rise');
  });

  it('measures a busy weekday by its own weight', () => {
    expect(lookFor(day(30, 100), history(TEN_A_DAY), settings)).toHaveProperty('rise');
    expect(lookFor(day(30, 100, 2.5), history(TEN_A_DAY), settings)).toEqual({ none: 'as-usual' });
  });

  it('is never, where no false alarm is accepted', () => {
    expect(lookFor(day(500), history(TEN_A_DAY), { ...settings, falseAlarmsPerYear: 0 })).toEqual({ none: 'as-usual' });
  });
});

/** Years of one topic; as many years of a house divided by its topics. */
const YEARS = 280;
const inHouse = (alarms: number) => (alarms / YEARS) * TOPICS.length;

describe('the false-alarm rate that is stated (R22)', () => {
  it.each<readonly [string, Scenario]>([
    ['Poisson counts', { count: 10, others: 100, historyDays: 56 }],
    ['few of them', { count: 2, others: 30, historyDays: 56 }],
    ['a rate that varies from day to day by 45 %', { count: 10, others: 100, shape: 5, historyDays: 56 }],
    ['a rate that varies by 100 %, and a short history', { count: 40, others: 200, shape: 1, historyDays: 21 }],
    ['campaigns', { count: 10, others: 100, campaigns: 0.03, historyDays: 56 }],
  ])('holds for a house in which nothing ever changes: %s', (_, scenario) => {
    expect(inHouse(falseAlarms(scenario, YEARS, settings, 20_261_123))).toBeLessThanOrEqual(settings.falseAlarmsPerYear);
  });

  it('would not hold if each look were judged as if it were the only one', () => {
    const uncorrected = { ...settings, topics: 1, looksPerYear: 365.25 };
    const scenario: Scenario = { count: 10, others: 100, shape: 5, historyDays: 21 };
    expect(inHouse(falseAlarms(scenario, YEARS, uncorrected, 20_261_123))).toBeGreaterThan(settings.falseAlarmsPerYear);
  });
});

describe('a true rise is found within a day (R22)', () => {
  const HOUSES = 200;
  const power = (scenario: Scenario, times: number) => found(scenario, times, HOUSES, settings, 7).length / HOUSES;

  it.each([
    [40, 2, 0.5],
    [10, 4, 0.9],
    [20, 4, 0.95],
    [5, 8, 0.95],
  ])('of %d a day, times %d: in at least %d of houses', (count, times, atLeast) => {
    expect(power({ count, others: count * 10, historyDays: 56 }, times)).toBeGreaterThanOrEqual(atLeast);
  });
});
