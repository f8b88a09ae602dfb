import type { Customer } from '../../shared/domain/customer/file.ts';
import { mayWrite } from '../../shared/domain/customer/may-write.ts';
import type { CareAction } from '../../shared/domain/recovery/action.ts';
import { type MailContent, renderMail } from '../../shared/domain/recovery/mail/render.ts';
import { MailError } from '../../shared/domain/recovery/mail/values.ts';
import { agentName, money } from '../../shared/domain/recovery/mail-view/about.ts';
import { isLost } from '../../shared/domain/recovery/win-back.ts';
import type { Prepared } from './case-mail.ts';
import type { ActHouse, ActPorts } from './ports.ts';

interface Addressee extends Pick<Customer, 'name' | 'language'> {
  readonly unsubscribeLink: string;
}

/**
 * A greeting or a win-back as it goes out now (R26): whether the customer wants it, has no open case and is not to be left in peace at this hour is asked
 * here, whatever was known when it was planned. It can be ended with one press (promise 23), and counts against the limit of a day.
 */
export async function prepareCareMail(action: CareAction, now: string, ports: ActPorts, house: ActHouse): Promise<Prepared> {
  const customer = await ports.store.customer(action.customerKey);
  if (customer === undefined) return { refusal: 'no-address' };
  const permission = mayWrite(customer, 'care', now, house);
  if (!permission.ok) {
    const { reason, notBefore } = permission;
    return notBefore === undefined ? { refusal: reason } : { notBefore, reason };
  }
  if (customer.email === undefined) return { refusal: 'no-address' };
  const url = await ports.links.unsubscribe(customer.customerKey);
  const addressee: Addressee = { name: customer.name, language: customer.language, unsubscribeLink: url };
  try {
    const content = action.template === 'greeting' ? greeting(action, addressee, house) : await winBack(action, addressee, ports, house);
    if (content === undefined) return { refusal: 'no-longer-true' };
    const { subject, text, html } = content;
    return {
      mail: { actionId: action.id, to: [customer.email], subject, text, html, unsubscribe: { url } },
      customer: { customerKey: customer.customerKey, perDay: house.mailsPerDay },
    };
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    ports.warn(`action ${action.id}: ${error.message}`);
    return { refusal: 'mail-incomplete' };
  }
}

/** Undefined where the config has dropped it meanwhile. */
function greeting({ greeting: id }: CareAction, { language, ...addressee }: Addressee, house: ActHouse): MailContent | undefined {
  const found = house.greetings.find((one) => one.id === id);
  if (found === undefined) return undefined;
  const view = { ...addressee, brandName: house.brandName[language], occasion: found.occasion[language], words: found.text[language] };
  return renderMail('greeting', language, view, house.mailTexts);
}

/** Undefined where the case went on meanwhile, so that this is not how it ended, or where the house does not write such mails any more. */
async function winBack(
  { caseNumber, round }: CareAction,
  { language, ...addressee }: Addressee,
  { cases }: ActPorts,
  house: ActHouse,
): Promise<MailContent | undefined> {
  const { winBack: plan } = house.settings;
  const { case: ended } = caseNumber === undefined ? {} : await cases.load(caseNumber);
  if (plan === undefined || ended === undefined || ended.round !== round || !isLost(ended)) return undefined;
  const remedy = house.remedies.find(({ id }) => id === plan.remedy);
  const sum = remedy?.amount === undefined ? undefined : { amount: remedy.amount, currency: house.authority.currency };
  return renderMail(
    'win-back',
    language,
    {
      ...addressee,
      ownerName: agentName({ house, language }, ended.owner),
      brandName: house.brandName[language],
      remedyTitle: remedy?.title[language],
      amount: money({ language }, sum),
    },
    house.mailTexts,
  );
}
