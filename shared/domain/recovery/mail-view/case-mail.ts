import type { CaseMail } from '../action.ts';
import { inThread, type MailContent, renderMail } from '../mail/render.ts';
import type { View } from '../mail/tokens.ts';
import type { About, CaseTemplate, MailAddresses, MailHouse, Matter } from './about.ts';
import { CUSTOMER_VIEWS } from './customer-views.ts';
import { MAIL_RULES } from './rules.ts';
import { STAFF_VIEWS } from './staff-views.ts';

type Views = { readonly [Name in CaseTemplate]: (about: About) => View<Name> };

/** A template that is not in here does not compile. */
const VIEWS: Views = { ...CUSTOMER_VIEWS, ...STAFF_VIEWS };

type ViewedMail = Pick<CaseMail, 'to'> & { readonly template: CaseTemplate };

/**
 * What a mail about a case says, in words of its reader's language: the customer's own, or the house's for staff.
 * @throws MailError where the case or the config lacks something that it has to say.
 */
export function viewOf(mail: ViewedMail, matter: Matter, house: MailHouse, links: MailAddresses): View<CaseTemplate> {
  return VIEWS[mail.template](aboutOf(mail, matter, house, links));
}

/**
 * The mail, written out.
 * @param subject of the customer's mail that it answers, where there is one: the thread keeps it.
 * @throws MailError as `viewOf`.
 */
export function caseMail(mail: ViewedMail, matter: Matter, house: MailHouse, links: MailAddresses, subject?: string): MailContent {
  const content = written(mail.template, aboutOf(mail, matter, house, links));
  return MAIL_RULES[mail.template].to === 'customer' ? inThread(content, subject, matter.case.number) : content;
}

const written = <Name extends CaseTemplate>(template: Name, about: About): MailContent =>
  renderMail<Name>(template, about.language, VIEWS[template](about), about.house.mailTexts);

function aboutOf(mail: ViewedMail, matter: Matter, house: MailHouse, links: MailAddresses): About {
  const language = MAIL_RULES[mail.template].to === 'customer' ? matter.case.language : house.defaultLanguage;
  return { ...matter, mail, house, links, language };
}
