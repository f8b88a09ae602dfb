import { DeleteCommand, type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Invitation } from '../../domain/campaign/invitation.ts';
import type { InvitationErasure } from '../../ports.ts';
import { batchGet } from './batch-get.ts';
import { fromItem } from './items.ts';
import { actionKey, CUSTOMER_INVITATION_PREFIX, contactKey, customerFileKey, invitationKey } from './keys.ts';
import { unlessRefused } from './unless-refused.ts';

const LINKS_PER_CALL = 50;
/** As many reminders as a campaign may have, and the invitation itself. */
const MAILS_OF_INVITATION = 4;

const Link = z.object({ invitation: z.string() });

/** What an export and an erasure do with invitations, in DynamoDB. @see InvitationErasure */
export function invitationErasure(client: DynamoDBDocumentClient, table: string): InvitationErasure {
  return {
    async invitationsOf(customerKeys, limit) {
      const links = await Promise.all(customerKeys.map((customerKey) => linksOf(client, table, customerKey, limit)));
      const items = await batchGet(
        client,
        table,
        links.flatMap(({ ids }) => ids.map(invitationKey)),
      );
      return items.map((item) => fromItem(Invitation, item));
    },
    async eraseInvitations(customerKey, at, place) {
      const { ids, next } = await linksOf(client, table, customerKey, LINKS_PER_CALL, place);
      for (const id of ids) await eraseOne(client, table, id, at);
      if (next !== undefined) return { erased: ids.length, place: next };
      // Last: while there is anything left to empty, nobody is to be asked anew as if they had never been.
      await client.send(new DeleteCommand({ TableName: table, Key: { ...contactKey(customerKey) } }));
      return { erased: ids.length };
    },
  };
}

/** Ids of what was asked under one key, and where the list goes on. */
async function linksOf(client: DynamoDBDocumentClient, table: string, customerKey: string, limit: number, place?: string) {
  const { pk } = customerFileKey(customerKey);
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': CUSTOMER_INVITATION_PREFIX },
      Limit: limit,
      ExclusiveStartKey: place === undefined ? undefined : { pk, sk: place },
    }),
  );
  const ids = z
    .array(Link)
    .parse(Items)
    .map(({ invitation }) => invitation);
  return { ids, next: LastEvaluatedKey === undefined ? undefined : z.string().parse(LastEvaluatedKey['sk']) };
}

/** What stays counts: campaign, state and times, without what was filled in and what it followed. It cannot be answered any more. */
async function eraseOne(client: DynamoDBDocumentClient, table: string, invitation: string, at: string): Promise<void> {
  for (let reminder = 0; reminder < MAILS_OF_INVITATION; reminder += 1) {
    const refuse = new UpdateCommand({
      TableName: table,
      Key: { ...actionKey(`invitation:${invitation}:${reminder}`) },
      UpdateExpression: 'SET #state = :refused, endedAt = :at, #reason = :reason REMOVE ipk, isk',
      ConditionExpression: '#state = :due',
      ExpressionAttributeNames: { '#state': 'state', '#reason': 'reason' },
      ExpressionAttributeValues: { ':refused': 'refused', ':due': 'due', ':at': at, ':reason': 'erased' },
    });
    await unlessRefused(client.send(refuse));
  }
  const empty = new UpdateCommand({
    TableName: table,
    Key: { ...invitationKey(invitation) },
    UpdateExpression: 'REMOVE #draft, #cause SET #expires = :at, #version = #version + :one',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#draft': 'draft', '#cause': 'cause', '#expires': 'expiresAt', '#version': 'version' },
    ExpressionAttributeValues: { ':at': at, ':one': 1 },
  });
  await unlessRefused(client.send(empty));
}
