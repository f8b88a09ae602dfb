import { type Estimate, proportion } from '../shared/domain/metrics/interval.ts';

const RESAMPLES = 200;
const OUTER = 0.025;
/** Any fixed number: the same figures each time. */
const SEED = 20_261_126;
const BINS = 10;

export interface Figure extends Estimate {
  readonly n: number;
}

/** Share of right ones with its Wilson interval. */
export const accuracy = (right: readonly boolean[]): Figure => ({
  ...proportion(right.filter((one) => one).length, right.length),
  n: right.length,
});

/** Per class, how often it was said rightly, said wrongly, and missed. */
export interface Outcome {
  readonly class: string;
  readonly truth: boolean;
  readonly said: boolean;
}

/** 2·hits / (said + true), of which 0 where nothing was either. */
function f1Of(outcomes: Iterable<Outcome>): number {
  let [hits, said, truths] = [0, 0, 0];
  for (const outcome of outcomes) {
    if (outcome.said) said++;
    if (outcome.truth) truths++;
    if (outcome.said && outcome.truth) hits++;
  }
  return said + truths === 0 ? 0 : (2 * hits) / (said + truths);
}

/** F1 over all classes together; `items` holds the outcomes of each text. Interval: percentile bootstrap over texts (Efron 1979), 200 resamples. */
export const microF1 = (items: readonly (readonly Outcome[])[]): Figure => bootstrapped(items, (sample) => f1Of(sample.flat()));

/** Mean of the F1 of each class that occurs in truth. */
export const macroF1 = (items: readonly (readonly Outcome[])[]): Figure =>
  bootstrapped(items, (sample) => {
    const all = sample.flat();
    const classes = [...new Set(all.filter(({ truth }) => truth).map((outcome) => outcome.class))];
    return classes.reduce((sum, name) => sum + f1Of(all.filter((outcome) => outcome.class === name)), 0) / Math.max(1, classes.length);
  });

export interface Told {
  readonly confidence: number;
  readonly isRight: boolean;
}

/**
 * Expected calibration error: how far confidence and accuracy lie apart, averaged over ten bins of equal width by their share of texts
 * (Guo et al. 2017, equation 3).
 */
export const calibrationError = (told: readonly Told[]): Figure =>
  bootstrapped(told, (sample) => {
    const bins = Array.from({ length: BINS }, () => ({ n: 0, right: 0, confidence: 0 }));
    for (const { confidence, isRight } of sample) {
      const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
      if (bin === undefined) continue;
      bin.n++;
      bin.confidence += confidence;
      if (isRight) bin.right++;
    }
    return bins.reduce((sum, { right, confidence }) => sum + Math.abs(right - confidence), 0) / sample.length;
  });

function bootstrapped<Item>(items: readonly Item[], statistic: (sample: readonly Item[]) => number): Figure {
  const next = random(SEED);
  const draw = (): Item[] => Array.from(items, () => items[Math.floor(next() * items.length)]).filter((item) => item !== undefined);
  const drawn = Array.from({ length: RESAMPLES }, () => statistic(draw()));
  drawn.sort((a, b) => a - b);
  const at = (share: number): number => drawn[Math.min(RESAMPLES - 1, Math.floor(share * RESAMPLES))] ?? 0;
  return { value: statistic(items), low: at(OUTER), high: at(1 - OUTER), n: items.length };
}

/** Mulberry32: a small generator with a seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
