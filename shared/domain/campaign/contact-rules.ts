import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { Instant, Metric } from '../feedback.ts';
import { PAIRS } from '../survey/pairs.ts';
import type { Survey } from '../survey/survey.ts';
import type { ContactRules } from './campaign.ts';

/** One time that somebody was asked. */
export const Contact = z.strictObject({ at: Instant, campaign: z.string(), invitation: z.string(), metrics: z.array(Metric) });
export type Contact = z.infer<typeof Contact>;

/** When a person was asked, under the key of one of their files. */
export const ContactLedger = z.strictObject({
  customerKey: z.string(),
  /** One more with each invitation; two that are made at once cannot both find the same. */
  version: z.int(),
  /** Newest last; those that no rule looks at any more are dropped. */
  contacts: z.array(Contact),
});
export type ContactLedger = z.infer<typeof ContactLedger>;

/** Why somebody is not asked, as a code. */
export const WITHHELD_REASONS = [
  'no-address',
  'suppressed',
  'no-consent',
  'outside-period',
  'not-sampled',
  'open-case',
  'metric-asked-lately',
  'too-many-contacts',
] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

const DAY_MS = 86_400_000;

const distanceMs = (a: string, b: string): number =>
  Math.abs(Temporal.Instant.from(a).epochMilliseconds - Temporal.Instant.from(b).epochMilliseconds);

/**
 * May this person be asked at this moment, by what they were asked before? Contacts after the moment count as those before it: messages overtake one another,
 * and between any two instants that lie so many days apart there must never be more than the rule says, in whatever order they were written.
 */
export function contactRefusal(
  contacts: readonly Contact[],
  metrics: readonly Metric[],
  rules: Pick<ContactRules, 'perPerson' | 'perMetric'>,
  at: string,
): Extract<WithheldReason, 'metric-asked-lately' | 'too-many-contacts'> | undefined {
  const within = (days: number) => contacts.filter((one) => distanceMs(one.at, at) < days * DAY_MS);
  const isAskedLately = metrics.some((metric) => {
    const rule = rules.perMetric[metric];
    return rule !== undefined && within(rule.days).some((one) => one.metrics.includes(metric));
  });
  if (isAskedLately) return 'metric-asked-lately';
  return rules.perPerson.some(({ invitations, days }) => within(days).length >= invitations) ? 'too-many-contacts' : undefined;
}

/** Longer than any rule may look back, so that a rule that is made longer finds what it asks for. */
const KEPT_MS = 731 * DAY_MS;

/** The ledger with one more contact, without what is too old for any rule. */
export const withContact = ({ customerKey, version, contacts }: ContactLedger, contact: Contact): ContactLedger => ({
  customerKey,
  version: version + 1,
  contacts: [...contacts.filter(({ at }) => distanceMs(contact.at, at) < KEPT_MS), contact].sort((a, b) => (a.at < b.at ? -1 : 1)),
});

/** What a survey measures, each once. */
export function metricsOf({ questions }: Pick<Survey, 'questions'>): Metric[] {
  const metrics = questions.flatMap((question): Metric[] => {
    if (question.kind === 'scale' || question.kind === 'matrix') return [question.metric];
    return question.kind === 'pairs' ? [...PAIRS[question.pair]] : [];
  });
  return [...new Set(metrics)];
}
