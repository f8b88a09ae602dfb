import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { deliveryStore } from '../../shared/adapters/dynamo/delivery-store.ts';
import { healthStore } from '../../shared/adapters/dynamo/health-store.ts';
import { lineStore } from '../../shared/adapters/dynamo/line-store.ts';
import { httpsSender } from '../../shared/adapters/outgoing/https-sender.ts';
import { roomAddress } from '../../shared/adapters/outgoing/notice-request.ts';
import { postNotice, postWebhook } from '../../shared/adapters/outgoing/post.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { OutgoingMessage, sqsOutgoingQueue } from '../../shared/adapters/sqs/outgoing-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { logger } from '../../shared/lambda/logger.ts';
import { onQueue } from '../../shared/lambda/on-queue.ts';
import { deliver } from './deliver.ts';
import { notify } from './notify.ts';

const env = lazyEnv({ REGISTER_TABLE: present, DELIVERY_QUEUE_URL: present, SECRETS_PREFIX: present });
const dynamo = documentClient();
const sqs = new SQSClient();
const secrets = new SecretsManagerClient();
const send = httpsSender();

const secretsOf = (endpoint: string) => readSecret(secrets, `${env().SECRETS_PREFIX}/webhook/${endpoint}`);

async function addressOf(room: string) {
  const name = `${env().SECRETS_PREFIX}/notice/${room}`;
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: name }));
  return roomAddress(name, SecretString);
}

export const handler = onQueue(async (body) => {
  const job = OutgoingMessage.parse(JSON.parse(body));
  const table = env().REGISTER_TABLE;
  const health = healthStore(dynamo, table);
  if ('room' in job) {
    const ports = { lines: lineStore(dynamo, table), health, post: postNotice(send, addressOf), now: systemClock };
    const house = { timeZone: config.brand.timeZone, branches: config.branches };
    return report({ ...job, outcome: await notify(job.room, ports, config.notices, house) });
  }
  const queue = sqsOutgoingQueue(sqs, env().DELIVERY_QUEUE_URL);
  const store = deliveryStore(dynamo, table);
  const ports = { store, health, queue, post: postWebhook(send, secretsOf), now: systemClock, random: Math.random };
  return report({ ...job, outcome: await deliver(job.deliveryId, ports, config.webhooks) });
});

/** Ids and outcomes: neither URLs, which may be secrets, nor what the other side answered. */
function report(about: { readonly outcome: string }): void {
  if (['failed', 'held', 'dropped'].includes(about.outcome)) logger.warn('not told', about);
  else logger.info('told', about);
}
