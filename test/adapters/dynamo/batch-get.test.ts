import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { batchGet } from '../../../shared/adapters/dynamo/batch-get.ts';
import { stubbed } from '../../sdk-stub.ts';

const Wire = z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) });
const BatchGet = z.object({ RequestItems: z.object({ Table: z.object({ Keys: z.array(Wire) }) }) });
const keys = Array.from({ length: 230 }, (_, i) => ({ pk: `P#${i}`, sk: 'S' }));

/** Answers with at most `atOnce` items a call, in reverse order; every fifth key is not there. */
function sparingTable(atOnce: number) {
  const askedFor: number[] = [];
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient(
      stubbed((_, input) => {
        const asked = BatchGet.parse(input).RequestItems.Table.Keys;
        askedFor.push(asked.length);
        const served = asked.slice(0, atOnce).filter(({ pk }) => Number(pk.S.slice(2)) % 5 !== 4);
        const left = asked.slice(atOnce);
        return { Responses: { Table: served.reverse() }, UnprocessedKeys: left.length > 0 ? { Table: { Keys: left } } : {} };
      }),
    ),
  );
  return { client, askedFor };
}

describe('reading many items by key', () => {
  it('asks again for what DynamoDB left unprocessed, keeps the order asked for and leaves out what is not there', async () => {
    const { client, askedFor } = sparingTable(30);
    const items = await batchGet(client, 'Table', keys, { pauseMs: 0 });
    expect(items.map(({ pk }) => pk)).toEqual(keys.filter((_, i) => i % 5 !== 4).map(({ pk }) => pk));
    expect(Math.max(...askedFor)).toBe(100);
  });

  it('fails rather than return a list that is silently short', async () => {
    await expect(batchGet(sparingTable(0).client, 'Table', keys, { pauseMs: 0 })).rejects.toThrow(/100 keys unprocessed/);
  });

  it('asks nothing for no keys', async () => {
    const { client, askedFor } = sparingTable(30);
    expect(await batchGet(client, 'Table', [], { pauseMs: 0 })).toEqual([]);
    expect(askedFor).toEqual([]);
  });
});
