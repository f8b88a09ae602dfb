import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AmendsError } from '../../../shared/domain/errors.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import { CaseCommand, type SystemCommand } from '../../../shared/domain/recovery/command.ts';
import { nextTickAt } from '../../../shared/domain/recovery/decide/tick.ts';
import { decide } from '../../../shared/domain/recovery/decide.ts';
import { Journey, settings } from '../../domain/recovery/mail-view-journey.ts';

const HOUR = 3_600_000;
const after = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

const heard = (isUnhappy: boolean): SystemCommand => ({
  type: 'hear',
  heard: { feedbackId: 'b'.repeat(26), severity: 3, flags: [], topics: [], isUnhappy, isReply: true },
});
const decision = {
  type: 'decide',
  verdict: 'founded',
  department: 'logistics',
  cause: 'defect',
  dispute: 'quality',
  responsibility: 'company',
  explanation: 'It broke.',
};

/** What may happen to a case, made for the moment at which it does. */
const HAPPENINGS: readonly ((now: string) => CaseCommand | SystemCommand)[] = [
  ...[
    { type: 'acknowledge' },
    { type: 'answer', text: 'Soon.' },
    { type: 'ask', question: 'Which?' },
    { type: 'investigate', isComplex: true },
    { type: 'find', finding: 'A dent.' },
    decision,
    { type: 'offer', remedy: 'refund', money: { amount: 90_000, currency: 'CNY' } },
    { type: 'offer', remedy: 'voucher', money: { amount: 5000, currency: 'CNY' } },
    { type: 'withdraw', offerId: 'o1', reason: 'Wrong.' },
    { type: 'accept', offerId: 'o1' },
    { type: 'solve', resolution: 'Done.' },
    { type: 'follow-up', isSolved: false },
    { type: 'follow-up', isSolved: true },
    { type: 'reopen', reason: 'Again.' },
    { type: 'keep-promise', commitmentId: 'p3' },
    { type: 'report', report: { cause: 'a', effect: 'b', handling: 'c', prevention: 'd' } },
    { type: 'close', reason: 'no-agreement', note: 'None found.' },
  ].map((command) => () => CaseCommand.parse(command)),
  (now) => CaseCommand.parse({ type: 'promise', what: 'a call', dueAt: after(now, 5 * HOUR) }),
  (now) => CaseCommand.parse({ type: 'plan-measure', what: 'Check.', owner: 'lin', dueOn: after(now, 50 * HOUR).slice(0, 10) }),
  () => heard(true),
  () => heard(false),
  () => ({ type: 'undeliverable', reason: 'bounce' }),
];

const steps = fc.array(
  fc.record({
    hours: fc.oneof(fc.double({ min: 0, max: 10, noNaN: true }), fc.double({ min: 0, max: 300, noNaN: true })),
    happening: fc.nat(HAPPENINGS.length - 1),
  }),
  { minLength: 1, maxLength: 14 },
);

function attempt(command: CaseCommand | SystemCommand, state: Case, now: string): Case {
  try {
    return decide(command, state, { by: 'agent:lin', now, role: 'agent', settings }).next;
  } catch (error) {
    // Not every command fits every state: this is about the others.
    if (error instanceof AmendsError) return state;
    throw error;
  }
}

describe('the timer of a case, whatever happens to it', () => {
  it('stands at a time at which something happens, and after that at a later one: it never rings for nothing, nor for ever', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const opened = new Journey({ understanding: { ...new Journey().feedback.understanding, flags: ['press'] } });
        let [state, now] = [opened.case, opened.now];
        for (const { hours, happening } of taken) {
          now = after(now, Math.round(hours * HOUR));
          const command = HAPPENINGS[happening];
          if (command !== undefined) state = attempt(command(now), state, now);
          const due = nextTickAt(state, settings);
          if (due === undefined) continue;
          const at = due < now ? now : due;
          const { events, next } = decide({ type: 'tick' }, state, { by: 'system', now: at, role: 'agent', settings });
          expect({ due, events: events.length > 0 }).toEqual({ due, events: true });
          const again = nextTickAt(next, settings);
          expect(again === undefined || again > at).toBe(true);
          if (due <= now) state = next;
        }
      }),
      { numRuns: 300 },
    );
  });
});
