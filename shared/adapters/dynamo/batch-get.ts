import { setTimeout } from 'node:timers/promises';
import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Key } from './keys.ts';

/** DynamoDB takes at most this many keys in one BatchGetItem. */
const MAX_KEYS = 100;
/** Unprocessed keys are normal under load or where the items are more than 16 MB; these many rounds with doubling pauses take 6 s. */
const MAX_ROUNDS = 8;

const Stored = z.looseObject({ pk: z.string(), sk: z.string() });
type Stored = z.infer<typeof Stored>;

const nameOf = ({ pk, sk }: Key) => JSON.stringify([pk, sk]);

/**
 * Reads items by key, in the order of the keys; those that are not there are left out. Keys that DynamoDB hands back unprocessed are asked again.
 * @throws Error where some are still unread after all rounds: never a list that is silently short.
 */
export async function batchGet(
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly Key[],
  { pauseMs = 50, isStrong = false }: { readonly pauseMs?: number; readonly isStrong?: boolean } = {},
): Promise<Stored[]> {
  const found = new Map<string, Stored>();
  for (let start = 0; start < keys.length; start += MAX_KEYS) {
    let open: Record<string, unknown>[] = keys.slice(start, start + MAX_KEYS).map(({ pk, sk }) => ({ pk, sk }));
    for (let round = 0; open.length > 0; round++) {
      if (round === MAX_ROUNDS) throw new Error(`BatchGetItem left ${open.length} keys unprocessed after ${MAX_ROUNDS} rounds`);
      if (round > 0) await setTimeout(pauseMs * 2 ** (round - 1));
      const answer = await client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys: open, ConsistentRead: isStrong } } }));
      for (const item of z.array(Stored).parse(answer.Responses?.[table] ?? [])) found.set(nameOf(item), item);
      open = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    }
  }
  return keys.flatMap((key) => found.get(nameOf(key)) ?? []);
}
