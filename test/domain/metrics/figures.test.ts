import { describe, expect, it } from 'vitest';
import { changeOf, figuresOf, isReportable } from '../../../shared/domain/metrics/figures.ts';
import { mean, proportion } from '../../../shared/domain/metrics/interval.ts';
import { emptyTally, tallyOf } from '../../../shared/domain/metrics/tally.ts';
import { aTally } from '../digest/sample-week.ts';

describe('figuresOf', () => {
  it('gives shares, mean and NPS with their intervals', () => {
    const { csat, nps } = figuresOf(aTally([14, 10, 17, 48, 54], [31, 40, 52]));
    expect(csat).toMatchObject({ n: 143, histogram: [14, 10, 17, 48, 54] });
    expect(csat.topTwoBox).toEqual(proportion(102, 143));
    expect(csat.mean?.value).toBeCloseTo((10 * 25 + 17 * 50 + 48 * 75 + 54 * 100) / 143, 10);
    expect(nps).toMatchObject({ n: 123, promoters: 52, passives: 40, detractors: 31 });
    expect(nps.value).toBeCloseTo((100 * (52 - 31)) / 123, 10);
  });

  it('gives no score under ten answers, only counts', () => {
    const nine = figuresOf(aTally([1, 2, 3, 2, 1], [3, 3, 3]));
    expect(nine.csat).toEqual({ n: 9, histogram: [1, 2, 3, 2, 1] });
    expect(nine.nps).not.toHaveProperty('value');
    expect(nine.nps).toMatchObject({ n: 9, promoters: 3 });
    expect([9, 10].map(isReportable)).toEqual([false, true]);
    const ten = figuresOf(aTally([1, 2, 3, 2, 2], [3, 3, 4]));
    expect(ten.csat.topTwoBox?.value).toBe(0.4);
    expect(ten.nps.value).toBe(10);
  });

  it('says nothing of nothing', () => {
    expect(figuresOf(emptyTally)).toMatchObject({ n: 0, csat: { n: 0 }, nps: { n: 0 }, sentiment: { n: 0 }, cases: { opened: 0 } });
  });

  it('tells cases that nobody has taken up from those taken up late', () => {
    const { cases } = figuresOf(tallyOf({ casesOpened: 19, casesAcknowledgedInTime: 15, casesAcknowledgedLate: 2, casesResolved: 9 }));
    expect(cases).toMatchObject({ opened: 19, acknowledgedInTime: 15, acknowledgedLate: 2, waiting: 2, resolved: 9 });
  });
});

describe('changeOf', () => {
  it('calls a change clear only where its interval leaves out zero', () => {
    expect(changeOf(proportion(102, 143), proportion(131, 156))?.verdict).toBe('clearly-down');
    expect(changeOf(proportion(131, 156), proportion(102, 143))?.verdict).toBe('clearly-up');
    expect(changeOf(proportion(7, 10), proportion(8, 10))?.verdict).toBe('no-clear-change');
  });

  it('cannot be told where either period has too few answers', () => {
    expect(changeOf(proportion(7, 10), undefined)).toBeUndefined();
    expect(changeOf(undefined, proportion(7, 10))).toBeUndefined();
  });
});

describe('figures of effort, ratings and first contacts', () => {
  it('puts efforts on 1–5 and 1–7 into one share of "easy" and one mean in points (R11)', () => {
    const { ces } = figuresOf(tallyOf({ ces5v1: 2, ces5v4: 5, ces7v4: 3, ces7v7: 6 }));
    expect(ces).toMatchObject({ n: 16, five: [2, 0, 0, 5, 0], seven: [0, 0, 0, 3, 0, 0, 6], easy: proportion(11, 16) });
    const points = [0, 0, 75, 75, 75, 75, 75, 50, 50, 50, 100, 100, 100, 100, 100, 100];
    const sum = points.reduce((total, one) => total + one, 0);
    const expected = mean(
      sum,
      points.reduce((total, one) => total + one * one, 0),
      16,
      0,
      100,
    );
    expect(ces.mean?.value).toBeCloseTo(expected.value, 10);
    expect(ces.mean?.high).toBeCloseTo(expected.high, 8);
  });

  it('gives none of them under ten answers', () => {
    const { ces, fcr, rating } = figuresOf(tallyOf({ ces7v7: 9, fcrYes: 9, rated: 9, ratingScoreSum: 10_000 }));
    expect([ces.n, fcr, rating]).toEqual([9, { n: 9 }, { n: 9 }]);
    expect(ces).not.toHaveProperty('easy');
    expect(figuresOf(tallyOf({ fcrYes: 9, fcrNo: 3 })).fcr).toEqual({ n: 12, share: proportion(9, 12) });
  });
});
