import type { Lifetime } from '../lifetime.ts';
import type { LocalCloudOptions } from '../options.ts';
import { lockFolder, release, writeLock } from '../state-file.ts';
import { type DynamoCall, dynamoCaller } from './dynamo-call.ts';
import { type DynamoEngine, startDynamo } from './dynamodb.ts';
import { type Mailbox, startMailbox } from './mailbox.ts';
import { type QueueEngine, startQueues } from './queues.ts';
import { type SqsCall, sqsCaller } from './sqs-call.ts';

export interface Engines {
  readonly dynamo: DynamoEngine;
  /** SQS, SNS and S3. */
  readonly queues: QueueEngine;
  readonly mailbox: Mailbox;
  readonly callDynamo: DynamoCall;
  readonly callSqs: SqsCall;
}

export async function startEngines({ engine, dataDir }: LocalCloudOptions, lifetime: Lifetime): Promise<Engines> {
  if (dataDir !== undefined) {
    lockFolder(dataDir);
    lifetime.add(undefined, () => release(dataDir, 'lock.json'));
  }
  const dynamo = await startDynamo(engine ?? 'dynoxide', dataDir);
  lifetime.add(dynamo, () => dynamo.stop());
  if (dataDir !== undefined) writeLock(dataDir, dynamo.children);
  const queues = await startQueues(dataDir);
  lifetime.add(queues, () => queues.stop());
  const mailbox = await startMailbox();
  lifetime.add(mailbox, () => mailbox.stop());
  return { dynamo, queues, mailbox, callDynamo: dynamoCaller(dynamo.endpoint), callSqs: sqsCaller(queues.exchange) };
}
