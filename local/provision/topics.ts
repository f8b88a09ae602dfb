import * as z from 'zod';
import type { QueueEngine } from '../engines/queues.ts';
import type { Template } from '../template/template.ts';
import { LocalCloudError, lastPart } from '../world.ts';
import { queueName } from './queues.ts';

const Subscription = z.object({
  Protocol: z.literal('sqs', 'the local cloud delivers SNS to SQS only'),
  TopicArn: z.string(),
  Endpoint: z.string(),
  RawMessageDelivery: z.optional(z.boolean()),
  FilterPolicy: z.optional(z.record(z.string(), z.unknown())),
  FilterPolicyScope: z.optional(z.string()),
});

export interface TopicSubscription {
  readonly topicArn: string;
  readonly queueArn: string;
  readonly logicalId: string;
}

/** Topics, and their subscriptions to queues. */
export function makeTopics(template: Template, { server }: QueueEngine): readonly TopicSubscription[] {
  for (const topic of template.ofType('AWS::SNS::Topic')) server.createTopic(topic.name);
  return template.ofType('AWS::SNS::Subscription').map((resource) => {
    const subscription = resource.read(Subscription);
    const queue = queueName(subscription.Endpoint);
    if (server.inspectQueue(queue) === undefined) {
      throw new LocalCloudError(`${resource.stack}/${resource.logicalId}: no queue has the ARN ${subscription.Endpoint} of its Endpoint.`);
    }
    const attributes: Record<string, string> = {};
    if (subscription.RawMessageDelivery === true) attributes['RawMessageDelivery'] = 'true';
    if (subscription.FilterPolicy !== undefined) attributes['FilterPolicy'] = JSON.stringify(subscription.FilterPolicy);
    if (subscription.FilterPolicyScope !== undefined) attributes['FilterPolicyScope'] = subscription.FilterPolicyScope;
    server.subscribe({ topic: lastPart(subscription.TopicArn), queue, attributes });
    return { topicArn: subscription.TopicArn, queueArn: subscription.Endpoint, logicalId: resource.logicalId };
  });
}

export function makeBuckets(template: Template, { server }: QueueEngine): void {
  for (const bucket of template.ofType('AWS::S3::Bucket')) {
    if (bucket.properties()['NotificationConfiguration'] !== undefined) {
      throw new LocalCloudError(
        `${bucket.stack}/${bucket.logicalId}: the local cloud sends no bucket notifications. Let SES's receipt rule notify a topic, as infra/ does.`,
      );
    }
    server.createBucket(bucket.name);
  }
}
