import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { sweep } from '../functions/sweep/sweep.ts';
import { type QueueEngine, startQueues } from '../local/engines/queues.ts';
import { sqsCaller } from '../local/engines/sqs-call.ts';
import { REGION } from '../local/world.ts';
import { actionStore } from '../shared/adapters/dynamo/action-store.ts';
import { actionItem } from '../shared/adapters/dynamo/items.ts';
import { ActionMessage, sqsActionQueue } from '../shared/adapters/sqs/action-queue.ts';
import { clockId } from '../shared/domain/recovery/action.ts';
import { NOW } from './recovery-samples.ts';
import { CREDENTIALS, fill, type RegisterTable } from './register-table.ts';

/** When the actions were due: the time in which all of them came due. */
const DUE_WITHIN_MS = 60_000;
/** Long enough that nothing read comes back while the rest is read. Seconds. */
const HIDDEN_S = 3600;

export interface SweepCost {
  readonly seconds: number;
  readonly due: number;
  /** Sweeps that ran at the same time. */
  readonly atOnce: number;
  /** Different actions that came out of the queue. */
  readonly handedOn: number;
  /** Messages beyond the first of an action. */
  readonly twice: number;
}

/** One run of `sweep`, or several at once, over so many due actions, into a real queue. */
export async function costOfSweep(register: RegisterTable, due: number, atOnce: number): Promise<SweepCost> {
  const { client, table } = register;
  const engine = await startQueues(undefined);
  const sqs = new SQSClient({ endpoint: engine.endpoint, region: REGION, credentials: CREDENTIALS });
  try {
    const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: `bench-actions-${atOnce}` }));
    await fill(
      register,
      Array.from({ length: due }, (_, i) => actionItem(dueClock(`${atOnce}-${i}`, i))),
    );
    const queue = sqsActionQueue(sqs, QueueUrl);
    const began = performance.now();
    await Promise.all(Array.from({ length: atOnce }, () => sweep(NOW, actionStore(client, table), queue)));
    const seconds = (performance.now() - began) / 1000;
    const ids = await emptied(engine, QueueUrl);
    const handedOn = new Set(ids).size;
    return { seconds, due, atOnce, handedOn, twice: ids.length - handedOn };
  } finally {
    sqs.destroy();
    await engine.stop();
  }
}

function dueClock(caseNumber: string, i: number) {
  const dueAt = new Date(Date.parse(NOW) - (i % DUE_WITHIN_MS)).toISOString();
  return { id: clockId(caseNumber), kind: 'clock', state: 'due', dueAt, attempts: 0, caseNumber } as const;
}

const Received = z.object({ Messages: z.optional(z.array(z.object({ Body: z.string() }))) });

/** The actions of all messages. */
async function emptied(engine: QueueEngine, QueueUrl: string): Promise<string[]> {
  const call = sqsCaller(engine.exchange);
  const ids: string[] = [];
  for (;;) {
    const answer = await call('ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: HIDDEN_S });
    const { Messages = [] } = Received.parse(answer);
    if (Messages.length === 0) return ids;
    ids.push(...Messages.map(({ Body }) => ActionMessage.parse(JSON.parse(Body)).actionId));
  }
}
