import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invitationId, placeInSample } from '../../../shared/adapters/ids.ts';

describe('the lot of a campaign (R10)', () => {
  it('takes the stated share: within four standard deviations for any campaign', () => {
    const persons = Array.from({ length: 4000 }, (_, i) => `customer-${i}`);
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/), fc.constantFrom(0.05, 0.25, 0.5, 0.9), (campaign, share) => {
        const taken = persons.filter((person) => placeInSample(campaign, person) < share).length;
        expect(Math.abs(taken - persons.length * share)).toBeLessThan(4 * Math.sqrt(persons.length * share * (1 - share)) + 1);
      }),
      { numRuns: 20, seed: 20261123 },
    );
  });

  it('gives the same place again, and another in another campaign', () => {
    expect(placeInSample('autumn', 'customer-1')).toBe(placeInSample('autumn', 'customer-1'));
    expect(placeInSample('autumn', 'customer-1')).not.toBe(placeInSample('winter', 'customer-1'));
  });

  it('names an invitation by campaign, person and cause, and no two alike', () => {
    const part = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(
        fc.tuple(part, part, fc.option(part, { nil: undefined })),
        fc.tuple(part, part, fc.option(part, { nil: undefined })),
        (a, b) => {
          const isSame = JSON.stringify([a[0], a[1], a[2] ?? null]) === JSON.stringify([b[0], b[1], b[2] ?? null]);
          expect(invitationId(...a) === invitationId(...b)).toBe(isSame);
          expect(invitationId(...a)).toMatch(/^[a-z2-7]{26}$/);
        },
      ),
    );
  });
});
