import * as after from './templates/customer-after.ts';
import * as asking from './templates/customer-asking.ts';
import * as beginning from './templates/customer-beginning.ts';
import * as outcome from './templates/customer-outcome.ts';
import * as promises from './templates/customer-promises.ts';
import type { TextByLanguage } from './templates/phrases.ts';
import * as ofCase from './templates/staff-case.ts';
import * as decisions from './templates/staff-decisions.ts';
import * as times from './templates/staff-times.ts';
import type { TemplateName } from './tokens.ts';

/** Our texts of all mails, in every language. A house may say them otherwise: `mailTexts` of the config. */
export const TEMPLATES: Readonly<Record<TemplateName, TextByLanguage>> = {
  acknowledgement: beginning.acknowledgement,
  joined: beginning.joined,
  question: beginning.question,
  standing: beginning.standing,
  answer: beginning.answer,
  decision: outcome.decision,
  unfounded: outcome.unfounded,
  offer: outcome.offer,
  remedied: outcome.remedied,
  'follow-up': after.followUp,
  'follow-up-again': after.followUpAgain,
  reopened: after.reopened,
  promised: promises.promised,
  'broken-promise': promises.brokenPromise,
  'moved-promise': promises.movedPromise,
  closed: after.closed,
  'win-back': after.winBack,
  greeting: after.greeting,
  invitation: asking.invitation,
  'invitation-reminder': asking.invitationReminder,

  'owner-notice': ofCase.ownerNotice,
  'handed-over': ofCase.handedOver,
  deadline: times.deadline,
  serious: times.serious,
  'customer-replied': ofCase.customerReplied,
  'approval-request': decisions.approvalRequest,
  'approval-answer': decisions.approvalAnswer,
  'offer-answered': decisions.offerAnswered,
  'promise-due': times.promiseDue,
  'measure-due': times.measureDue,
  undeliverable: ofCase.undeliverable,
  'opened-again': ofCase.openedAgain,
};
