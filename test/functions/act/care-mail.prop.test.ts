import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Customer } from '../../../shared/domain/customer/file.ts';
import { greetingsDue } from '../../../shared/domain/customer/greetings.ts';
import type { CareAction } from '../../../shared/domain/recovery/action.ts';
import { ActMemory, actHouse } from './act-memory.ts';

const KEY = 'customer-key-1';
const NOON = '2027-01-01T04:00:00.000Z';
const id = `greeting:new-year:2027:${KEY}`;
const greeting: CareAction = {
  id,
  kind: 'care',
  template: 'greeting',
  greeting: 'new-year',
  customerKey: KEY,
  state: 'due',
  dueAt: NOON,
  attempts: 0,
};

const instant = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z');
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const time = fc.constantFrom('00:00', '08:00', '11:59', '12:00', '12:01', '21:00');
/** Any file whatever, the willing ones among them. */
const customer: fc.Arbitrary<Partial<Customer>> = fc.record({
  email: maybe(fc.constant('ada@example.com')),
  consent: maybe(
    fc.record({
      contact: fc.boolean(),
      care: fc.boolean(),
      at: instant,
      by: fc.constant('agent:lin'),
      source: fc.constant('visit' as const),
    }),
  ),
  openCases: maybe(fc.array(fc.constant('2611-0007'), { maxLength: 2 })),
  quietTimes: maybe(fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to)),
  erasedAt: maybe(instant),
  returnedAt: maybe(instant),
});

it('a greeting never goes to somebody with an open case or without consent, whatever is in their file (R26)', async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(customer, async (file) => {
      const memory = new ActMemory({}, file);
      memory.now = NOON;
      memory.actions.set(id, greeting);
      const acted = await memory.act(id);
      const isWilling = file.consent?.care === true && file.consent.contact && (file.openCases ?? []).length === 0;
      if (!isWilling || file.email === undefined) {
        expect([acted, memory.sent]).toEqual(['refused', []]);
        expect(
          greetingsDue(memory.customer === undefined ? [] : [memory.customer], actHouse.greetings, '2027-01-01', 'Asia/Shanghai'),
        ).toEqual([]);
      }
      sent += memory.sent.length;
    }),
    { numRuns: 500 },
  );
  // Or the rule would hold because nothing is ever sent.
  expect(sent).toBeGreaterThan(0);
});
