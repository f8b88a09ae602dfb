import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseItem } from '../../../shared/adapters/dynamo/items.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { Crash, MortalProcess } from '../../faults.ts';
import { aCase } from '../../samples.ts';
import { happening, outgoingWorld, roomOf } from './world.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, i) => `2611-${String(from + i).padStart(4, '0')}`);
const said = (message: object | undefined) => JSON.stringify(message);

describe('notices (P39)', () => {
  it('of a minute are one message per room, oldest first, each event once', async () => {
    const world = outgoingWorld(dynamo, { notices: [roomOf('team'), roomOf('boss')] });
    const [a = '', b = '', c = ''] = numbers(1, 3);
    await world.addLine(happening(b, 1, '2026-11-23T02:00:05.000Z'), 'team');
    await world.addLine(happening(a, 1, '2026-11-23T02:00:01.000Z'), 'team');
    await world.addLine(happening(a, 1, '2026-11-23T02:00:01.000Z'), 'team');
    await world.addLine(happening(c), 'boss');
    expect(await world.sweep()).toBe(2);
    expect(await world.work()).toEqual(['sent', 'sent']);
    expect(world.messages.map(({ room }) => room)).toEqual(['team', 'boss']);
    expect(said(world.messages[0]?.message)).toMatch(/2 events.*2611-0001 .*2611-0002 /);
    world.advance(60_000);
    expect(await world.sweep()).toBe(0);
  });

  it('go out at one message a minute at most, whoever asks and however often', async () => {
    const world = outgoingWorld(dynamo, { notices: [roomOf('calm')] });
    const sentAt: number[] = [];
    for (let second = 0; second < 180; second += 5) {
      world.advance(5000);
      await world.addLine(happening('2611-0100', second), 'calm');
      const outcomes = await Promise.all([world.notify('calm'), world.notify('calm')]);
      if (outcomes.includes('sent')) sentAt.push(second);
      expect(outcomes.filter((outcome) => outcome === 'sent').length).toBeLessThanOrEqual(1);
    }
    expect(world.messages.length).toBeLessThanOrEqual(4);
    expect(
      sentAt
        .slice(1)
        .map((at, i) => at - (sentAt[i] ?? 0))
        .every((gap) => gap >= 45),
    ).toBe(true);
  });

  it('sum up what is too much to read, and leave the rest to the next message', async () => {
    const world = outgoingWorld(dynamo, { notices: [roomOf('busy')] });
    await Promise.all(numbers(1000, 230).map((number) => world.addLine(happening(number), 'busy')));
    expect(await world.notify('busy')).toBe('sent');
    expect(said(world.messages[0]?.message)).toMatch(/200 events.*and 180 more/);
    world.advance(60_000);
    expect(await world.notify('busy')).toBe('sent');
    expect(said(world.messages[1]?.message)).toMatch(/30 events.*and 10 more/);
    world.advance(60_000);
    expect(await world.notify('busy')).toBe('nothing');
  });

  it('that are refused in a 200 are said again later, after longer and longer pauses, and all is well after', async () => {
    const world = outgoingWorld(dynamo, { notices: [roomOf('strict', { kind: 'wecom' })] });
    await world.addLine(happening('2611-0200'), 'strict');
    world.answers = [
      { failure: 'refused-by-service', serviceCode: 45009 },
      { status: 429, retryAfterMs: 180_000 },
    ];
    expect(await world.notify('strict')).toBe('retry');
    expect(await world.health.health('strict')).toMatchObject({ failures: 1, lastFailure: 'refused-by-service 45009' });
    world.advance(50_000);
    expect(await world.notify('strict')).toBe('later');
    world.advance(60_000);
    expect(await world.notify('strict')).toBe('retry');
    await world.pass(2);
    expect(world.messages).toHaveLength(2);
    await world.pass(2);
    expect(world.messages).toHaveLength(3);
    expect(await world.health.health('strict')).toMatchObject({ failures: 0, isDisabled: false });
    expect((await world.health.health('strict')).notBefore).toBeUndefined();
  });

  it('to a room that is gone end: it is disabled, and its lines are dropped until somebody enables it', async () => {
    const world = outgoingWorld(dynamo, { notices: [roomOf('closed')] });
    await world.addLine(happening('2611-0300'), 'closed');
    world.answers = [{ status: 410 }];
    expect(await world.notify('closed')).toBe('retry');
    expect(await world.health.health('closed')).toMatchObject({ isDisabled: true, reason: 'gone' });
    world.advance(60_000);
    expect(await world.notify('closed')).toBe('dropped');
    await world.health.enable('closed', 'agent:morgan', world.time);
    await world.addLine(happening('2611-0301', 1, world.time), 'closed');
    world.advance(60_000);
    expect(await world.notify('closed')).toBe('sent');
    expect(said(world.messages.at(-1)?.message)).not.toContain('2611-0300');
  });

  it('of more than a day ago are no news', async () => {
    const world = outgoingWorld(dynamo, { notices: [roomOf('late')] });
    await world.addLine(happening('2611-0400'), 'late');
    world.advance(25 * 3_600_000);
    await world.addLine(happening('2611-0401', 1, world.time), 'late');
    expect(await world.notify('late')).toBe('sent');
    expect(said(world.messages[0]?.message)).toMatch(/1 event".*2611-0401/);
  });

  it('are said at least once though the process dies at any call, and the room is not silent after', async () => {
    const probe = outgoingWorld(dynamo, { notices: [roomOf('probe')] });
    const process = new MortalProcess();
    await probe.addLine(happening('2611-0500'), 'probe');
    await probe.notify('probe', process);
    expect(process.calls).toBeGreaterThan(3);
    for (let call = 1; call <= process.calls; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const room = `mortal-${call}-${when}`;
        const world = outgoingWorld(dynamo, { notices: [roomOf(room)] });
        await world.addLine(happening('2611-0501'), room);
        await expect(world.notify(room, new MortalProcess({ call, when }))).rejects.toThrow(Crash);
        await world.pass(2);
        expect(world.messages.length).toBeGreaterThanOrEqual(1);
        expect(world.messages.length).toBeLessThanOrEqual(2);
        expect(await world.sweep()).toBe(0);
      }
    }
  });

  it('of one branch or severity are judged by the case where the event does not say, and say what it is about (P29)', async () => {
    const world = outgoingWorld(dynamo, { notices: [roomOf('east', { branch: 'east', severityAtLeast: 3 })] });
    const cases = [
      aCase({ number: '2611-0601', branch: 'east', severity: 4 }),
      aCase({ number: '2611-0602', branch: 'south', severity: 4 }),
      aCase({ number: '2611-0603', branch: 'east', severity: 1 }),
    ];
    for (const one of cases) await dynamo.client.send(new PutCommand({ TableName: dynamo.registerTable, Item: caseItem(one) }));
    for (const { number } of cases)
      await world.addLine(
        { ...happening(number), type: 'DeadlineReached', data: { caseNumber: number, kind: 'offer', percent: 100 } },
        'east',
      );
    expect(await world.notify('east')).toBe('sent');
    expect(said(world.messages[0]?.message)).toMatch(/1 event".*2611-0601 Deadline missed: offer · critical · East/);
    world.advance(60_000);
    expect(await world.notify('east')).toBe('nothing');
  });

  it('for a room that the config no longer has go nowhere', async () => {
    expect(await outgoingWorld(dynamo).notify('nobody')).toBe('nothing');
  });
});
