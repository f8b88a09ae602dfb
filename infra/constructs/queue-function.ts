import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { MAX_RECEIVE_COUNT } from '../../shared/lambda/tries.ts';
import { deadLetterAlarm, queueAgeAlarm } from './alarms.ts';
import { BundledFunction, type FunctionSettings, type Pipeline } from './bundled-function.ts';
import { DEAD_LETTER_QUEUE, WORK_QUEUE } from './queues.ts';

/** AWS's own advice, so that a batch that is throttled and tried again does not become visible meanwhile. */
const VISIBILITY_PER_TIMEOUT = 6;

export interface WorkQueueSettings {
  /** The longest that one batch may take: it becomes the function's timeout, and the visibility is derived from it. */
  readonly batchTimeout: Duration;
  /** Whom it hurts, and how, when messages wait or are given up: one sentence, for the alarms. */
  readonly errorImpact: string;
  /** How long the oldest message may wait before somebody is told. */
  readonly waitsAtMost: Duration;
}

/** A queue with its dead-letter queue and their alarms. Made before its function, for those that send to it come first in the flow. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly batchTimeout: Duration;
  readonly errorImpact: string;

  constructor(scope: Construct, id: string, pipeline: Pipeline, settings: WorkQueueSettings) {
    super(scope, id);
    this.batchTimeout = settings.batchTimeout;
    this.errorImpact = settings.errorImpact;
    this.deadLetters = new Queue(this, 'DeadLetters', DEAD_LETTER_QUEUE);
    this.queue = new Queue(this, 'Queue', {
      ...WORK_QUEUE,
      visibilityTimeout: Duration.seconds(settings.batchTimeout.toSeconds() * VISIBILITY_PER_TIMEOUT),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVE_COUNT },
    });
    const rest = { errorImpact: settings.errorImpact, to: pipeline.alarms };
    deadLetterAlarm(this, this.deadLetters, rest);
    queueAgeAlarm(this, this.queue, settings.waitsAtMost, rest);
  }

  /** Messages of the topic arrive as they were published. What SNS cannot deliver goes to the dead-letter queue too. */
  subscribeTo(topic: ITopic): this {
    topic.addSubscription(new SqsSubscription(this.queue, { rawMessageDelivery: true, deadLetterQueue: this.deadLetters }));
    return this;
  }

  rightToSend(): PolicyStatement {
    return new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] });
  }
}

/** Whom its failure hurts is what it is of its queue. */
export interface QueueFunctionSettings extends Omit<FunctionSettings, 'errorImpact'> {
  readonly from: WorkQueue;
  /** Messages per invocation, at most. */
  readonly batchSize: number;
  /** How long to gather a batch; default: not at all. */
  readonly batchWindow?: Duration;
  /** Batches at the same time, at most: 2 or more. */
  readonly maxConcurrency?: number;
}

/** A function that works a queue. Each message of a batch succeeds or fails by itself. */
export class QueueFunction extends BundledFunction {
  constructor(scope: Construct, id: string, pipeline: Pipeline, settings: QueueFunctionSettings) {
    super(scope, id, pipeline, { ...settings, errorImpact: settings.from.errorImpact, timeout: settings.from.batchTimeout });
    const source = settings.from.queue;
    this.role.addToPolicy(
      new PolicyStatement({
        sid: 'Trigger',
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
        resources: [source.queueArn],
      }),
    );
    const mapping = new EventSourceMapping(this, 'Source', {
      target: this.lambda,
      eventSourceArn: source.queueArn,
      batchSize: settings.batchSize,
      reportBatchItemFailures: true,
      ...(settings.batchWindow && { maxBatchingWindow: settings.batchWindow }),
      ...(settings.maxConcurrency && { maxConcurrency: settings.maxConcurrency }),
    });
    // Lambda tries the rights when the mapping is made.
    mapping.node.addDependency(this.role);
  }
}
