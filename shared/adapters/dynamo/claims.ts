import type { CancellationReason } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import type { Claim } from '../../domain/metrics/packing.ts';
import { claimKey } from './keys.ts';

/** Records of one second, which are claimed together. */
export interface ClaimsOfSecond {
  readonly second: string;
  readonly eventIds: readonly string[];
}

/**
 * Claims by second, in the order of their first records: a transaction may touch an item only once.
 * @throws Error where a record is among them twice: a set would swallow the second one, and what it adds would still be added.
 */
export function bySecond(claims: readonly Claim[]): ClaimsOfSecond[] {
  if (new Set(claims.map(({ eventId }) => eventId)).size < claims.length) {
    throw new Error('claims: expected each record once in a transaction; one of them is there twice');
  }
  return [...Map.groupBy(claims, ({ second }) => second)].map(([second, group]) => ({
    second,
    eventIds: group.map(({ eventId }) => eventId),
  }));
}

/**
 * Adds event ids to the second's set, if none of them is in it; if one is, the refusal brings the set along (`claimedBefore`).
 * An item holds 400 KB: a second with 5,000 records of 32 to 36 characters takes some 180 KB. Writing costs by the size of the whole item;
 * decision 0010 has the arithmetic.
 * @param expiresAt Unix seconds.
 */
export function claiming(table: string, { second, eventIds }: ClaimsOfSecond, expiresAt: number) {
  const values = Object.fromEntries(eventIds.map((eventId, i) => [`:${i}`, eventId]));
  const isAnyClaimed = Object.keys(values).map((name) => `contains(ids, ${name})`);
  return {
    TableName: table,
    Key: claimKey(second),
    UpdateExpression: 'ADD ids :new SET expiresAt = :expires',
    ConditionExpression: `attribute_not_exists(ids) OR NOT (${isAnyClaimed.join(' OR ')})`,
    ExpressionAttributeValues: { ...values, ':new': new Set(eventIds), ':expires': expiresAt },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
}

const StoredClaims = z.object({ ids: z.set(z.string()) });

/**
 * Which of these event ids stand in the item that a refused claim brought along.
 * @throws Error where it brought none, or none of ours is in it: then it was refused for a reason we do not know, and dropping a record
 * would lose it from the figures without a trace.
 */
export function claimedBefore({ second, eventIds }: ClaimsOfSecond, { Item }: CancellationReason): string[] {
  const stored = StoredClaims.safeParse(Item === undefined ? undefined : unmarshall(Item));
  const claimed = stored.success ? eventIds.filter((eventId) => stored.data.ids.has(eventId)) : [];
  if (claimed.length > 0) return claimed;
  const came = stored.success ? `${stored.data.ids.size} other ids` : 'no set of ids';
  throw new Error(`claims of second ${second}: refused, expected the item with one of its ${eventIds.length} event ids, came ${came}`);
}
