import { describe, expect, it } from 'vitest';
import config from '../../../shared/config/current.ts';
import { recoverySettings } from '../../../shared/config/recovery-settings.ts';
import { invitesOf } from '../../../shared/domain/recovery/invite-after.ts';
import { aCampaign } from '../../domain/campaign/a-campaign.ts';
import { settings } from '../../domain/recovery/mail-view-journey.ts';
import { MortalProcess } from '../../faults.ts';
import { ActMemory } from './act-memory.ts';

const asking = { ...settings, invitesAfterClosing: [{ campaign: 'after-a-case', after: '3d' }] };

/** A case that was closed, and what its closing wrote to be done later. */
function closed(): ActMemory {
  const world = new ActMemory();
  world.give({ type: 'close', reason: 'withdrawn-by-customer', note: 'The parcel came after all.' }, 'agent:chen', 'head');
  const event = { type: 'CaseClosed', at: world.now, by: 'agent:chen', reason: 'withdrawn-by-customer', closedIn: '2026-11' } as const;
  for (const action of invitesOf(world.case, [event], asking, world.now)) world.actions.set(action.id, action);
  return world;
}
const id = '2611-0002:invite:after-a-case:1';

describe('asking how a case was handled (R10)', () => {
  it('is planned with the closing, so long after it, once for each round', () => {
    const world = closed();
    expect(world.actions.get(id)).toMatchObject({ kind: 'invite', campaign: 'after-a-case', round: 1, dueAt: '2026-11-26T02:00:00.000Z' });
    expect(invitesOf(world.case, [], asking, world.now)).toEqual([]);
  });

  it('hands the customer on when it is due, and once', async () => {
    const world = closed();
    expect(await world.act(id)).toBe('later');
    world.now = '2026-11-26T02:00:00.000Z';
    expect([await world.act(id), await world.act(id)]).toEqual(['handed-on', 'settled']);
    expect(world.inviting).toEqual([{ campaign: 'after-a-case', customerKey: 'customer-key-1', cause: '2611-0002' }]);
  });

  it('is done again by the next who comes where the process died with it', async () => {
    const world = closed();
    world.now = '2026-11-26T02:00:00.000Z';
    const inviting = {
      send: async () => {
        throw new Error('killed');
      },
    };
    await expect(world.act(id, new MortalProcess(), { inviting })).rejects.toThrow('killed');
    world.now = '2026-11-26T02:05:00.000Z';
    expect([await world.act(id), await world.act(id)]).toEqual(['later', 'handed-on']);
    expect(world.inviting).toHaveLength(1);
  });

  it('is left out where the case is open again', async () => {
    const world = closed();
    world.give({ type: 'reopen', reason: 'The customer telephoned.' }, 'agent:chen', 'head');
    world.now = '2026-11-26T02:00:00.000Z';
    expect(await world.act(id)).toBe('refused');
    expect(world.inviting).toEqual([]);
  });

  it('comes from campaigns of the config that ask after a case', () => {
    const campaigns = [aCampaign({ audience: { kind: 'event', event: 'case-closed', after: '3d' } }), aCampaign({ id: 'file' })];
    expect(recoverySettings({ ...config, campaigns }).invitesAfterClosing).toEqual([{ campaign: 'autumn', after: '3d' }]);
  });
});
