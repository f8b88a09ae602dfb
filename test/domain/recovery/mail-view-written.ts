import type { TemplateName } from '../../../shared/domain/recovery/mail/tokens.ts';
import type { CaseTemplate } from '../../../shared/domain/recovery/mail-view/about.ts';
import { caseMail, viewOf } from '../../../shared/domain/recovery/mail-view/case-mail.ts';
import { isCaseTemplate } from '../../../shared/domain/recovery/mail-view/rules.ts';
import { type Caused, house, type Journey, links } from './mail-view-journey.ts';

export const ofCase = (template: TemplateName): CaseTemplate => {
  if (!isCaseTemplate(template)) throw new Error(`${template} is caused by no event of a case`);
  return template;
};
export const mailOf = ({ mail }: Caused) => ({ ...mail, template: ofCase(mail.template) });
export const view = (caused: Caused) => viewOf(mailOf(caused), caused.matter, house, links);
export const written = (caused: Caused, subject?: string) => caseMail(mailOf(caused), caused.matter, house, links, subject);
export const templates = (journey: Journey) => journey.mails.map(({ mail }) => mail.template);

export const decision = {
  type: 'decide',
  verdict: 'founded',
  department: 'logistics',
  cause: 'transport-damage',
  dispute: 'quality',
  responsibility: 'company',
  explanation: 'It broke on the way.',
};
