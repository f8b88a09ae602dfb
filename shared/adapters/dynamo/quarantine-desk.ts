import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { conflict } from '../../domain/errors.ts';
import { QuarantinedItem } from '../../domain/intake/quarantined.ts';
import type { QuarantineDesk } from '../../ports.ts';
import { fromItem } from './items.ts';
import { quarantineIndexPartition, quarantineKey } from './keys.ts';
import { listOfIndex } from './page-of-index.ts';

/** What was kept aside, in DynamoDB. @see QuarantineDesk for what each call promises. */
export const quarantineDesk = (client: DynamoDBDocumentClient, table: string): QuarantineDesk => ({
  quarantined: (page) => listOfIndex(client, table, QuarantinedItem, quarantineIndexPartition.ipk, 'newest', page),
  async one(id) {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...quarantineKey(id) }, ConsistentRead: true }));
    return Item === undefined ? undefined : fromItem(QuarantinedItem, Item);
  },
  async judge(id, judgement) {
    try {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { ...quarantineKey(id) },
          // An update, not the whole item: an erasure may have taken a person out of it since it was read.
          UpdateExpression: 'SET judgement = :judgement',
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(judgement)',
          ExpressionAttributeValues: { ':judgement': judgement },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      throw conflict('Somebody else judged it meanwhile. Read it again.');
    }
  },
});
