import { Temporal } from 'temporal-polyfill';
import { type Greeting, isOfDay } from './greetings.ts';

/** One list that the care of a day works through. */
export type CareStep =
  /** All who take greetings, or those who came first on these days of a year (UTC), `MM-DD`. */
  { readonly list: 'greetings'; readonly days?: { readonly from: string; readonly to: string } | undefined } | { readonly list: 'calls' };

/**
 * The lists that are to be worked through on a day, none where the house has nothing planned. Everybody is looked at only on a day that is the
 * greeting's for all; the anniversary of a first contact needs the days around it alone: a day of the brand's zone lies in two or three of UTC.
 * @param today in the brand's zone, `YYYY-MM-DD`.
 */
export function stepsOfDay(greetings: readonly Greeting[], hasCalls: boolean, today: string): CareStep[] {
  const day = Temporal.PlainDate.from(today);
  const calls: CareStep[] = hasCalls ? [{ list: 'calls' }] : [];
  if (greetings.some(({ on }) => on !== 'customer-since' && isOfDay(on, day))) return [{ list: 'greetings' }, ...calls];
  if (!greetings.some(({ on }) => on === 'customer-since')) return calls;
  const [from, to] = [day.subtract({ days: 1 }), day.add({ days: 1 })].map((one) => one.toString().slice(5));
  if (from === undefined || to === undefined) return calls;
  // In other years than leap years both 28 February and 1 March have 29 February between them and their neighbour.
  const ranges =
    from <= to
      ? [{ from, to }]
      : [
          { from, to: '12-31' },
          { from: '01-01', to },
        ];
  return [...ranges.map((days): CareStep => ({ list: 'greetings', days })), ...calls];
}
