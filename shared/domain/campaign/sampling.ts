import * as z from 'zod/mini';

/**
 * Whom of the audience a campaign asks. Not drawn by lot on the day but by a hash of campaign and person: the same sample comes out again, whoever asks, and
 * nobody can choose whom to leave out. Each person is in it with the same chance, independently of the others (Bernoulli sampling; Särndal, Swensson &
 * Wretman, Model Assisted Survey Sampling, 1992, ch. 3.2), so of `size` the number that comes out varies by about its square root.
 */
export const Sample = z.union([
  z.strictObject({ share: z.number().check(z.gt(0, 'expected a share above 0, up to 1'), z.maximum(1)) }),
  /** About so many persons, of an audience whose size is known at the start. */
  z.strictObject({ size: z.int().check(z.minimum(1)) }),
]);
export type Sample = z.infer<typeof Sample>;

/**
 * The chance of each person to be in the sample.
 * @param audienceSize how many persons there are to choose from; needed for a sample of a size.
 * @returns 1 where everybody is asked; undefined where the audience is not known yet.
 */
export function shareOf(sample: Sample | undefined, audienceSize: number | undefined): number | undefined {
  if (sample === undefined) return 1;
  if ('share' in sample) return sample.share;
  if (audienceSize === undefined) return undefined;
  return audienceSize === 0 ? 1 : Math.min(1, sample.size / audienceSize);
}

/** @param place of campaign and person: uniform in 0 … 1, always the same for the two. */
export const isInSample = (place: number, share: number): boolean => place < share;
