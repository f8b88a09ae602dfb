import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { ContactLedger, withContact } from '../../domain/campaign/contact-rules.ts';
import type { Invitation } from '../../domain/campaign/invitation.ts';
import type { InvitationOutcomes, InvitationRegister, InvitationWrite } from '../../ports.ts';
import { batchGet } from './batch-get.ts';
import { readRun } from './campaign-runs.ts';
import { invitationPut, readInvitation } from './invitation-store.ts';
import { actionItem, fromItem, invitationItem } from './items.ts';
import { contactKey, customerFileKey, customerInvitationKey, suppressionKey } from './keys.ts';
import { surveyVersions } from './survey-versions.ts';

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** What `invite` reads and writes, in DynamoDB. @see InvitationRegister for what each call promises. */
export function invitationRegister(client: DynamoDBDocumentClient, table: string): InvitationRegister {
  return {
    ...surveyVersions(client, table),
    invitation: (id) => readInvitation(client, table, id),
    ledgers: async (customerKeys) => {
      const items = await batchGet(client, table, customerKeys.map(contactKey), { isStrong: true });
      return customerKeys.map((customerKey) => {
        const item = items.find(({ pk }) => pk === contactKey(customerKey).pk);
        return item === undefined ? { customerKey, version: 0, contacts: [] } : fromItem(ContactLedger, item);
      });
    },
    isSuppressed: async (addressKey) => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...suppressionKey(addressKey) } }));
      return Item !== undefined;
    },
    record: (write) => record(client, table, write),
    run: (campaign) => readRun(client, table, campaign),
  };
}

async function record(client: DynamoDBDocumentClient, table: string, write: InvitationWrite): Promise<'recorded' | 'known' | 'contested'> {
  const { invitation, action, contact, file } = write;
  const put: Writes[number] = {
    Put: { TableName: table, Item: invitationItem(invitation), ConditionExpression: 'attribute_not_exists(pk)' },
  };
  const writes: Writes = [
    put,
    { Put: { TableName: table, Item: linkItem(invitation) } },
    ...(contact === undefined ? [] : ledgerWrites(table, contact)),
    ...(action === undefined
      ? []
      : [{ Put: { TableName: table, Item: actionItem(action), ConditionExpression: 'attribute_not_exists(pk)' } }]),
    ...(file === undefined ? [] : [fileCheck(table, file)]),
  ];
  try {
    await client.send(new TransactWriteCommand({ TransactItems: writes }));
    return 'recorded';
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
    if (codes[0] === 'ConditionalCheckFailed') return 'known';
    if (codes.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict')) return 'contested';
    throw error;
  }
}

/** Beside the person's file: an export and an erasure find all that they were asked. */
const linkItem = ({ id, customerKey, campaign, invitedAt }: Invitation) => ({
  ...customerInvitationKey(customerKey, id),
  type: 'customer-invitation',
  invitation: id,
  campaign,
  at: invitedAt,
});

/** Each ledger that was looked at must stand as it was seen: of two invitations of one person at once, one is decided anew. */
function ledgerWrites(table: string, { contact, ledgers }: NonNullable<InvitationWrite['contact']>): Writes {
  const [own, ...others] = ledgers;
  if (own === undefined) throw new RangeError('a person has at least one ledger, if only an empty one');
  const put = {
    Put: { TableName: table, Item: { ...withContact(own, contact), ...contactKey(own.customerKey), type: 'contacts' }, ...asSeen(own) },
  };
  return [
    put,
    ...others.map((ledger) => ({ ConditionCheck: { TableName: table, Key: { ...contactKey(ledger.customerKey) }, ...asSeen(ledger) } })),
  ];
}

const asSeen = ({ version }: ContactLedger) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :seen',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':seen': version },
      };

/** A file that nobody has changed yet has no version: that is 1. */
const fileCheck = (table: string, { customerKey, version }: NonNullable<InvitationWrite['file']>): Writes[number] => ({
  ConditionCheck: {
    TableName: table,
    Key: { ...customerFileKey(customerKey) },
    ConditionExpression:
      version === 1 ? 'attribute_exists(pk) AND (attribute_not_exists(#version) OR #version = :seen)' : '#version = :seen',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':seen': version },
  },
});

/** What becomes of invitations, in DynamoDB. @see InvitationOutcomes for what each call promises. */
export function invitationOutcomes(client: DynamoDBDocumentClient, table: string): InvitationOutcomes {
  return {
    invitation: (id) => readInvitation(client, table, id),
    async keepOutcome(next, seen, reminder) {
      const put: Writes[number] = { Put: { TableName: table, ...invitationPut(next, seen) } };
      if (reminder === undefined) return (await written(client, [put])) === 'all';
      const plan = { Put: { TableName: table, Item: actionItem(reminder), ConditionExpression: 'attribute_not_exists(pk)' } };
      const codes = await written(client, [put, plan]);
      if (codes === 'all') return true;
      // One that stands already was planned by whoever settled the same mail before; whatever else it was, the plan must not be lost.
      const isPlanned = codes[0] === 'None' && codes[1] === 'ConditionalCheckFailed';
      return isPlanned && (await written(client, [put])) === 'all';
    },
  };
}

/** All of it, or nothing and why, write by write. */
async function written(client: DynamoDBDocumentClient, writes: Writes): Promise<'all' | readonly (string | undefined)[]> {
  try {
    await client.send(new TransactWriteCommand({ TransactItems: writes }));
    return 'all';
  } catch (error) {
    if (error instanceof TransactionCanceledException) return (error.CancellationReasons ?? []).map(({ Code }) => Code);
    throw error;
  }
}
