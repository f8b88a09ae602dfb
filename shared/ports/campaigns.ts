import type { Contact, ContactLedger } from '../domain/campaign/contact-rules.ts';
import type { Draft, Invitation, InvitationState } from '../domain/campaign/invitation.ts';
import type { InviteMessage } from '../domain/campaign/message.ts';
import type { CampaignRun } from '../domain/campaign/run.ts';
import type { Action } from '../domain/recovery/action.ts';
import type { Survey } from '../domain/survey/survey.ts';
import type { Page, PageRequest } from './pages.ts';

/** Invitations, for the page on which they are answered. Every change is refused where another came first: `changed-meanwhile`. */
export interface InvitationDesk {
  invitation(id: string): Promise<Invitation | undefined>;
  /** What is filled in so far; the invitation is `begun`. */
  keepDraft(seen: Invitation, draft: Draft, now: string): Promise<Invitation | 'changed-meanwhile'>;
  /** Takes the answer's number: `answers` one more, `answered`, with what was filled in to be corrected later. Then the answer is queued under that number. */
  answer(seen: Invitation, draft: Draft, now: string): Promise<Invitation | 'changed-meanwhile'>;
  /** The questions as they were asked in that version; kept when a campaign starts. */
  survey(id: string, version: number): Promise<Survey | undefined>;
}

/** The queue of `invite`. Resolves only after the queue has them all; what it took before it refused one may come twice, which `invite` does not mind. */
export interface InvitationQueue {
  send(messages: readonly InviteMessage[]): Promise<void>;
}

/** Surveys as they were when a campaign asked. */
export interface SurveyVersions {
  /** Keeps the survey under its version; says where another survey is kept under it. */
  keepSurvey(survey: Survey): Promise<'kept' | 'differs'>;
}

/** All that an invitation writes, in one transaction or not at all. */
export interface InvitationWrite {
  readonly invitation: Invitation;
  /** Where the person is asked: the contact, and the ledgers that were looked at, the one that it goes into first. */
  readonly contact?: { readonly contact: Contact; readonly ledgers: readonly ContactLedger[] } | undefined;
  readonly action?: Action | undefined;
  /** The file as it was seen: nothing is written where it was merged or erased meanwhile. */
  readonly file?: { readonly customerKey: string; readonly version: number } | undefined;
}

/** What `invite` reads and writes. */
export interface InvitationRegister extends SurveyVersions {
  invitation(id: string): Promise<Invitation | undefined>;
  /** In the order of the keys; an empty one of version 0 where nothing is kept yet. */
  ledgers(customerKeys: readonly string[]): Promise<readonly ContactLedger[]>;
  isSuppressed(addressKey: string): Promise<boolean>;
  /** `known`: there is an invitation of this id. `contested`: somebody wrote meanwhile what this was decided on; nothing was written. */
  record(write: InvitationWrite): Promise<'recorded' | 'known' | 'contested'>;
  run(campaign: string): Promise<CampaignRun | undefined>;
}

/** Campaigns as they are run. */
export interface CampaignRuns extends SurveyVersions {
  run(campaign: string): Promise<CampaignRun | undefined>;
  /** Replaces the run that was seen. @throws AmendsError 409 where somebody else did so first. */
  keepRun(next: CampaignRun, seen: CampaignRun | undefined): Promise<void>;
  /** Those of a campaign in one state, oldest first. */
  invitations(campaign: string, state: InvitationState, page: PageRequest): Promise<Page<Invitation>>;
}

/** What becomes of invitations after they were written. Every call may be repeated. */
export interface InvitationOutcomes {
  invitation(id: string): Promise<Invitation | undefined>;
  /** Replaces the invitation, and stores the next reminder with it. False where somebody wrote it meanwhile. */
  keepOutcome(next: Invitation, seen: Invitation, reminder?: Action): Promise<boolean>;
}

/** What an export and an erasure do with the invitations of a person. */
export interface InvitationErasure {
  /** All that a person was asked, or was not and why, under any of their keys, in no order; at most `limit` under each. */
  invitationsOf(customerKeys: readonly string[], limit: number): Promise<readonly Invitation[]>;
  /** Empties the invitations and the ledger of a person, and refuses what was still to be sent of them; a page at a time. */
  eraseInvitations(
    customerKey: string,
    at: string,
    place: string | undefined,
  ): Promise<{ readonly erased: number; readonly place?: string | undefined }>;
}
