import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import * as z from 'zod';
import type { Language } from '../../../shared/domain/language.ts';
import type { CloudMail, LocalCloud } from '../../cloud.ts';
import { REGION } from '../../world.ts';
import { fieldsOf, type PageForm, pageForms } from './page-form.ts';

/** A mail as its reader has it. */
export interface ReadMail {
  readonly actionId: string;
  /** `offer`, `follow-up`, …; `digest` and the like for what is about no case. */
  readonly template: string;
  readonly to: readonly string[];
  readonly at: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where an answer goes. */
  readonly replyTo: string;
  /** As SES puts it into the header. */
  readonly messageId: string;
  readonly raw: Buffer;
}

export async function readMail({ actionId = '', to, sentAt, raw, messageId }: CloudMail): Promise<ReadMail> {
  const { subject = '', text = '', html = '', from, replyTo } = await PostalMime.parse(raw);
  const answersTo = replyTo?.[0]?.address ?? from?.address ?? '';
  const id = `<${messageId}@${REGION === 'us-east-1' ? 'email' : REGION}.amazonses.com>`;
  return { actionId, template: actionId.split(':')[1] ?? '', to, at: sentAt, subject, text, html, replyTo: answersTo, messageId: id, raw };
}

export const mailsTo = (cloud: LocalCloud, address: string): Promise<ReadMail[]> =>
  Promise.all(
    cloud
      .sentMail()
      .filter(({ to }) => to.includes(address))
      .map(readMail),
  );

/** The newest mail of a kind that came to an address. */
export async function lastMail(cloud: LocalCloud, address: string, template: string): Promise<ReadMail> {
  const mails = await mailsTo(cloud, address);
  const found = mails.findLast((mail) => mail.template === template);
  if (found !== undefined) return found;
  throw new Error(`expected a mail "${template}" to ${address}; came ${mails.map((mail) => mail.template).join(', ') || 'none'}`);
}

/** The link of a mail to one of our pages, by the first part of its path. */
export function linkIn({ text, actionId }: ReadMail, page: 'o' | 'r' | 's' | 'u'): string {
  const found = new RegExp(`https?://[^\\s<>()]+/${page}/[\\w.-]+`).exec(text)?.[0];
  if (found === undefined) throw new Error(`mail ${actionId}: expected a link to /${page}/ in its text part`);
  return found;
}

/** What a customer says in the form. */
export interface Complaint {
  readonly language: Language;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly branch?: string;
}

/** The customer presses "answer" in their mail program. */
export async function answerMail(cloud: LocalCloud, mail: ReadMail, words: string): Promise<void> {
  const [from = ''] = mail.to;
  const lines = [
    `From: <${from}>`,
    `To: <${mail.replyTo}>`,
    `Subject: Re: =?utf-8?B?${Buffer.from(mail.subject).toString('base64')}?=`,
    `Message-ID: <${randomUUID()}@example.com>`,
    `In-Reply-To: ${mail.messageId}`,
    `References: ${mail.messageId}`,
    `Date: ${new Date(cloud.now()).toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(words).toString('base64'),
    '',
  ];
  await cloud.receiveMail(Buffer.from(lines.join('\r\n')), { from });
}

const Accepted = z.object({ receipt: z.string(), status: z.string() });

/** @returns the feedback's id and the link to the status page. */
export async function complain(cloud: LocalCloud, { language, answers, branch }: Complaint): Promise<z.infer<typeof Accepted>> {
  const response = await fetch(`${cloud.url}/f/service`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ submissionId: randomUUID(), language, branch, answers }),
  });
  const body: unknown = await response.json();
  if (response.status !== 202) throw new Error(`POST /f/service: expected 202, came ${response.status}: ${JSON.stringify(body)}`);
  return Accepted.parse(body);
}

/** What one of our pages showed. */
export interface Shown {
  readonly status: number;
  readonly page: string;
  readonly forms: readonly PageForm[];
}

export async function open(url: string): Promise<Shown> {
  const response = await fetch(url);
  const page = await response.text();
  return { status: response.status, page, forms: pageForms(page, url) };
}

/**
 * Opens a page and sends the form whose button has this value, with what the page hides in it and what the customer fills in.
 * @param button the value of the button, or of the radio field, that is the customer's answer.
 */
export async function press(url: string, button: string, typed: Readonly<Record<string, string>> = {}): Promise<Shown> {
  const { forms, status } = await open(url);
  const form = forms.find(({ choices }) => choices.some(({ value }) => value === button));
  if (form === undefined) {
    const seen = forms.flatMap(({ choices }) => choices.map(({ name, value }) => `${name}=${value}`));
    throw new Error(
      `${new URL(url).pathname.slice(0, 3)}…: expected a button "${button}", came status ${status} with ${seen.join(', ') || 'none'}`,
    );
  }
  const response = await fetch(form.action, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fieldsOf(form, button, typed)),
  });
  const page = await response.text();
  return { status: response.status, page, forms: pageForms(page, url) };
}
