import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AmendsError } from '../../../shared/domain/errors.ts';
import { Case, type CaseCommand, CaseEvent } from '../../../shared/domain/recovery/case.ts';
import { decide, evolve } from '../../../shared/domain/recovery/decide.ts';
import { aCase, opened } from '../../samples.ts';

const agents = ['lin', 'morgan', 'wu'];
const text = fc.string({ minLength: 1, maxLength: 20 });
const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.constant({ type: 'acknowledge' } as const),
  fc.constantFrom(...agents, 'stranger').map((to) => ({ type: 'assign', to }) as const),
  text.map((words) => ({ type: 'note', text: words }) as const),
  text.map((words) => ({ type: 'resolve', resolution: words }) as const),
);
const instant = fc
  .integer({ min: 0, max: 10 * 86_400_000 })
  .map((ms) => new Date(Date.parse('2026-11-22T00:00:00.000Z') + ms).toISOString());
const journeys = fc.array(fc.tuple(command, instant, fc.constantFrom('agent:lin', 'agent:morgan')), { maxLength: 25 });

/** Every state that a journey passes through, with the events that led to it. */
function walk(journey: readonly (readonly [CaseCommand, string, string])[]) {
  const history: CaseEvent[] = [opened(aCase())];
  const states: Case[] = [evolve(undefined, opened(aCase()))];
  for (const [asked, now, by] of journey) {
    const state = states.at(-1) ?? aCase();
    try {
      for (const event of decide(asked, state, { by, now, agents })) {
        history.push(event);
        states.push(evolve(states.at(-1), event));
      }
    } catch (error) {
      if (!(error instanceof AmendsError) || error.status !== 409) throw error;
    }
  }
  return { history, states };
}

describe('a case, whatever is asked of it', () => {
  it('has as its version the number of its events, and is their fold (R1)', () => {
    fc.assert(
      fc.property(journeys, (journey) => {
        const { history, states } = walk(journey);
        expect(states.map(({ version }) => version)).toEqual(history.map((_, i) => i + 1));
        const [first, ...rest] = history;
        if (first !== undefined) expect(rest.reduce(evolve, evolve(undefined, first))).toEqual(states.at(-1));
      }),
    );
  });

  it('never goes back: opened, then acknowledged, then resolved', () => {
    const rank = { opened: 0, acknowledged: 1, resolved: 2 };
    fc.assert(
      fc.property(journeys, (journey) => {
        const ranks = walk(journey).states.map(({ state }) => rank[state]);
        expect(ranks).toEqual(ranks.toSorted());
      }),
    );
  });

  it('is acknowledged once, resolved once, and keeps both moments; nothing but notes follows the end (R2)', () => {
    fc.assert(
      fc.property(journeys, (journey) => {
        const { history, states } = walk(journey);
        for (const type of ['CaseAcknowledged', 'CaseResolved'])
          expect(history.filter((e) => e.type === type).length).toBeLessThanOrEqual(1);
        expect(new Set(states.flatMap(({ acknowledgedAt }) => acknowledgedAt ?? [])).size).toBeLessThanOrEqual(1);
        for (const state of states) {
          expect(state.acknowledgedAt !== undefined).toBe(state.state !== 'opened');
          expect(state.resolvedAt !== undefined).toBe(state.state === 'resolved');
          expect(state.isAcknowledgedInTime).toBe(state.acknowledgedAt && state.acknowledgedAt <= state.acknowledgeDueAt);
        }
        const end = history.findIndex(({ type }) => type === 'CaseResolved');
        if (end >= 0) expect(history.slice(end + 1).every(({ type }) => type === 'NoteAdded')).toBe(true);
      }),
    );
  });

  it('always has a known owner, who and when on every event, and is what the schemas allow (R1, R3)', () => {
    fc.assert(
      fc.property(journeys, (journey) => {
        const { history, states } = walk(journey);
        for (const event of history) expect(CaseEvent.parse(event)).toEqual(event);
        for (const state of states) {
          expect(Case.parse(state)).toEqual(state);
          expect(agents).toContain(state.owner);
        }
        const handOvers = history.flatMap((event) => (event.type === 'CaseAssigned' ? [event] : []));
        expect(handOvers.map(({ from }) => from)).toEqual([aCase().owner, ...handOvers.map(({ to }) => to)].slice(0, handOvers.length));
      }),
    );
  });
});
