import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { AmendsError } from '../../../shared/domain/errors.ts';
import { CASE_STATES, Case, type CaseState, CLOSING_REASONS, isOpen } from '../../../shared/domain/recovery/case.ts';
import type { CaseChange } from '../../../shared/domain/recovery/change.ts';
import { CaseCommand, type SystemCommand } from '../../../shared/domain/recovery/command.ts';
import { CaseEvent } from '../../../shared/domain/recovery/event.ts';
import { evolve } from '../../../shared/domain/recovery/evolve.ts';
import { allowedCommands, COMMAND_TYPES } from '../../../shared/domain/recovery/machine.ts';
import { Flag, Severity, type Understanding } from '../../../shared/domain/understand/understanding.ts';
import { aFeedback } from '../../samples.ts';
import { DAY, founded, HOUR, house, Journey, later, PEOPLE, type Person } from './a-house.ts';

/** A step of a journey: what is asked for is chosen among what the case allows as it then stands, and now and then among all there is. */
interface Step {
  readonly pick: number;
  readonly isWild: boolean;
  readonly who: Person;
  readonly waitMs: number;
  readonly draw: Draw;
}

const draw = fc.record({
  via: fc.constantFrom('mail', 'telephone'),
  isYes: fc.boolean(),
  severity: fc.constantFrom(1, 2, 3, 4),
  verdict: fc.constantFrom('founded', 'founded', 'partly-founded', 'unfounded'),
  remedy: fc.constantFrom('refund', 'refund', 'voucher', 'apology', 'replacement', 'broken-promise-voucher'),
  amount: fc.constantFrom(0, 5000, 19_000, 20_001, 150_000, 1_900_000, 3_000_000),
  currency: fc.constantFrom('CNY', 'CNY', 'CNY', 'EUR'),
  hasMoney: fc.boolean(),
  agent: fc.constantFrom('lin', 'morgan', 'chen', 'stranger'),
  aheadMs: fc.constantFrom(-HOUR, HOUR, DAY, 10 * DAY),
  closing: fc.constantFrom(...CLOSING_REASONS),
  flags: fc.constantFrom([], ['will-leave'], ['press']),
});
type Draw = typeof draw extends fc.Arbitrary<infer One> ? One : never;

const last = <Thing extends { id: string }>(things: readonly Thing[]) => things.at(-1)?.id ?? '';

/** The command of a type, as whoever works this case might give it; what it names is mostly there. */
function commandOf(type: CaseCommand['type'], one: Draw, state: Case, now: string): CaseCommand {
  const words = '已与客户沟通';
  const dueAt = later(now, one.aheadMs);
  const given: Record<CaseCommand['type'], object> = {
    acknowledge: {},
    assign: { to: one.agent },
    note: { text: words },
    register: { facts: { product: 'Kettle 2', order: 'SO-2026' } },
    classify: { severity: one.severity, reason: words },
    answer: { text: words, via: one.via, kind: one.isYes ? 'answer' : 'standing', nextBy: one.hasMoney ? dueAt : undefined },
    ask: { question: words, via: one.via },
    resume: {},
    'reach-again': {},
    investigate: { isComplex: one.isYes },
    find: { finding: words },
    decide: { ...founded, verdict: one.verdict, department: one.agent === 'stranger' ? 'nowhere' : 'logistics', via: one.via },
    offer: {
      remedy: one.remedy,
      money: one.hasMoney ? { amount: one.amount, currency: one.currency } : undefined,
      via: one.via,
      forApproval: one.isYes,
    },
    approve: { offerId: last(state.offers) },
    reject: { offerId: last(state.offers), reason: words },
    withdraw: { offerId: last(state.offers), reason: words },
    accept: { offerId: last(state.offers) },
    refuse: { offerId: last(state.offers), reason: words },
    solve: { resolution: words, via: one.via },
    promise: { what: words, dueAt, via: one.via },
    'keep-promise': { commitmentId: last(state.commitments) },
    'move-promise': { commitmentId: last(state.commitments), dueAt, reason: words },
    'follow-up': { isSolved: one.isYes, satisfaction: one.isYes ? 100 : 0 },
    reopen: { reason: words },
    close: { reason: one.closing, note: one.hasMoney ? words : undefined },
    report: { report: { cause: words, effect: words, handling: words, prevention: words } },
    'plan-measure': { what: words, owner: one.agent, dueOn: dueAt.slice(0, 10) },
    'complete-measure': { measureId: last(state.measures) },
    'check-measure': { measureId: last(state.measures), isEffective: one.isYes },
    exempt: { reason: words },
    merge: { into: one.isYes ? state.number : '2611-0007' },
  };
  const parsed = CaseCommand.safeParse({ ...given[type], type });
  // An id of nothing is refused at the door; the machine is asked for something else then.
  return parsed.success ? parsed.data : { type: 'note', text: words };
}

