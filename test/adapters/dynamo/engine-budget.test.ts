import { GetCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { engineBudget } from '../../../shared/adapters/dynamo/engine-budget.ts';
import { engineCostKey } from '../../../shared/adapters/dynamo/keys.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { MortalProcess } from '../../faults.ts';

let dynamo: DynamoForTests;
let days = 0;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const Counter = z.object({ microUsd: z.number(), expiresAt: z.number() });

/** A day nobody has spent on yet, and as many processes before it as wanted. */
function purse(microUsdPerDay: number) {
  days += 1;
  const noon = new Date(Date.UTC(2027, 0, days, 12)).toISOString();
  const open = (clock = () => noon, process = new MortalProcess()) =>
    engineBudget(process.dynamo(dynamo.client), dynamo.registerTable, microUsdPerDay, clock);
  const spent = async (at = noon) => {
    const { Item } = await dynamo.client.send(new GetCommand({ TableName: dynamo.registerTable, Key: engineCostKey(at.slice(0, 10)) }));
    return Item === undefined ? undefined : Counter.parse(Item);
  };
  return { open, spent, noon };
}

describe('the daily cost fuse', () => {
  it('takes the money with one call, before anything is asked, and refuses what would pass the budget', async () => {
    const { open, spent, noon } = purse(1000);
    const process = new MortalProcess();
    const budget = open(undefined, process);
    expect(await budget.reserve(600)).toEqual({ day: noon.slice(0, 10), microUsd: 600 });
    expect(await budget.reserve(500)).toBeUndefined();
    expect(await budget.reserve(400)).toBeDefined();
    expect(process.calls).toBe(3);
    expect((await spent())?.microUsd).toBe(1000);
  });

  it('refuses without a call what is more than a whole day may cost', async () => {
    const { open, spent } = purse(1000);
    const process = new MortalProcess();
    expect(await open(undefined, process).reserve(1001)).toBeUndefined();
    expect(process.calls).toBe(0);
    expect(await spent()).toBeUndefined();
  });

  it('holds however many processes ask at once: the sum never passes the budget', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 300, max: 5000 }),
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 20, maxLength: 40 }),
        async (limit, costs) => {
          const { open, spent } = purse(limit);
          const processes = [open(), open(), open()];
          const taken = await Promise.all(costs.map((cost, i) => processes[i % 3]?.reserve(cost)));
          const sum = taken.reduce((total, one) => total + (one?.microUsd ?? 0), 0);
          expect(sum).toBeLessThanOrEqual(limit);
          expect((await spent())?.microUsd ?? 0).toBe(sum);
          // No more was refused than had to be: what was refused did not fit beside all that was taken in the end.
          const refused = costs.filter((_, i) => taken[i] === undefined);
          for (const cost of refused) expect(sum + cost).toBeGreaterThan(limit);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('gives back with the next reservation what a call cost less, and takes what it cost more', async () => {
    const { open, spent } = purse(1000);
    const budget = open();
    const first = await budget.reserve(900);
    if (first === undefined) throw new Error('expected a reservation');
    budget.settle(first, 100);
    expect(await budget.reserve(800)).toBeDefined();
    expect((await spent())?.microUsd).toBe(900);
    expect(await budget.reserve(101)).toBeUndefined();
    expect(await budget.reserve(100)).toBeDefined();
  });

  it('keeps what is owed through a refusal', async () => {
    const { open } = purse(1000);
    const budget = open();
    const first = await budget.reserve(1000);
    if (first === undefined) throw new Error('expected a reservation');
    budget.settle(first, 500);
    expect(await budget.reserve(501)).toBeUndefined();
    expect(await budget.reserve(500)).toBeDefined();
  });

  it('begins anew with the UTC day, and gives back nothing to a day that did not pay it', async () => {
    const { open, spent, noon } = purse(1000);
    let now = noon;
    const budget = open(() => now);
    const first = await budget.reserve(1000);
    if (first === undefined) throw new Error('expected a reservation');
    now = new Date(Date.parse(noon) + 86_400_000).toISOString();
    days += 1;
    expect(await budget.reserve(700)).toBeDefined();
    budget.settle(first, 0);
    expect(await budget.reserve(301)).toBeUndefined();
    expect((await spent(now))?.microUsd).toBe(700);
  });

  it('forgets a day after two weeks', async () => {
    const { open, spent, noon } = purse(1000);
    await open().reserve(1);
    expect((await spent())?.expiresAt).toBe(Date.parse(noon) / 1000 + 14 * 86_400);
  });

  it('an answer that is lost counts as spent: nobody is asked, and nothing is given back twice (P41)', async () => {
    const { open, spent } = purse(1000);
    const budget = open(undefined, new MortalProcess({ call: 1, when: 'after' }));
    await expect(budget.reserve(400)).rejects.toThrow();
    expect((await spent())?.microUsd).toBe(400);
  });
});
