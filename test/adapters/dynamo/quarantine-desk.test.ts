import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { quarantineItem } from '../../../shared/adapters/dynamo/items.ts';
import { quarantineDesk } from '../../../shared/adapters/dynamo/quarantine-desk.ts';
import type { QuarantinedItem } from '../../../shared/domain/intake/quarantined.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { aFeedback } from '../../samples.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const { id, source, channel, externalId, revision, receivedAt, answers, reasons } = aFeedback();
const item: QuarantinedItem = {
  id: `${id}-hash`,
  at: receivedAt,
  quarantine: { reason: 'spam' },
  received: { id, source, channel, externalId, revision, receivedAt, answers, reasons },
};

it('keeps the first judgement with the item, in the list and by itself, and refuses a second', async () => {
  const desk = quarantineDesk(dynamo.client, dynamo.registerTable);
  await dynamo.client.send(new PutCommand({ TableName: dynamo.registerTable, Item: quarantineItem(item) }));
  expect(await desk.one(item.id)).toEqual(item);
  const judgement = { verdict: 'released', by: 'agent:root', at: receivedAt } as const;
  await desk.judge(item.id, judgement);
  expect(await desk.one(item.id)).toEqual({ ...item, judgement });
  expect((await desk.quarantined({ limit: 10 })).items).toEqual([{ ...item, judgement }]);
  await expect(desk.judge(item.id, { ...judgement, by: 'agent:zhao' })).rejects.toMatchObject({ status: 409, code: 'conflict' });
  await expect(desk.judge('none', judgement)).rejects.toMatchObject({ code: 'conflict' });
  expect(await desk.one('none')).toBeUndefined();
});
