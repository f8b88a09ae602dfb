import { createHash } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, QueryCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { BucketDelta } from '../../domain/metrics/bucket.ts';
import { addTallies, storedTally, type Tally } from '../../domain/metrics/tally.ts';
import type { CommitOutcome, FiguresReader, FiguresWriter } from '../../ports.ts';
import type { Clock } from '../clock.ts';
import { bySecond, type ClaimsOfSecond, claimedBefore, claiming } from './claims.ts';
import { bucketKey, bucketPartition } from './keys.ts';

/** Buckets are split so that two batches at the same time seldom meet in one item. Readers add the parts up. */
const BUCKET_SHARDS = 4;

/** Claims must outlive every redelivery of their records: the stream keeps records for 24 h. Counted from the second's last claim. */
const CLAIM_KEPT_SECONDS = 48 * 3600;

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;

/**
 * Exactly once: the claims of the records, which can be made only once, and the bucket updates of the batch in the same transaction.
 * Claims come first in it, one update per second. An answer that was lost is settled by the claims: the retry finds them.
 * So no ClientRequestToken of ours; the SDK sets its own for the retries it makes itself.
 */
export function figuresWriter(client: DynamoDBDocumentClient, table: string, clock: Clock): FiguresWriter {
  return {
    async commit(claims, buckets) {
      const expiresAt = Math.floor(Date.parse(clock()) / 1000) + CLAIM_KEPT_SECONDS;
      const shard = shardOf(claims[0]?.eventId ?? '');
      const seconds = bySecond(claims);
      const TransactItems: Writes = [
        ...seconds.map((second) => ({ Update: claiming(table, second, expiresAt) })),
        ...buckets.map((bucket) => ({ Update: addition(table, bucket, shard) })),
      ];
      try {
        await client.send(new TransactWriteCommand({ TransactItems }));
        return { outcome: 'done' };
      } catch (error) {
        return outcomeOf(error, seconds);
      }
    },
  };
}

/** Batches that run at the same time begin with different records, so they mostly take different parts of a bucket. */
const shardOf = (eventId: string) => createHash('sha256').update(eventId).digest().readUInt8(0) % BUCKET_SHARDS;

function addition(table: string, { granularity, dimension, start, deltas }: BucketDelta, shard: number) {
  const entries = Object.entries(deltas);
  return {
    TableName: table,
    Key: bucketKey(granularity, dimension, start, shard),
    // By number: an expression takes 4 KB at most, and a batch may add to every counter there is.
    UpdateExpression: `ADD ${entries.map((_, i) => `#${i} :${i}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(entries.map(([counter], i) => [`#${i}`, counter])),
    ExpressionAttributeValues: Object.fromEntries(entries.map(([, value], i) => [`:${i}`, value])),
  };
}

/** Reasons of a cancelled transaction that pass by themselves. */
const PASSING_REASONS = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);
/** Errors that pass by themselves, where the SDK's own retries did not suffice. */
const PASSING_ERRORS = new Set([
  'TransactionConflictException',
  'TransactionInProgressException',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
]);

/** @throws the error itself, where it means a fault of ours or one that waiting does not mend. */
function outcomeOf(error: unknown, seconds: readonly ClaimsOfSecond[]): CommitOutcome {
  if (error instanceof TransactionCanceledException) {
    const reasons = error.CancellationReasons ?? [];
    const claimed = seconds.flatMap((second, i) => {
      const reason = reasons[i];
      return reason?.Code === 'ConditionalCheckFailed' ? claimedBefore(second, reason) : [];
    });
    if (claimed.length > 0) return { outcome: 'counted-before', eventIds: claimed };
    const codes = reasons.map(({ Code }) => Code);
    const told = codes.filter((code) => code !== undefined && code !== 'None');
    if (told.length > 0 && told.every((code) => PASSING_REASONS.has(code ?? ''))) return { outcome: 'busy', cause: error };
    throw error;
  }
  if (error instanceof Error && PASSING_ERRORS.has(error.name)) return { outcome: 'busy', cause: error };
  throw error;
}

const StoredBucket = z.looseObject({ sk: z.string() });

/** Queries only; the parts of a bucket are added up. */
export function figuresReader(client: DynamoDBDocumentClient, table: string): FiguresReader {
  return {
    async series(dimension, granularity, from, to) {
      const tallies = new Map<string, Tally>();
      let after: Record<string, unknown> | undefined;
      do {
        const answer = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
            // '~' sorts after every shard number.
            ExpressionAttributeValues: { ':pk': bucketPartition(granularity, dimension), ':from': `${from}#`, ':to': `${to}#~` },
            ExclusiveStartKey: after,
          }),
        );
        for (const item of z.array(StoredBucket).parse(answer.Items ?? [])) {
          const start = item.sk.slice(0, item.sk.indexOf('#'));
          const [standing, part] = [tallies.get(start), storedTally(item)];
          tallies.set(start, standing === undefined ? part : addTallies(standing, part));
        }
        after = answer.LastEvaluatedKey;
      } while (after !== undefined);
      // Shards of a bucket lie next to each other and starts sort as text, so the map is in order already.
      return [...tallies].map(([start, tally]) => ({ start, tally }));
    },
  };
}
