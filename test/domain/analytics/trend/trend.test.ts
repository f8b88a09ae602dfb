import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../../../../shared/domain/analytics/random.ts';
import { type Measure, sampleOf, share } from '../../../../shared/domain/analytics/sample.ts';
import { beforeAfter } from '../../../../shared/domain/analytics/trend/before-after.ts';
import { type Trend, type TrendPeriod, trendOf, trendOfEstimates } from '../../../../shared/domain/analytics/trend/trend.ts';
import { beforeAfterSentence, trendSentences } from '../../../../shared/domain/analytics/trend/words.ts';
import { isClean } from '../clean.ts';

const SHARE: Measure = { kind: 'share' };
const MEAN: Measure = { kind: 'mean', min: 1, max: 5 };
const series = (hits: readonly number[], n = 200): TrendPeriod[] =>
  hits.map((of, i) => ({ period: `2026-W${30 + i}`, sample: share(of, n) }));

function measured(periods: readonly TrendPeriod[], measure = SHARE): Trend {
  const result = trendOf(periods, measure);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result;
}

const USUAL = [160, 156, 163, 158, 165, 161, 155, 162, 159, 164, 157, 160];

describe('a trend of 13 periods (R23)', () => {
  it('is normal variation, a real drop or a real rise', () => {
    expect(measured(series([...USUAL, 152]))).toMatchObject({ verdict: 'within-normal-variation', rules: [] });
    expect(measured(series([...USUAL, 128]))).toMatchObject({ verdict: 'real-drop', rules: ['beyond-limits'] });
    expect(measured(series([...USUAL, 190]))).toMatchObject({ verdict: 'real-rise', rules: ['beyond-limits'] });
  });

  it('takes more where periods scatter by more than their answers let expect', () => {
    const jumpy = [160, 130, 185, 140, 175, 128, 180, 150, 170, 135, 182, 145];
    const { verdict, scatter } = measured(series([...jumpy, 128]));
    expect(verdict).toBe('within-normal-variation');
    expect(scatter).toBeGreaterThan(3);
  });

  it('has limits by hand', () => {
    // Centre 0.8 and no scatter: 0.8 ± 2.3263·√(0.16/200·(1 + 1/12)), where p̄(1 − p̄) is of all 13 periods.
    const { latest, centre } = measured(series([...Array.from({ length: 12 }, () => 160), 160]));
    expect(centre).toBeCloseTo(0.8, 12);
    expect(latest.upper).toBeCloseTo(0.8 + 2.326348 * Math.sqrt((0.16 / 200) * (1 + 1 / 12)), 6);
  });

  it('sees a lasting shift that no single period shows', () => {
    const { verdict, rules } = measured(series([164, 165, 163, 166, 164, 155, 156, 154, 155, 156, 154, 155, 154]));
    expect({ verdict, rules }).toEqual({ verdict: 'real-drop', rules: ['run'] });
  });

  it('says how many periods are missing, and nothing of a period of fewer than 5 (R20)', () => {
    expect(trendOf(series(USUAL.slice(0, 8)), SHARE)).toMatchObject({ reason: 'too-few-periods', n: 8, needed: 9 });
    const small = [...series(USUAL), { period: 'now', sample: share(1, 4) }];
    expect(trendOf(small, SHARE)).toMatchObject({ reason: 'latest-too-small', leftOut: [{ period: 'now', reason: 'small' }] });
    const within = [{ period: 'first', sample: share(1, 4) }, ...series([...USUAL, 150])];
    expect(JSON.stringify(measured(within).points)).not.toContain('first');
  });

  it('is said in both languages', () => {
    expect(trendSentences(measured(series([...USUAL, 128])), 'Satisfied', 'en')).toEqual([
      'Satisfied, 2026-W42: 64% (n\u00A0=\u00A0200), a real drop; 80% is usual, and 73% to 87% is normal variation.',
      'Judged by the 12 periods before; an unchanged series would be called changed at most 2.5% of the time.',
    ]);
    expect(trendSentences(measured(series([...USUAL, 152])), '满意率', 'zh-Hans')[0]).toMatch(
      /^满意率，2026-W42：76%（n\u00A0=\u00A0200），属于正常波动；平时为 80%/,
    );
    expect(trendSentences(trendOf([], SHARE), 'Satisfied', 'en')[0]).toContain('at least 9 are needed');
  });

  it('is judged of any figure with an interval, such as the Net Promoter Score, and of one without', () => {
    const nps = (values: readonly number[], width: number) =>
      values.map((value, i) => ({ period: `${i}`, n: 100, estimate: { value, low: value - width, high: value + width } }));
    const usual = [20, 24, 18, 22, 25, 19, 21, 23, 20, 22, 18, 24];
    const range = { min: -100, max: 100 };
    expect(trendOfEstimates(nps([...usual, 14], 8), range)).toMatchObject({ kind: 'measured', verdict: 'within-normal-variation' });
    expect(trendOfEstimates(nps([...usual, -10], 8), range)).toMatchObject({ verdict: 'real-drop' });
    // Without sampling errors, moving ranges alone: 4, 6, 4, 3, 6, 2, 2, 3, 2, 4, 6, their mean 42/11 over 1.128.
    const plain = trendOfEstimates(nps([...usual, 14], 0), range);
    expect(plain).toMatchObject({ verdict: 'within-normal-variation' });
    if (plain.kind === 'measured') expect(plain.scatter).toBeCloseTo(42 / 11 / 1.128379, 5);
    expect(trendOfEstimates(nps([...usual, 140], 8), range)).toMatchObject({ reason: 'latest-unsound' });
  });

  it('lets no NaN out, whatever comes in', () => {
    const odd = fc.constantFrom(Number.NaN, 0, 1, 5, 12, 60, 1e300, -3, Number.POSITIVE_INFINITY);
    const period = fc.oneof(
      fc.record({ n: odd, sum: odd, squareSum: odd }),
      fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => share(a, a + b)),
      fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 9 }).map(sampleOf),
    );
    fc.assert(
      fc.property(
        fc.array(period, { maxLength: 16 }),
        fc.constantFrom<Measure>(SHARE, MEAN, { ...MEAN, min: Number.NaN }),
        (samples, measure) => {
          const result = trendOf(
            samples.map((sample, i) => ({ period: `${i}`, sample })),
            measure,
          );
          const effect = beforeAfter(samples[0] ?? share(1, 10), samples[1] ?? share(5, 20), measure);
          const ends = (sum: number, width: number) => ({ value: sum, low: sum - width, high: sum + width });
          const estimated = trendOfEstimates(
            samples.map(({ n, sum, squareSum }, i) => ({ period: `${i}`, n, estimate: ends(sum, squareSum) })),
            { min: -1e9, max: measure.kind === 'mean' ? measure.min * 1e9 : 1e9 },
          );
          expect(isClean(result) && isClean(effect) && isClean(estimated)).toBe(true);
          const said = [
            ...trendSentences(result, 'x', 'en'),
            ...trendSentences(result, 'x', 'zh-Hans'),
            beforeAfterSentence(effect, 'x', 'en'),
          ];
          expect(said.join('')).not.toMatch(/NaN|Infinity|undefined/);
        },
      ),
      { numRuns: 500 },
    );
  });
});

