import { Duration, type Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Connections, PipelineParts } from './connections.ts';
import { QueueFunction } from './constructs/queue-function.ts';
import { StreamFunction } from './constructs/stream-function.ts';
import { noticeSecret, rightToRead, SECRETS_PREFIX, webhookSecret } from './secrets.ts';
import { rightTo, rightToQueryIndex } from './table-rights.ts';

/** The outside world is told what happened: the bus, endpoints of other systems, chat rooms. */
export function tellOthers(
  stack: Stack,
  { config, data }: PipelineParts,
  { pipeline, bus, queues: { deliveries, answers } }: Connections,
): void {
  new StreamFunction(stack, 'Publish', pipeline, {
    name: 'publish',
    from: data.register,
    // Deliveries and lines of notices lie in the register too: were they among these, each would bring about the next.
    itemTypes: ['feedback', 'case-event'],
    timeout: Duration.seconds(30),
    errorImpact: 'Systems that listen to the event bus, endpoints and chat rooms do not learn what happened.',
    environment: {
      EVENT_BUS: bus.eventBusName,
      REGISTER_TABLE: data.register.tableName,
      DELIVERY_QUEUE_URL: deliveries.queue.queueUrl,
      ANSWER_QUEUE_URL: answers.queue.queueUrl,
    },
    rights: [
      new PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] }),
      rightTo(data.register, 'PutItem'),
      deliveries.rightToSend(),
      answers.rightToSend(),
    ],
  });

  new QueueFunction(stack, 'Deliver', pipeline, {
    name: 'deliver',
    from: deliveries,
    batchSize: 5,
    // With the batch, 25 requests at once: endpoints that take ten seconds to fail hold up others for so long.
    maxConcurrency: 5,
    environment: { REGISTER_TABLE: data.register.tableName, DELIVERY_QUEUE_URL: deliveries.queue.queueUrl, SECRETS_PREFIX },
    rights: [
      rightTo(data.register, 'GetItem', 'BatchGetItem', 'UpdateItem'),
      rightToQueryIndex(data.register),
      deliveries.rightToSend(),
      ...rightToRead(stack, [...config.webhooks.map(({ id }) => webhookSecret(id)), ...config.notices.map(({ id }) => noticeSecret(id))]),
    ],
  });
}
