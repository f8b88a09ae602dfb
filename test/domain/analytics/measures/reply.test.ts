import { describe, expect, it } from 'vitest';
import { read, readPair, sift } from '../../../../shared/domain/analytics/measures/reply.ts';

const FIVE = { min: 1, max: 5 };

describe('replies', () => {
  it('are numbers within their scale, its ends included; all else has a reason', () => {
    expect([1, 5, 2.5].map((reply) => read(reply, FIVE))).toEqual([1, 5, 2.5]);
    expect(sift([3, 0, 6, Number.NaN, 'cannot-say', undefined] as const, (reply) => read(reply, FIVE))).toEqual({
      kept: [3],
      leftOut: { outOfScale: 3, cannotSay: 1, notAnswered: 1 },
    });
  });

  it('in pairs are left out for the reason that says most', () => {
    expect(readPair(1, 2)).toEqual([1, 2]);
    expect(readPair('notAnswered', 2)).toBe('notAnswered');
    expect(readPair('notAnswered', 'cannotSay')).toBe('cannotSay');
    expect(readPair('outOfScale', 'cannotSay')).toBe('outOfScale');
  });
});
