import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Invitation } from '../../domain/campaign/invitation.ts';
import { answered, begun } from '../../domain/campaign/progress.ts';
import { Survey } from '../../domain/survey/survey.ts';
import type { InvitationDesk } from '../../ports.ts';
import { fromItem, invitationItem } from './items.ts';
import { invitationKey, surveyVersionKey } from './keys.ts';
import { unlessRefused } from './unless-refused.ts';

const SurveyItem = z.object({ survey: Survey });

/** Invitations in DynamoDB, for the page on which they are answered. @see InvitationDesk for what each call promises. */
export function invitationDesk(client: DynamoDBDocumentClient, table: string): InvitationDesk {
  const keep = async (next: Invitation, seen: Invitation) =>
    (await putInvitation(client, table, next, seen)) ? next : 'changed-meanwhile';
  return {
    invitation: (id) => readInvitation(client, table, id),
    keepDraft: (seen, draft, now) => keep(begun(seen, draft, now), seen),
    answer: (seen, draft, now) => keep(answered(seen, draft, now), seen),
    async survey(id, version) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...surveyVersionKey(id, version) } }));
      return Item === undefined ? undefined : SurveyItem.parse(Item).survey;
    },
  };
}

/** Strongly, for what is decided on it must be so. */
export async function readInvitation(client: DynamoDBDocumentClient, table: string, id: string): Promise<Invitation | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...invitationKey(id) }, ConsistentRead: true }));
  return Item === undefined ? undefined : fromItem(Invitation, Item);
}

/** Puts an invitation in the place of the one that was seen. False where somebody else was first. */
export const putInvitation = (client: DynamoDBDocumentClient, table: string, next: Invitation, seen: Invitation): Promise<boolean> =>
  unlessRefused(client.send(new PutCommand({ TableName: table, ...invitationPut(next, seen) })));

/** The same for a transaction. */
export const invitationPut = (next: Invitation, seen: Invitation) => ({
  Item: invitationItem(next),
  ConditionExpression: '#version = :seen',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':seen': seen.version },
});
