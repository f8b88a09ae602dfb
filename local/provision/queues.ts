import * as z from 'zod';
import type { QueueEngine } from '../engines/queues.ts';
import type { SqsCall } from '../engines/sqs-call.ts';
import { listOf } from '../template/record.ts';
import type { Resource, Template } from '../template/template.ts';
import { LocalCloudError, lastPart } from '../world.ts';

const Seconds = z.optional(z.coerce.number());

const Queue = z.object({
  VisibilityTimeout: Seconds,
  DelaySeconds: Seconds,
  MaximumMessageSize: z.optional(z.coerce.number()),
  MessageRetentionPeriod: Seconds,
  ReceiveMessageWaitTimeSeconds: Seconds,
  FifoQueue: z.optional(z.boolean()),
  ContentBasedDeduplication: z.optional(z.boolean()),
  RedrivePolicy: z.optional(z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() })),
});

export interface ProvisionedQueue {
  readonly resource: Resource;
  readonly name: string;
  readonly url: string;
  readonly arn: string;
  readonly visibilitySeconds: number;
  /** Others send here what they could not handle. */
  readonly isDeadLetter: boolean;
}

export async function makeQueues(template: Template, engine: QueueEngine, call: SqsCall): Promise<readonly ProvisionedQueue[]> {
  const resources = template.ofType('AWS::SQS::Queue');
  const read = resources.map((resource) => ({ resource, properties: resource.read(Queue) }));
  const arns = new Set(resources.map((resource) => resource.attribute('Arn')));
  const deadLetters = new Set(read.flatMap(({ properties }) => listOf(properties.RedrivePolicy?.deadLetterTargetArn)));
  for (const { resource, properties } of read) {
    const target = properties.RedrivePolicy?.deadLetterTargetArn;
    if (target !== undefined && !arns.has(target))
      throw new LocalCloudError(`${resource.stack}/${resource.logicalId}: no queue has the ARN ${target} of its RedrivePolicy.`);
    await makeQueue(resource, properties, engine, call);
  }
  return read.map(({ resource, properties }) => ({
    resource,
    name: resource.name,
    url: resource.ref,
    arn: resource.attribute('Arn'),
    visibilitySeconds: properties.VisibilityTimeout ?? 30,
    isDeadLetter: deadLetters.has(resource.attribute('Arn')),
  }));
}

async function makeQueue(resource: Resource, properties: z.output<typeof Queue>, engine: QueueEngine, call: SqsCall): Promise<void> {
  const { RedrivePolicy: redrive, ...plain } = properties;
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(plain)) if (value !== undefined) attributes[name] = String(value);
  if (redrive !== undefined) attributes['RedrivePolicy'] = JSON.stringify(redrive);
  const kept = engine.server.inspectQueue(resource.name);
  if (kept === undefined) {
    await call('CreateQueue', { QueueName: resource.name, Attributes: attributes });
    return;
  }
  const { FifoQueue: _, ...settable } = attributes;
  await call('SetQueueAttributes', { QueueUrl: resource.ref, Attributes: settable });
  // What was in flight when the last local cloud ended is in nobody's hands now: waiting out its visibility timeout would help no one.
  for (const { receiptHandle } of kept.messages.inflight) {
    await call('ChangeMessageVisibility', { QueueUrl: resource.ref, ReceiptHandle: receiptHandle, VisibilityTimeout: 1 });
  }
}

/** Name of the queue with this ARN, URL or name. */
export const queueName = (arnOrUrl: string) => lastPart(lastPart(arnOrUrl, '/'));
