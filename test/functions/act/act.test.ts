import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suppressionKey } from '../../../shared/adapters/dynamo/keys.ts';
import { NotSent } from '../../../shared/ports.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { MortalProcess } from '../../faults.ts';
import { received, recoveryWorld } from '../recovery-world.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

async function withCase(externalId: string, overrides: Parameters<typeof received>[1] = {}, options = {}) {
  const world = recoveryWorld(dynamo, options);
  await world.assess(received(externalId, overrides));
  const stored = await world.reader.feedback(received(externalId).id);
  const number = stored?.caseNumber ?? 'no case';
  return { world, number, customerKey: stored?.customerKey ?? 'no customer', acknowledgement: `${number}:acknowledgement` };
}

describe('act', () => {
  it("acknowledges in the customer's language with number, person, times and link", async () => {
    const { world, number, acknowledgement } = await withCase('ada');
    expect(await world.act(acknowledgement)).toBe('sent');
    const [mail] = world.mails;
    expect(mail).toMatchObject({ to: ['ada@example.com'], subject: `We have your message, case ${number}` });
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain(number);
      expect(part).toContain('https://example.com/s/');
      expect(part).toMatch(/Lin Yue|Morgan Reed/);
      expect(part).toMatch(/day, \d+ November 2026 at \d\d:00/);
    }
    expect(await world.store.action(acknowledgement)).toMatchObject({ state: 'done', sesMessageId: 'ses-1' });
  });

  it('however often it is brought, in parallel too, one mail goes out', async () => {
    const { world, acknowledgement } = await withCase('often');
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => world.act(acknowledgement).catch(() => 'collided')));
    await world.drain();
    expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(1);
    expect(world.mails.filter(({ actionId }) => actionId === acknowledgement)).toHaveLength(1);
  });

  it('a lost answer is never sent again and shows as unknown (P26)', async () => {
    const { world, acknowledgement } = await withCase('lost');
    const mailer = { send: () => Promise.reject(new Error('socket hang up')) };
    expect(await world.act(acknowledgement, new MortalProcess(), { mailer })).toBe('unknown');
    await world.drain();
    expect(world.mails.filter(({ actionId }) => actionId === acknowledgement)).toHaveLength(0);
    expect(await world.store.action(acknowledgement)).toMatchObject({ state: 'unknown', reason: 'answer-lost' });
  });

  it('a definite "not sent" is tried again later, a lasting one is refused with its reason', async () => {
    const { world, acknowledgement } = await withCase('throttled');
    const refusing = (isLasting: boolean) => ({ mailer: { send: () => Promise.reject(new NotSent('ses-Throttling', isLasting)) } });
    expect(await world.act(acknowledgement, new MortalProcess(), refusing(false))).toBe('later');
    expect(await world.act(acknowledgement)).toBe('later');
    await world.drain();
    expect(world.mails.filter(({ actionId }) => actionId === acknowledgement)).toHaveLength(1);

    const { world: other, acknowledgement: rejected } = await withCase('rejected');
    expect(await other.act(rejected, new MortalProcess(), refusing(true))).toBe('refused');
    expect(await other.store.action(rejected)).toMatchObject({ state: 'refused', reason: 'ses-Throttling' });
  });

  it('a suppressed address gets nothing, checked in the transaction that starts the send (P24)', async () => {
    const { world, acknowledgement, customerKey } = await withCase('suppressed');
    await dynamo.client.send(
      new PutCommand({ TableName: dynamo.registerTable, Item: { ...suppressionKey(customerKey), type: 'suppression' } }),
    );
    expect(await world.act(acknowledgement)).toBe('refused');
    expect(world.mails).toEqual([]);
    expect(await world.store.action(acknowledgement)).toMatchObject({ state: 'refused', reason: 'suppressed' });
  });

  it('one address gets no more automatic mails a day than the limit (P19, P27)', async () => {
    const customer = { email: 'flooded@example.com', hasConsented: true };
    const { world } = await withCase('flood-0', { customer }, { mailsPerDay: 2 });
    for (const i of [1, 2, 3]) await world.assess(received(`flood-${i}`, { customer }));
    // The first opens the case, the others join it: each is told so.
    const automatic = [...world.queued].filter((id) => /:(acknowledgement|joined:\d+)$/.test(id));
    const outcomes = [];
    for (const id of automatic) outcomes.push(await world.act(id));
    expect(outcomes).toEqual(['sent', 'sent', 'refused', 'refused']);
    expect(await world.store.action(automatic[3] ?? '')).toMatchObject({ reason: 'daily-limit' });
  });

  it('an unknown id fails, so that it ends where an operator sees it', async () => {
    await expect(recoveryWorld(dynamo).act('2611-9999:acknowledgement')).rejects.toThrow(/found nothing/);
  });

  it("the notice to the owner holds none of the customer's words (R17)", async () => {
    const { world, number } = await withCase('private');
    await world.act(`${number}:owner-notice`);
    const [mail] = world.mails;
    expect(mail?.to[0]).toMatch(/^(lin|morgan)@example\.com$/);
    for (const part of [mail?.subject, mail?.text, mail?.html]) expect(part).not.toMatch(/parcel|Ada|private@/);
  });
});

