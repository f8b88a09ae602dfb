/**
 * The level at which a report may name anything at all wrongly. Many things are tested at once here, and every one that is named is acted on, so
 * what is controlled is the chance of *any* false one (family-wise), not their expected share (Benjamini & Hochberg 1995).
 */
export const LEVEL = 0.05;

/**
 * Holm's step-down adjustment: an adjusted chance below a level keeps the family-wise error at that level, whatever the tests have to do with
 * each other. Holm (1979), Scandinavian Journal of Statistics 6:65–70.
 * @param chances p-values 0 … 1, in any order
 * @returns the adjusted ones in the same order
 */
export function holm(chances: readonly number[]): number[] {
  const order = chances.map((chance, place) => ({ chance, place })).sort((a, b) => a.chance - b.chance);
  const adjusted = chances.map(() => 1);
  let highest = 0;
  for (const [rank, { chance, place }] of order.entries()) {
    highest = Math.max(highest, Math.min(1, (order.length - rank) * chance));
    adjusted[place] = highest;
  }
  return adjusted;
}
