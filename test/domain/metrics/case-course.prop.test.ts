import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeBuckets } from '../../../shared/domain/metrics/bucket.ts';
import { contributions, contributionsOfChange } from '../../../shared/domain/metrics/contributions.ts';
import { figuresOf } from '../../../shared/domain/metrics/figures.ts';
import { differences, foldItems } from '../../../shared/domain/metrics/reconcile.ts';
import { sumOf, tallyOf } from '../../../shared/domain/metrics/tally.ts';
import { CASE_STATES, CLOSING_REASONS, DEADLINE_OUTCOMES, OFFER_STATES } from '../../../shared/domain/recovery/case.ts';
import { TIERS } from '../../../shared/domain/tier.ts';
import { aCase, aMetDeadline } from '../../samples.ts';

const ZONE = 'Asia/Shanghai';
const AT = '2026-11-25T09:00:00.000Z';
const deadline = fc
  .record({
    kind: fc.constantFrom('first-answer', 'solution'),
    outcome: fc.option(fc.constantFrom(...DEADLINE_OUTCOMES), { nil: undefined }),
  })
  .map(({ kind, outcome }) => ({ ...aMetDeadline(kind, AT, AT), outcome }));
const followUp = fc.record({
  answeredAt: fc.option(fc.constant(AT), { nil: undefined }),
  isSolved: fc.option(fc.boolean(), { nil: undefined }),
  satisfaction: fc.option(fc.constantFrom(0, 25, 50, 75, 100), { nil: undefined }),
});
/** A case in any state it may be in, and many in which it may not. */
const kase = fc
  .record({
    day: fc.integer({ min: 1, max: 3 }),
    state: fc.constantFrom(...CASE_STATES),
    closingReason: fc.option(fc.constantFrom(...CLOSING_REASONS), { nil: undefined }),
    solvedAt: fc.option(fc.constant(AT), { nil: undefined }),
    tier: fc.constantFrom(...TIERS),
    customerKey: fc.option(fc.constant('key'), { nil: undefined }),
    offers: fc.array(fc.record({ state: fc.constantFrom(...OFFER_STATES) }), { maxLength: 3 }),
    followUps: fc.array(followUp, { maxLength: 3 }),
    deadlines: fc.array(deadline, { maxLength: 3 }),
  })
  .map(({ day, ...set }) => ({ ...aCase(), ...set, openedAt: `2026-11-0${day}T09:00:00.000Z`, type: 'case' }));
const cases = fc.array(kase, { maxLength: 12 });

describe('the recovery funnel (R19, R25)', () => {
  it('has no step greater than the one before it, on any day and in any dimension', () => {
    fc.assert(
      fc.property(cases, (items) => {
        for (const { deltas } of foldItems(items, ZONE)) {
          const { funnel, after, service } = figuresOf(tallyOf(deltas));
          const steps = [funnel.complaints, funnel.answered, funnel.offered, funnel.accepted, funnel.solved, funnel.satisfied];
          expect(steps.toSorted((a, b) => b - a)).toEqual(steps);
          for (const step of ['offered', 'accepted', 'solved', 'satisfied'] as const) {
            expect(funnel.anyway[step]).toBeGreaterThanOrEqual(funnel[step]);
            expect(funnel.anyway[step]).toBeLessThanOrEqual(funnel.complaints);
          }
          expect(after.satisfied).toBeLessThanOrEqual(after.told);
          expect(service.answered.inTime).toBeGreaterThanOrEqual(funnel.answered);
        }
      }),
    );
  });

  it('comes to the same by any course of changes as counted at once from what stands at the end (promise 44)', () => {
    fc.assert(
      fc.property(fc.array(fc.array(kase, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (courses) => {
        const changes = courses.flatMap((course) => course.map((item, i) => ({ old: i === 0 ? undefined : course[i - 1], new: item })));
        const counted = mergeBuckets([...changes].reverse().flatMap((change) => contributionsOfChange(change, ZONE)));
        const standing = courses.map((course) => course.at(-1));
        expect(differences(foldItems(standing, ZONE), counted)).toEqual([]);
      }),
    );
  });

  it('adds up from parts as from the whole', () => {
    const all = (items: readonly unknown[]) =>
      sumOf(
        items
          .flatMap((item) => contributions(item, ZONE))
          .flatMap(({ dimension, granularity, deltas }) => (dimension === 'all' && granularity === 'day' ? [tallyOf(deltas)] : [])),
      );
    fc.assert(
      fc.property(cases, cases, (some, others) => {
        expect(all([...some, ...others])).toEqual(sumOf([all(some), all(others)]));
      }),
    );
  });

  it.each([
    [{}, {}],
    [{ offers: ['offered'] }, { complaintsOffered: 1, funnelAnswered: 1, funnelOffered: 1 }],
    [{ offers: ['offered'], answered: 'breached' }, { complaintsOffered: 1 }],
    [{ offers: ['awaiting-approval', 'withdrawn', 'rejected'] }, { funnelAnswered: 1 }],
    [{ offers: ['refused', 'accepted'] }, { complaintsAccepted: 1, funnelAccepted: 1 }],
    [{ followUp: { isSolved: true } }, { complaintsFollowedUp: 1, complaintsSatisfied: 1, funnelAnswered: 1 }],
    [{ followUp: { isSolved: true, satisfaction: 25 } }, { complaintsFollowedUp: 1 }],
    [{ followUp: { isSolved: false, satisfaction: 100 } }, { complaintsFollowedUp: 1 }],
    [{ followUp: { satisfaction: 75 } }, { complaintsSatisfied: 1 }],
    [{ state: 'merged', offers: ['accepted'] }, { casesNotComplaints: 1 }],
  ] as const)('%j counts %j', (set, expected) => {
    const {
      offers = [],
      answered = 'met',
      followUp: told,
      state,
    } = { offers: undefined, answered: undefined, followUp: undefined, state: undefined, ...set };
    const item = {
      ...aCase(),
      ...(state === undefined ? {} : { state }),
      offers: offers.map((one) => ({ state: one })),
      followUps: told === undefined ? [] : [{ answeredAt: AT, ...told }],
      deadlines: [{ ...aMetDeadline('first-answer', AT, AT), outcome: answered }],
      type: 'case',
    };
    const day = contributions(item, ZONE).find(({ dimension, granularity }) => dimension === 'all' && granularity === 'day');
    expect(day?.deltas).toMatchObject(expected);
    const isFunnel = (counter: string) => /^(funnel|complaints)/.test(counter);
    if (state === 'merged') expect(Object.keys(day?.deltas ?? {}).filter(isFunnel)).toEqual([]);
    if (answered === 'breached') expect(day?.deltas).not.toHaveProperty('funnelOffered');
    if (JSON.stringify(told ?? {}).includes('"isSolved":false')) expect(day?.deltas).not.toHaveProperty('complaintsSatisfied');
  });
});

describe('tiers (R16)', () => {
  it('have figures by days, not hours; of a customer whom nobody knows it is unknown, whatever its case says', () => {
    const tiers = (set: object) =>
      contributions({ ...aCase(), tier: 'vip', customerKey: 'key', ...set, type: 'case' }, ZONE).flatMap(({ granularity, dimension }) =>
        dimension.startsWith('tier#') ? [`${granularity} ${dimension}`] : [],
      );
    expect(tiers({})).toEqual(['day tier#vip']);
    expect(tiers({ customerKey: undefined })).toEqual(['day tier#unknown']);
  });
});
