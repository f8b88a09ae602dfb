import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { StaffBoard } from '../../domain/recovery/owner.ts';
import type { StaffStore } from '../../ports.ts';
import { batchGet } from './batch-get.ts';
import { agentKey } from './keys.ts';

const AgentItem = z.object({
  pk: z.string(),
  openCases: z._default(z.int(), 0),
  from: z.optional(z.string()),
  until: z.optional(z.string()),
});
type AgentItem = z.infer<typeof AgentItem>;

const idOf = ({ pk }: AgentItem) => pk.slice(agentKey('').pk.length);

async function agentItems(client: DynamoDBDocumentClient, table: string, agents: readonly string[]): Promise<AgentItem[]> {
  return (await batchGet(client, table, agents.map(agentKey))).map((item) => AgentItem.parse(item));
}

/** Who has how many open cases, and who is away on a day, `YYYY-MM-DD`. */
export async function readBoard(
  client: DynamoDBDocumentClient,
  table: string,
  { agents, day }: { readonly agents: readonly string[]; readonly day: string },
): Promise<StaffBoard> {
  const items = await agentItems(client, table, agents);
  const isAway = ({ from, until }: AgentItem) => from !== undefined && from <= day && (until === undefined || day <= until);
  return {
    loads: Object.fromEntries(items.map((item) => [idOf(item), item.openCases])),
    absent: items.filter(isAway).map(idOf),
  };
}

/** Absences of the agents of the config, in DynamoDB. */
export function staffStore(client: DynamoDBDocumentClient, table: string, agents: readonly string[]): StaffStore {
  return {
    async board() {
      const items = await agentItems(client, table, agents);
      return agents.map((agent) => {
        const item = items.find((one) => idOf(one) === agent);
        return { agent, openCases: item?.openCases ?? 0, from: item?.from, until: item?.until };
      });
    },
    async setAbsence({ agent, from, until }) {
      const set = Object.entries({ from, until }).filter(([, value]) => value !== undefined);
      const gone = Object.entries({ from, until }).filter(([, value]) => value === undefined);
      const removed = gone.length === 0 ? '' : ` REMOVE ${gone.map(([field]) => `#${field}`).join(', ')}`;
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { ...agentKey(agent) },
          UpdateExpression: `SET ${['#type = :type', ...set.map(([field]) => `#${field} = :${field}`)].join(', ')}${removed}`,
          ExpressionAttributeNames: { '#type': 'type', '#from': 'from', '#until': 'until' },
          ExpressionAttributeValues: { ':type': 'agent', ...Object.fromEntries(set.map(([field, value]) => [`:${field}`, value])) },
        }),
      );
    },
  };
}
