import { setTimeout } from 'node:timers/promises';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { outbox } from '../../shared/adapters/dynamo/outbox.ts';
import { registerRecord } from '../../shared/adapters/dynamo/stream-image.ts';
import { eventBus } from '../../shared/adapters/eventbridge/event-bus.ts';
import { sqsAnswerQueue } from '../../shared/adapters/sqs/answer-queue.ts';
import { sqsOutgoingQueue } from '../../shared/adapters/sqs/outgoing-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { onStream } from '../../shared/lambda/on-stream.ts';
import { publish } from './publish.ts';

const env = lazyEnv({ EVENT_BUS: present, REGISTER_TABLE: present, DELIVERY_QUEUE_URL: present, ANSWER_QUEUE_URL: present });
const client = new EventBridgeClient();
const dynamo = documentClient();
const sqs = new SQSClient();

/** Full jitter over 50 ms, doubled with each retry. */
const pause = async (retry: number) => {
  await setTimeout(Math.random() * 50 * 2 ** retry);
};

export const handler = onStream((records) => {
  const ports = {
    bus: eventBus(client, env().EVENT_BUS, pause),
    outbox: outbox(dynamo, env().REGISTER_TABLE),
    queue: sqsOutgoingQueue(sqs, env().DELIVERY_QUEUE_URL),
    answers: sqsAnswerQueue(sqs, env().ANSWER_QUEUE_URL),
    timeZone: config.brand.timeZone,
    now: systemClock,
  };
  return publish(records.map(registerRecord), ports, config);
});
