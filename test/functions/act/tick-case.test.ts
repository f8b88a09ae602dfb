import { describe, expect, it } from 'vitest';
import { clockId } from '../../../shared/domain/recovery/action.ts';
import { nextTickAt } from '../../../shared/domain/recovery/decide/tick.ts';
import { settings } from '../../domain/recovery/mail-view-journey.ts';
import { MortalProcess } from '../../faults.ts';
import { ActMemory } from './act-memory.ts';

const CLOCK = clockId('2611-0002');
/** A minute after three quarters of the first answer's time, and after all of it. */
const NEAR = '2026-11-23T08:01:00.000Z';
const OVER = '2026-11-23T10:01:00.000Z';
const LATER = '2026-11-23T10:07:00.000Z';

const stepsOf = ({ cases }: ActMemory) =>
  [...cases.values()].flatMap(({ history }) => history).filter(({ type }) => type === 'DeadlineReached' || type === 'CommitmentBroken');

describe('the clock of a case', () => {
  it('turns what is due into events and mails, and moves to what comes next (R6)', async () => {
    const world = new ActMemory();
    world.now = NEAR;
    expect(await world.act(CLOCK)).toBe('ticked');
    expect(stepsOf(world)).toMatchObject([
      { type: 'DeadlineReached', kind: 'acknowledge', percent: 75, by: 'system' },
      { type: 'DeadlineReached', kind: 'first-answer', percent: 75 },
    ]);
    // Both came near together: one mail names both.
    expect(world.queued).toEqual(['2611-0002:deadline:2']);
    await world.act('2611-0002:deadline:2');
    expect(world.sent).toMatchObject([{ to: ['lin@example.com'], subject: 'Due soon: taking it up, first answer, case 2611-0002' }]);
    expect(world.actions.get(CLOCK)).toMatchObject({ state: 'due', dueAt: '2026-11-23T08:45:00.000Z', attempts: 0 });
  });

  it('tells the customer of a broken promise before they ask, and gives what is due for it (R21)', async () => {
    const world = new ActMemory();
    world.now = OVER;
    await world.act(CLOCK);
    await world.act(world.mail('broken-promise'));
    expect(world.sent).toMatchObject([{ to: ['ada@example.com'] }]);
    expect(world.sent[0]?.text).toContain('A voucher, because we broke our word');
  });

  it('brought before it is due does nothing, and neither does a second bringing', async () => {
    const world = new ActMemory();
    expect(await world.act(CLOCK)).toBe('later');
    world.now = NEAR;
    expect([await world.act(CLOCK), await world.act(CLOCK)]).toEqual(['ticked', 'later']);
    expect(stepsOf(world)).toHaveLength(2);
  });

  it('brought six times at once, each thing happens once (P41)', async () => {
    const world = new ActMemory();
    world.now = OVER;
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => world.act(CLOCK)));
    expect(outcomes.toSorted()).toEqual(['later', 'later', 'later', 'later', 'later', 'ticked']);
    expect(new Set(world.queued).size).toBe(world.queued.length);
    const steps = stepsOf(world).map((event) => JSON.stringify(event));
    expect(new Set(steps).size).toBe(steps.length);
  });

  it('gives way to whoever changed the case meanwhile: they have moved the timer', async () => {
    const world = new ActMemory();
    world.now = NEAR;
    const load = async (number: string) => {
      const loaded = await world.caseStore.load(number);
      world.give({ type: 'note', text: 'Called, nobody there.' });
      return loaded;
    };
    expect(await world.act(CLOCK, new MortalProcess(), { cases: { ...world.caseStore, load } })).toBe('later');
    expect(stepsOf(world)).toHaveLength(2);
    expect(world.actions.get(CLOCK)?.dueAt).toBe(nextTickAt(world.case, settings));
  });

  it('that rings although nothing is due is set anew, and does not stay hot', async () => {
    const world = new ActMemory();
    const clock = world.actions.get(CLOCK);
    if (clock === undefined) throw new Error('expected a clock');
    world.actions.set(CLOCK, { ...clock, dueAt: '2026-11-23T02:00:00.000Z' });
    expect(await world.act(CLOCK)).toBe('settled');
    expect(world.case.version).toBe(1);
    expect(world.actions.get(CLOCK)?.dueAt).toBe(clock.dueAt);
    expect(await world.act(CLOCK)).toBe('later');
  });

  it('of a case on which nothing is left to come is gone: a late message about it is no fault', async () => {
    const world = new ActMemory();
    world.give({ type: 'close', reason: 'duplicate', note: 'Entered twice.' });
    expect(world.actions.has(CLOCK)).toBe(false);
    expect(await world.act(CLOCK)).toBe('settled');
    await expect(world.act('2611-0002:no-such-mail')).rejects.toThrow(/found nothing/);
  });
});

describe('a death at any call, then the sweep (P41, P42)', () => {
  it('ends as without it: every step once, every mail sent once', async () => {
    const whole = new ActMemory();
    whole.now = OVER;
    const faultless = new MortalProcess();
    await whole.act(CLOCK, faultless);
    // The action, the case, the save, the queue.
    expect(faultless.calls).toBe(4);
    const expected = stepsOf(whole).length;

    for (const when of ['before', 'after'] as const) {
      for (let call = 1; call <= faultless.calls; call += 1) {
        const world = new ActMemory();
        world.now = OVER;
        await expect(world.act(CLOCK, new MortalProcess({ call, when }))).rejects.toThrow('the process died here');
        world.now = LATER;
        for (let round = 0; round < 3; round += 1) {
          await world.sweep();
          for (const id of world.queued.splice(0)) await world.act(id);
        }
        const broken = world.sent.filter(({ actionId }) => actionId.includes(':broken-promise'));
        expect({ when, call, steps: stepsOf(world).length, broken: broken.length }).toEqual({ when, call, steps: expected, broken: 1 });
      }
    }
  });
});
