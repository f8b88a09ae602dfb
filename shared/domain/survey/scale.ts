/** What a rating field says. `absent`: nothing was answered, which is not 0. */
export type Rating =
  | { readonly kind: 'rated'; readonly value: number }
  | { readonly kind: 'absent' }
  | { readonly kind: 'not-a-whole-number' }
  | { readonly kind: 'out-of-scale' };

/** As forms and providers write a whole number: no sign but minus, no leading zeros, no exponent. */
const WHOLE_NUMBER = /^(?:0|-?[1-9]\d{0,5})$/;

/**
 * Reads a rating on a scale of whole numbers: exactly the members min, min+1 … max are taken (promise 11).
 * Numbers and whole numbers in digits are; NaN, fractions, booleans, lists and other words are not numbers here.
 */
export function readRating(value: unknown, min: number, max: number): Rating {
  if (value === undefined || value === null || value === '') return { kind: 'absent' };
  const number = typeof value === 'string' && WHOLE_NUMBER.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
    return {
      kind: typeof number === 'number' && Number.isFinite(number) && !isWithin(number, min, max) ? 'out-of-scale' : 'not-a-whole-number',
    };
  }
  // `+ 0`: minus zero is zero, and must be stored as it.
  return isWithin(number, min, max) ? { kind: 'rated', value: number + 0 } : { kind: 'out-of-scale' };
}

const isWithin = (value: number, min: number, max: number) => value >= min && value <= max;
