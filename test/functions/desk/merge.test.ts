import { describe, expect, it } from 'vitest';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import { aCase } from '../../samples.ts';
import { caseIn, changed, command, refusal, send, worldWith } from './case-desk.ts';

const OTHER = '2611-0002';
const merge = { type: 'merge', into: OTHER } as const;
const two = (first: Partial<Case> = {}, second: Partial<Case> = {}) =>
  worldWith(aCase(first), aCase({ number: OTHER, feedbackId: 'g', ...second }));

describe('merging two cases of one customer (R3)', () => {
  it('ends the one, and the other takes in what it holds, in one transaction', async () => {
    const world = two({ feedbackId: 'f1', joined: ['f2'], severity: 3 });
    const { case: ended, allowed } = changed(await command(world, merge));
    expect(ended).toMatchObject({ state: 'merged', mergedInto: OTHER });
    expect(allowed).toEqual([]);
    expect(caseIn(world, OTHER)).toMatchObject({ state: 'opened', joined: ['f1', 'f2'], severity: 3 });
    expect(world.cases.get(OTHER)?.history.map(({ type }) => type)).toContain('CaseTakenIn');
    expect(Object.fromEntries(world.memory.loads)).toMatchObject({ lin: -1 });
    expect(world.memory.trips.filter((trip) => trip === 'save')).toHaveLength(1);
  });

  it.each([
    ['another customer', {}, { customerKey: 'customer-key-2' }, 409, 'other-customer'],
    ['a customer that nobody knows', { customerKey: undefined }, { customerKey: undefined }, 409, 'other-customer'],
    ['one that is closed', {}, { state: 'closed' }, 409, 'into-ended'],
    ['one that was merged itself', {}, { state: 'merged' }, 409, 'into-ended'],
  ] as [string, Partial<Case>, Partial<Case>, number, string][])(
    'refuses %s, and changes neither',
    async (_, first, second, status, code) => {
      const world = two(first, second);
      const before = structuredClone([...world.cases]);
      expect(await refusal(world, merge)).toMatchObject({ status, code });
      expect([...world.cases]).toEqual(before);
    },
  );

  it('answers alike for a case that is not there and for one of another branch (P29)', async () => {
    const hidden = await refusal(two({ branch: 'east' }, { branch: 'south' }), merge, { as: 'morgan' });
    expect(hidden).toMatchObject({ status: 422, issues: [{ field: 'into' }] });
    expect(hidden).toEqual(await refusal(worldWith(aCase({ branch: 'east' })), merge, { as: 'morgan' }));
  });

  it('changes neither where somebody works on the other at the same moment', async () => {
    const world = two();
    const results = await Promise.allSettled([command(world, merge), send(world, { type: 'note', text: 'x' }, { number: OTHER })]);
    expect(results.map(({ status }) => status)).toContain('rejected');
    expect(caseIn(world).state === 'merged').toBe(caseIn(world, OTHER).joined.length > 0);
  });
});
