import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { Crash, MortalProcess } from '../../faults.ts';
import { endpointOf, happening, outgoingWorld } from './world.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const HOUR = 3_600_000;

describe('deliver (P39)', () => {
  it('delivers an event once, and notes the attempt', async () => {
    const world = outgoingWorld(dynamo, { webhooks: [endpointOf('once')] });
    const id = await world.add(happening('2611-0001'), 'once');
    expect(await world.work()).toEqual(['delivered']);
    expect(world.requests).toMatchObject([{ delivery: { eventId: 'case:2611-0001:1', payload: JSON.stringify(happening('2611-0001')) } }]);
    expect(await world.desk.delivery(id)).toMatchObject({ state: 'delivered', attempts: 1, log: [{ at: world.time, status: 200, ms: 3 }] });
    expect(await world.deliver(id)).toBe('settled');
    world.advance(HOUR);
    expect(await world.sweep()).toBe(0);
  });

  it('the same event noted down twice is one delivery', async () => {
    const world = outgoingWorld(dynamo, { webhooks: [endpointOf('twice')] });
    const event = happening('2611-0002');
    await world.add(event, 'twice');
    await world.add(event, 'twice');
    expect(await world.work()).toEqual(['delivered']);
    world.advance(HOUR);
    expect(await world.sweep()).toBe(0);
  });

  it('tries again after 5 s and 5 min by the queue, later by the sweep, under the same id, until all ten attempts are used', async () => {
    const world = outgoingWorld(dynamo, { webhooks: [endpointOf('down')] });
    const startedAt = Date.parse(world.time);
    world.answers = Array.from({ length: 10 }, () => ({ status: 500 }));
    const id = await world.add(happening('2611-0003'), 'down');
    await world.work();
    expect(world.queue).toEqual([{ job: { deliveryId: id }, at: startedAt + 5000 }]);
    world.advance(5000);
    await world.work();
    expect(world.queue).toEqual([{ job: { deliveryId: id }, at: startedAt + 5000 + 300_000 }]);
    for (let minutes = 0; minutes < 80 * 60 && world.answers.length > 0; minutes += 30) {
      world.advance(30 * 60_000);
      await world.sweep();
      await world.work();
    }
    expect(world.requests).toHaveLength(10);
    expect(new Set(world.requests.map(({ delivery }) => delivery.eventId)).size).toBe(1);
    expect((Date.parse(world.time) - startedAt) / (24 * HOUR)).toBeGreaterThan(3);
    const ended = await world.desk.delivery(id);
    expect(ended).toMatchObject({ state: 'failed', reason: 'exhausted', attempts: 10 });
    expect(ended?.log.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 500));
    expect((await world.desk.deliveries('down', 'failed', { limit: 10 })).items.map((one) => one.id)).toEqual([id]);
  });

  it('waits as long as a busy receiver asks', async () => {
    const world = outgoingWorld(dynamo, { webhooks: [endpointOf('busy')] });
    world.answers = [{ status: 503, retryAfterMs: 2 * HOUR }];
    const id = await world.add(happening('2611-0004'), 'busy');
    await world.work();
    expect((await world.desk.delivery(id))?.dueAt).toBe(new Date(Date.parse(world.time) + 2 * HOUR).toISOString());
    world.advance(2 * HOUR - 1);
    expect(await world.deliver(id)).toBe('later');
  });

  it('is brought by the sweep where its message was lost, once per lease', async () => {
    const world = outgoingWorld(dynamo, { webhooks: [endpointOf('lost')] });
    const id = await world.add(happening('2611-0005'), 'lost');
    world.queue = [];
    expect(await world.sweep()).toBe(0);
    world.advance(61_000);
    expect(await world.sweep()).toBe(1);
    expect(await world.sweep()).toBe(0);
    expect(world.queue.map(({ job }) => job)).toEqual([{ deliveryId: id }]);
  });

  it('two workers at once send one request', async () => {
    const world = outgoingWorld(dynamo, { webhooks: [endpointOf('race')] });
    const id = await world.add(happening('2611-0006'), 'race');
    expect((await Promise.all([world.deliver(id), world.deliver(id)])).sort()).toEqual(['delivered', 'settled']);
    expect(world.requests).toHaveLength(1);
  });

  it('sends again after a crash at any call, never under another id, and ends delivered', async () => {
    const probe = outgoingWorld(dynamo, { webhooks: [endpointOf('probe')] });
    const process = new MortalProcess();
    await probe.deliver(await probe.add(happening('2611-0007'), 'probe'), process);
    expect(process.calls).toBeGreaterThan(3);
    for (let call = 1; call <= process.calls; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const endpoint = `crash-${call}-${when}`;
        const world = outgoingWorld(dynamo, { webhooks: [endpointOf(endpoint)] });
        const id = await world.add(happening('2611-0008'), endpoint);
        world.queue = [];
        await expect(world.deliver(id, new MortalProcess({ call, when }))).rejects.toThrow(Crash);
        await world.pass(4);
        expect((await world.desk.delivery(id))?.state).toBe('delivered');
        expect(world.requests.length).toBeLessThanOrEqual(2);
        expect(world.requests.length).toBeGreaterThanOrEqual(1);
      }
    }
  });

  it('an attempt that kills its process each time is not made for ever', async () => {
    const world = outgoingWorld(dynamo, { webhooks: [endpointOf('poison')] });
    const id = await world.add(happening('2611-0009'), 'poison');
    for (let i = 0; i < 10; i += 1) {
      await expect(world.deliver(id, new MortalProcess({ call: 4, when: 'before' }))).rejects.toThrow(Crash);
      world.advance(70_000);
    }
    expect(await world.deliver(id)).toBe('failed');
    expect(await world.desk.delivery(id)).toMatchObject({ state: 'failed', reason: 'sender-died' });
    expect(world.requests).toEqual([]);
  });

  it('a message about no delivery is a fault of ours', async () => {
    await expect(outgoingWorld(dynamo).deliver('nobody:case:1:1')).rejects.toThrow('expected it in the register');
  });
});

