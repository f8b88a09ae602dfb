import { describe, expect, it } from 'vitest';
import { changesOf, judgementOf } from '../../../shared/domain/metrics/changes.ts';
import { changeOf, figuresOf } from '../../../shared/domain/metrics/figures.ts';
import { tallyOf } from '../../../shared/domain/metrics/tally.ts';

const NOW = figuresOf(
  tallyOf({ n: 143, csat5: 102, csat1: 41, csatTop2: 102, casesOpened: 30, casesAnsweredInTime: 20, casesAnsweredLate: 4 }),
);
const BEFORE = figuresOf(tallyOf({ n: 156, csat5: 131, csat1: 25, csatTop2: 131, casesOpened: 8, casesAnsweredInTime: 9 }));

describe('changesOf', () => {
  it('judges by the digests’ rule: clear only where the interval of the difference leaves out 0 (R19)', () => {
    const { satisfied, complaintRate } = changesOf(NOW, BEFORE);
    const { verdict: _, ...change } = changeOf(NOW.csat.topTwoBox, BEFORE.csat.topTwoBox) ?? { verdict: undefined };
    expect(satisfied).toEqual({ ...change, verdict: 'worse' });
    expect(complaintRate).toMatchObject({ verdict: 'worse' });
    expect(changesOf(BEFORE, NOW)).toMatchObject({ satisfied: { verdict: 'better' }, complaintRate: { verdict: 'better' } });
  });

  it('says on which side there is too little to tell (R20)', () => {
    expect(changesOf(NOW, BEFORE)).toMatchObject({
      answeredInTime: { verdict: 'too-few', n: 24, nBefore: 9, needed: 10 },
      nps: { verdict: 'too-few', n: 0, nBefore: 0 },
    });
  });

  it('finds no clear change between a period and itself, whatever can be compared', () => {
    for (const change of Object.values(changesOf(NOW, NOW))) expect(['no-clear-change', 'too-few']).toContain(change.verdict);
  });
});

describe('judgementOf', () => {
  it.each([
    ['satisfied', 'clearly-up', 'better'],
    ['satisfied', 'clearly-down', 'worse'],
    ['complaintRate', 'clearly-up', 'worse'],
    ['complaintRate', 'clearly-down', 'better'],
    ['nps', 'no-clear-change', 'no-clear-change'],
  ] as const)('%s %s is %s', (key, verdict, expected) => {
    expect(judgementOf(key, verdict)).toBe(expected);
  });
});
