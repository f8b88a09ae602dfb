import { Temporal } from 'temporal-polyfill';
import type { CaseDetails } from '../../../shared/api/case-schemas.ts';
import { addDuration } from '../../../shared/domain/recovery/calendar.ts';
import { type Deadline, deadlineOf } from '../../../shared/domain/recovery/case.ts';
import { reachedAt } from '../../../shared/domain/recovery/clock.ts';
import { parseDuration } from '../../../shared/domain/recovery/duration.ts';
import type { BusinessCalendar } from '../../../shared/domain/recovery/policy.ts';
import type { LocalCloud } from '../../cloud.ts';

/** As long as a command line takes from one line to the next; the clock must be past a moment, not at it. */
const A_MOMENT_MS = 1;

/** Time passes until this instant, and what is due by then is done, as the schedule would have it done. Nothing passes where it is over. */
export async function passUntil(cloud: LocalCloud, instant: string): Promise<void> {
  const ms = Date.parse(instant) - Date.parse(cloud.now());
  if (ms > 0) cloud.advanceClock(ms + A_MOMENT_MS);
  await settle(cloud);
}

/** `sweep` brings what is due, until nothing is under way. */
export async function settle(cloud: LocalCloud): Promise<void> {
  await cloud.idle();
  await cloud.invoke('sweep');
  await cloud.idle();
}

/** Somebody takes so long to see to it. */
export const passMinutes = (cloud: LocalCloud, minutes: number): Promise<void> =>
  passUntil(cloud, new Date(Date.parse(cloud.now()) + minutes * 60_000).toISOString());

/** So much of the business's own time passes: `2h`, `1wd`, `10d`. */
export const passBusiness = (cloud: LocalCloud, duration: string, calendar: BusinessCalendar): Promise<void> =>
  passUntil(cloud, addDuration(calendar, cloud.now(), parseDuration(duration)).at);

/** Time passes until the next working day's ten o'clock, where a story can begin. */
export async function passUntilMorning(cloud: LocalCloud, calendar: BusinessCalendar): Promise<void> {
  const day = Temporal.Instant.from(addDuration(calendar, cloud.now(), parseDuration('1wd')).at).toZonedDateTimeISO(calendar.timeZone);
  await passUntil(cloud, day.withPlainTime('10:00').toInstant().toString());
}

/** When the case's present deadline of a kind has run by so many percent. */
export function timeOf(
  { case: value }: Pick<CaseDetails, 'case'>,
  kind: Deadline['kind'],
  percent: number,
  calendar: BusinessCalendar,
): string {
  const deadline = deadlineOf(value, kind);
  const at = deadline === undefined ? undefined : reachedAt(deadline, percent, calendar);
  if (at === undefined) throw new Error(`case ${value.number}: expected a running deadline "${kind}"`);
  return at;
}
