import { SQSClient } from '@aws-sdk/client-sqs';
import { systemClock } from '../../shared/adapters/clock.ts';
import { actionStore } from '../../shared/adapters/dynamo/action-store.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { sqsActionQueue } from '../../shared/adapters/sqs/action-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { logger } from '../../shared/lambda/logger.ts';
import { onSchedule } from '../../shared/lambda/on-schedule.ts';
import { sweep } from './sweep.ts';

const env = lazyEnv({ REGISTER_TABLE: present, ACTION_QUEUE_URL: present });
const dynamo = documentClient();
const sqs = new SQSClient();

export const handler = onSchedule(async () => {
  const result = await sweep(systemClock(), actionStore(dynamo, env().REGISTER_TABLE), sqsActionQueue(sqs, env().ACTION_QUEUE_URL));
  if (result.leased > 0) logger.info('swept', { ...result });
  return result;
});
