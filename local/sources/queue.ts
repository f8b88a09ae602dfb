import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import type { Activity } from '../activity.ts';
import type { SqsCall } from '../engines/sqs-call.ts';
import type { Meter } from '../gateway/usage.ts';
import type { Functions } from '../lambda/functions.ts';
import type { ProvisionedQueue } from '../provision/queues.ts';
import { REGION } from '../world.ts';
import { failedItems, type SourceMapping } from './mapping.ts';

const Attribute = z.object({ DataType: z.string(), StringValue: z.optional(z.string()), BinaryValue: z.optional(z.string()) });

const Message = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  Body: z.string(),
  MD5OfBody: z.string(),
  Attributes: z.optional(z.record(z.string(), z.string())),
  MessageAttributes: z.optional(z.record(z.string(), Attribute)),
});
type Message = z.infer<typeof Message>;

const Received = z.object({ Messages: z.optional(z.array(Message)) });

export interface QueueSourceSettings {
  readonly mapping: SourceMapping;
  readonly queue: ProvisionedQueue;
  readonly functions: Functions;
  readonly callSqs: SqsCall;
  readonly activity: Activity;
  readonly meter: Meter;
  /** Batches at the same time. */
  readonly concurrency: number;
  /**
   * After this many seconds a failed message is visible again, where the template's visibility timeout is longer.
   * AWS waits the whole timeout; a test that waits minutes tells nothing more.
   */
  readonly retryAfterSeconds: number | undefined;
}

export interface Source {
  stop(): Promise<void>;
}

/** A receive waits this long for messages; a new one ends it at once. */
const LONG_POLL_SECONDS = 20;
const MAX_RECEIVE = 10;
/** Within a window it looks again this often whether anybody waits for the end of all work: then nothing more is gathered. */
const WINDOW_POLL_SECONDS = 1;
const DEFAULT_BATCH = 10;

/** Lambda's poller of a queue: takes a batch, calls the function, deletes what succeeded, and leaves the rest to its visibility timeout. */
export function startQueueSource(settings: QueueSourceSettings): Source {
  const stopping = new AbortController();
  const pollers = Array.from({ length: settings.concurrency }, () => poll(settings, stopping.signal));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(pollers);
    },
  };
}

async function poll(settings: QueueSourceSettings, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      const messages = await gather(settings, stopping);
      if (messages.length === 0) continue;
      const done = settings.activity.begin();
      await work(settings, messages).finally(done);
    } catch (error) {
      if (stopping.aborted) return;
      console.error(
        `local cloud: the poller of ${settings.queue.name} failed, and goes on: ${error instanceof Error ? error.message : String(error)}`,
      );
      await wait(200, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
}

/** A batch: full, or as large as it got within the window from its first message. */
async function gather(settings: QueueSourceSettings, stopping: AbortSignal): Promise<readonly Message[]> {
  const size = settings.mapping.batchSize ?? DEFAULT_BATCH;
  const batch = [...(await receive(settings, size, LONG_POLL_SECONDS, stopping))];
  const deadline = Date.now() + settings.mapping.windowSeconds * 1000;
  while (batch.length > 0 && batch.length < size) {
    const left = settings.activity.isHurried ? 0 : deadline - Date.now();
    // One receive gives at most ten. Where it gave fewer, nothing more waits, and without a window nothing is waited for.
    if (left <= 0 && batch.length % MAX_RECEIVE !== 0) break;
    const waitSeconds = Math.min(Math.ceil(Math.max(0, left) / 1000), WINDOW_POLL_SECONDS);
    const more = await receive(settings, size - batch.length, waitSeconds, stopping);
    if (more.length === 0 && left <= waitSeconds * 1000) break;
    batch.push(...more);
  }
  return batch;
}

async function receive(
  { callSqs, queue, meter, mapping }: QueueSourceSettings,
  atMost: number,
  waitSeconds: number,
  stopping: AbortSignal,
): Promise<readonly Message[]> {
  const answer = await callSqs(
    'ReceiveMessage',
    {
      QueueUrl: queue.url,
      MaxNumberOfMessages: Math.min(MAX_RECEIVE, atMost),
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    },
    stopping,
  );
  const { Messages = [] } = Received.parse(answer);
  // Empty receives are not counted: how many there are says how long the cloud ran, not what an item costs.
  if (Messages.length > 0)
    meter.call(`event source of ${mapping.definition.name}`, 'sqs', 'ReceiveMessage', { isError: false, bytes: size(Messages) });
  return Messages;
}

const size = (messages: readonly Message[]) => messages.reduce((sum, { Body }) => sum + Buffer.byteLength(Body), 0);

async function work(settings: QueueSourceSettings, messages: readonly Message[]): Promise<void> {
  const records = messages.map((message) => ({ message, record: recordOf(message, settings.queue.arn) }));
  const passing = records.filter(({ record }) => settings.mapping.passes({ ...record, body: parsed(record.body) }));
  const failed =
    passing.length === 0
      ? []
      : await invoke(
          settings,
          passing.map(({ record }) => record),
        );
  const isFailed = ({ MessageId }: Message) => failed === 'all' || failed.includes(MessageId);
  const filteredOut = messages.filter((message) => !passing.some((entry) => entry.message === message));
  const done = [...passing.map(({ message }) => message).filter((message) => !isFailed(message)), ...filteredOut];
  await forget(settings, done);
  if (settings.retryAfterSeconds !== undefined && settings.retryAfterSeconds < settings.queue.visibilitySeconds) {
    for (const { ReceiptHandle } of messages.filter((message) => !done.includes(message))) {
      await settings.callSqs('ChangeMessageVisibility', {
        QueueUrl: settings.queue.url,
        ReceiptHandle,
        VisibilityTimeout: settings.retryAfterSeconds,
      });
    }
  }
}

async function invoke({ mapping, functions }: QueueSourceSettings, records: readonly object[]): Promise<readonly string[] | 'all'> {
  try {
    const answer = await functions.invoke(mapping.definition, { Records: records });
    return mapping.reportsItemFailures ? failedItems(answer) : [];
  } catch {
    // The function's log has it; the messages come again.
    return 'all';
  }
}

async function forget({ callSqs, queue, meter, mapping }: QueueSourceSettings, messages: readonly Message[]): Promise<void> {
  for (let i = 0; i < messages.length; i += MAX_RECEIVE) {
    const entries = messages.slice(i, i + MAX_RECEIVE).map(({ ReceiptHandle }, n) => ({ Id: String(n), ReceiptHandle }));
    await callSqs('DeleteMessageBatch', { QueueUrl: queue.url, Entries: entries });
    meter.call(`event source of ${mapping.definition.name}`, 'sqs', 'DeleteMessageBatch', { isError: false, bytes: 0 });
  }
}

function recordOf(message: Message, queueArn: string) {
  const messageAttributes = Object.fromEntries(
    Object.entries(message.MessageAttributes ?? {}).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      { dataType: DataType, stringValue: StringValue, binaryValue: BinaryValue, stringListValues: [], binaryListValues: [] },
    ]),
  );
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes,
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: REGION,
  };
}

/** Filters look into a body that is JSON. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
