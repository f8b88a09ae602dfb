import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenBucket } from '../../local/http-api/throttle.ts';

describe('the throttle of a route (P8)', () => {
  it('lets through the burst, and never more than burst + rate × time', () => {
    const limits = fc.record({ perSecond: fc.integer({ min: 1, max: 100 }), burst: fc.integer({ min: 1, max: 200 }) });
    fc.assert(
      fc.property(limits, fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 300 }), (limit, gaps) => {
        let now = 0;
        const take = tokenBucket(limit, () => now);
        let taken = 0;
        for (const gap of gaps) {
          now += gap;
          if (take()) taken += 1;
        }
        expect(taken).toBeGreaterThanOrEqual(Math.min(gaps.length, limit.burst));
        expect(taken).toBeLessThanOrEqual(limit.burst + (now / 1000) * limit.perSecond + 1e-6);
      }),
    );
  });
});
