import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { SqsCall } from '../engines/sqs-call.ts';
import type { Functions } from '../lambda/functions.ts';
import { failedItems, type SourceMapping } from './mapping.ts';
import type { StreamRecord } from './stream-shards.ts';

export interface DeliverySettings {
  readonly mapping: SourceMapping;
  readonly functions: Functions;
  readonly callSqs: SqsCall;
  readonly shardId: string;
  /** Told after each part that is done with: handled, or given up. */
  readonly onDone: (last: StreamRecord) => void;
  readonly stopping: AbortSignal;
}

interface Part {
  readonly records: readonly StreamRecord[];
  /** Tries that failed. Halving does not count as one (Lambda Developer Guide, "BisectBatchOnFunctionError"). */
  readonly failures: number;
  readonly invocations: number;
}

/** AWS waits longer and longer, up to minutes; here a test must be able to see the end of it. */
const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 2000;

/**
 * Hands a batch of one shard to the function until all of it is done with, in order. Partial answers go on from the lowest record named; a
 * batch that fails as a whole is halved where the template says so; what is out of retries, or too old, goes to the on-failure queue.
 */
export async function deliver(settings: DeliverySettings, batch: readonly StreamRecord[]): Promise<void> {
  const parts: Part[] = [{ records: batch, failures: 0, invocations: 0 }];
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    if (settings.stopping.aborted) return;
    if (isTooOld(part, settings.mapping)) await giveUp(settings, part, 'RecordAgeExceeded');
    else parts.unshift(...(await attempt(settings, part)));
  }
}

/** What is left of the part. */
async function attempt(settings: DeliverySettings, part: Part): Promise<readonly Part[]> {
  const { mapping } = settings;
  const outcome = await invoke(settings, part.records);
  // Cut off by a stop: no word of the function.
  if (outcome === 'failure' && settings.stopping.aborted) return [];
  const invocations = part.invocations + 1;
  if (outcome === 'success') {
    const last = part.records.at(-1);
    if (last !== undefined) settings.onDone(last);
    return [];
  }
  if (typeof outcome === 'number' && outcome > 0) {
    const last = part.records[outcome - 1];
    if (last !== undefined) settings.onDone(last);
    return [{ records: part.records.slice(outcome), failures: 0, invocations }];
  }
  if (mapping.bisects && part.records.length > 1) {
    const half = Math.ceil(part.records.length / 2);
    return [part.records.slice(0, half), part.records.slice(half)].map((records) => ({ records, failures: part.failures, invocations }));
  }
  const failures = part.failures + 1;
  if (mapping.retries >= 0 && failures > mapping.retries) {
    await giveUp(settings, { ...part, invocations }, 'RetryAttemptsExhausted');
    return [];
  }
  await wait(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures), undefined, { signal: settings.stopping }).catch(() => undefined);
  return [{ records: part.records, failures, invocations }];
}

/** `success`, `failure` as a whole, or the index of the first record that was not passed. */
async function invoke({ mapping, functions }: DeliverySettings, records: readonly StreamRecord[]): Promise<'success' | 'failure' | number> {
  try {
    const answer = await functions.invoke(mapping.definition, { Records: records });
    const failed = mapping.reportsItemFailures ? failedItems(answer) : [];
    if (failed === 'all') return 'failure';
    if (failed.length === 0) return 'success';
    const first = records.findIndex((record) => failed.includes(record.dynamodb.SequenceNumber));
    return first === -1 ? 'failure' : first;
  } catch {
    // The function's log has it.
    return 'failure';
  }
}

const isTooOld = ({ records }: Part, { maxAgeSeconds }: SourceMapping) =>
  maxAgeSeconds >= 0 && records.every((record) => Date.now() / 1000 - record.dynamodb.ApproximateCreationDateTime > maxAgeSeconds);

/** Where the records lie in the stream, not the records: shape as Lambda's on-failure destination for DynamoDB streams. */
async function giveUp(
  { mapping, callSqs, shardId, onDone }: DeliverySettings,
  { records, invocations }: Part,
  condition: string,
): Promise<void> {
  const [first, last] = [records[0], records.at(-1)];
  if (first === undefined || last === undefined) return;
  const arrival = (record: StreamRecord) => new Date(record.dynamodb.ApproximateCreationDateTime * 1000).toISOString();
  if (mapping.onFailureArn !== undefined) {
    const MessageBody = JSON.stringify({
      requestContext: { requestId: randomUUID(), functionArn: mapping.definition.arn, condition, approximateInvokeCount: invocations },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      version: '1.0',
      timestamp: new Date().toISOString(),
      DDBStreamBatchInfo: {
        shardId,
        startSequenceNumber: first.dynamodb.SequenceNumber,
        endSequenceNumber: last.dynamodb.SequenceNumber,
        approximateArrivalOfFirstRecord: arrival(first),
        approximateArrivalOfLastRecord: arrival(last),
        batchSize: records.length,
        streamArn: mapping.sourceArn,
      },
    });
    await callSqs('SendMessage', { QueueUrl: mapping.onFailureArn.replaceAll(':', '/'), MessageBody });
  }
  onDone(last);
}
