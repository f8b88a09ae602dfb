import { type Addressee, mayWrite } from '../customer/may-write.ts';
import type { Language } from '../language.ts';
import { localDay } from '../metrics/contributions.ts';
import type { InvitationAction } from '../recovery/action.ts';
import { addDuration } from '../recovery/calendar.ts';
import { parseDuration } from '../recovery/duration.ts';
import type { BusinessCalendar } from '../recovery/policy.ts';
import type { Survey } from '../survey/survey.ts';
import { type Campaign, type ContactRules, invitesOn } from './campaign.ts';
import { type Contact, contactRefusal, metricsOf, type WithheldReason } from './contact-rules.ts';
import type { Invitation } from './invitation.ts';
import { invitationMail } from './invitation-mails.ts';
import { isInSample } from './sampling.ts';

/** What is known of whoever is to be asked. */
export interface Invitee {
  readonly id: string;
  readonly customerKey: string;
  readonly language: Language;
  readonly branch?: string | undefined;
  readonly cause?: string | undefined;
  /** Uniform in 0 … 1 and always the same for campaign and person. */
  readonly place: number;
  /** Undefined where there is no file of them. */
  readonly addressee: Addressee | undefined;
  /** All that any of their files knows. */
  readonly contacts: readonly Contact[];
}

export interface InvitingHouse {
  /** Of the brand. */
  readonly timeZone: string;
  readonly calendar: BusinessCalendar;
  readonly contactRules: ContactRules;
}

export interface Inviting {
  readonly campaign: Campaign;
  readonly survey: Survey;
  /** Chance of each to be in the sample. */
  readonly share: number;
  readonly now: string;
}

export interface Invited {
  readonly invitation: Invitation;
  /** To be kept in the person's ledger; absent where they are not asked. */
  readonly contact?: Contact | undefined;
  /** The mail; absent where they are not asked, or by another way. */
  readonly action?: InvitationAction | undefined;
}

/** An invitation, or the record that somebody is not asked and why. */
export function decideInvitation(invitee: Invitee, { campaign, survey, share, now }: Inviting, house: InvitingHouse): Invited {
  const metrics = metricsOf(survey);
  const reason = refusalOf(invitee, { campaign, survey, share, now }, metrics, house);
  const { id, customerKey, language, branch, cause } = invitee;
  const invitation: Invitation = {
    id,
    campaign: campaign.id,
    survey: survey.id,
    surveyVersion: survey.version,
    customerKey,
    language,
    branch,
    cause,
    state: reason === undefined ? 'waiting' : 'withheld',
    reason,
    invitedAt: now,
    reminders: 0,
    expiresAt: addDuration(house.calendar, now, parseDuration(campaign.answerWithin)).at,
    answers: 0,
    version: 1,
  };
  if (reason !== undefined) return { invitation };
  const contact = { at: now, campaign: campaign.id, invitation: id, metrics };
  return { invitation, contact, action: campaign.channel === 'mail' ? invitationMail(id, 0, now) : undefined };
}

/** The reason that lasts longest comes first. */
function refusalOf(
  { addressee, place, contacts }: Invitee,
  { campaign, share, now }: Inviting,
  metrics: Contact['metrics'],
  { timeZone, contactRules }: InvitingHouse,
): WithheldReason | undefined {
  if (!isWithinPeriod(campaign, now, timeZone)) return 'outside-period';
  // Of those who are not asked nothing more is looked at.
  if (!isInSample(place, share)) return 'not-sampled';
  if (addressee === undefined) return 'no-address';
  const asked = { ...addressee, openCases: contactRules.notDuringOpenCase ? addressee.openCases : [], quietTimes: undefined };
  // Who is asked by telephone or at a visit needs no address.
  const permission = mayWrite(
    campaign.channel === 'mail' ? asked : { ...asked, email: asked.email ?? '-', isSuppressed: false },
    'survey',
    now,
    {
      timeZone,
    },
  );
  if (!permission.ok && permission.reason !== 'quiet-time') return permission.reason === 'erased' ? 'no-address' : permission.reason;
  return contactRefusal(contacts, metrics, contactRules, now);
}

/** Days of the brand's zone, both included. */
export const isWithinPeriod = (campaign: Pick<Campaign, 'period'>, now: string, timeZone: string): boolean =>
  invitesOn(campaign, localDay(now, timeZone));
