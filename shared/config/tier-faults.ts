import { addDuration } from '../domain/recovery/calendar.ts';
import { parseDuration } from '../domain/recovery/duration.ts';
import { type BusinessCalendar, DEADLINE_KINDS, type SlaPolicy, TIERS } from '../domain/recovery/policy.ts';

const SEVERITIES = ['critical', 'high', 'normal', 'low'] as const;
/** Days on which both are counted from: two weeks see every weekday, and most holidays' neighbours do not matter. */
const DAYS_TRIED = 14;
const DAY_MS = 86_400_000;

/**
 * A tier may only shorten deadlines: VIPs first, nobody badly (R16). Durations of one unit are compared as they are, others by the calendar, from noon UTC of
 * two weeks in a row.
 * @returns a fault for each deadline of a tier that ends later than everybody's.
 */
export function slowerTiers({ deadlines, tiers = {} }: SlaPolicy, calendar: BusinessCalendar): string[] {
  return TIERS.flatMap((tier) =>
    DEADLINE_KINDS.flatMap((kind) =>
      SEVERITIES.flatMap((severity) => {
        const [own, everybodys] = [tiers[tier]?.[kind]?.[severity], deadlines[kind]?.[severity]];
        if (own === undefined || everybodys === undefined || !isLonger(own, everybodys, calendar)) return [];
        const what = `expected at most ${everybodys}, as for everybody, and it is ${own}`;
        return [
          `recovery.sla.tiers.${tier}.${kind}.${severity}: ${what} (here, or by the profile). A tier may only be faster: set it, or null`,
        ];
      }),
    ),
  );
}

function isLonger(own: string, everybodys: string, calendar: BusinessCalendar): boolean {
  const [a, b] = [parseDuration(own), parseDuration(everybodys)];
  if (a.unit === b.unit) return a.amount > b.amount;
  const first = Date.parse(`${calendar.coveredYears[0]}-03-01T12:00:00.000Z`);
  return Array.from({ length: DAYS_TRIED }, (_, i) => new Date(first + i * DAY_MS).toISOString()).some(
    (from) => addDuration(calendar, from, a).at > addDuration(calendar, from, b).at,
  );
}
