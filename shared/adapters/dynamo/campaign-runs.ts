import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { Invitation } from '../../domain/campaign/invitation.ts';
import { CampaignRun } from '../../domain/campaign/run.ts';
import { conflict } from '../../domain/errors.ts';
import type { CampaignRuns } from '../../ports.ts';
import { fromItem } from './items.ts';
import { campaignKey, invitationIndexPartition } from './keys.ts';
import { listOfIndex } from './page-of-index.ts';
import { surveyVersions } from './survey-versions.ts';
import { unlessRefused } from './unless-refused.ts';

/** Campaigns as they are run, in DynamoDB. @see CampaignRuns for what each call promises. */
export function campaignRuns(client: DynamoDBDocumentClient, table: string): CampaignRuns {
  return {
    ...surveyVersions(client, table),
    run: (campaign) => readRun(client, table, campaign),
    async keepRun(next, seen) {
      const put = new PutCommand({
        TableName: table,
        Item: { ...next, ...campaignKey(next.campaign), type: 'campaign-run' },
        ...(seen === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :seen',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':seen': seen.version },
            }),
      });
      if (!(await unlessRefused(client.send(put)))) {
        throw conflict('Somebody else started this campaign or went on with it at the same time. Read it again, then decide again.');
      }
    },
    invitations: (campaign, state, page) =>
      listOfIndex(client, table, Invitation, invitationIndexPartition(campaign, state).ipk, 'oldest', page),
  };
}

export async function readRun(client: DynamoDBDocumentClient, table: string, campaign: string): Promise<CampaignRun | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...campaignKey(campaign) }, ConsistentRead: true }));
  return Item === undefined ? undefined : fromItem(CampaignRun, Item);
}
