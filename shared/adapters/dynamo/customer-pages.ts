import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { invalidInput } from '../../domain/errors.ts';
import type { Page, PageRequest } from '../../ports.ts';

const Stored = z.looseObject({ pk: z.string(), sk: z.string() });
type Stored = z.infer<typeof Stored>;

/** Sorts after everything that a sort key of ours holds: all of it is ASCII. */
const LAST = '\u007f';
const MAX_CURSOR_LENGTH = 1000;

/**
 * A page over several partitions as if they were one, by sort key, greatest first: sort keys begin with an instant, so that is newest first.
 * Each partition is asked for a whole page, of which most may be left unread: a person has one key, seldom two or three.
 */
export async function pageOfPartitions(
  client: DynamoDBDocumentClient,
  table: string,
  partitions: readonly string[],
  prefix: string,
  { limit, cursor }: PageRequest,
): Promise<Page<Stored>> {
  const before = cursor === undefined ? undefined : sortKeyOf(cursor, prefix);
  const query = async (pk: string) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        // `BETWEEN` takes in its end, so one more is asked for and the end dropped.
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: { ':pk': pk, ':first': prefix === '' ? '0' : prefix, ':last': before ?? `${prefix}${LAST}` },
        ScanIndexForward: false,
        Limit: limit + 2,
      }),
    );
    return z.array(Stored).parse(Items);
  };
  const found = (await Promise.all(partitions.map(query))).flat().filter(({ sk }) => sk !== before);
  const sorted = found.toSorted((a, b) => (a.sk > b.sk ? -1 : 1));
  const items = sorted.slice(0, limit);
  const last = items.at(-1);
  return last === undefined || sorted.length <= limit ? { items } : { items, cursor: Buffer.from(last.sk).toString('base64url') };
}

function sortKeyOf(cursor: string, prefix: string): string {
  const sortKey = cursor.length > MAX_CURSOR_LENGTH ? '' : Buffer.from(cursor, 'base64url').toString();
  if (sortKey.startsWith(prefix) && /^\d{4}-\d{2}-\d{2}T[\x20-\x7e]+$/.test(sortKey.slice(prefix.length))) return sortKey;
  throw invalidInput('The cursor is not one of this list.', [
    { field: 'cursor', reason: 'expected the cursor of the previous page of the same list; leave it out to begin at the start' },
  ]);
}
