import * as z from 'zod/mini';
import { addDuration } from '../domain/recovery/calendar.ts';
import { DurationText, parseDuration } from '../domain/recovery/duration.ts';
import { type BusinessCalendar, DEADLINE_KINDS, DeadlineKind, SlaPolicy, TIERS, Tier } from '../domain/recovery/policy.ts';
import { SLA_PROFILE_NAMES, SLA_PROFILES } from '../domain/recovery/profiles.ts';

/** Changes to one deadline of the profile: other times for some severities, or `null` for no such deadline. */
const Change = z.nullable(
  z.strictObject({
    critical: z.optional(DurationText),
    high: z.optional(DurationText),
    normal: z.optional(DurationText),
    low: z.optional(DurationText),
  }),
);
const Changes = z.partialRecord(DeadlineKind, Change);
type Changes = z.infer<typeof Changes>;

/** How long things may take, as the config says it: a ready profile, and what the house does otherwise. */
export const SlaSettings = z.strictObject({
  /** Name of a calendar under `calendars`. */
  calendar: z.string(),
  /** See docs/calendars.md. */
  profile: z._default(z.enum(SLA_PROFILE_NAMES), 'default'),
  deadlines: z.optional(Changes),
  tiers: z.optional(z.partialRecord(Tier, Changes)),
  /** In place of the others for a case that an investigation team works. */
  complex: z.optional(Changes),
});
type SlaSettings = z.infer<typeof SlaSettings>;

/** The whole policy of settings: the profile with the changes laid over it. */
export const Sla = z.pipe(
  SlaSettings,
  z.transform((settings, context): SlaPolicy => {
    const resolved = SlaPolicy.safeParse(changedProfile(settings));
    if (resolved.success) return resolved.data;
    // The settings were right in themselves: what is missing is what neither the profile nor the change has.
    const message = 'the profile has no such deadline, so it needs one for each of critical, high, normal and low';
    for (const { path } of resolved.error.issues) context.issues.push({ code: 'custom', path, message, input: settings });
    return z.NEVER;
  }),
);

function changedProfile({ calendar, profile, deadlines, tiers, complex }: SlaSettings) {
  const base: Omit<SlaPolicy, 'calendar'> = SLA_PROFILES[profile];
  const changedTiers = Object.fromEntries(TIERS.map((tier) => [tier, changed(base.tiers?.[tier], tiers?.[tier])] as const));
  return {
    calendar,
    deadlines: changed(base.deadlines, deadlines),
    ...filled({ tiers: filled(changedTiers), complex: changed(base.complex, complex) }),
  };
}

/** Incomplete where a change adds a deadline for some severities only; `SlaPolicy` says so at its place. */
function changed(base: SlaPolicy['deadlines'] = {}, changes: Changes = {}) {
  const merged = DEADLINE_KINDS.map((kind) => [kind, changes[kind] === null ? {} : { ...base[kind], ...changes[kind] }] as const);
  return filled(Object.fromEntries(merged));
}

const filled = <Value extends object>(record: Readonly<Record<string, Value>>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => Object.keys(value).length > 0));

/**
 * Deadlines that the calendar can't reach, such as 2000 business hours in a calendar of one hour a week. Found here, they are a fault of the config and
 * not of a case.
 * @param from any instant; the deadlines are counted from it.
 */
export function unreachableDeadlines(
  { deadlines, tiers = {}, complex = {} }: SlaPolicy,
  calendar: BusinessCalendar,
  from: string,
): string[] {
  const all = [deadlines, ...Object.values(tiers), complex].flatMap((some) => Object.values(some).flatMap((times) => Object.values(times)));
  return [...new Set(all)].filter((duration) => {
    try {
      addDuration(calendar, from, parseDuration(duration));
      return false;
    } catch {
      return true;
    }
  });
}