describe('disabling (P39)', () => {
  it('410 disables the endpoint at once: what is under way is held, and goes out when it is enabled and replayed', async () => {
    const world = outgoingWorld(dynamo, { webhooks: [endpointOf('gone')] });
    world.answers = [{ status: 410 }];
    const first = await world.add(happening('2611-0010'), 'gone');
    const second = await world.add(happening('2611-0011'), 'gone');
    expect(await world.work()).toEqual(['failed', 'held']);
    expect(await world.health.health('gone')).toMatchObject({ isDisabled: true, reason: 'gone', changedBy: 'system', lastFailure: '410' });
    expect(world.requests).toHaveLength(1);
    expect(await world.health.enable('gone', 'agent:morgan', world.time)).toEqual(
      expect.objectContaining({ isDisabled: false, failures: 0, changedBy: 'agent:morgan' }),
    );
    for (const id of [first, second]) {
      const held = await world.desk.delivery(id);
      if (held === undefined) throw new Error('expected the delivery');
      expect(await world.desk.replay(held, world.time)).toMatchObject({ state: 'due', attempts: 0, replays: 1 });
    }
    await world.sweep();
    expect(await world.work()).toEqual(['delivered', 'delivered']);
    expect(world.requests.map(({ delivery }) => delivery.eventId)).toEqual(['case:2611-0010:1', 'case:2611-0010:1', 'case:2611-0011:1']);
    expect((await world.desk.delivery(first))?.log.map(({ status }) => status)).toEqual([410, 200]);
  });

  it('so do five deliveries in a row that used up their attempts, and one success in between starts the count again', async () => {
    const world = outgoingWorld(dynamo, { webhooks: [endpointOf('tired')] });
    const exhaust = (times: number) =>
      Promise.all(Array.from({ length: times }, () => world.health.fail('tired', { at: world.time, code: '500', isExhausted: true })));
    await exhaust(4);
    await world.add(happening('2611-0012'), 'tired');
    expect(await world.work()).toEqual(['delivered']);
    expect(await world.health.health('tired')).toMatchObject({ exhausted: 0, failures: 0, isDisabled: false });
    await exhaust(5);
    world.answers = [{ failure: 'timeout' }];
    await world.add(happening('2611-0013'), 'tired');
    expect(await world.work()).toEqual(['retry']);
    expect(await world.health.health('tired')).toMatchObject({ isDisabled: true, reason: 'exhausted', lastFailure: 'timeout' });
  });

  it('so do five days on which nothing got through', async () => {
    const world = outgoingWorld(dynamo, { webhooks: [endpointOf('silent')] });
    world.answers = Array.from({ length: 4 }, () => ({ failure: 'connection' as const }));
    await world.add(happening('2611-0014'), 'silent');
    await world.work();
    world.advance(5 * 24 * HOUR - 1000);
    await world.add(happening('2611-0015'), 'silent');
    await world.work();
    expect((await world.health.health('silent')).isDisabled).toBe(false);
    world.advance(6000);
    await world.work();
    expect(await world.health.health('silent')).toMatchObject({ isDisabled: true, reason: 'failing' });
  });

  it('one that is turned off in the config, or gone from it, holds what is under way', async () => {
    const world = outgoingWorld(dynamo, { webhooks: [endpointOf('off')] });
    const off = await world.add(happening('2611-0016'), 'off');
    const removed = await world.add(happening('2611-0016'), 'removed');
    world.webhooks = [endpointOf('off', { isEnabled: false })];
    expect(await world.work()).toEqual(['held', 'held']);
    expect(await world.desk.delivery(off)).toMatchObject({ state: 'held', reason: 'endpoint-disabled' });
    expect(await world.desk.delivery(removed)).toMatchObject({ state: 'held', reason: 'endpoint-not-in-config' });
    expect(world.requests).toEqual([]);
  });
});

