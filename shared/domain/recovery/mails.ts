import Mustache from 'mustache';
import type { Customer } from '../customer.ts';
import { momentInWords } from '../date-words.ts';
import { escapeHtml } from '../html.ts';
import type { Language, Localized } from '../language.ts';
import { flagWords, severityWords, topicWords } from '../words.ts';
import type { Case } from './case.ts';
import { MAIL_TEMPLATES, type MAIL_TOKENS } from './mail-templates.ts';
import type { Agent } from './policy.ts';

/** What mails need of the house. */
export interface MailHouse {
  readonly brandName: Localized;
  readonly timeZone: string;
  readonly defaultLanguage: Language;
  readonly agents: readonly Agent[];
}

export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
}

/** A subject longer than this is cut off by most mail programs' lists. */
const MAX_SUBJECT_LENGTH = 120;

/** To the customer: we have heard you, this is your number, this person answers, this comes by when. */
export function acknowledgementMail(
  about: { readonly case: Case; readonly customer: Customer; readonly statusLink: string; readonly subject?: string | undefined },
  house: MailHouse,
): MailContent {
  const { language, number } = about.case;
  const content = render('acknowledgement', language, {
    ...times(about.case, house, language),
    name: presentableName(about.customer.name),
    caseNumber: number,
    ownerName: ownerName(about.case, house, language),
    brandName: house.brandName[language],
    statusLink: about.statusLink,
  });
  // An answer to a mail keeps its subject, or mail programs show it apart from the question.
  if (about.subject === undefined || about.subject.trim() === '') return content;
  const original = headerSafe(about.subject).replace(/^((re|aw|回复|答复)\s*[:：]\s*)+/i, '');
  return { ...content, subject: `Re: ${shorten(original, MAX_SUBJECT_LENGTH - number.length - 7)} [${number}]` };
}

/** To the owner. Holds no words of the customer: those stay behind the desk's login (R17). */
export function ownerNoticeMail(value: Case, owner: Agent, house: MailHouse): MailContent {
  const language = house.defaultLanguage;
  const separator = language === 'en' ? ', ' : '、';
  return render('owner-notice', language, {
    ...times(value, house, language),
    ownerName: owner.name[language],
    caseNumber: value.number,
    severity: severityWords[value.severity][language],
    reasons: value.reasons.join(separator),
    flags: value.flags.map((flag) => flagWords[flag][language]).join(separator),
    topics: value.topics.map((topic) => topicWords[topic][language]).join(separator),
    reachable: value.isReachable,
  });
}

type View<Kind extends keyof typeof MAIL_TOKENS> = Readonly<Record<(typeof MAIL_TOKENS)[Kind][number], string | boolean | undefined>>;

function render<Kind extends keyof typeof MAIL_TOKENS>(kind: Kind, language: Language, view: View<Kind>): MailContent {
  const template = MAIL_TEMPLATES[kind][language];
  const plain = { escape: String };
  const html = { escape: escapeHtml };
  return {
    language,
    subject: headerSafe(Mustache.render(template.subject, view, undefined, plain)),
    text: Mustache.render(template.text, view, undefined, plain),
    html: frame(language, Mustache.render(template.html, view, undefined, html)),
  };
}

/** The same plain card around every mail: tables and inline styles, for that is what mail programs understand. */
const frame = (language: Language, content: string) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:24px 12px;background:#f3f5f4">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="max-width:600px;width:100%;background:#ffffff;border-top:4px solid #1f6f5c">
<tr><td style="padding:28px 32px;font:16px/1.6 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',Arial,sans-serif;color:#1d2b28">
${content}
</td></tr></table></td></tr></table></body></html>
`;

const times = (value: Case, house: MailHouse, language: Language) => ({
  answerBy: momentInWords(value.acknowledgeDueAt, house.timeZone, language),
  solveBy: momentInWords(value.resolveDueAt, house.timeZone, language),
});

function ownerName(value: Case, house: MailHouse, language: Language): string {
  return house.agents.find(({ id }) => id === value.owner)?.name[language] ?? house.brandName[language];
}

/**
 * A name typed by a stranger goes into a mail that may reach somebody else (promise 27): only what looks like a name is used,
 * so that nobody can make us deliver a link or a message in its place.
 */
export function presentableName(name: string | undefined): string | undefined {
  const trimmed = name?.trim() ?? '';
  return /^[\p{L}\p{M}][\p{L}\p{M}'’·\- .]{0,39}$/u.test(trimmed) && !/\.\S/u.test(trimmed) ? trimmed : undefined;
}

/** CR, LF, NUL and other control characters end headers or programs (promise 21). */
const headerSafe = (text: string) => text.replace(/\p{Cc}+/gu, ' ').trim();

const shorten = (text: string, length: number) => (text.length <= length ? text : `${[...text].slice(0, length - 1).join('')}…`);