describe('a death at any call, then redelivery (P41, P42)', () => {
  it('ends as without it, with at most one mail per action', async () => {
    const whole = recoveryWorld(dynamo);
    const faultless = new MortalProcess();
    await whole.assess(received('whole'), faultless);
    const [acknowledgement] = [...whole.queued].filter((id) => id.endsWith('acknowledgement'));
    const acting = new MortalProcess();
    await whole.act(acknowledgement ?? '', acting);
    // Of act: the action, its case and event, their feedback and file; begin, send; what SES called it, end.
    expect(acting.calls).toBe(7);

    for (const when of ['before', 'after'] as const) {
      for (let call = 1; call <= faultless.calls; call += 1) {
        const id = `assess-${when}-${call}`;
        const world = recoveryWorld(dynamo);
        await world.assess(received(id), new MortalProcess({ call, when })).catch(() => 'died');
        await world.assess(received(id));
        await world.drain();
        const mails = world.mails.filter(({ to }) => to.includes(`${id}@example.com`));
        expect({ when, call, mails: mails.length }).toEqual({ when, call, mails: 1 });
      }
      for (let call = 1; call <= acting.calls; call += 1) {
        const { world, acknowledgement: id } = await withCase(`act-${when}-${call}`);
        await world.act(id, new MortalProcess({ call, when })).catch(() => 'died');
        await world.drain();
        const sent = world.mails.filter(({ actionId }) => actionId === id).length;
        const state = (await world.store.action(id))?.state;
        // Where it died around the send nobody can know: it shows as unknown and is not repeated. Everywhere else it is done, once.
        expect([
          { sent: 1, state: 'done' },
          { sent: 0, state: 'unknown' },
          { sent: 1, state: 'unknown' },
        ]).toContainEqual({ sent, state });
        if (call <= 3) expect({ when, call, sent, state }).toEqual({ when, call, sent: 1, state: 'done' });
      }
    }
  });
});

describe("a death at any call of a case's clock, then the sweep (P41, P42)", () => {
  it('ends as without it: each step of the case once, and the customer told once', async () => {
    const run = async (externalId: string, fault?: ConstructorParameters<typeof MortalProcess>[0]) => {
      const { world, number } = await withCase(externalId);
      await world.act(`${number}:acknowledgement`);
      // Ten minutes after the first answer was promised.
      world.time = '2026-11-24T01:10:00.000Z';
      const process = new MortalProcess(fault);
      await world.act(`${number}:clock`, process).catch(() => 'died');
      for (let sweeps = 0; sweeps < 3; sweeps += 1) {
        world.advance(6 * 60_000);
        await world.sweep();
        for (const id of world.queued) if (id.startsWith(number)) await world.act(id);
        world.queued.clear();
      }
      const history = (await world.reader.case(number))?.history ?? [];
      const told = world.mails.filter(({ actionId, to }) => actionId.startsWith(number) && to.includes(`${externalId}@example.com`));
      return { calls: process.calls, types: history.map(({ type }) => type), told: told.length };
    };
    const whole = await run('clock-whole');
    // The action, the case, the save, the queue.
    expect([whole.calls, whole.told]).toEqual([4, 2]);
    expect(whole.types).toContain('CommitmentBroken');
    for (const when of ['before', 'after'] as const) {
      for (let call = 1; call <= whole.calls; call += 1) {
        const { types, told } = await run(`clock-${when}-${call}`, { call, when });
        expect({ when, call, types, told }).toEqual({ when, call, types: whole.types, told: whole.told });
      }
    }
  });

  it('that rings too early by the table is set anew there, once', async () => {
    const { world, number } = await withCase('clock-early');
    const clock = await world.store.action(`${number}:clock`);
    if (clock === undefined) throw new Error('expected a clock');
    await world.store.end(clock, { state: 'due', dueAt: world.time, reason: 'set back by the test' });
    expect(await world.act(`${number}:clock`)).toBe('settled');
    expect(await world.store.action(`${number}:clock`)).toEqual(clock);
  });
});
