import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { careStore } from '../../shared/adapters/dynamo/care-store.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { customerFiles } from '../../shared/adapters/dynamo/customer-files.ts';
import { sqsActionQueue } from '../../shared/adapters/sqs/action-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { logger } from '../../shared/lambda/logger.ts';
import { onSchedule } from '../../shared/lambda/on-schedule.ts';
import { care } from './care.ts';

const env = lazyEnv({ REGISTER_TABLE: present, ACTION_QUEUE_URL: present });
const dynamo = documentClient();
const sqs = new SQSClient();

export const handler = onSchedule(async (event) => {
  const cared = await care(event, {
    files: customerFiles(dynamo, env().REGISTER_TABLE),
    store: careStore(dynamo, env().REGISTER_TABLE),
    actions: sqsActionQueue(sqs, env().ACTION_QUEUE_URL),
    clock: systemClock,
    config,
  });
  logger.info('cared', { ...cared });
  return cared;
});
