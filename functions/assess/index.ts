import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { feedbackRegister } from '../../shared/adapters/dynamo/feedback-register.ts';
import { contentHash, customerKeyOf } from '../../shared/adapters/ids.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { sqsActionQueue } from '../../shared/adapters/sqs/action-queue.ts';
import { textModels } from '../../shared/adapters/text-models.ts';
import { recoverySettings } from '../../shared/config/recovery-settings.ts';
import { FeedbackReceived } from '../../shared/domain/feedback.ts';
import { understand } from '../../shared/domain/understand/understand.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { logger } from '../../shared/lambda/logger.ts';
import { onQueue } from '../../shared/lambda/on-queue.ts';
import { type AssessPorts, assess } from './assess.ts';
import { openSecondReader } from './engines/index.ts';

const env = lazyEnv({ REGISTER_TABLE: present, ACTION_QUEUE_URL: present, SECRETS_PREFIX: present });
/** Looked at as the function starts: it must not take feedback that it cannot read. */
const models = textModels();
const secrets = new SecretsManagerClient();
const settings = {
  ...recoverySettings(config),
  rules: config.recovery.rules,
  topicPhrases: config.topicPhrases,
  tierSettings: config.customers,
  surveys: config.surveys,
  joinsOpenCase: config.recovery.joinsOpenCase,
};

const warn: AssessPorts['warn'] = (message, about) => logger.warn(message, about);

let wired: Pick<AssessPorts, 'register' | 'actions' | 'second'> | undefined;
const wire = () => {
  wired ??= open(documentClient(), env().REGISTER_TABLE);
  return wired;
};

const open = (client: ReturnType<typeof documentClient>, table: string) => ({
  register: feedbackRegister(client, table),
  actions: sqsActionQueue(new SQSClient(), env().ACTION_QUEUE_URL),
  second: openSecondReader(config.understanding, { client, table, warn, redaction: config.redaction }),
});

export const handler = onQueue(async (body) => {
  const received = FeedbackReceived.parse(JSON.parse(body));
  const [key = ''] = await readSecret(secrets, `${env().SECRETS_PREFIX}/customer-key`);
  const outcome = await assess(
    received,
    {
      ...wire(),
      understand: (text, hints) => understand(text, hints, models),
      now: systemClock,
      customerKeyOf: (address) => customerKeyOf(address, key),
      contentHash,
      warn,
    },
    settings,
  );
  logger.info('assessed', { feedbackId: received.id, source: received.source, outcome });
});