describe('replay (P39)', () => {
  it('makes a delivered event go out again, under the same id', async () => {
    const world = outgoingWorld(dynamo, { webhooks: [endpointOf('again')] });
    const id = await world.add(happening('2611-0017'), 'again');
    await world.work();
    const delivered = await world.desk.delivery(id);
    if (delivered === undefined) throw new Error('expected the delivery');
    await world.desk.replay(delivered, world.time);
    await world.sweep();
    expect(await world.work()).toEqual(['delivered']);
    expect(world.requests.map(({ delivery }) => delivery.eventId)).toEqual(['case:2611-0017:1', 'case:2611-0017:1']);
  });

  it('of what has changed since it was seen is refused', async () => {
    const world = outgoingWorld(dynamo, { webhooks: [endpointOf('stale')] });
    const seen = await world.desk.delivery(await world.add(happening('2611-0018'), 'stale'));
    if (seen === undefined) throw new Error('expected the delivery');
    await world.work();
    await expect(world.desk.replay(seen, world.time)).rejects.toMatchObject({ status: 409 });
  });

  it('while an attempt is under way outdates its end', async () => {
    const world = outgoingWorld(dynamo, { webhooks: [endpointOf('overtaken')] });
    const id = await world.add(happening('2611-0019'), 'overtaken');
    await world.deliver(id, new MortalProcess({ call: 4, when: 'after' })).catch(() => undefined);
    const underWay = await world.desk.delivery(id);
    if (underWay?.startedAt === undefined) throw new Error('expected an attempt under way');
    expect(await world.desk.replay(underWay, world.time)).toMatchObject({ state: 'due', attempts: 0, replays: 1 });
    expect(await world.deliver(id)).toBe('delivered');
  });
});
