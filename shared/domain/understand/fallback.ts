import * as z from 'zod/mini';

/**
 * Why another engine was asked and our own reading decides all the same. `throttled`: too much was asked of it. `slow`: no answer in time.
 * `refused`: it does not take the call or the text. `nonsense`: its answer is not one of the closed set. `over-budget`: the day's money is
 * spent, and it was not asked. `failed`: anything else, on the way or on its side.
 */
export const FALLBACK_REASONS = ['throttled', 'slow', 'refused', 'nonsense', 'over-budget', 'failed'] as const;
export const FallbackReason = z.enum(FALLBACK_REASONS);
export type FallbackReason = z.infer<typeof FallbackReason>;

export const Fallback = z.strictObject({
  /** The engine that was to read, e.g. `comprehend` or `bedrock:<model id>`. */
  engine: z.string(),
  reason: FallbackReason,
});
export type Fallback = z.infer<typeof Fallback>;
