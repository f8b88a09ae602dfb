import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { MortalProcess } from '../../faults.ts';
import { received, recoveryWorld } from '../recovery-world.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const openCases = async (world: ReturnType<typeof recoveryWorld>) => (await world.reader.openCases({ limit: 100 })).items;

describe('assess', () => {
  it('stores a happy customer with one conditional put, and a known file costs no write', async () => {
    const world = recoveryWorld(dynamo);
    const happy = {
      answers: [{ question: 'satisfaction', metric: 'csat' as const, value: 5, min: 1, max: 5 }],
      comment: 'Wonderful, thank you!',
    };
    const customer = { email: 'happy@example.com', hasConsented: true };
    const first = new MortalProcess();
    expect(await world.assess(received('happy-1', { ...happy, customer }), first)).toBe('stored');
    const second = new MortalProcess();
    expect(await world.assess(received('happy-2', { ...happy, customer }), second)).toBe('stored');
    // Read the file, put the history, create the file, put the feedback; then the same without making the file.
    expect([first.calls, second.calls]).toEqual([4, 3]);
    expect((await world.reader.feedback(received('happy-1').id))?.caseNumber).toBeUndefined();
  });

  it('opens a case with number, deadlines, owner and both actions for an unhappy one (R1, R2)', async () => {
    const world = recoveryWorld(dynamo);
    expect(await world.assess(received('unhappy-1'))).toBe('opened');
    const stored = await world.reader.feedback(received('unhappy-1').id);
    expect(stored?.caseNumber).toMatch(/^2611-\d{4}$/);
    const found = await world.reader.case(stored?.caseNumber ?? '');
    expect(found?.case).toMatchObject({
      state: 'opened',
      version: 1,
      isReachable: true,
      reasons: expect.arrayContaining(['low-satisfaction']),
    });
    expect(found?.history.map(({ type }) => type)).toEqual(['CaseOpened']);
    expect([...world.queued].sort()).toEqual([`${stored?.caseNumber}:acknowledgement`, `${stored?.caseNumber}:owner-notice`]);
    expect(stored).not.toHaveProperty('customer');
  });

  it('the same delivery any number of times, in parallel: one item, one case (P4)', async () => {
    const world = recoveryWorld(dynamo);
    const before = (await openCases(world)).length;
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => world.assess(received('parallel'))));
    expect(outcomes.filter((outcome) => outcome === 'opened')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(7);
    expect((await openCases(world)).length).toBe(before + 1);
  });

  it('case numbers run without gaps though many openings collide (R1)', async () => {
    const world = recoveryWorld(dynamo);
    world.time = '2026-09-07T02:00:00.000Z';
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, i) => world.assess(received(`rush-${i}`))));
    expect(new Set(outcomes)).toEqual(new Set(['opened']));
    const numbers = (await openCases(world)).map(({ number }) => number).filter((number) => number.startsWith('2609-'));
    expect(numbers.sort()).toEqual(Array.from({ length: 12 }, (_, i) => `2609-${String(i + 1).padStart(4, '0')}`));
  });

  it("the month of a number begins at the house's midnight", async () => {
    const world = recoveryWorld(dynamo);
    world.time = '2026-07-31T16:00:00.000Z'; // 1 August in Shanghai
    await world.assess(received('august'));
    expect((await world.reader.feedback(received('august').id))?.caseNumber).toBe('2608-0001');
  });

  it('other content under the same id stands aside with its reason, and nothing is overwritten', async () => {
    const world = recoveryWorld(dynamo);
    await world.assess(received('taken'));
    const other = received('taken', { comment: 'Something else altogether.' });
    expect(await world.assess(other)).toBe('quarantined');
    expect(await world.assess(other)).toBe('quarantined');
    expect((await world.reader.feedback(other.id))?.comment).toBe(received('taken').comment);
    const kept = (await world.reader.quarantined({ limit: 50 })).items.filter(({ received: { id } }) => id === other.id);
    expect(kept.map(({ quarantine, received: { comment } }) => [quarantine.reason, comment])).toEqual([
      ['same-id-other-content', 'Something else altogether.'],
    ]);
  });

  it('a newer revision replaces, an older one is stale, and there is never a second case', async () => {
    const world = recoveryWorld(dynamo);
    const revision = (n: number, value: number) =>
      received('revised', {
        revision: n,
        answers: [{ question: 'satisfaction', metric: 'csat', value, min: 1, max: 5 }],
        receivedAt: `2026-11-23T0${n}:00:00.000Z`,
      });
    expect(await world.assess(revision(3, 1))).toBe('opened');
    const number = (await world.reader.feedback(revision(3, 1).id))?.caseNumber;
    expect(await world.assess(revision(2, 5))).toBe('stale');
    expect(await world.assess(revision(4, 2))).toBe('revised');
    expect(await world.assess(revision(4, 2))).toBe('duplicate');
    const stored = await world.reader.feedback(revision(3, 1).id);
    // Counted where it came in first, with the case it had.
    expect(stored).toMatchObject({ revision: 4, receivedAt: '2026-11-23T03:00:00.000Z', caseNumber: number });
    expect((await openCases(world)).filter(({ feedbackId }) => feedbackId === stored?.id)).toHaveLength(1);
  });

  it('a revision that turns unhappy opens the case then', async () => {
    const world = recoveryWorld(dynamo);
    const five = [{ question: 'satisfaction', metric: 'csat' as const, value: 5, min: 1, max: 5 }];
    await world.assess(received('turned', { revision: 1, answers: five, comment: undefined }));
    expect(await world.assess(received('turned', { revision: 2 }))).toBe('revised');
    expect((await world.reader.feedback(received('turned').id))?.caseNumber).toMatch(/^2611-/);
    expect(world.queued.size).toBe(2);
  });

  it("a machine's mail is recorded, opens nothing and has no file (P18)", async () => {
    const world = recoveryWorld(dynamo);
    expect(
      await world.assess(
        received('robot', { automatic: 'auto-reply', comment: 'I am out of office. This is terrible, awful, unacceptable.' }),
      ),
    ).toBe('stored');
    expect(await world.reader.feedback(received('robot').id)).toMatchObject({
      automatic: 'auto-reply',
      isReachable: false,
      recoveryReasons: [],
    });
    expect(world.queued.size).toBe(0);
  });

  it('without consent nobody is written to, but the case is opened all the same', async () => {
    const world = recoveryWorld(dynamo);
    await world.assess(received('quiet', { customer: { email: 'quiet@example.com', hasConsented: false } }));
    expect([...world.queued].map((id) => id.split(':')[1])).toEqual(['owner-notice']);
  });

  it('an action queue that fails costs a minute, not the mail', async () => {
    const world = recoveryWorld(dynamo);
    const broken = { send: () => Promise.reject(new Error('queue down')) };
    expect(await world.assess(received('queue-down'), new MortalProcess(), { actions: broken })).toBe('opened');
    expect(world.warnings).toEqual(['mails wait for the next sweep']);
    world.advance(2 * 60_000);
    await world.sweep();
    const number = (await world.reader.feedback(received('queue-down').id))?.caseNumber;
    expect([...world.queued]).toEqual(expect.arrayContaining([`${number}:acknowledgement`, `${number}:owner-notice`]));
  });
});
