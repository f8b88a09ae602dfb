/** The nearest-rank percentile: the least value that at least `share` (0–1) of all values do not exceed. @throws where there are none */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('percentile: expected at least one value');
  return value;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

/** @throws where there are none */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new Error('mean: expected at least one value');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How many had been counted when somebody looked. */
export interface Sample {
  readonly at: number;
  readonly counted: number;
}

/**
 * How long each item took from its acceptance until it was counted, read off the two cumulative curves: the n-th accepted lasted until a look saw n
 * counted. The mean is exact whatever overtakes what; percentiles are so where nothing does, as in a queue. Looks make it late by their distance
 * at most, never early.
 * @param acceptedAt any order; same clock as the samples
 * @param samples by time
 * @throws where the last look had not seen all
 */
export function delaysOf(acceptedAt: readonly number[], samples: readonly Sample[]): number[] {
  let look = 0;
  return [...acceptedAt]
    .sort((a, b) => a - b)
    .map((at, i) => {
      while (look < samples.length && (samples[look]?.counted ?? 0) <= i) look += 1;
      const seen = samples[look];
      if (seen === undefined)
        throw new Error(`delaysOf: ${acceptedAt.length} accepted, of which the last look saw ${samples.at(-1)?.counted ?? 0} counted`);
      return Math.max(0, seen.at - at);
    });
}