const systemCommand = (one: Draw): SystemCommand =>
  one.aheadMs < 0
    ? { type: 'undeliverable', reason: 'bounce' }
    : {
        type: 'hear',
        heard: {
          feedbackId: 'b'.repeat(26),
          severity: Severity.parse(one.severity),
          flags: z.array(Flag).parse(one.flags),
          topics: [],
          isUnhappy: one.isYes,
          isReply: one.hasMoney,
        },
      };

const MOVES_ON = new Set<CaseCommand['type']>(['decide', 'offer', 'approve', 'reject', 'accept', 'refuse', 'solve', 'follow-up']);
const MEASURED = new Set<CaseCommand['type']>(['plan-measure', 'complete-measure', 'check-measure']);

const steps: fc.Arbitrary<Step> = fc.record({
  pick: fc.nat(1000),
  isWild: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  who: fc.constantFrom<Person>('lin', 'lin', 'morgan', 'chen', 'zhao', 'system'),
  waitMs: fc.constantFrom(0, 60_000, HOUR, 5 * HOUR, DAY, 3 * DAY),
  draw,
});

function asked({ pick, isWild, who, draw: one }: Step, { case: state, now }: Journey): CaseCommand | SystemCommand {
  if (who === 'system') return pick % 2 === 0 ? { type: 'tick' } : systemCommand(one);
  const allowed = allowedCommands(state.state);
  // What moves a case on is asked for more often, or most journeys would end in notes; so are the steps of a measure, which takes three of them.
  const often = allowed.filter((type) => MOVES_ON.has(type) || (state.decision !== undefined && MEASURED.has(type)));
  const types = isWild ? COMMAND_TYPES : [...allowed, ...Array(4).fill(often).flat()];
  return commandOf(types[pick % types.length] ?? 'note', one, state, now);
}

/** One journey: what was asked, what came of it, and what was refused. */
function walk(journey: readonly Step[], isSerious: boolean) {
  const flags: Understanding['flags'] = isSerious ? ['press'] : [];
  const walked = new Journey({ understanding: { ...aFeedback().understanding, topics: [], flags } });
  const refusals: { error: unknown; before: Case; after: Case }[] = [];
  for (const step of journey) {
    walked.now = later(walked.now, step.waitMs);
    const before = walked.case;
    const command = asked(step, walked);
    try {
      walked.does(step.who, command);
      reached.add(command.type).add(walked.case.state);
    } catch (error) {
      refusals.push({ error, before, after: walked.case });
    }
  }
  return { walked, refusals };
}

/** Commands carried out and states come to, in all journeys together: a test that gets nowhere proves nothing. */
const reached = new Set<string>();

/** Where a case can go by one change, which may be several events. Written from the words, not from the code. */
const EDGES: Readonly<Record<CaseState, readonly CaseState[]>> = {
  opened: ['acknowledged', 'investigating', 'decided', 'remedied', 'closed', 'merged'],
  acknowledged: ['investigating', 'decided', 'remedied', 'closed', 'merged'],
  investigating: ['decided', 'remedied', 'closed', 'merged'],
  decided: ['offered', 'remedied', 'closed', 'merged'],
  offered: ['accepted', 'refused', 'decided', 'closed'],
  accepted: ['remedied', 'closed'],
  refused: ['offered', 'investigating', 'decided', 'remedied', 'closed', 'merged'],
  remedied: ['followed-up', 'acknowledged', 'closed', 'merged'],
  'followed-up': ['acknowledged', 'closed', 'merged'],
  closed: ['acknowledged'],
  merged: [],
};

function checkMachine({ before, after }: CaseChange): void {
  if (before === undefined || before.state === after.state) return;
  expect(EDGES[before.state], `${before.state} → ${after.state}`).toContain(after.state);
}

function checkAuthority({ after, events }: CaseChange, who: { role: keyof typeof house.authority.limits }): void {
  const live = after.offers.filter(({ state }) => ['awaiting-approval', 'offered', 'accepted'].includes(state));
  const total = live.reduce((sum, { money }) => sum + (money?.amount ?? 0), 0);
  expect(total).toBeLessThanOrEqual(house.authority.limits.manager);
  const made = events.find((event) => event.type === 'OfferMade' && event.offer.isAutomatic !== true);
  if (made !== undefined) expect(total).toBeLessThanOrEqual(house.authority.limits[who.role]);
}

