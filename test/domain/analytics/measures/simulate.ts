import { type Random, seededRandom } from '../../../../shared/domain/analytics/random.ts';
import type { Estimate } from '../../../../shared/domain/metrics/interval.ts';

/** How often, in so many simulated surveys, the interval holds the true value. */
export function coverage(seed: number, surveys: number, truth: number, survey: (random: Random) => Estimate): number {
  const random = seededRandom(seed);
  let held = 0;
  for (let i = 0; i < surveys; i += 1) {
    const { low, high } = survey(random);
    if (low <= truth && truth <= high) held += 1;
  }
  return held / surveys;
}

/** Whole numbers `from` … `to`, each as likely as the others. */
export const die = (random: Random, from: number, to: number) => from + Math.floor(random() * (to - from + 1));

export const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

/** A figure, or a failing test that says why there is none. */
export function figure<T extends { readonly kind: string }>(result: T): Exclude<T, { readonly kind: 'refused' }> {
  if (!isFigure(result)) throw new Error(`expected a figure, got ${JSON.stringify(result)}`);
  return result;
}

const isFigure = <T extends { readonly kind: string }>(result: T): result is Exclude<T, { readonly kind: 'refused' }> =>
  result.kind !== 'refused';

/** Paths of all that JSON would not give back: NaN and infinite numbers, and intervals that do not hold their value. */
export function faultsOf(value: unknown, path = '$'): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const isWrong =
    'value' in value &&
    'low' in value &&
    (Number(value.low) > Number(value.value) || ('high' in value && value.high !== undefined && Number(value.value) > Number(value.high)));
  return [...(isWrong ? [`${path} is out of order`] : []), ...entries.flatMap(([key, part]) => faultsOf(part, `${path}.${key}`))];
}
