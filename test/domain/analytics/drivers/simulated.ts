import type { DriverData } from '../../../../shared/domain/analytics/drivers/prepare.ts';
import { type Random, seededRandom } from '../../../../shared/domain/analytics/random.ts';

/** A standard normal draw, Box & Muller (1958). */
export const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Overall satisfaction as a weighted sum of items that share a part of their variance, and noise. */
export function simulated(slopes: readonly number[], n: number, seed: number, overlap = 0.5): DriverData {
  const random = seededRandom(seed);
  const rows = Array.from({ length: n }, () => {
    const common = normal(random);
    const items = slopes.map(() => Math.sqrt(overlap) * common + Math.sqrt(1 - overlap) * normal(random));
    return { items, outcome: items.reduce((sum, item, i) => sum + item * (slopes[i] ?? 0), 0) + normal(random) };
  });
  return {
    outcome: rows.map(({ outcome }) => outcome),
    predictors: slopes.map((_, i) => ({ name: `item-${i}`, values: rows.map(({ items }) => items[i] ?? 0) })),
  };
}
