import { describe, expect, it } from 'vitest';
import { DeliveryPage, EndpointList, ListedDelivery, ListedEndpoint } from '../../../shared/api/outgoing-schemas.ts';
import { Delivery, newDelivery } from '../../../shared/domain/outgoing/delivery.ts';
import { claims, NOW, parsed } from '../desk/world.ts';
import { InspectWorld } from './world.ts';

const manager = { claims: claims('manager', 'zhao') };
const happening = { id: 'case:2611-0042:3', type: 'NoteAdded', occurredAt: NOW, data: { caseNumber: '2611-0042' } };

function worldWith(endpoint: string, rest: Partial<Delivery> = {}) {
  const world = new InspectWorld();
  const delivery: Delivery = {
    ...newDelivery(happening, endpoint, NOW),
    state: 'failed',
    reason: 'exhausted',
    endedAt: NOW,
    attempts: 10,
    ...rest,
  };
  world.outgoing.all.set(delivery.id, delivery);
  return { world, id: delivery.id };
}
const replay = (world: InspectWorld, id: string) => world.call('POST /api/deliveries/{id}/replay', { ...manager, path: { id } });

describe('deliveries (P39)', () => {
  it('are listed by endpoint and state, failed ones where no state is said, without payloads', async () => {
    const { world, id } = worldWith('crm');
    const page = DeliveryPage.parse(parsed(await world.call('GET /api/deliveries', { ...manager, query: { endpoint: 'crm' } })));
    expect(page.items.map((one) => one.id)).toEqual([id]);
    expect(JSON.stringify(page)).not.toContain('payload');
    const held = await world.call('GET /api/deliveries', { ...manager, query: { endpoint: 'crm', state: 'held' } });
    expect(parsed(held)).toEqual({ items: [] });
    await expect(world.call('GET /api/deliveries', manager)).rejects.toMatchObject({ status: 422, issues: [{ field: 'endpoint' }] });
  });

  it('are read whole, by an id with colons in it', async () => {
    const { world, id } = worldWith('crm');
    const read = Delivery.parse(parsed(await world.call('GET /api/deliveries/{id}', { ...manager, path: { id } })));
    expect(read.payload).toBe(JSON.stringify(happening));
    await expect(world.call('GET /api/deliveries/{id}', { ...manager, path: { id: 'crm:none' } })).rejects.toMatchObject({ status: 404 });
  });

  it('are replayed: due now, with all attempts before them', async () => {
    const { world, id } = worldWith('crm');
    expect(ListedDelivery.parse(parsed(await replay(world, id)))).toMatchObject({ id, state: 'due', dueAt: NOW, attempts: 0, replays: 1 });
  });

  it('are not replayed to an endpoint that is disabled, turned off or gone, nor where there is nothing to send', async () => {
    const disabled = worldWith('crm');
    await disabled.world.outgoing.health.disable('crm', 'gone', NOW);
    await expect(replay(disabled.world, disabled.id)).rejects.toMatchObject({
      status: 409,
      code: 'endpoint-disabled',
      message: expect.stringContaining('/api/endpoints/crm/enable'),
    });
    for (const endpoint of ['off', 'removed']) {
      const { world, id } = worldWith(endpoint);
      await expect(replay(world, id)).rejects.toMatchObject({ status: 409, code: 'endpoint-disabled' });
    }
    const empty = worldWith('crm', { payload: '' });
    await expect(replay(empty.world, empty.id)).rejects.toMatchObject({ status: 409, code: 'nothing-to-send' });
  });
});

describe('endpoints (P39)', () => {
  it('are listed with how they have been doing, and no URL is told', async () => {
    const world = new InspectWorld();
    await world.outgoing.health.disable('crm', 'failing', NOW);
    const { items } = EndpointList.parse(parsed(await world.call('GET /api/endpoints', manager)));
    expect(items.map(({ id, kind, host, isEnabled, health }) => [id, kind, host, isEnabled, health.isDisabled])).toEqual([
      ['crm', 'webhook', 'crm.example.com', true, true],
      ['off', 'webhook', 'off.example.com', false, false],
      ['team', 'wecom', undefined, true, false],
    ]);
    expect(JSON.stringify(items)).not.toContain('key=1');
  });

  it('are enabled by a manager, whose name is kept', async () => {
    const world = new InspectWorld();
    await world.outgoing.health.disable('crm', 'gone', NOW);
    const enabled = ListedEndpoint.parse(parsed(await world.call('POST /api/endpoints/{id}/enable', { ...manager, path: { id: 'crm' } })));
    expect(enabled.health).toMatchObject({ isDisabled: false, changedAt: NOW, changedBy: 'agent:zhao' });
  });

  it('are not enabled where the config turns them off or lacks them', async () => {
    const enable = (id: string) => new InspectWorld().call('POST /api/endpoints/{id}/enable', { ...manager, path: { id } });
    await expect(enable('off')).rejects.toMatchObject({ status: 409, code: 'disabled-by-config' });
    await expect(enable('nobody')).rejects.toMatchObject({ status: 404 });
  });

  it.each([
    'GET /api/deliveries',
    'GET /api/deliveries/{id}',
    'POST /api/deliveries/{id}/replay',
    'GET /api/endpoints',
    'POST /api/endpoints/{id}/enable',
  ])('%s is not for agents (P29)', async (route) => {
    await expect(new InspectWorld().call(route, { claims: claims('agent') })).rejects.toMatchObject({ status: 403 });
  });
});
