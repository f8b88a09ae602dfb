import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { alarmRegister } from '../../shared/adapters/dynamo/alarm-register.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { digestOptOuts } from '../../shared/adapters/dynamo/digest-opt-outs.ts';
import { digestOutbox } from '../../shared/adapters/dynamo/digest-outbox.ts';
import { figuresReader } from '../../shared/adapters/dynamo/figures.ts';
import { registerReader } from '../../shared/adapters/dynamo/register-reader.ts';
import { digestEndUrl } from '../../shared/adapters/link.ts';
import { drawPng } from '../../shared/adapters/picture/png.ts';
import { recipientKey } from '../../shared/adapters/recipient-key.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { sqsActionQueue } from '../../shared/adapters/sqs/action-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { logger } from '../../shared/lambda/logger.ts';
import { onSchedule } from '../../shared/lambda/on-schedule.ts';
import { digest } from './digest.ts';
import { openTranslator } from './translator/index.ts';

const env = lazyEnv({
  REGISTER_TABLE: present,
  FIGURES_TABLE: present,
  ACTION_QUEUE_URL: present,
  PUBLIC_URL: present,
  SECRETS_PREFIX: present,
});
const dynamo = documentClient();
const sqs = new SQSClient();
const secrets = new SecretsManagerClient();

const secret = (name: string) => readSecret(secrets, `${env().SECRETS_PREFIX}/${name}`);
const keyOf = async (address: string): Promise<string> => {
  const [key = ''] = await secret('customer-key');
  return recipientKey(address, key);
};

export const handler = onSchedule((event) =>
  digest(event, {
    register: registerReader(dynamo, env().REGISTER_TABLE),
    figures: figuresReader(dynamo, env().FIGURES_TABLE),
    alarms: alarmRegister(dynamo, env().REGISTER_TABLE),
    outbox: digestOutbox(dynamo, env().REGISTER_TABLE),
    optOuts: digestOptOuts(dynamo, env().REGISTER_TABLE),
    actions: sqsActionQueue(sqs, env().ACTION_QUEUE_URL),
    drawPicture: drawPng,
    recipientKey: keyOf,
    endUrl: async (id, recipient) => digestEndUrl(await secret('link-key'), env().PUBLIC_URL, id, recipient, systemClock()),
    translator: openTranslator(config, (message) => logger.warn(message)),
    clock: systemClock,
    config: { ...config, brand: { ...config.brand, deskUrl: config.brand.deskUrl ?? `${env().PUBLIC_URL}/desk` } },
  }),
);
