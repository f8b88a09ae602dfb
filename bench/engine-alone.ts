import * as z from 'zod';
import { type DynamoCall, dynamoCaller } from '../local/engines/dynamo-call.ts';
import { type EngineName, startDynamo } from '../local/engines/dynamodb.ts';
import type { RecordedCall, Recording } from './recorder.ts';

const Text = z.object({ S: z.string() });
const Keyed = z.looseObject({ pk: Text, sk: Text });
const OnItem = z.object({ TableName: z.string(), Key: z.optional(Keyed), Item: z.optional(Keyed) });
const OnItems = z.object({ TransactItems: z.array(z.record(z.string(), OnItem)) });

/** The items a write touches, as text. */
export function touched(body: unknown): string[] {
  const transaction = OnItems.safeParse(body);
  const operations = transaction.success ? transaction.data.TransactItems.flatMap((one) => Object.values(one)) : [OnItem.parse(body)];
  return operations.flatMap(({ TableName, Key, Item }) => {
    const key = Key ?? Item;
    return key === undefined ? [] : [`${TableName} ${key.pk.S} ${key.sk.S}`];
  });
}

/**
 * The recorded writes, straight to a fresh engine with the same tables, indexes and streams, `atOnce` at a time; those before `begin` are made
 * first. Writes to the same item keep their order, as they had to when they were recorded: their conditions hold then.
 * @returns milliseconds it took @throws where the engine refuses a write
 */
export async function replay(engineName: EngineName, { tables, earlier, writes }: Recording, atOnce: number): Promise<number> {
  const engine = await startDynamo(engineName, undefined);
  try {
    const call = dynamoCaller(engine.endpoint);
    for (const { action, body } of tables) await call(action, JSON.parse(body.toString()));
    await write(call, earlier, atOnce);
    return await write(call, writes, atOnce);
  } finally {
    await engine.stop();
  }
}

async function write(call: DynamoCall, writes: readonly RecordedCall[], atOnce: number): Promise<number> {
  const waiting = writes
    .map(({ action, body }) => {
      const parsed = JSON.parse(body.toString());
      return { action, parsed, keys: touched(parsed) };
    })
    .values();
  const latest = new Map<string, Promise<unknown>>();
  const worker = async () => {
    for (const { action, parsed, keys } of waiting) {
      const before = keys.flatMap((key) => latest.get(key) ?? []);
      const done = Promise.all(before).then(() => call(action, parsed));
      for (const key of keys) latest.set(key, done);
      await done;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  return performance.now() - began;
}
