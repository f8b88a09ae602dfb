import type { Language } from '../../../language.ts';
import { type Block, button, footer, type MailText, say, signature } from '../blocks.ts';

/** A mail in every language we speak. */
export type TextByLanguage = Readonly<Record<Language, MailText>>;

/** How every mail to a customer begins and ends. */
export const toCustomer: Readonly<Record<Language, (...blocks: Block[]) => Block[]>> = {
  en: (title, ...blocks) => [
    title,
    say('{{#name}}Dear {{name}},{{/name}}{{^name}}Hello,{{/name}}'),
    ...blocks,
    signature('Kind regards\n{{ownerName}}\n{{brandName}}'),
    footer(
      'Case {{caseNumber}}. If you want to add something, just reply to this mail: it reaches {{ownerName}}, and you need not tell anything twice.',
    ),
  ],
  'zh-Hans': (title, ...blocks) => [
    title,
    say('{{#name}}{{name}}，您好：{{/name}}{{^name}}您好：{{/name}}'),
    ...blocks,
    signature('{{ownerName}}\n{{brandName}}'),
    footer('受理编号 {{caseNumber}}。如需补充，直接回复本邮件即可，{{ownerName}}会看到；说过的情况无需重复。'),
  ],
};

/** How every mail to staff about a case begins and ends. */
export const toStaff: Readonly<Record<Language, (...blocks: Block[]) => Block[]>> = {
  en: (title, ...blocks) => [
    title,
    say('{{#recipientName}}{{recipientName}}{{/recipientName}}{{^recipientName}}{{ownerName}}{{/recipientName}},'),
    ...blocks,
    button('Open it in the desk', '{{deskLink}}'),
    footer('{{brandName}}. What the customer wrote is in the desk; it is not sent by mail.'),
  ],
  'zh-Hans': (title, ...blocks) => [
    title,
    say('{{#recipientName}}{{recipientName}}{{/recipientName}}{{^recipientName}}{{ownerName}}{{/recipientName}}：'),
    ...blocks,
    button('在工作台中打开', '{{deskLink}}'),
    footer('{{brandName}}。客户原话请在工作台查看，邮件中不作转述。'),
  ],
};

export const seeStanding: Readonly<Record<Language, Block>> = {
  en: button('See how it stands', '{{statusLink}}'),
  'zh-Hans': button('查看处理进度', '{{statusLink}}'),
};
