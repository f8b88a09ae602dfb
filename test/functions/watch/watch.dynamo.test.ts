import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { watch } from '../../../functions/watch/watch.ts';
import { alarmRegister } from '../../../shared/adapters/dynamo/alarm-register.ts';
import { figuresReader, figuresWriter } from '../../../shared/adapters/dynamo/figures.ts';
import { feedbackItem } from '../../../shared/adapters/dynamo/items.ts';
import { actionKey } from '../../../shared/adapters/dynamo/keys.ts';
import { registerReader } from '../../../shared/adapters/dynamo/register-reader.ts';
import { mergeBuckets } from '../../../shared/domain/metrics/bucket.ts';
import { contributions } from '../../../shared/domain/metrics/contributions.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { aFeedback } from '../../samples.ts';

const ZONE = 'Asia/Shanghai';
const NOW = '2026-11-23T02:05:00.000Z';
const HOUR_MS = 3_600_000;

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

/** Feedback so many hours before the window of the look ends. */
const ago = (hours: number, n: number) =>
  aFeedback({ externalId: `h${hours}-${n}`, receivedAt: new Date(Date.UTC(2026, 10, 23, 1, 59) - hours * HOUR_MS).toISOString() });

/** Counts feedback as `count` does. */
async function count(feedback: readonly ReturnType<typeof aFeedback>[]) {
  const figures = figuresWriter(dynamo.client, dynamo.figuresTable, () => NOW);
  for (const item of feedback) {
    const buckets = mergeBuckets(contributions({ ...item, type: 'feedback' }, ZONE));
    await figures.commit([{ eventId: item.id, second: item.id }], buckets);
  }
}

it('finds a rise in the figures and the comments behind it in the register, and stores alarm and mail once (R22)', async () => {
  const quiet = Array.from({ length: 30 }, (_, day) => ago(24 * (day + 1) + 12, 0));
  const today = Array.from({ length: 12 }, (_, n) => ago(n, n));
  const contented = Array.from({ length: 30 }, (_, day) =>
    Array.from({ length: 10 }, (_, n) => n + 1).map((n) => ({ ...ago(24 * day + n, n), reasons: [], answers: [] })),
  ).flat();
  const happy = contented.map((item) => ({
    ...item,
    id: `happy-${item.externalId}`,
    understanding: { ...item.understanding, topics: [], sentiment: { label: 'positive', score: 0.9, confidence: 0.9 } as const },
  }));
  await count([...quiet, ...today, ...happy]);
  for (const item of today) await dynamo.client.send(new PutCommand({ TableName: dynamo.registerTable, Item: feedbackItem(item) }));

  const sent: string[] = [];
  const alarms = alarmRegister(dynamo.client, dynamo.registerTable);
  const look = () =>
    watch(
      { at: NOW },
      {
        register: registerReader(dynamo.client, dynamo.registerTable),
        figures: figuresReader(dynamo.client, dynamo.figuresTable),
        alarms,
        actions: { send: async (ids) => void sent.push(...ids) },
        clock: () => NOW,
        config: {
          brand: { name: { en: 'Example', 'zh-Hans': '示例' }, timeZone: ZONE, defaultLanguage: 'en', mailFrom: 'care@example.com' },
          branches: [],
          redaction: { orderNumbers: [] },
          alarms: { topicRise: { falseAlarmsPerYear: 4, historyDays: 56, minimumCount: 5, to: ['manager@example.com'] } },
        },
      },
    );
  expect(await look()).toEqual({ raised: ['delivery'], standing: [] });
  expect(await look()).toEqual({ raised: [], standing: ['delivery'] });

  const { items } = await alarms.alarms({ limit: 10 });
  expect(items).toMatchObject([{ id: 'rise:delivery:2026-11-23T02', count: 12 }]);
  // The same words are shown once.
  expect(items[0]?.feedbackIds).toHaveLength(1);
  expect(sent).toEqual(['alarm:rise:delivery:2026-11-23T02']);
  const { Item } = await dynamo.client.send(new GetCommand({ TableName: dynamo.registerTable, Key: actionKey(sent[0] ?? '') }));
  expect(Item).toMatchObject({ kind: 'digest', state: 'due', text: expect.stringContaining('Two weeks late and nobody called back.') });
});
