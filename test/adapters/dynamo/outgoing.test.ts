import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryDesk } from '../../../shared/adapters/dynamo/delivery-desk.ts';
import { deliveryStore } from '../../../shared/adapters/dynamo/delivery-store.ts';
import { dueDeliveries } from '../../../shared/adapters/dynamo/due-deliveries.ts';
import { healthStore } from '../../../shared/adapters/dynamo/health-store.ts';
import { deliveryKey, noticeLineKey } from '../../../shared/adapters/dynamo/keys.ts';
import { outbox } from '../../../shared/adapters/dynamo/outbox.ts';
import { newDelivery } from '../../../shared/domain/outgoing/delivery.ts';
import { healthy } from '../../../shared/domain/outgoing/health.ts';
import { lineOf } from '../../../shared/domain/outgoing/wanted.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';

const NOW = '2026-11-23T02:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
const happening = (n: number) => ({ id: `case:2611-0042:${n}`, type: 'NoteAdded', occurredAt: NOW, data: { caseNumber: '2611-0042' } });

let dynamo: DynamoForTests;
const stores = () => {
  const { client, registerTable: table } = dynamo;
  return {
    outbox: outbox(client, table),
    store: deliveryStore(client, table),
    desk: deliveryDesk(client, table),
    due: dueDeliveries(client, table),
    health: healthStore(client, table),
  };
};
const item = async (Key: object) => (await dynamo.client.send(new GetCommand({ TableName: dynamo.registerTable, Key: { ...Key } }))).Item;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

describe('the outbox', () => {
  it('notes a delivery down once, expiring after 90 days, as a type that no reader of the stream listens to', async () => {
    const { outbox: box } = stores();
    const delivery = newDelivery(happening(1), 'once', NOW);
    expect(await Promise.all([box.addDelivery(delivery), box.addDelivery(delivery)])).toEqual(expect.arrayContaining([true, false]));
    expect(await item(deliveryKey(delivery.id))).toMatchObject({
      type: 'delivery',
      expiresAt: Date.parse(NOW) / 1000 + 90 * 86_400,
      payload: JSON.stringify(happening(1)),
    });
  });

  it('does not write over a delivery that has gone on meanwhile', async () => {
    const { outbox: box, store, desk } = stores();
    const delivery = newDelivery(happening(2), 'ended', NOW);
    await box.addDelivery(delivery);
    await store.end(delivery, { state: 'delivered', at: later(1) });
    expect(await box.addDelivery(delivery)).toBe(false);
    expect((await desk.delivery(delivery.id))?.state).toBe('delivered');
  });

  it('notes a line down once per room', async () => {
    const { outbox: box, due } = stores();
    for (let i = 0; i < 2; i += 1) await box.addLine('team', lineOf(happening(3)), NOW);
    expect(await item(noticeLineKey('team', 'case:2611-0042:3'))).toMatchObject({
      type: 'notice-line',
      state: 'due',
      line: { caseNumber: '2611-0042' },
    });
    expect([await due.hasLines('team'), await due.hasLines('other')]).toEqual([true, false]);
  });
});

describe('what is due', () => {
  it('is leased per endpoint, the oldest first, and each to one of two who ask at once', async () => {
    const { outbox: box, due } = stores();
    for (let n = 0; n < 8; n += 1) await box.addDelivery(newDelivery(happening(n), 'busy', later(n)));
    await box.addDelivery(newDelivery(happening(0), 'other', NOW));
    expect(await due.leaseDue('busy', later(59), later(400), 100)).toEqual([]);
    expect(await due.leaseDue('busy', later(61), later(400), 2)).toEqual(['busy:case:2611-0042:0', 'busy:case:2611-0042:1']);
    const [a, b] = await Promise.all([due.leaseDue('busy', later(90), later(400), 100), due.leaseDue('busy', later(90), later(400), 100)]);
    expect([...a, ...b].sort()).toEqual([2, 3, 4, 5, 6, 7].map((n) => `busy:case:2611-0042:${n}`));
    expect(await due.leaseDue('busy', later(399), later(800), 100)).toEqual([]);
    expect(await due.leaseDue('busy', later(400), later(800), 100)).toHaveLength(8);
  });
});

describe('the desk', () => {
  it('pages through the deliveries of an endpoint in a state, the latest to end first', async () => {
    const { outbox: box, store, desk } = stores();
    for (let n = 0; n < 5; n += 1) {
      const delivery = newDelivery(happening(n), 'paged', NOW);
      await box.addDelivery(delivery);
      await store.end(delivery, { state: 'failed', at: later(n), reason: 'exhausted' });
    }
    const first = await desk.deliveries('paged', 'failed', { limit: 3 });
    const second = await desk.deliveries('paged', 'failed', { limit: 3, cursor: first.cursor });
    expect([...first.items, ...second.items].map(({ eventId }) => eventId)).toEqual([4, 3, 2, 1, 0].map((n) => `case:2611-0042:${n}`));
    expect(second.cursor).toBeUndefined();
    await expect(desk.deliveries('paged', 'held', { limit: 3, cursor: first.cursor })).rejects.toMatchObject({ status: 422 });
  });
});

describe('the health of an endpoint', () => {
  it('counts every failure of many at once, and keeps since when nothing got through', async () => {
    const { health } = stores();
    expect(await health.health('many')).toEqual(healthy('many'));
    const first = await health.fail('many', { at: NOW, code: 'timeout', isExhausted: false });
    expect(first).toMatchObject({ failures: 1, exhausted: 0, failingSince: NOW, lastFailure: 'timeout' });
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => health.fail('many', { at: later(i + 1), code: '500', isExhausted: i % 2 === 0 })),
    );
    expect(await health.health('many')).toMatchObject({ failures: 21, exhausted: 10, failingSince: NOW, lastFailure: '500' });
    await health.recover('many');
    expect(await health.health('many')).toMatchObject({ failures: 0, exhausted: 0 });
    expect((await health.health('many')).failingSince).toBeUndefined();
  });

  it('keeps the first reason that it was disabled for, until it is enabled', async () => {
    const { health } = stores();
    await health.disable('first', 'gone', NOW);
    await health.disable('first', 'failing', later(1));
    expect(await health.health('first')).toMatchObject({ isDisabled: true, reason: 'gone', changedAt: NOW });
    const enabled = await health.enable('first', 'agent:morgan', later(2));
    expect(enabled).toMatchObject({ isDisabled: false, changedAt: later(2), changedBy: 'agent:morgan' });
    expect(enabled.reason).toBeUndefined();
    await health.disable('first', 'failing', later(3));
    expect(await health.health('first')).toMatchObject({ isDisabled: true, reason: 'failing' });
  });
});
