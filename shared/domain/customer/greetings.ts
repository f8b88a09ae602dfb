import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { Localized } from '../language.ts';
import type { Customer } from './file.ts';
import { mayWrite } from './may-write.ts';

/** A greeting or thanks at its time (R26): on a day of the year, or on the anniversary of the customer's first contact. */
export const Greeting = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  on: z.union([
    z.literal('customer-since'),
    z.string().check(
      z.regex(/^\d{2}-\d{2}$/, 'expected MM-DD or customer-since'),
      // Of a leap year, so that 29 February may be named.
      z.refine((day) => z.iso.date().safeParse(`2028-${day}`).success, 'expected a day that exists, MM-DD'),
    ),
  ]),
  /** What is celebrated, as a subject line has it. */
  occasion: Localized,
  text: Localized,
});
export type Greeting = z.infer<typeof Greeting>;

export interface DueGreeting {
  readonly customerKey: string;
  readonly greeting: string;
  /** Names what it is for: the same greeting in the same year makes no second. */
  readonly actionId: string;
}

/**
 * The greetings that are due today: to nobody with an open case, without consent or an address, erased or merged into another file. Quiet time is
 * not looked at here: the mail waits for its end when it is sent, and `mayWrite` is asked again then.
 * @param today day in the brand's zone, YYYY-MM-DD; 29 February is kept on the 28th of other years.
 * @param timeZone the brand's.
 */
export function greetingsDue(
  customers: readonly Customer[],
  greetings: readonly Greeting[],
  today: string,
  timeZone: string,
): DueGreeting[] {
  const day = Temporal.PlainDate.from(today);
  const willing = customers.filter((customer) => {
    const whenever = { ...customer, quietTimes: undefined };
    return customer.mergedInto === undefined && mayWrite(whenever, 'care', `${today}T00:00:00.000Z`, { timeZone }).ok;
  });
  return willing.flatMap((customer) =>
    greetings
      .filter((greeting) => isDue(greeting, customer, day, timeZone))
      .map(({ id }) => ({
        customerKey: customer.customerKey,
        greeting: id,
        actionId: `greeting:${id}:${day.year}:${customer.customerKey}`,
      })),
  );
}

function isDue({ on }: Greeting, { since }: Customer, day: Temporal.PlainDate, timeZone: string): boolean {
  if (on !== 'customer-since') return isOfDay(on, day);
  const first = Temporal.Instant.from(since).toZonedDateTimeISO(timeZone).toPlainDate();
  return day.year > first.year && isOfDay(first.toString().slice(5), day);
}

/** Is it this day of the year, `MM-DD`? */
export const isOfDay = (monthDay: string, day: Temporal.PlainDate): boolean =>
  Temporal.PlainMonthDay.from(monthDay).toPlainDate({ year: day.year }).equals(day);
