import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { NoticeLine } from '../../domain/outgoing/notice/line.ts';
import type { LineStore } from '../../domain/outgoing/ports.ts';
import { Severity } from '../../domain/understand/understanding.ts';
import { batchGet } from './batch-get.ts';
import { caseKey, endpointKey, noticeIndexPartition, noticeLineKey } from './keys.ts';
import { pageOfIndex } from './page-of-index.ts';
import { unlessRefused } from './unless-refused.ts';

const StoredLine = z.object({ state: z.string(), line: NoticeLine });
const CaseItem = z.object({ number: z.string(), severity: Severity, branch: z.optional(z.string()) });
/** Lines that are ended at the same time. */
const AT_ONCE = 10;

/** What `deliver` does with lines for chat rooms, in DynamoDB. @see LineStore for what each call promises. */
export function lineStore(client: DynamoDBDocumentClient, table: string): LineStore {
  const setOnRoom = (room: string, field: 'turnUntil' | 'notBefore', value: string, condition?: { expression: string; now: string }) =>
    unlessRefused(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: { ...endpointKey(room) },
          UpdateExpression: `SET #type = :type, ${field} = :value`,
          ConditionExpression: condition?.expression,
          ExpressionAttributeNames: { '#type': 'type' },
          ExpressionAttributeValues: { ':type': 'endpoint', ':value': value, ...(condition && { ':now': condition.now }) },
        }),
      ),
    );
  return {
    takeTurn: (room, now, until) =>
      setOnRoom(room, 'turnUntil', until, { expression: 'attribute_not_exists(turnUntil) OR turnUntil <= :now', now }),
    lines: async (room, limit) => {
      const { items } = await pageOfIndex(client, table, noticeIndexPartition(room).ipk, 'oldest', { limit });
      // The index follows the table with a delay: a line that was sent a moment ago may still be named.
      return items
        .map((item) => StoredLine.parse(item))
        .filter(({ state }) => state === 'due')
        .map(({ line }) => line);
    },
    gists: async (numbers) => {
      const items = await batchGet(client, table, numbers.map(caseKey));
      return new Map(items.map((item) => CaseItem.parse(item)).map(({ number, ...gist }) => [number, gist]));
    },
    endLines: async (room, lines, state, at) => {
      for (let start = 0; start < lines.length; start += AT_ONCE) {
        await Promise.all(lines.slice(start, start + AT_ONCE).map(({ eventId }) => endLine(client, table, room, eventId, state, at)));
      }
    },
    pause: async (room, until) => {
      await setOnRoom(room, 'notBefore', until);
    },
  };
}

async function endLine(client: DynamoDBDocumentClient, table: string, room: string, eventId: string, state: string, at: string) {
  await client.send(
    new UpdateCommand({
      TableName: table,
      Key: { ...noticeLineKey(room, eventId) },
      UpdateExpression: 'SET #state = :state, endedAt = :at REMOVE ipk, isk',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':state': state, ':at': at },
    }),
  );
}
