import type { Customer } from '../../shared/domain/customer/file.ts';
import { mayWrite } from '../../shared/domain/customer/may-write.ts';
import type { Feedback } from '../../shared/domain/feedback.ts';
import type { CaseMail } from '../../shared/domain/recovery/action.ts';
import { MailError } from '../../shared/domain/recovery/mail/values.ts';
import type { CaseTemplate, MailAddresses } from '../../shared/domain/recovery/mail-view/about.ts';
import { caseMail } from '../../shared/domain/recovery/mail-view/case-mail.ts';
import { isCaseTemplate, isStillTrue, MAIL_RULES } from '../../shared/domain/recovery/mail-view/rules.ts';
import type { CaseMailMatter, MailLimit, OutgoingMail } from '../../shared/ports.ts';
import type { ActHouse, ActPorts } from './ports.ts';

export type Prepared =
  | { readonly mail: OutgoingMail; readonly customer?: MailLimit | undefined }
  /** It must not go out: why, as a code. */
  | { readonly refusal: string }
  /** Not now. */
  | { readonly notBefore: string; readonly reason: string };

type OfCase = CaseMail & { readonly template: CaseTemplate };
type Addressed = Pick<OutgoingMail, 'to' | 'inReplyTo' | 'replyTo' | 'unsubscribe'> & { readonly customer?: MailLimit };

/** How many events behind its own a mail may look for what happened in the same breath. */
const SAME_BREATH = 10;

/**
 * A mail about a case as it goes out now: what it says is still true, and its reader may be written to.
 * @throws Error where the case, its event or its feedback is not in the register.
 */
export async function prepareCaseMail(mail: CaseMail, now: string, ports: ActPorts, house: ActHouse): Promise<Prepared> {
  if (!isOfCase(mail)) return { refusal: 'not-about-a-case' };
  const matter = await ports.store.about(mail);
  if (matter === undefined) throw new Error(`action ${mail.id}: expected its case, event and feedback in the register`);
  const followedBy = await nextEvents(mail, matter, ports);
  if (!isStillTrue(mail, matter.case, matter.event, followedBy)) return { refusal: 'no-longer-true' };
  const addressed = MAIL_RULES[mail.template].to === 'customer' ? await toCustomer(mail, matter, now, ports, house) : toStaff(mail, house);
  if (!('to' in addressed)) return addressed;
  const { customer, ...headers } = addressed;
  const links = await addressesOf(mail, matter, ports);
  try {
    const { subject, text, html } = caseMail(mail, { ...matter, followedBy }, house, links, answeredBy(matter).subject);
    return { mail: { actionId: mail.id, ...headers, subject, text, html }, customer };
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    ports.warn(`action ${mail.id}: ${error.message}`);
    return { refusal: 'mail-incomplete' };
  }
}

const isOfCase = (mail: CaseMail): mail is OfCase => isCaseTemplate(mail.template);

function toStaff({ to }: OfCase, { agents }: ActHouse): Addressed | Prepared {
  const addresses = agents.filter(({ id }) => to.includes(id)).map(({ email }) => email);
  return addresses.length === 0 ? { refusal: 'recipient-not-in-config' } : { to: addresses };
}

async function toCustomer(
  { template }: OfCase,
  matter: CaseMailMatter,
  now: string,
  ports: ActPorts,
  house: ActHouse,
): Promise<Addressed | Prepared> {
  const { from, isUnasked } = MAIL_RULES[template];
  const { case: value, customer } = matter;
  if (customer?.email === undefined || !value.isReachable) return { refusal: 'no-address' };
  if (value.undeliverable !== undefined) return { refusal: 'undeliverable' };
  const permission = mayWrite(customer, isUnasked === true ? 'follow-up' : 'answer', now, house);
  if (!permission.ok) {
    const { reason, notBefore } = permission;
    return notBefore === undefined ? { refusal: reason } : { notBefore, reason };
  }
  return {
    to: [customer.email],
    inReplyTo: answeredBy(matter).messageId,
    replyTo: await ports.links.replyAddress(value.number),
    unsubscribe: isUnasked === true ? { url: await ports.links.unsubscribe(customer.customerKey) } : undefined,
    customer: limitOf(customer, from === 'automatic' ? house.mailsPerDay : undefined),
  };
}

/**
 * The customer's mail that ours stands under: their newest, or what opened the case. Whoever got hold of the case's reply address can write into it;
 * only a mail of the customer's own may lend its subject to what they get (promise 27).
 */
const answeredBy = ({ case: { customerKey }, feedback, latest }: CaseMailMatter): Feedback =>
  latest?.messageId !== undefined && customerKey !== undefined && latest.customerKey === customerKey ? latest : feedback;

/** The fuse is against our own automatic mails; what a person has to say goes out, however much it is. */
const limitOf = ({ customerKey }: Customer, perDay: number | undefined): MailLimit => ({ customerKey, perDay });

async function nextEvents({ template, event }: OfCase, { case: value, event: own }: CaseMailMatter, { cases }: ActPorts) {
  if (MAIL_RULES[template].needsNext !== true || event >= value.version) return [];
  const next = await cases.events(value.number, event + 1, Math.min(event + SAME_BREATH, value.version));
  return next.filter(({ at }) => at === own.at);
}

async function addressesOf(
  { template }: OfCase,
  { case: value, event, feedback }: CaseMailMatter,
  { links }: ActPorts,
): Promise<MailAddresses> {
  if (MAIL_RULES[template].to === 'staff') return {};
  const asked =
    event.type === 'FollowUpAsked' ? value.followUps.find(({ n, askedAt }) => n === event.n && askedAt === event.at) : undefined;
  return {
    status: await links.status(feedback.id),
    offer: event.type === 'OfferMade' ? await links.offer(value.number, event.offer.id) : undefined,
    followUp: asked && (await links.followUp(value.number, asked)),
  };
}
