import type { Change } from '../figures.ts';
import type { Speech, Unit } from '../speech.ts';

/** `better`, for a cell or a sentence. */
export const verdictWord = (change: Change | undefined, { say }: Pick<Speech, 'say'>): string =>
  say(`verdict.${change?.verdict ?? 'none'}`);

/** Differences of shares are told in points, as those of a score are. */
export const differenceOf = (value: number, unit: Unit): readonly [number, Unit] => {
  if (unit === 'share') return [value * 100, 'score'];
  return [unit === 'rate' ? value * 100 : value, 'score'];
};
