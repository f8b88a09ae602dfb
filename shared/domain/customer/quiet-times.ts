import { Temporal } from 'temporal-polyfill';
import type { QuietTimes } from './file.ts';

/**
 * The end of the quiet time that `now` lies in; undefined where it lies in none. Where the clock skips the hour at which it would end, it ends
 * with the jump; where that hour comes twice, at the first of the two that is still to come.
 * @param timeZone IANA zone that holds where the quiet times name none of their own.
 * @returns an instant after `now` that is not quiet.
 */
export function quietUntil(times: QuietTimes, now: string, timeZone: string): string | undefined {
  const { from, to, timeZone: own } = times;
  const zoned = Temporal.Instant.from(now).toZonedDateTimeISO(own ?? timeZone);
  const time = zoned.toPlainTime().toString({ smallestUnit: 'millisecond' }).slice(0, 12);
  const overMidnight = to < from;
  const isQuiet = overMidnight ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return undefined;
  const day = overMidnight && time >= from ? zoned.toPlainDate().add({ days: 1 }) : zoned.toPlainDate();
  const end = day.toPlainDateTime(to);
  const ends = (['earlier', 'later'] as const)
    .map((disambiguation) => end.toZonedDateTime(zoned.timeZoneId, { disambiguation }))
    .filter((candidate) => Temporal.ZonedDateTime.compare(candidate, zoned) > 0 && candidate.toPlainTime().equals(end.toPlainTime()));
  // In a gap neither reading shows the wanted time: it is over as the clock jumps over it.
  const found = ends[0] ?? zoned.getTimeZoneTransition('next') ?? end.toZonedDateTime(zoned.timeZoneId);
  const until = found.toInstant().toString({ smallestUnit: 'millisecond' });
  // Where the clock jumps over all of the time that would not be quiet, it is quiet until the next day's.
  return quietUntil(times, until, timeZone) ?? until;
}
