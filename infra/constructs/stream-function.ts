import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { deadLetterAlarm, iteratorAgeAlarm } from './alarms.ts';
import { BundledFunction, type FunctionSettings, type Pipeline } from './bundled-function.ts';
import { DEAD_LETTER_QUEUE } from './queues.ts';

/**
 * The more records share a batch, the fewer bucket updates an item costs: `count` fills transactions of 100 operations with one update for each
 * second whose records it claims and one for each bucket that any of them changes. 100 instead of 30 saves it a fifth of its write units at 60 items a second.
 */
const BATCH_SIZE = 100;
const BATCH_WINDOW = Duration.seconds(1);
/** Tries of a batch before it is halved for the last time and its record is put aside: about ten minutes. Longer would hold up all that comes after. */
const RETRIES = 10;

export interface StreamFunctionSettings extends FunctionSettings {
  readonly from: Table;
  /** Types of items it is called for, as their attribute `type` says; deletions never are. */
  readonly itemTypes: readonly [string, ...string[]];
  readonly timeout: Duration;
}

/** A function that reads a table's stream, in order, from the oldest record kept. */
export class StreamFunction extends BundledFunction {
  readonly failures: Queue;

  constructor(scope: Construct, id: string, pipeline: Pipeline, settings: StreamFunctionSettings) {
    super(scope, id, pipeline, settings);
    const stream = settings.from.tableStreamArn;
    if (stream === undefined) throw new Error(`${settings.name}: the table ${settings.from.node.path} has no stream`);
    this.grantStream(stream);
    const rest = { errorImpact: settings.errorImpact, to: pipeline.alarms };
    // Holds the place of a record in the stream, not the record: it has to be played again within the stream's 24 hours.
    const failures = new Queue(this, 'Failures', DEAD_LETTER_QUEUE);
    this.failures = failures;
    acknowledge(failures, 'AwsSolutions-SQS3', 'It is a dead-letter queue itself: the on-failure destination of a stream.');
    const mapping = new EventSourceMapping(this, 'Source', {
      target: this.lambda,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: BATCH_SIZE,
      maxBatchingWindow: BATCH_WINDOW,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: RETRIES,
      onFailure: new SqsDlq(failures),
      filters: [FilterCriteria.filter({ dynamodb: { NewImage: { type: { S: FilterRule.or(...settings.itemTypes) } } } })],
    });
    mapping.node.addDependency(this.role);
    deadLetterAlarm(this, failures, rest);
    iteratorAgeAlarm(this, this.lambda, rest);
  }

  private grantStream(stream: string): void {
    this.role.addToPolicy(
      new PolicyStatement({
        sid: 'Trigger',
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [stream],
      }),
    );
    this.role.addToPolicy(new PolicyStatement({ sid: 'ListStreams', actions: ['dynamodb:ListStreams'], resources: ['*'] }));
    acknowledge(
      this.role,
      'AwsSolutions-IAM5[Resource::*]',
      'dynamodb:ListStreams, which Lambda wants for a stream, knows no resource: it takes "*" only. It lists names of streams, no data.',
    );
  }
}
