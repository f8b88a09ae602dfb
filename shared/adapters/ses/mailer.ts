import { type SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { actionTag, type MailAttachment } from '../../domain/recovery/action.ts';
import { type Mailer, NotSent, type OutgoingMail } from '../../ports.ts';

export interface MailerSettings {
  readonly from: { readonly name: string; readonly address: string };
  /** Where answers are read: a mailbox of ours. */
  readonly replyTo?: string | undefined;
  readonly configurationSet: string;
}

/** SES's word that the mail was not taken, and that sending the same again will not help. */
const LASTING = new Set(['MessageRejected', 'MailFromDomainNotVerifiedException', 'ConfigurationSetDoesNotExist', 'InvalidParameterValue']);
/** No connection was made, so nothing was sent. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * Sends through SES v1 `SendRawEmail`, tagged with its action so that SES's events find it again. The client must not retry by itself
 * (`maxAttempts: 1`): SES has no idempotency token, and an answer that got lost may stand for a mail that went out (promise 26).
 */
export function sesMailer(client: SESClient, settings: MailerSettings): Mailer {
  return {
    async send(mail) {
      const raw = await compose(mail, settings);
      try {
        const answer = await client.send(
          new SendRawEmailCommand({
            RawMessage: { Data: raw },
            Source: settings.from.address,
            Destinations: [...mail.to],
            ConfigurationSetName: settings.configurationSet,
            Tags: [{ Name: 'action', Value: actionTag(mail.actionId) }],
          }),
        );
        if (answer.MessageId === undefined) throw new Error('SES answered without a message id');
        return answer.MessageId;
      } catch (error) {
        throw asNotSent(error) ?? error;
      }
    },
  };
}

function asNotSent(error: unknown): NotSent | undefined {
  if (error instanceof SESServiceException) {
    const status = error.$metadata.httpStatusCode ?? 500;
    return status < 500 ? new NotSent(`ses-${error.name}`, LASTING.has(error.name)) : undefined;
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && NEVER_CONNECTED.has(error.code)) {
    return new NotSent('ses-unreachable', false);
  }
  return undefined;
}

/** The MIME message. Promise 20: it says that a machine wrote it, so that other machines do not answer, and it stays in its thread. */
export function compose(mail: OutgoingMail, settings: MailerSettings): Promise<Buffer> {
  const replyTo = mail.replyTo ?? settings.replyTo;
  for (const field of [
    mail.subject,
    mail.inReplyTo ?? '',
    replyTo ?? '',
    mail.unsubscribe?.url ?? '',
    settings.from.name,
    ...mail.to,
    ...partsOfHeaders(mail),
  ]) {
    if (/[\r\n\0]/.test(field)) throw new NotSent('control-character-in-header', true);
  }
  return new MailComposer({
    from: settings.from,
    to: [...mail.to],
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(mail.inReplyTo === undefined ? {} : { inReplyTo: mail.inReplyTo, references: mail.inReplyTo }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: (mail.attachments ?? []).map(attached),
    headers: {
      'Auto-Submitted': mail.inReplyTo === undefined ? 'auto-generated' : 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
      // Tells our own doors, and another instance of Amends, that no customer wrote this.
      'X-Amends': '1',
      ...unsubscribeHeaders(mail),
    },
  })
    .compile()
    .build();
}

/** What of the attachments stands in headers. */
const partsOfHeaders = ({ attachments = [] }: OutgoingMail): string[] =>
  attachments.flatMap(({ name, mediaType, contentId }) => [name, mediaType, contentId ?? '']);

/** Its type is always told: no name is guessed from. */
const attached = ({ name, mediaType, content, contentId }: MailAttachment) => ({
  filename: name,
  contentType: mediaType,
  content: Buffer.from(content, 'base64'),
  ...(contentId === undefined ? {} : { cid: contentId, contentDisposition: 'inline' as const }),
});

/** What stands in the angle brackets ends at the first of these: a header must not be talked into saying more than one address. Only this very machine, as the local cloud, needs no TLS. */
const ONE_ADDRESS = /^(?:https:\/\/|http:\/\/127\.0\.0\.1[:/])[^\s<>,]+$/;

/** Promise 23: whoever gets what they did not ask for can end it with one press in their mail program (RFC 8058). */
function unsubscribeHeaders({ unsubscribe }: OutgoingMail): Record<string, string | { prepared: true; value: string }> {
  if (unsubscribe === undefined) return {};
  if (!ONE_ADDRESS.test(unsubscribe.url)) throw new NotSent('unsubscribe-address', true);
  return {
    // Not folded nor encoded: a long address broken over two lines is none for many mail programs.
    'List-Unsubscribe': { prepared: true, value: `<${unsubscribe.url}>` },
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
