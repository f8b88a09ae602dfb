import { describe, expect, it } from 'vitest';
import { NEEDED_ANSWERS } from '../../../../shared/domain/analytics/measures/figure.ts';
import { effortFigures, promoterFigures, ratingFigures } from '../../../../shared/domain/analytics/measures/ratings.ts';
import { isReportable } from '../../../../shared/domain/metrics/figures.ts';
import { coverage, die, figure, times } from './simulate.ts';

const ONE_TO_FIVE = { min: 1, max: 5 };

describe('ratings (R11, R14)', () => {
  it('says top box, top two box, mean and distribution, and what was left out (R11: cannot say)', () => {
    const replies = [5, 5, 5, 4, 4, 3, 3, 2, 1, 4, 'cannot-say', undefined, 6, Number.NaN] as const;
    const found = figure(ratingFigures(replies, ONE_TO_FIVE));
    expect(found).toMatchObject({
      n: 10,
      leftOut: { cannotSay: 1, notAnswered: 1, outOfScale: 2 },
      topBox: { value: 0.3 },
      topTwoBox: { value: 0.6 },
      mean: { value: 3.6 },
      points: { value: 65 },
    });
    expect(found.distribution.map(({ from, to, count }) => [from, to, count])).toEqual([
      [1, 1, 1],
      [2, 2, 1],
      [3, 3, 2],
      [4, 4, 3],
      [5, 5, 3],
    ]);
  });

  it.each([
    [1, 7, [6, 7], 2],
    [1, 10, [9, 10], 2],
    [0, 10, [9, 10], 2],
    [1, 3, [3], 1],
    [0, 100, [75, 80, 100], 3],
  ])('on %i–%i the answers %j are the top', (min, max, top, expected) => {
    const replies = [...top, ...times(10, () => min)];
    expect(figure(ratingFigures(replies, { min, max })).topTwoBox.value).toBeCloseTo(expected / replies.length, 12);
  });

  it('parts a slider, and answers between the marks, into fifths', () => {
    const found = figure(ratingFigures([0, 10, 19, 20, 40, 60, 79, 80, 100, 100], { min: 0, max: 100 }));
    expect(found.distribution.map(({ from, to, count }) => [from, to, count])).toEqual([
      [0, 20, 3],
      [20, 40, 1],
      [40, 60, 1],
      [60, 80, 2],
      [80, 100, 3],
    ]);
    // 79, 80 and twice 100 lie in the top quarter: nobody aims at 100 itself.
    expect([found.topBox.value, found.topTwoBox.value]).toEqual([0.4, 0.4]);
  });

  it('refuses fewer than 10 answers, as all figures of Amends do, and says how many it takes', () => {
    expect(ratingFigures([5, 5, 'cannot-say'], ONE_TO_FIVE)).toEqual({
      kind: 'refused',
      reason: 'too-few-answers',
      n: 2,
      needed: 10,
      leftOut: { cannotSay: 1 },
    });
    expect([isReportable(NEEDED_ANSWERS - 1), isReportable(NEEDED_ANSWERS)]).toEqual([false, true]);
  });

  it.each([
    [5, 1],
    [3, 3],
    [Number.NaN, 5],
    [1, Number.POSITIVE_INFINITY],
  ])('refuses the scale %f–%f', (min, max) => {
    expect(
      ratingFigures(
        times(20, () => 3),
        { min, max },
      ),
    ).toMatchObject({ reason: 'unfit-scale' });
  });

  it('holds the true mean and the true share in 95 of 100 surveys', () => {
    const survey = (random: () => number) =>
      figure(
        ratingFigures(
          times(40, () => die(random, 1, 5)),
          ONE_TO_FIVE,
        ),
      );
    const ofMean = coverage(11, 1000, 3, (random) => survey(random).mean);
    const ofShare = coverage(12, 1000, 0.4, (random) => survey(random).topTwoBox);
    for (const held of [ofMean, ofShare]) {
      expect(held).toBeGreaterThan(0.93);
      expect(held).toBeLessThan(0.975);
    }
  });
});

describe('NPS (R14, R15)', () => {
  it('takes 9 and 10 from 0 … 6, and only whole answers of 0–10', () => {
    const found = figure(promoterFigures([10, 9, 9, 8, 7, 6, 0, 10, 9, 8, 11, -1, 7.5, 'cannot-say']));
    expect(found).toMatchObject({ n: 10, promoters: 5, passives: 3, detractors: 2, leftOut: { outOfScale: 3, cannotSay: 1 } });
    expect(found.score.value).toBe(30);
  });
});

describe('CES', () => {
  it('counts 5 … 7 of 1–7 and 4, 5 of 1–5 as easy', () => {
    const seven = figure(effortFigures([7, 6, 5, 4, 3, 2, 1, 7, 7, 4], { min: 1, max: 7 }));
    expect([seven.easy.value, seven.mean.value]).toEqual([0.5, 4.6]);
    expect(figure(effortFigures([5, 4, 3, 2, 1, 5, 5, 5, 1, 1], ONE_TO_FIVE)).easy.value).toBe(0.5);
  });

  it('is not defined on other scales, and says so', () => {
    expect(
      effortFigures(
        times(20, () => 5),
        { min: 0, max: 10 },
      ),
    ).toMatchObject({ reason: 'unfit-scale' });
  });
});
