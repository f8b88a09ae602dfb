import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { actionStore } from '../../shared/adapters/dynamo/action-store.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { dueDeliveries } from '../../shared/adapters/dynamo/due-deliveries.ts';
import { sqsActionQueue } from '../../shared/adapters/sqs/action-queue.ts';
import { sqsOutgoingQueue } from '../../shared/adapters/sqs/outgoing-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { logger } from '../../shared/lambda/logger.ts';
import { onSchedule } from '../../shared/lambda/on-schedule.ts';
import { sweep } from './sweep.ts';
import { sweepOutgoing } from './sweep-outgoing.ts';

const env = lazyEnv({ REGISTER_TABLE: present, ACTION_QUEUE_URL: present, DELIVERY_QUEUE_URL: present });
const dynamo = documentClient();
const sqs = new SQSClient();

/** No round begins after this much of the function's 50 seconds. Milliseconds. */
const RUN_MS = 35_000;

export const handler = onSchedule(async () => {
  const now = systemClock();
  // Of the machine, whatever the business's clock says: it measures how long this run may take.
  const endsAt = Date.now() + RUN_MS;
  const table = env().REGISTER_TABLE;
  // Both, whatever becomes of the other: customers' mails do not wait for other people's systems.
  const [actions, outgoing] = await Promise.allSettled([
    sweep(now, actionStore(dynamo, table), sqsActionQueue(sqs, env().ACTION_QUEUE_URL), () => Date.now() < endsAt),
    sweepOutgoing(now, config, dueDeliveries(dynamo, table), sqsOutgoingQueue(sqs, env().DELIVERY_QUEUE_URL)),
  ]);
  if (actions.status === 'rejected') throw actions.reason;
  if (outgoing.status === 'rejected') throw outgoing.reason;
  const result = { ...actions.value, outgoing: outgoing.value };
  if (result.leased + result.outgoing > 0) logger.info('swept', result);
  return result;
});
