import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { feedbackRegister } from '../../shared/adapters/dynamo/feedback-register.ts';
import { contentHash, customerKeyOf } from '../../shared/adapters/ids.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { sqsActionQueue } from '../../shared/adapters/sqs/action-queue.ts';
import { recoverySettings } from '../../shared/config/recovery-settings.ts';
import { FeedbackReceived } from '../../shared/domain/feedback.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { logger } from '../../shared/lambda/logger.ts';
import { onQueue } from '../../shared/lambda/on-queue.ts';
import { assess } from './assess.ts';

const env = lazyEnv({ REGISTER_TABLE: present, ACTION_QUEUE_URL: present, SECRETS_PREFIX: present });
const secrets = new SecretsManagerClient();
const settings = { ...recoverySettings(config), rules: config.recovery.rules, topicPhrases: config.topicPhrases };

let wired: { register: ReturnType<typeof feedbackRegister>; actions: ReturnType<typeof sqsActionQueue> } | undefined;
const wire = () => {
  wired ??= {
    register: feedbackRegister(documentClient(), env().REGISTER_TABLE),
    actions: sqsActionQueue(new SQSClient(), env().ACTION_QUEUE_URL),
  };
  return wired;
};

export const handler = onQueue(async (body) => {
  const received = FeedbackReceived.parse(JSON.parse(body));
  const [key = ''] = await readSecret(secrets, `${env().SECRETS_PREFIX}/customer-key`);
  const outcome = await assess(
    received,
    {
      ...wire(),
      now: systemClock,
      customerKeyOf: (address) => customerKeyOf(address, key),
      contentHash,
      warn: (message, about) => logger.warn(message, about),
    },
    settings,
  );
  logger.info('assessed', { feedbackId: received.id, source: received.source, outcome });
});
