import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DriverSettings, driversOf } from '../../../../shared/domain/analytics/drivers/drivers.ts';
import { driverSentences } from '../../../../shared/domain/analytics/drivers/words.ts';
import { seededRandom } from '../../../../shared/domain/analytics/random.ts';
import { isClean } from '../clean.ts';
import { simulated } from './simulated.ts';

const settings = (): DriverSettings => ({ random: seededRandom(1), resamples: 100 });

const hostile = fc.oneof(
  fc.constantFrom(null, Number.NaN, Number.POSITIVE_INFINITY, 0, 5, 1e300, -1e-300, 1e9),
  fc.integer({ min: 1, max: 5 }),
  fc.double(),
);

describe('drivers (R23)', () => {
  it('never let NaN or an infinite number out, whatever comes in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer(),
        fc.array(hostile, { minLength: 1, maxLength: 9 }),
        (n, p, seed, pool) => {
          const random = seededRandom(seed);
          const column = () =>
            Array.from({ length: n }, () =>
              random() < 0.9 ? Math.floor(random() * 5) : (pool[Math.floor(random() * pool.length)] ?? null),
            );
          const data = { outcome: column(), predictors: Array.from({ length: p }, (_, i) => ({ name: `${i}`, values: column() })) };
          const result = driversOf(data, settings());
          expect(isClean(result)).toBe(true);
          expect(driverSentences(result, 'en').concat(driverSentences(result, 'zh-Hans')).join(' ')).not.toMatch(/NaN|Infinity|undefined/);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are the same whatever order people come in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 79 }), (seed, by) => {
        const { outcome, predictors } = simulated([0.6, 0.2], 80, seed);
        const turn = <T>(values: readonly T[]) => [...values.slice(by), ...values.slice(0, by)].reverse();
        const turned = { outcome: turn(outcome), predictors: predictors.map(({ name, values }) => ({ name, values: turn(values) })) };
        expect(driversOf(turned, settings())).toEqual(driversOf({ outcome, predictors }, settings()));
      }),
      { numRuns: 15 },
    );
  });

  it('are scaled with the outcome, and shares are not', () => {
    const data = simulated([0.6, 0.2], 100, 4);
    const tens = { ...data, outcome: data.outcome.map((value) => 100 + 10 * (value ?? 0)) };
    const [one, ten] = [driversOf(data, settings()), driversOf(tens, settings())];
    if (one.kind === 'refused' || ten.kind === 'refused') throw new Error('refused');
    for (const [i, driver] of one.drivers.entries()) {
      expect(ten.drivers[i]?.coefficient.value).toBeCloseTo(10 * driver.coefficient.value, 8);
      expect(ten.drivers[i]?.share.value).toBeCloseTo(driver.share.value, 8);
    }
  });
});

const HOUSES = 200;
const seeds = Array.from({ length: HOUSES }, (_, i) => 1000 + i);

describe('what drivers state holds (R23)', () => {
  it('a house without any driver is told one at most 5 times in 100', () => {
    const alarms = seeds.filter((seed) => {
      const result = driversOf(simulated([0, 0, 0, 0, 0], 100, seed), settings());
      return result.kind === 'measured' && result.drivers.some(({ isClear }) => isClear);
    }).length;
    // 5 % and three standard errors.
    expect(alarms / HOUSES).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / HOUSES));
    expect(alarms).toBeGreaterThan(0);
  });

  it('intervals of coefficients hold the true slope 95 times in 100', () => {
    const held = seeds.filter((seed) => {
      const result = driversOf(simulated([0.5, 0.2, 0], 100, seed), settings());
      const slope = result.kind === 'measured' ? result.drivers.find(({ name }) => name === 'item-0')?.coefficient : undefined;
      return slope !== undefined && slope.low <= 0.5 && slope.high >= 0.5;
    }).length;
    expect(held / HOUSES).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.05 * 0.95) / HOUSES));
    expect(held / HOUSES).toBeLessThan(0.99);
  });

  it('intervals of shares hold the true share at least 90 times in 100', () => {
    // Two predictors without overlap: their parts are 0.64 and 0.16.
    const held = seeds.filter((seed) => {
      const result = driversOf(simulated([0.8, 0.4], 200, seed, 0), settings());
      const share = result.kind === 'measured' ? result.drivers.find(({ name }) => name === 'item-0')?.share : undefined;
      return share !== undefined && share.low <= 0.8 && share.high >= 0.8;
    }).length;
    expect(held / HOUSES).toBeGreaterThan(0.88);
  });
});
