import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BranchMeasure, compareBranches, compareLevels } from '../../../../shared/domain/analytics/branches/branches.ts';
import type { Branch } from '../../../../shared/domain/analytics/branches/small-branches.ts';
import { branchSentences, levelSentence } from '../../../../shared/domain/analytics/branches/words.ts';
import { type Random, seededRandom } from '../../../../shared/domain/analytics/random.ts';
import { sampleOf, share } from '../../../../shared/domain/analytics/sample.ts';
import { isClean } from '../clean.ts';

const SHARE: BranchMeasure = { kind: 'share', better: 'high' };
const MEAN: BranchMeasure = { kind: 'mean', min: 1, max: 5, better: 'high' };

const size = fc.oneof(fc.nat(4), fc.integer({ min: 5, max: 9 }), fc.integer({ min: 10, max: 300 }));
const sharesOf = fc
  .array(
    size.chain((n) => fc.nat(n).map((hits) => share(hits, n))),
    { maxLength: 9 },
  )
  .map((samples) => samples.map((sample, i): Branch => ({ name: `b${i}`, sample })));
const meansOf = fc
  .array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 }), { maxLength: 9 })
  .map((answers) => answers.map((values, i): Branch => ({ name: `b${i}`, sample: sampleOf(values) })));

describe('small branches (R20)', () => {
  it('are never shown, nor worked out as the house less the others', () => {
    fc.assert(
      fc.property(sharesOf, (branches) => {
        const result = compareBranches(branches, SHARE);
        const small = branches.filter(({ sample }) => sample.n < 5);
        if (result.kind === 'refused') return;
        const shown = result.branches.map(({ name }) => name);
        expect(shown.filter((name) => small.some((branch) => branch.name === name))).toEqual([]);
        for (const { n } of result.branches) expect(n).toBeGreaterThanOrEqual(5);
        const rest = result.n - result.branches.reduce((sum, { n }) => sum + n, 0);
        expect(rest).toBe(result.others?.n ?? 0);
        const within = branches.filter(({ name, sample }) => sample.n > 0 && !shown.includes(name));
        // Nobody is left, or at least 5 people of at least two branches.
        expect(rest === 0 || (rest >= 5 && within.length >= 2)).toBe(true);
        for (const { name } of small) expect(JSON.stringify(result.branches)).not.toContain(`"${name}"`);
      }),
    );
  });
});

describe('branches (R20)', () => {
  it('let no NaN out, whatever comes in', () => {
    const odd = fc.constantFrom(Number.NaN, -1, 0.5, 1e300, Number.POSITIVE_INFINITY, 0, 7, 40);
    const hostile = fc.array(fc.record({ name: fc.string(), sample: fc.record({ n: odd, sum: odd, squareSum: odd }) }), { maxLength: 5 });
    fc.assert(
      fc.property(
        fc.oneof(sharesOf, meansOf, hostile),
        hostile,
        fc.constantFrom(SHARE, MEAN, { ...MEAN, max: Number.NaN }),
        (some, more, measure) => {
          const result = compareBranches([...some, ...more], measure);
          const level = compareLevels(more[0]?.sample ?? share(10, 20), some, measure);
          expect(isClean(result) && isClean(level)).toBe(true);
          for (const language of ['en', 'zh-Hans'] as const) {
            const said = [...branchSentences({ ...result, unsound: [] }, language), levelSentence(level, language)];
            expect(said.join('')).not.toMatch(/NaN|Infinity|undefined/);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are the same in any order, and every figure lies within its interval', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          sharesOf.map((list) => [list, SHARE] as const),
          meansOf.map((list) => [list, MEAN] as const),
        ),
        ([list, measure]) => {
          const result = compareBranches(list, measure);
          expect(compareBranches([...list].reverse(), measure)).toEqual(result);
          if (result.kind === 'refused') return;
          for (const { estimate, shrunk, rank } of result.branches) {
            for (const { value, low, high } of [estimate, shrunk]) expect(low <= value && value <= high).toBe(true);
            expect(rank.best).toBeLessThanOrEqual(rank.worst);
          }
        },
      ),
    );
  });
});

function binomial(n: number, p: number, random: Random): number {
  let hits = 0;
  for (let i = 0; i < n; i += 1) if (random() < p) hits += 1;
  return hits;
}

const HOUSES = 400;
const bound = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / HOUSES);
const sizes = [20, 40, 60, 100, 150, 30, 80, 200];

describe('the rates that are stated (R20)', () => {
  it('a house whose branches are alike hears of a better or worse one at most 5 times in 100: shares', () => {
    const random = seededRandom(8);
    const alarms = Array.from({ length: HOUSES }, () => {
      const result = compareBranches(
        sizes.map((n, i) => ({ name: `b${i}`, sample: share(binomial(n, 0.7, random), n) })),
        SHARE,
      );
      return result.kind === 'measured' && result.branches.some(({ verdict }) => verdict !== 'not-distinguishable');
    }).filter(Boolean).length;
    expect(alarms / HOUSES).toBeLessThan(bound);
  });

  it('the same of means', () => {
    const random = seededRandom(9);
    const alarms = Array.from({ length: HOUSES }, () => {
      const result = compareBranches(
        sizes.map((n, i) => ({ name: `b${i}`, sample: sampleOf(Array.from({ length: n }, () => 1 + binomial(4, 0.6, random))) })),
        MEAN,
      );
      return result.kind === 'measured' && result.branches.some(({ verdict }) => verdict !== 'not-distinguishable');
    }).filter(Boolean).length;
    expect(alarms / HOUSES).toBeLessThan(bound);
    expect(alarms).toBeGreaterThan(0);
  });

  it('shrunk figures are nearer the truth than plain ones, and rank ranges hold the true ranks', () => {
    const random = seededRandom(10);
    let plain = 0;
    let drawn = 0;
    let held = 0;
    const RUNS = 100;
    for (let run = 0; run < RUNS; run += 1) {
      const truths = sizes.map(() => 0.6 + 0.2 * random());
      const result = compareBranches(
        sizes.map((n, i) => ({ name: `${i}`, sample: share(binomial(n, truths[i] ?? 0, random), n) })),
        SHARE,
      );
      if (result.kind === 'refused') throw new Error(result.reason);
      let isHeld = true;
      for (const { name, estimate, shrunk, rank } of result.branches) {
        const truth = truths[Number(name)] ?? 0;
        plain += (estimate.value - truth) ** 2;
        drawn += (shrunk.value - truth) ** 2;
        const trueRank = 1 + truths.filter((other) => other > truth).length;
        isHeld &&= rank.best <= trueRank && trueRank <= rank.worst;
      }
      if (isHeld) held += 1;
    }
    expect(drawn).toBeLessThan(plain);
    expect(held / RUNS).toBeGreaterThanOrEqual(0.95 - 3 * Math.sqrt((0.05 * 0.95) / RUNS));
  });
});
