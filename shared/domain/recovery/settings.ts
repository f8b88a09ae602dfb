import type { Language } from '../language.ts';
import type { DurationText } from './duration.ts';
import type { Agent, Authority, AuthorityRole, BusinessCalendar, FollowUpPlan, Remedy, SlaPolicy, Team } from './policy.ts';

/** What working a case needs of the config. */
export interface RecoverySettings {
  readonly sla: SlaPolicy;
  readonly calendar: BusinessCalendar;
  readonly agents: readonly Agent[];
  readonly teams: readonly Team[];
  /** Ids that a decision may name. */
  readonly departments: readonly string[];
  readonly causes: readonly string[];
  readonly remedies: readonly Remedy[];
  readonly authority: Authority;
  readonly followUp: FollowUpPlan;
  /** Id of the remedy that a customer gets unasked when a promise to them was broken (R21). */
  readonly brokenPromiseRemedy?: string | undefined;
  /** When who left unhappy is written to once more, and what is in it for them. Absent: never. */
  readonly winBack?: { readonly after: DurationText; readonly remedy?: string | undefined } | undefined;
  /** Campaigns that ask the customer of a case that was closed, and how long after. */
  readonly invitesAfterClosing?: readonly { readonly campaign: string; readonly after?: DurationText | undefined }[] | undefined;
  /** IANA zone in which months of case numbers, closings and budgets begin. */
  readonly timeZone: string;
  readonly defaultLanguage: Language;
}

/** What a decision is made on besides the case itself. */
export interface DecisionContext {
  /** Who asks: `agent:{id}`, `customer` or `system`. */
  readonly by: string;
  readonly now: string;
  /** How much the asker may promise. */
  readonly role: AuthorityRole;
  readonly settings: RecoverySettings;
}
