import type { Usage } from '../local/cloud.ts';

/** What follows a mail: SES's events, their topic and their queue. A goal "without mail" leaves it out. */
const AFTER_MAIL = /^(event source of )?take-mail-event$/;

export const withoutMailEvents = (usage: Usage): Usage => ({
  ...usage,
  calls: usage.calls.filter(({ caller, service }) => !AFTER_MAIL.test(caller) && service !== 'ses'),
  invocations: usage.invocations.filter(({ functionName }) => !AFTER_MAIL.test(functionName)),
});

export interface PerItem {
  readonly calls: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** By `caller service action`. */
export const callsPerItem = ({ calls }: Usage, items: number): ReadonlyMap<string, PerItem> =>
  new Map(
    calls.map(({ caller, service, action, calls: made, readUnits, writeUnits }) => [
      `${caller} ${service} ${action}`,
      { calls: made / items, readUnits: readUnits / items, writeUnits: writeUnits / items },
    ]),
  );

/** All calls together. */
export function sumPerItem({ calls }: Usage, items: number): PerItem {
  const sum = (value: (call: Usage['calls'][number]) => number) => calls.reduce((total, call) => total + value(call), 0) / items;
  return {
    calls: sum((call) => call.calls),
    readUnits: sum(({ readUnits }) => readUnits),
    writeUnits: sum(({ writeUnits }) => writeUnits),
  };
}
