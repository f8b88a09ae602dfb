import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { LocalClock } from '../clock.ts';
import { s3Putter } from '../engines/s3-put.ts';
import type { Exchange } from '../gateway/exchange.ts';
import type { Permissions } from '../gateway/roles.ts';
import { listOf } from '../template/record.ts';
import type { Template } from '../template/template.ts';
import { arn, LocalCloudError, PARTITION, REGION } from '../world.ts';
import { addressesIn, headerValue, mailHeaders, readHeaders } from './headers.ts';

const STATUSES = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED'] as const;
const Status = z.enum(STATUSES);
export type Verdict = z.infer<typeof Status>;

export const Verdicts = z.object({
  spam: z.optional(Status),
  virus: z.optional(Status),
  spf: z.optional(Status),
  dkim: z.optional(Status),
  dmarc: z.optional(Status),
});
/** What SES is to say of the mail; PASS where nothing else is asked for. */
export type Verdicts = z.infer<typeof Verdicts>;

export interface ReceiveOptions {
  readonly verdicts?: Verdicts | undefined;
  /** Envelope recipients; else those in the headers. */
  readonly to?: readonly string[] | undefined;
  /** Envelope sender; else Return-Path or From. */
  readonly from?: string | undefined;
}

const Rule = z.object({
  RuleSetName: z.string(),
  Rule: z.object({
    Name: z.optional(z.string()),
    Enabled: z.optional(z.boolean()),
    Recipients: z.optional(z.array(z.string())),
    Actions: z.array(
      z.strictObject(
        { S3Action: z.object({ BucketName: z.string(), ObjectKeyPrefix: z.optional(z.string()), TopicArn: z.optional(z.string()) }) },
        'the local cloud knows S3 actions only',
      ),
    ),
  }),
});

export interface MailDoor {
  /** Puts a mail through the receipt rules. @returns the key of its object. @throws LocalCloudError where no rule takes it. */
  receive(raw: Buffer, options?: ReceiveOptions): Promise<{ readonly bucket: string; readonly key: string; readonly messageId: string }>;
}

export interface MailDoorSettings {
  readonly template: Template;
  readonly permissions: Permissions;
  readonly s3: Exchange;
  readonly publish: (topicArn: string, message: string) => void;
  readonly clock: Pick<LocalClock, 'now'>;
}

/** SES refuses larger ones. */
const MAX_MAIL_BYTES = 40 * 1024 * 1024;

/** @throws LocalCloudError where SES may not put into the bucket or tell the topic, as AWS refuses the rule. */
export function mailDoor({ template, permissions, s3, publish, clock }: MailDoorSettings): MailDoor {
  const put = s3Putter(s3);
  const rules = template.ofType('AWS::SES::ReceiptRule').map((resource) => {
    const { Rule: rule, RuleSetName } = resource.read(Rule);
    const context = { 'aws:sourcearn': [arn('ses', `receipt-rule-set/${RuleSetName}:receipt-rule/${rule.Name ?? resource.name}`)] };
    for (const { S3Action: action } of rule.Actions) {
      const needed = [{ action: 's3:PutObject', resource: `arn:${PARTITION}:s3:::${action.BucketName}/${action.ObjectKeyPrefix ?? ''}x` }];
      if (action.TopicArn !== undefined) needed.push({ action: 'sns:Publish', resource: action.TopicArn });
      for (const demand of needed) {
        if (!permissions.serviceMay('ses.amazonaws.com', { ...demand, context })) {
          throw new LocalCloudError(
            `${resource.stack}/${resource.logicalId}: SES needs ${demand.action} on ${demand.resource} by a resource policy. Grant it in infra/.`,
          );
        }
      }
    }
    return rule;
  });
  return {
    receive: async (raw, { verdicts = {}, to, from } = {}) => {
      if (raw.length > MAX_MAIL_BYTES) throw new LocalCloudError(`the mail has ${raw.length} bytes; SES takes at most ${MAX_MAIL_BYTES}.`);
      const headers = readHeaders(raw);
      const recipients = to ?? ['To', 'Cc', 'Bcc', 'Delivered-To'].flatMap((name) => addressesIn(headerValue(headers, name)));
      const taken = rules.flatMap((rule) =>
        rule.Enabled === false ? [] : [{ rule, recipients: recipients.filter((recipient) => takes(rule.Recipients ?? [], recipient)) }],
      );
      const match = taken.find((entry) => entry.recipients.length > 0);
      const s3 = match?.rule.Actions[0]?.S3Action;
      if (match === undefined || s3 === undefined)
        throw new LocalCloudError(
          `no receipt rule takes mail to ${recipients.join(', ') || '(nobody)'}. Rules take: ${rules.flatMap((rule) => rule.Recipients ?? ['everything']).join(', ') || '(nothing)'}.`,
        );
      const source = from ?? addressesIn(headerValue(headers, 'Return-Path') ?? headerValue(headers, 'From'))[0] ?? '';
      const mail = {
        messageId: randomBytes(20).toString('hex'),
        source,
        recipients: match.recipients,
        verdicts,
        receivedAt: new Date(clock.now()),
      };
      const key = `${s3.ObjectKeyPrefix ?? ''}${mail.messageId}`;
      await put(s3.BucketName, key, Buffer.concat([Buffer.from(headersOfSes(mail)), raw]));
      if (s3.TopicArn !== undefined) publish(s3.TopicArn, JSON.stringify(notification(mail, raw, { ...s3, key })));
      return { bucket: s3.BucketName, key, messageId: mail.messageId };
    },
  };
}

