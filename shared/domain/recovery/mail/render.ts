import type { Language } from '../../language.ts';
import type { MailText } from './blocks.ts';
import { fillBlocks, fillLine } from './fill.ts';
import { htmlPart } from './html-part.ts';
import { headerSafe, MAX_SUBJECT_LENGTH, shorten, threadSubject } from './subject.ts';
import { TEMPLATES } from './templates.ts';
import { textPart } from './text-part.ts';
import type { MailTexts } from './texts.ts';
import type { TemplateName, View } from './tokens.ts';
import { type Values, valuesOf } from './values.ts';

export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
}

/**
 * A mail of the journey, whole: subject, text part and HTML part, all from one text.
 * @param view exactly the tokens of the template, in words of the language: times, sums and closed sets are put into words before.
 * @param overrides the house's own texts (`mailTexts` of the config), as far as it has any.
 * @throws MailError where the view lacks something, so that half a mail is never sent.
 */
export function renderMail<Name extends TemplateName>(
  template: Name,
  language: Language,
  view: View<Name>,
  overrides?: MailTexts,
): MailContent {
  return renderValues(template, language, valuesOf(template, language, view), overrides);
}

/** The same with values that have been checked. */
export function renderValues(template: TemplateName, language: Language, values: Values, overrides?: MailTexts): MailContent {
  const source = mailText(template, language, overrides);
  const subject = shorten(headerSafe(fillLine(source.subject, values)), MAX_SUBJECT_LENGTH);
  const preheader = fillLine(source.preheader, values);
  const blocks = fillBlocks(source.blocks, values);
  const brand = typeof values['brandName'] === 'string' ? values['brandName'] : '';
  return { language, subject, text: textPart(blocks, language), html: htmlPart(blocks, { language, subject, preheader, brand }) };
}

/** Our text, with what the house says in its place. */
export function mailText(template: TemplateName, language: Language, overrides?: MailTexts): MailText {
  const { subject, preheader, blocks } = overrides?.[template]?.[language] ?? {};
  const ours = TEMPLATES[template][language];
  return { subject: subject ?? ours.subject, preheader: preheader ?? ours.preheader, blocks: blocks ?? ours.blocks };
}

/** The mail as an answer to a mail of the customer: under its subject, or mail programs show the two apart. */
export const inThread = (mail: MailContent, original: string | undefined, caseNumber: string): MailContent => ({
  ...mail,
  subject: threadSubject(original, caseNumber) ?? mail.subject,
});
