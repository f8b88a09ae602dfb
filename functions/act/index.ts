import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { actionStore } from '../../shared/adapters/dynamo/action-store.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { signToken } from '../../shared/adapters/link.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { sesMailer } from '../../shared/adapters/ses/mailer.ts';
import { ActionMessage } from '../../shared/adapters/sqs/action-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { logger } from '../../shared/lambda/logger.ts';
import { onQueue } from '../../shared/lambda/on-queue.ts';
import { act } from './act.ts';

/** A status link outlives the longest case. Milliseconds. */
const LINK_LASTS_MS = 180 * 86_400_000;

const env = lazyEnv({ REGISTER_TABLE: present, PUBLIC_URL: present, CONFIGURATION_SET: present, SECRETS_PREFIX: present });
const dynamo = documentClient();
const secrets = new SecretsManagerClient();
// Promise 26: the SDK must not send a mail again by itself.
const ses = new SESClient({ maxAttempts: 1 });

const house = {
  brandName: config.brand.name,
  timeZone: config.brand.timeZone,
  defaultLanguage: config.brand.defaultLanguage,
  agents: config.recovery.agents,
  mailsPerDay: config.mailLimits.perAddressAndDay,
};

async function statusLink(feedbackId: string): Promise<string> {
  const keys = await readSecret(secrets, `${env().SECRETS_PREFIX}/link-key`);
  const expiresAt = new Date(Date.parse(systemClock()) + LINK_LASTS_MS).toISOString();
  return `${env().PUBLIC_URL}/s/${signToken(keys, 'status', feedbackId, expiresAt)}`;
}

export const handler = onQueue(async (body) => {
  const { actionId } = ActionMessage.parse(JSON.parse(body));
  const mailer = sesMailer(ses, {
    from: { name: config.brand.name[config.brand.defaultLanguage], address: config.brand.mailFrom },
    replyTo: config.mailboxes[0]?.address,
    configurationSet: env().CONFIGURATION_SET,
  });
  const acted = await act(actionId, { store: actionStore(dynamo, env().REGISTER_TABLE), mailer, now: systemClock, statusLink }, house);
  const about = { actionId, acted };
  if (acted === 'unknown' || acted === 'refused') logger.warn('action not known to be done', about);
  else logger.info('acted', about);
});
