import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../../../functions/sweep/sweep.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { received, recoveryWorld } from '../recovery-world.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

describe('sweep', () => {
  it('brings what is due and not done, once per lease, and never what is not due yet', async () => {
    const world = recoveryWorld(dynamo);
    await world.assess(received('swept'));
    const ids = [...world.queued].sort();
    world.queued.clear();
    await world.sweep();
    expect([...world.queued]).toEqual([]);
    world.advance(2 * 60_000);
    await world.sweep();
    expect([...world.queued].sort()).toEqual(ids);
    world.queued.clear();
    await world.sweep();
    expect([...world.queued]).toEqual([]);
    world.advance(6 * 60_000);
    await world.sweep();
    expect([...world.queued].sort()).toEqual(ids);
    for (const id of ids) await world.act(id);
    world.queued.clear();
    world.advance(60 * 60_000);
    await world.sweep();
    expect([...world.queued]).toEqual([]);
  });

  it('two sweeps at once share the work, each action goes to one of them', async () => {
    const world = recoveryWorld(dynamo);
    for (let i = 0; i < 6; i += 1) await world.assess(received(`shared-${i}`));
    world.advance(2 * 60_000);
    const until = new Date(Date.parse(world.time) + 300_000).toISOString();
    const [a, b] = await Promise.all([world.store.leaseDue(world.time, until, 100), world.store.leaseDue(world.time, until, 100)]);
    expect(new Set([...a, ...b]).size).toBe(12);
    expect(a.length + b.length).toBe(12);
  });

  it('goes on while it finds anything, for another sweep at the same time may have taken part of a round', async () => {
    const rounds = [['a'], ['b', 'c'], []];
    const sent: string[] = [];
    const leaseDue = async () => rounds.shift() ?? [];
    const result = await sweep('2026-11-23T02:00:00.000Z', { leaseDue }, { send: async (ids) => void sent.push(...ids) });
    expect(result).toEqual({ leased: 3, isFull: false });
    expect(sent).toEqual(['a', 'b', 'c']);
  });

  it('a queue that fails fails the run, so that the alarm sees it, and the next run brings the same', async () => {
    const world = recoveryWorld(dynamo);
    await world.assess(received('queue-fails'));
    const ids = [...world.queued];
    world.queued.clear();
    world.advance(2 * 60_000);
    await expect(sweep(world.time, world.store, { send: () => Promise.reject(new Error('queue down')) })).rejects.toThrow('queue down');
    world.advance(6 * 60_000);
    await world.sweep();
    // Actions that the tests before left are due by now, too.
    expect([...world.queued]).toEqual(expect.arrayContaining(ids));
  });
});
