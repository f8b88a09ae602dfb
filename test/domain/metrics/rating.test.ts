import { describe, expect, it } from 'vitest';
import { fifthOf, isTopTwo, ratingDeltas } from '../../../shared/domain/metrics/rating.ts';

const csat = (value: number, min: number, max: number) => ({ metric: 'csat', value, min, max }) as const;
const topTwoOf = (min: number, max: number) =>
  Array.from({ length: max - min + 1 }, (_, i) => min + i).filter((value) => isTopTwo(csat(value, min, max)));

describe('isTopTwo', () => {
  it('takes the top two boxes of the scale as it was asked (R11)', () => {
    expect(topTwoOf(1, 5)).toEqual([4, 5]);
    expect(topTwoOf(1, 7)).toEqual([6, 7]);
    expect(topTwoOf(1, 10)).toEqual([9, 10]);
    expect(topTwoOf(0, 10)).toEqual([9, 10]);
    expect(topTwoOf(1, 4)).toEqual([3, 4]);
  });

  it('takes only the best answer where two would reach the middle: thumbs, smileys', () => {
    expect(topTwoOf(0, 1)).toEqual([1]);
    expect(topTwoOf(1, 3)).toEqual([3]);
  });

  it('takes the top quarter of a slider', () => {
    expect(isTopTwo(csat(75, 0, 100))).toBe(true);
    expect(isTopTwo(csat(74, 0, 100))).toBe(false);
  });
});

describe('fifthOf', () => {
  it('keeps the five answers of 1–5 and maps other scales by score', () => {
    expect([1, 2, 3, 4, 5].map((value) => fifthOf(csat(value, 1, 5)))).toEqual([1, 2, 3, 4, 5]);
    expect([1, 2, 3, 4, 5, 6, 7].map((value) => fifthOf(csat(value, 1, 7)))).toEqual([1, 1, 2, 3, 4, 5, 5]);
    expect([0, 1].map((value) => fifthOf(csat(value, 0, 1)))).toEqual([1, 5]);
  });
});

describe('ratingDeltas', () => {
  it('counts one answer of a person per metric: ten items of one questionnaire are not ten people', () => {
    expect(ratingDeltas([csat(5, 1, 5), csat(1, 1, 5), csat(1, 1, 5)])).toEqual({
      csat5: 1,
      csatTop2: 1,
      csatScoreSum: 10_000,
      csatScoreSquareSum: 100_000_000,
    });
  });

  it('counts a real zero of the NPS', () => {
    expect(ratingDeltas([{ metric: 'nps', value: 0, min: 0, max: 10 }])).toEqual({ nps0: 1 });
  });

  it('does not call anything else than whole answers on 0–10 NPS', () => {
    expect(ratingDeltas([{ metric: 'nps', value: 5, min: 1, max: 10 }])).toEqual({});
    expect(ratingDeltas([{ metric: 'nps', value: 5, min: 0, max: 5 }])).toEqual({});
    expect(ratingDeltas([{ metric: 'nps', value: 7.5, min: 0, max: 10 }])).toEqual({});
  });

  it('counts an effort by value on the two scales that it is defined on, and on no other (R11)', () => {
    expect(ratingDeltas([{ metric: 'ces', value: 5, min: 1, max: 7 }])).toEqual({ ces7v5: 1 });
    expect(ratingDeltas([{ metric: 'ces', value: 5, min: 1, max: 5 }])).toEqual({ ces5v5: 1 });
    expect(ratingDeltas([{ metric: 'ces', value: 5, min: 1, max: 10 }])).toEqual({});
    expect(ratingDeltas([{ metric: 'ces', value: 4.5, min: 1, max: 5 }])).toEqual({});
  });

  it('counts of ratings the mean of one person, and first contact resolution as yes or no', () => {
    const rating = (value: number) => ({ metric: 'rating', value, min: 1, max: 5 }) as const;
    expect(ratingDeltas([rating(1), rating(5), rating(4)])).toEqual({
      rated: 1,
      ratingScoreSum: 5833,
      ratingScoreSquareSum: 5833 ** 2,
    });
    expect(ratingDeltas([{ metric: 'fcr', value: 0, min: 0, max: 1 }])).toEqual({ fcrNo: 1 });
    expect(ratingDeltas([{ metric: 'fcr', value: 1, min: 0, max: 1 }])).toEqual({ fcrYes: 1 });
    expect(ratingDeltas([{ metric: 'fcr', value: 0.5, min: 0, max: 1 }])).toEqual({});
  });

  it('counts no half of a pair as a rating', () => {
    expect(ratingDeltas([{ metric: 'perception', value: 5, min: 1, max: 7 }])).toEqual({});
  });
});
