import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { feedbackId } from '../../shared/adapters/ids.ts';
import { mailExternalId } from '../../shared/adapters/mime/mail-id.ts';
import { readMail } from '../../shared/adapters/mime/read-mail.ts';
import { caseOfReply } from '../../shared/adapters/reply-address.ts';
import { rawMailStore } from '../../shared/adapters/s3/raw-mail.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { isGreeting, readReceipt } from '../../shared/adapters/ses/receipt.ts';
import { feedbackQueue } from '../../shared/adapters/sqs/feedback-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { logger } from '../../shared/lambda/logger.ts';
import { onQueue } from '../../shared/lambda/on-queue.ts';
import { type MailDoor, takeMail } from './take-mail.ts';

const env = lazyEnv({ MAIL_BUCKET: present, FEEDBACK_QUEUE_URL: present, SECRETS_PREFIX: present });
const s3 = new S3Client();
const sqs = new SQSClient();
const secrets = new SecretsManagerClient();
const ownAddresses = [config.brand.mailFrom, ...config.mailboxes.map((mailbox) => mailbox.address)];

const door: MailDoor = {
  mailboxes: config.mailboxes,
  store: { read: (key, maxBytes) => rawMailStore(s3, env().MAIL_BUCKET).read(key, maxBytes) },
  queue: { send: (feedback) => feedbackQueue(sqs, env().FEEDBACK_QUEUE_URL).send(feedback) },
  parse: (bytes) => readMail(bytes, { ownAddresses }),
  externalId: mailExternalId,
  feedbackId: (externalId) => feedbackId('mail', externalId),
  caseOfReply: async (recipients) => caseOfReply(await readSecret(secrets, `${env().SECRETS_PREFIX}/link-key`), recipients),
};

/** Queue of received mail. */
export const handler = onQueue(async (body) => {
  if (isGreeting(body)) return;
  const { id, automatic, quarantine, caseNumber } = await takeMail(readReceipt(body), door);
  logger.info('mail taken', { feedbackId: id, automatic, quarantine: quarantine?.reason, caseNumber });
});