function hits(n: number, p: number, random: Random): number {
  let of = 0;
  for (let i = 0; i < n; i += 1) if (random() < p) of += 1;
  return of;
}

describe('the false-alarm rate that is stated (R23)', () => {
  const RUNS = 3000;
  const rate = (drift: number, seed: number, last = 0) => {
    const random = seededRandom(seed);
    let alarms = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const periods = Array.from({ length: 13 }, (_, i) => {
        const n = 60 + Math.floor(random() * 80);
        return {
          period: `${i}`,
          sample: share(hits(n, 0.7 + drift * (random() + random() + random() - 1.5) + (i === 12 ? last : 0), random), n),
        };
      });
      if (measured(periods).verdict !== 'within-normal-variation') alarms += 1;
    }
    return alarms / RUNS;
  };

  it.each([
    ['chance alone', 0],
    ['periods that vary by themselves', 0.2],
  ])('holds for a series that never changes: %s', (_, drift) => {
    const alarms = rate(drift, 21);
    expect(alarms).toBeLessThan(0.025 + 3 * Math.sqrt((0.025 * 0.975) / RUNS));
    expect(alarms).toBeGreaterThan(0);
  });

  it('leaves a drop by 25 points to be found nearly always', () => {
    expect(rate(0, 22, -0.25)).toBeGreaterThan(0.9);
  });
});

describe('the effect of a measure on a figure (R23)', () => {
  it('is a difference with its interval', () => {
    const result = beforeAfter(share(60, 200), share(30, 200), SHARE);
    expect(result).toMatchObject({ verdict: 'fell', n: 400 });
    expect(beforeAfterSentence(result, 'Waiting named', 'en')).toMatch(
      /^Waiting named: 30% \(n\u00A0=\u00A0200\) before, 15% \(n\u00A0=\u00A0200\) after: fell by 15\.0 percentage points \(95% interval −22\.\d to −6\.\d\)\./,
    );
    expect(beforeAfterSentence(result, '提到等待', 'zh-Hans')).toContain('下降 15.0 个百分点');
    expect(beforeAfter(share(60, 200), share(55, 200), SHARE)).toMatchObject({ verdict: 'no-clear-change' });
    expect(beforeAfter(share(6, 9), share(55, 200), SHARE)).toMatchObject({ reason: 'too-few-answers', needed: 10 });
  });
});
