import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DigestOptOuts } from '../../ports.ts';
import { batchGet } from './batch-get.ts';
import { digestOptOutKey } from './keys.ts';

/** One small item for each who has ended a digest. Read strongly: who pressed a moment ago gets nothing any more. */
export function digestOptOuts(client: DynamoDBDocumentClient, table: string): DigestOptOuts {
  return {
    async endedBy(digest, recipients) {
      const keys = recipients.map((recipient) => digestOptOutKey(digest, recipient));
      const found = new Set((await batchGet(client, table, keys, { isStrong: true })).map(({ pk }) => pk));
      return new Set(recipients.filter((recipient) => found.has(digestOptOutKey(digest, recipient).pk)));
    },
    async end(digest, recipient, at) {
      await client.send(new PutCommand({ TableName: table, Item: { ...digestOptOutKey(digest, recipient), type: 'digest-opt-out', at } }));
    },
    async resume(digest, recipient) {
      await client.send(new DeleteCommand({ TableName: table, Key: digestOptOutKey(digest, recipient) }));
    },
  };
}
