import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPng } from '../../../shared/adapters/picture/png.ts';
import { scaleOf, trendSvg } from '../../../shared/domain/digest/picture.ts';
import type { TrendPoint } from '../../../shared/domain/digest/trend.ts';
import { proportion } from '../../../shared/domain/metrics/interval.ts';
import { periodsUpTo, previousPeriod } from '../../../shared/domain/metrics/period.ts';

const PERIODS = periodsUpTo(previousPeriod('week', '2026-11-23T00:00:00.000Z', 'UTC'), 13, 'UTC');
const shown = fc.array(
  fc.option(
    fc.integer({ min: 10, max: 5000 }).chain((n) => fc.integer({ min: 0, max: n }).map((k) => ({ n, satisfied: proportion(k, n) }))),
    { nil: { n: 3, satisfied: undefined } },
  ),
  { minLength: 13, maxLength: 13 },
);
const pointsOf = (values: readonly Pick<TrendPoint, 'n' | 'satisfied'>[]): TrendPoint[] =>
  PERIODS.flatMap((period, i) => (values[i] === undefined ? [] : [{ period, ...values[i] }]));

describe('the picture of the trend', () => {
  it('has no text, no reference to anything outside, and every mark inside, whatever the figures', () => {
    fc.assert(
      fc.property(shown, (values) => {
        const points = pointsOf(values);
        const scale = scaleOf(points);
        const svg = trendSvg(points);
        expect(svg === undefined).toBe(points.filter(({ satisfied }) => satisfied !== undefined).length < 2);
        if (svg === undefined || scale === undefined) return;
        expect(svg).not.toMatch(/<text|<image|href|url\(|NaN|Infinity|undefined/);
        expect(scale.from).toBeGreaterThanOrEqual(0);
        expect(scale.to).toBeLessThanOrEqual(1);
        expect(scale.to - scale.from).toBeGreaterThan(0.19);
        for (const [, x, y] of svg.matchAll(/cx="([\d.]+)" cy="([\d.-]+)"/g)) {
          expect(Number(x)).toBeLessThanOrEqual(536);
          expect(Number(y)).toBeGreaterThanOrEqual(0);
          expect(Number(y)).toBeLessThanOrEqual(150);
        }
      }),
    );
  });

  it('is a PNG twice as fine as it is shown, of less than 30 KB: the mail is stored with it', async () => {
    await fc.assert(
      fc.asyncProperty(shown, async (values) => {
        const svg = trendSvg(pointsOf(values));
        if (svg === undefined) return;
        const png = Buffer.from(await drawPng(svg));
        expect(png.subarray(1, 4).toString()).toBe('PNG');
        expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1072, 300]);
        expect(png.length).toBeLessThan(30_000);
      }),
      { numRuns: 20 },
    );
  });
});
