import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CallPlan } from '../../../shared/domain/customer/call.ts';
import { nextCallOn } from '../../../shared/domain/customer/call-plan.ts';

const plan = CallPlan.parse({});
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const made = fc.array(
  fc.record({ at: instant, by: fc.constant('agent:lin'), outcome: fc.constantFrom('reached' as const, 'not-reached' as const) }),
  {
    maxLength: 6,
  },
);

it('the next call comes after the last one, and nobody is called without consent (R7)', () => {
  fc.assert(
    fc.property(instant, instant, made, fc.boolean(), (since, allowedAt, some, contact) => {
      const calls = some.toSorted((a, b) => (a.at > b.at ? -1 : 1));
      const consent = { contact, care: true, at: allowedAt, by: 'agent:lin', source: 'visit' as const };
      const on = nextCallOn({ since, calls, consent }, plan, 'UTC');
      if (contact) {
        expect((on ?? '') > (calls[0]?.at ?? since).slice(0, 10)).toBe(true);
        expect((on ?? '') >= allowedAt.slice(0, 10)).toBe(true);
      } else expect(on).toBeUndefined();
    }),
  );
});
