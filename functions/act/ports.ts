import type { Campaign, ContactRules } from '../../shared/domain/campaign/campaign.ts';
import type { Greeting } from '../../shared/domain/customer/greetings.ts';
import type { House } from '../../shared/domain/customer/may-write.ts';
import type { MailHouse } from '../../shared/domain/recovery/mail-view/about.ts';
import type { RecoverySettings } from '../../shared/domain/recovery/settings.ts';
import type { Survey } from '../../shared/domain/survey/survey.ts';
import type { ActionQueue, ActionStore, CaseStore, InvitationOutcomes, InvitationQueue, Mailer } from '../../shared/ports.ts';

/** Where a mail leads. All are signed, and hold ids only. */
export interface MailLinks {
  /** The customer's page about this feedback. */
  status(feedbackId: string): Promise<string>;
  /** Where the customer accepts or refuses. */
  offer(caseNumber: string, offerId: string): Promise<string>;
  /** Where the customer says whether it is really solved. */
  followUp(caseNumber: string, question: { readonly round: number; readonly n: number }): Promise<string>;
  /** An address whose mail belongs to this case; undefined where the house has no mailbox that could have one. */
  replyAddress(caseNumber: string): Promise<string | undefined>;
  /** Where mails that are no answer are ended with one press. */
  unsubscribe(customerKey: string): Promise<string>;
  /** Where an invitation is answered, until it expires. Opening it records nothing. */
  answer(invitation: string, expiresAt: string): Promise<string>;
}

export interface ActPorts {
  readonly store: Omit<ActionStore, 'leaseDue'>;
  readonly cases: CaseStore;
  readonly actions: ActionQueue;
  readonly invitations: InvitationOutcomes;
  /** Of `invite`. */
  readonly inviting: InvitationQueue;
  /** The questions as they were asked. */
  readonly survey: (id: string, version: number) => Promise<Survey | undefined>;
  readonly mailer: Mailer;
  readonly links: MailLinks;
  readonly now: () => string;
  /** For operators: what a mail lacked. Holds names of tokens and fields, never what stood in them. */
  readonly warn: (message: string) => void;
}

export interface ActHouse extends MailHouse, House {
  readonly greetings: readonly Greeting[];
  /** Automatic mails to one address within a day, at most. */
  readonly mailsPerDay: number;
  readonly settings: RecoverySettings;
  readonly campaigns: readonly Campaign[];
  readonly contactRules: Pick<ContactRules, 'notDuringOpenCase'>;
}

/** `handed-on`: others do the rest. `ticked`: the case's clock has done what was due of it. `settled`: nothing was left to do. */
export type Acted = 'sent' | 'handed-on' | 'ticked' | 'unknown' | 'refused' | 'later' | 'settled';

export const later = (instant: string, milliseconds: number): string => new Date(Date.parse(instant) + milliseconds).toISOString();
