import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { stepsOfDay } from '../../../shared/domain/customer/care-day.ts';
import { Greeting, greetingsDue } from '../../../shared/domain/customer/greetings.ts';
import { aCustomer, NOW } from './a-customer.ts';

const words = { en: 'Thank you', 'zh-Hans': '谢谢您' };
const since = Greeting.parse({ id: 'thanks', on: 'customer-since', occasion: words, text: words });
const consent = { contact: true, care: true, at: NOW, by: 'agent:lin', source: 'visit' as const };

const zone = fc.constantFrom('Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/London');
const first = fc.date({ min: new Date('2015-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
/** A day at or near an anniversary, so that something is due in every other run. */
const anniversary = fc.tuple(first, fc.integer({ min: 2026, max: 2032 }), fc.integer({ min: -1, max: 1 })).map(([at, year, days]) => {
  const day = Temporal.PlainDate.from(at.slice(0, 10)).with({ year }).add({ days });
  return [at, day.toString()] as const;
});
const leap = fc.tuple(
  fc.constantFrom('2020-02-29T03:00:00.000Z', '2024-02-29T20:00:00.000Z'),
  fc.constantFrom('2027-02-28', '2027-03-01', '2028-02-29'),
);

it('the lists of a day hold every customer whose anniversary it is, whatever the zone and the year (R26)', () => {
  fc.assert(
    fc.property(fc.oneof({ arbitrary: anniversary, weight: 9 }, leap), zone, ([at, today], timeZone) => {
      const due = greetingsDue([aCustomer({ since: at, consent })], [since], today, timeZone);
      const key = at.slice(5, 10);
      const isListed = stepsOfDay([since], false, today).some(
        (step) => step.list === 'greetings' && (step.days === undefined || (step.days.from <= key && key <= step.days.to)),
      );
      expect(due.length === 0 || isListed).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