/** Addresses (with any +label), domains, and `.domain` for what is below it; none takes all. SES Developer Guide, "Recipient conditions". */
function takes(conditions: readonly string[], recipient: string): boolean {
  const address = recipient.toLowerCase();
  const [local = '', domain = ''] = address.split('@');
  if (conditions.length === 0) return true;
  return listOf(conditions.map((condition) => condition.toLowerCase())).some(
    (condition) =>
      condition === address ||
      condition === `${local.replace(/\+.*/, '')}@${domain}` ||
      condition === domain ||
      (typeof condition === 'string' && condition.startsWith('.') && domain.endsWith(condition)),
  );
}

interface Incoming {
  readonly messageId: string;
  readonly source: string;
  readonly recipients: readonly string[];
  readonly verdicts: Verdicts;
  readonly receivedAt: Date;
}

const statusOf = (verdict: Verdict | undefined) => verdict ?? 'PASS';

/** SES puts its own headers on top of the mail that it stores. */
function headersOfSes({ messageId, source, recipients, verdicts, receivedAt }: Incoming): string {
  const auth = (name: 'spf' | 'dkim' | 'dmarc') => `${name}=${statusOf(verdicts[name]) === 'PASS' ? 'pass' : 'fail'}`;
  return [
    `Return-Path: <${source}>`,
    `Received: from localhost (localhost [127.0.0.1])`,
    ` by inbound-smtp.${REGION}.amazonaws.com with SMTP id ${messageId}`,
    ` for ${recipients[0]}; ${receivedAt.toUTCString().replace('GMT', '+0000 (UTC)')}`,
    `X-SES-Spam-Verdict: ${statusOf(verdicts.spam)}`,
    `X-SES-Virus-Verdict: ${statusOf(verdicts.virus)}`,
    `Received-SPF: ${statusOf(verdicts.spf) === 'PASS' ? 'pass' : 'fail'} (local) client-ip=127.0.0.1; envelope-from=${source};`,
    `Authentication-Results: amazonses.com; ${auth('spf')}; ${auth('dkim')}; ${auth('dmarc')};`,
    '',
  ].join('\r\n');
}

/** Shape: SES Developer Guide, "Contents of notifications for Amazon SES email receiving". */
function notification(
  mail: Incoming,
  raw: Buffer,
  s3: {
    readonly BucketName: string;
    readonly ObjectKeyPrefix?: string | undefined;
    readonly TopicArn?: string | undefined;
    readonly key: string;
  },
) {
  const timestamp = mail.receivedAt.toISOString();
  const verdict = (name: keyof Verdicts) => ({ status: statusOf(mail.verdicts[name]) });
  return {
    notificationType: 'Received',
    mail: { timestamp, source: mail.source, messageId: mail.messageId, destination: mail.recipients, ...mailHeaders(readHeaders(raw)) },
    receipt: {
      timestamp,
      processingTimeMillis: 1,
      recipients: mail.recipients,
      spamVerdict: verdict('spam'),
      virusVerdict: verdict('virus'),
      spfVerdict: verdict('spf'),
      dkimVerdict: verdict('dkim'),
      dmarcVerdict: verdict('dmarc'),
      action: {
        type: 'S3',
        topicArn: s3.TopicArn,
        bucketName: s3.BucketName,
        objectKeyPrefix: s3.ObjectKeyPrefix ?? '',
        objectKey: s3.key,
      },
    },
  };
}