/** What a deadline came to is never lost: not by close, reopening, pause or hand-over. */
function checkOutcomes({ before, after }: CaseChange): void {
  for (const [i, deadline] of (before?.deadlines ?? []).entries()) {
    const now = after.deadlines[i];
    expect([now?.kind, now?.round, now?.startedAt]).toEqual([deadline.kind, deadline.round, deadline.startedAt]);
    if (deadline.outcome !== undefined) expect(now?.outcome).toBe(deadline.outcome);
    if (deadline.endedAt !== undefined) expect(now).toEqual(deadline);
    expect(now?.steps.slice(0, deadline.steps.length)).toEqual(deadline.steps);
    expect(new Set(now?.steps).size).toBe(now?.steps.length);
  }
}

function checkEnd({ after }: CaseChange): void {
  if (after.state !== 'closed') return;
  expect(after.closingReason).toBeDefined();
  const ofRound = after.followUps.filter(({ round }) => round === after.round);
  if (after.closingReason === 'followed-up') expect(ofRound.some(({ isSolved }) => isSolved === true)).toBe(true);
  if (after.closingReason === 'no-answer-to-follow-up') expect(ofRound.some(({ askedAt }) => askedAt !== undefined)).toBe(true);
  expect(after.deadlines.filter(({ endedAt }) => endedAt === undefined)).toEqual([]);
  expect(after.commitments.filter(({ state }) => state === 'open')).toEqual([]);
}

/** The clock never stands at what is over: it would ring for ever. */
function checkClock({ after, nextAt }: CaseChange, journey: Journey): void {
  if (nextAt === undefined || nextAt > journey.now) return;
  const before = journey.case;
  const { events, nextAt: next } = journey.does('system', { type: 'tick' });
  expect(events.length, `clock of ${after.state} at ${nextAt}`).toBeGreaterThan(0);
  expect(next === undefined || next > journey.now || next !== nextAt, `${before.state}: ${nextAt} → ${next}`).toBe(true);
}

const RUNS = 10_000;
/** They take 20 s on one quiet core. */
const TIMEOUT_MS = 180_000;

describe('a case, whatever is asked of it by whomever', () => {
  it(
    'never leaves the machine, promises beyond authority, tells twice, loses an outcome or ends without a reason (R1, R5, R6, R7, P45)',
    () => {
      fc.assert(
        fc.property(fc.array(steps, { minLength: 6, maxLength: 12, size: 'max' }), fc.boolean(), (journey, isSerious) => {
          const { walked, refusals } = walk(journey, isSerious);
          for (const change of walked.changes) {
            checkMachine(change);
            const by = change.events.findLast((event) => event.by !== 'system')?.by;
            checkAuthority(change, Object.values(PEOPLE).find((one) => one.by === by) ?? PEOPLE.system);
            checkOutcomes(change);
            checkEnd(change);
          }
          const ids = walked.changes.flatMap(({ mails }) => mails.map(({ id }) => id));
          expect(new Set(ids).size).toBe(ids.length);
          for (const { error, before, after } of refusals) {
            expect(error).toBeInstanceOf(AmendsError);
            expect(after).toBe(before);
          }
          checkClock(walked.change, walked);
        }),
        { numRuns: RUNS },
      );
      const all = [...CASE_STATES, ...COMMAND_TYPES, 'tick', 'hear', 'undeliverable'];
      expect(all.filter((one) => !reached.has(one))).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it('is the fold of its events, each as the schema knows it, and its version is their number (R1)', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 16, size: 'max' }), (journey) => {
        const { walked } = walk(journey, false);
        const events = walked.changes.flatMap((change) => change.events);
        let state: Case | undefined;
        for (const event of events) state = evolve(state, CaseEvent.parse(event));
        expect(state).toEqual(walked.case);
        expect(walked.case.version).toBe(events.length);
        expect(Case.parse(walked.case)).toEqual(walked.case);
      }),
      { numRuns: 500 },
    );
  });

  it('loads and budgets add up to what stands, whatever way it went', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 20, size: 'max' }), (journey) => {
        const { walked } = walk(journey, false);
        const loads: Record<string, number> = {};
        let committed = 0;
        for (const change of walked.changes) {
          for (const [agent, delta] of Object.entries(change.loads)) loads[agent] = (loads[agent] ?? 0) + delta;
          committed += change.budgets.reduce((sum, { delta }) => sum + delta, 0);
        }
        const held = Object.entries(loads).filter(([, n]) => n !== 0);
        expect(held).toEqual(isOpen(walked.case) ? [[walked.case.owner, 1]] : []);
        const live = walked.case.offers.filter(({ state }) => ['awaiting-approval', 'offered', 'accepted'].includes(state));
        expect(committed).toBe(live.reduce((sum, { money }) => sum + (money?.amount ?? 0), 0));
      }),
      { numRuns: 1000 },
    );
  });
});
