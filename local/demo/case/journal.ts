import { Temporal } from 'temporal-polyfill';
import type { LocalCloud } from '../../cloud.ts';
import { type ReadMail, readMail } from './customer.ts';

/** One thing that happened, on the case's own clock, and the mails that went out for it. */
export interface Step {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly mails: readonly Pick<ReadMail, 'template' | 'to' | 'subject'>[];
}

export interface Journal {
  readonly steps: readonly Step[];
  /** Waits until all has come to rest, then notes who did what, and tells it. */
  note(who: string, what: string): Promise<void>;
}

/** @param names of those who are known by id. @param timeZone in which the times are told. */
export function openJournal(
  cloud: LocalCloud,
  { names, timeZone }: { readonly names: ReadonlyMap<string, string>; readonly timeZone: string },
  tell: (line: string) => void,
): Journal {
  const steps: Step[] = [];
  let told = cloud.sentMail().length;
  return {
    steps,
    async note(who, what) {
      await cloud.idle();
      const sent = cloud.sentMail().slice(told);
      told += sent.length;
      const mails = (await Promise.all(sent.map(readMail))).map(({ template, to, subject }) => ({ template, to, subject }));
      const step = { at: cloud.now(), who: names.get(who) ?? who, what, mails };
      steps.push(step);
      for (const line of linesOf(step, timeZone)) tell(line);
    },
  };
}

function linesOf({ at, who, what, mails }: Step, timeZone: string): string[] {
  const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  const when = `${WEEKDAYS[zoned.dayOfWeek - 1]} ${zoned.toPlainDate().toString()} ${zoned.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  return [
    `${when}  ${who}: ${what}`,
    ...mails.map(({ template, to, subject }) => `${' '.repeat(when.length)}    ✉ ${template} to ${to.join(', ')}: ${subject}`),
  ];
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
