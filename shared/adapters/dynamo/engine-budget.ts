import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { EngineBudget } from '../../ports.ts';
import type { Clock } from '../clock.ts';
import { engineCostKey } from './keys.ts';

/** A day's sum is of no use to the fuse after the day; two weeks let somebody look at it. */
const KEPT_SECONDS = 14 * 86_400;

/**
 * The cost fuse: one counter for each UTC day, which moves only where the day's budget is not passed by it. So the sum of what all processes
 * took never passes the budget, however many ask at once. One call for each reservation: what a call cost less than was taken for it is given
 * back by the next reservation of the same process, and lost for the day with a process that makes none.
 */
export function engineBudget(client: DynamoDBDocumentClient, table: string, microUsdPerDay: number, clock: Clock): EngineBudget {
  let owed = { day: '', microUsd: 0 };
  const owe = (day: string, microUsd: number) => {
    if (day === owed.day) owed.microUsd += microUsd;
  };
  return {
    async reserve(microUsd) {
      const now = clock();
      const day = now.slice(0, 10);
      // Before the first wait, so that reservations at the same time do not make good the same difference.
      const correction = owed.day === day ? owed.microUsd : 0;
      owed = { day, microUsd: 0 };
      const cost = microUsd + correction;
      try {
        if (cost <= microUsdPerDay && (await add(client, table, cost, microUsdPerDay, now))) return { day, microUsd };
      } catch (error) {
        // Whether it was taken is not known: what makes the sum smaller is not said twice.
        owe(day, Math.max(0, correction));
        throw error;
      }
      owe(day, correction);
      return undefined;
    },
    settle: (reservation, microUsd) => owe(reservation.day, microUsd - reservation.microUsd),
  };
}

async function add(client: DynamoDBDocumentClient, table: string, cost: number, budget: number, now: string): Promise<boolean> {
  try {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: engineCostKey(now.slice(0, 10)),
        UpdateExpression: 'SET expiresAt = if_not_exists(expiresAt, :expiresAt) ADD microUsd :cost',
        ConditionExpression: 'attribute_not_exists(microUsd) OR microUsd <= :room',
        ExpressionAttributeValues: {
          ':cost': cost,
          ':room': budget - cost,
          ':expiresAt': Math.floor(Date.parse(now) / 1000) + KEPT_SECONDS,
        },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
