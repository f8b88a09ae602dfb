import { Duration } from 'aws-cdk-lib';
import { QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';

const QUEUE = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } satisfies QueueProps;

/** A message keeps its age when it moves to a dead-letter queue, so that one has to keep longer (14 days is the longest SQS knows) than the first. */
export const DEAD_LETTER_QUEUE = { ...QUEUE, retentionPeriod: Duration.days(14) } satisfies QueueProps;
export const WORK_QUEUE = { ...QUEUE, retentionPeriod: Duration.days(7) } satisfies QueueProps;
