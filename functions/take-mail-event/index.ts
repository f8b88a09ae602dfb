import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { actionStore } from '../../shared/adapters/dynamo/action-store.ts';
import { caseStore } from '../../shared/adapters/dynamo/case-store.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { invitationOutcomes } from '../../shared/adapters/dynamo/invitation-register.ts';
import { mailOutcomes } from '../../shared/adapters/dynamo/mail-outcomes.ts';
import { customerKeyOf } from '../../shared/adapters/ids.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { isGreeting } from '../../shared/adapters/ses/receipt.ts';
import { readSendingEvent } from '../../shared/adapters/ses/sending-event.ts';
import { sqsActionQueue } from '../../shared/adapters/sqs/action-queue.ts';
import { recoverySettings } from '../../shared/config/recovery-settings.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { describeError, logger } from '../../shared/lambda/logger.ts';
import { onQueue } from '../../shared/lambda/on-queue.ts';
import { takeMailEvent } from './take-mail-event.ts';

const env = lazyEnv({ REGISTER_TABLE: present, ACTION_QUEUE_URL: present, SECRETS_PREFIX: present });
const dynamo = documentClient();
const sqs = new SQSClient();
const secrets = new SecretsManagerClient();
const recovery = recoverySettings(config);

/** Queue of SES's events about mail that went out. */
export const handler = onQueue(async (body) => {
  if (isGreeting(body)) return;
  const event = readSendingEvent(body);
  const keys = await readSecret(secrets, `${env().SECRETS_PREFIX}/customer-key`);
  await takeMailEvent(event, {
    outcomes: mailOutcomes(dynamo, env().REGISTER_TABLE, (address) => keys.map((key) => customerKeyOf(address, key))),
    action: actionStore(dynamo, env().REGISTER_TABLE).action,
    cases: caseStore(dynamo, env().REGISTER_TABLE, systemClock),
    actions: sqsActionQueue(sqs, env().ACTION_QUEUE_URL),
    invitations: invitationOutcomes(dynamo, env().REGISTER_TABLE),
    now: systemClock,
    recovery,
    campaigns: config.campaigns,
    warn: (message, error) => logger.warn(message, describeError(error)),
  });
});
