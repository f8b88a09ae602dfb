import type { Invitation } from '../../shared/domain/campaign/invitation.ts';
import type { FeedbackReceived } from '../../shared/domain/feedback.ts';
import { wordsOf } from '../../shared/domain/intake/form.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Said } from '../../shared/domain/survey/answers.ts';

/** Where answers to invitations come from, as a source of feedback. */
export const SURVEY_SOURCE = 'survey';

interface Given {
  readonly id: string;
  /** The instant it is. */
  readonly now: string;
  readonly language: Language;
}

/**
 * What was said in the words that every door hands on. It is the invitation's one feedback for ever: answering again is a newer revision of it.
 * Who said it is told by the key of their file: no address comes by this door.
 */
export const toFeedback = (invitation: Invitation, said: Said, { id, now, language }: Given): FeedbackReceived => ({
  id,
  source: SURVEY_SOURCE,
  channel: 'form',
  externalId: invitation.id,
  revision: invitation.answers - 1,
  // Of the first answer, with each correction too: it stays where it was counted, and stands once in the customer's history.
  receivedAt: invitation.answeredAt ?? now,
  survey: invitation.survey,
  surveyVersion: invitation.surveyVersion,
  campaign: invitation.campaign,
  invitation: invitation.id,
  branch: invitation.branch,
  locale: language,
  ...wordsOf(said),
  customerKey: invitation.customerKey,
});
