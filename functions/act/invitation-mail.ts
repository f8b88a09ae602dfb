import type { Campaign } from '../../shared/domain/campaign/campaign.ts';
import type { Invitation } from '../../shared/domain/campaign/invitation.ts';
import { ratingRow } from '../../shared/domain/campaign/rating-row.ts';
import type { Customer } from '../../shared/domain/customer/file.ts';
import { mayWrite } from '../../shared/domain/customer/may-write.ts';
import { dayInWords } from '../../shared/domain/date-words.ts';
import type { InvitationAction } from '../../shared/domain/recovery/action.ts';
import { type MailContent, renderMail } from '../../shared/domain/recovery/mail/render.ts';
import { MailError } from '../../shared/domain/recovery/mail/values.ts';
import type { Survey } from '../../shared/domain/survey/survey.ts';
import type { Prepared } from './case-mail.ts';
import type { ActHouse, ActPorts } from './ports.ts';

/**
 * An invitation or a reminder as it goes out now (R10): whether it is still unanswered, and whether the person may be written to at this hour, is asked here.
 * It can be ended with one press (promise 23), and counts against the limit of a day.
 */
export async function prepareInvitation(action: InvitationAction, now: string, ports: ActPorts, house: ActHouse): Promise<Prepared> {
  const invitation = await ports.invitations.invitation(action.invitation);
  const campaign = house.campaigns.find(({ id }) => id === invitation?.campaign);
  if (invitation === undefined || campaign === undefined) return { refusal: 'no-longer-true' };
  const refusal = settledBy(invitation, action, now);
  if (refusal !== undefined) return { refusal };
  const customer = await ports.store.customer(invitation.customerKey);
  const permission = customer && mayWrite(asAsked(customer, house), 'survey', now, house);
  if (permission === undefined || customer?.email === undefined) return { refusal: 'no-address' };
  if (!permission.ok) {
    const { reason, notBefore } = permission;
    return notBefore === undefined ? { refusal: reason } : { notBefore, reason };
  }
  const survey = await ports.survey(invitation.survey, invitation.surveyVersion);
  if (survey === undefined) throw new Error(`invitation ${invitation.id}: expected its survey as it was asked in the register`);
  const links = {
    answer: await ports.links.answer(invitation.id, invitation.expiresAt),
    unsubscribe: await ports.links.unsubscribe(customer.customerKey),
  };
  try {
    const { subject, text, html } = contentOf(action, { invitation, campaign, survey, customer, links }, house);
    return {
      mail: { actionId: action.id, to: [customer.email], subject, text, html, unsubscribe: { url: links.unsubscribe } },
      customer: { customerKey: customer.customerKey, perDay: house.mailsPerDay },
    };
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    ports.warn(`action ${action.id}: ${error.message}`);
    return { refusal: 'mail-incomplete' };
  }
}

/** What has become of the invitation, where nothing is to be sent any more. */
function settledBy({ state, expiresAt }: Invitation, { reminder }: InvitationAction, now: string): string | undefined {
  if (now >= expiresAt) return 'expired';
  if (state === 'answered') return 'answered';
  if (state === 'withheld' || state === 'not-reached') return state;
  return reminder === 0 && state !== 'waiting' ? 'no-longer-true' : undefined;
}

const asAsked = (customer: Customer, { contactRules }: ActHouse) =>
  contactRules.notDuringOpenCase ? customer : { ...customer, openCases: [] };

interface Asked {
  readonly invitation: Invitation;
  readonly campaign: Campaign;
  readonly survey: Survey;
  readonly customer: Pick<Customer, 'name'>;
  readonly links: { readonly answer: string; readonly unsubscribe: string };
}

function contentOf(action: InvitationAction, { invitation, survey, customer, links }: Asked, house: ActHouse): MailContent {
  const { language } = invitation;
  const view = {
    name: customer.name,
    brandName: house.brandName[language],
    title: survey.title[language],
    ...ratingRow(survey, language, links.answer),
    answerLink: links.answer,
    answerUntil: dayInWords(invitation.expiresAt, house.timeZone, language),
    unsubscribeLink: links.unsubscribe,
  };
  if (action.reminder === 0)
    return renderMail('invitation', language, { ...view, introduction: survey.introduction[language] }, house.mailTexts);
  return renderMail('invitation-reminder', language, { ...view, hasBegun: invitation.state === 'begun' }, house.mailTexts);
}
