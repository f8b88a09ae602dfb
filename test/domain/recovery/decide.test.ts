import { describe, expect, it } from 'vitest';
import { AmendsError } from '../../../shared/domain/errors.ts';
import type { Case, CaseCommand } from '../../../shared/domain/recovery/case.ts';
import { decide, evolve } from '../../../shared/domain/recovery/decide.ts';
import { aCase, opened } from '../../samples.ts';

const inTime = '2026-11-23T08:59:00.000Z';
const late = '2026-11-23T09:00:00.001Z';
const ask = (command: CaseCommand, state: Case, now = inTime) =>
  decide(command, state, { by: 'agent:morgan', now, agents: ['lin', 'morgan'] });
const caseAfter = (state: Case, ...commands: CaseCommand[]) => commands.reduce((s, command) => ask(command, s).reduce(evolve, s), state);

function refusalOf(run: () => unknown): AmendsError {
  try {
    run();
  } catch (error) {
    if (error instanceof AmendsError) return error;
    throw error;
  }
  throw new Error('expected a refusal');
}

describe('a case', () => {
  it('is acknowledged in time up to the very moment promised, and late after it (R2)', () => {
    expect(ask({ type: 'acknowledge' }, aCase(), '2026-11-23T09:00:00.000Z')).toEqual([
      { type: 'CaseAcknowledged', at: '2026-11-23T09:00:00.000Z', by: 'agent:morgan', inTime: true },
    ]);
    expect(ask({ type: 'acknowledge' }, aCase(), late)).toEqual([
      { type: 'CaseAcknowledged', at: late, by: 'agent:morgan', inTime: false },
    ]);
  });

  it('is handed over on the record: who gave it, from whom, to whom, when (R3)', () => {
    expect(ask({ type: 'assign', to: 'morgan' }, aCase())).toEqual([
      { type: 'CaseAssigned', at: inTime, by: 'agent:morgan', from: 'lin', to: 'morgan' },
    ]);
    expect(caseAfter(aCase(), { type: 'assign', to: 'morgan' }).owner).toBe('morgan');
  });

  it('that is resolved before anybody took it up counts as taken up then (R2)', () => {
    const events = ask({ type: 'resolve', resolution: 'Replaced.' }, aCase(), late);
    expect(events.map(({ type }) => type)).toEqual(['CaseAcknowledged', 'CaseResolved']);
    expect(events.reduce(evolve, aCase())).toMatchObject({
      state: 'resolved',
      version: 3,
      acknowledgedAt: late,
      isAcknowledgedInTime: false,
      resolvedAt: late,
      resolution: 'Replaced.',
    });
  });

  it('that was acknowledged keeps that moment when it is resolved (R1)', () => {
    const state = caseAfter(aCase(), { type: 'acknowledge' });
    expect(ask({ type: 'resolve', resolution: 'Refunded.' }, state, late).reduce(evolve, state)).toMatchObject({
      version: 3,
      acknowledgedAt: inTime,
      isAcknowledgedInTime: true,
      resolvedAt: late,
    });
  });

  it('that is resolved takes notes and nothing else, and says so (R1)', () => {
    const state = caseAfter(aCase(), { type: 'resolve', resolution: 'Replaced.' });
    expect(caseAfter(state, { type: 'note', text: 'Parcel arrived.' })).toEqual({ ...state, version: state.version + 1 });
    const others: CaseCommand[] = [{ type: 'acknowledge' }, { type: 'assign', to: 'morgan' }, { type: 'resolve', resolution: 'Again.' }];
    for (const command of others) {
      const refusal = refusalOf(() => ask(command, state));
      expect(refusal).toMatchObject({ status: 409, code: 'case-resolved' });
      expect(refusal.message).toContain('2611-0001');
    }
  });

  it.each([
    ['acknowledged twice', [{ type: 'acknowledge' }], { type: 'acknowledge' }, 'already-acknowledged'],
    ['given to its owner', [], { type: 'assign', to: 'lin' }, 'already-owner'],
    ['given to nobody known', [], { type: 'assign', to: 'nobody' }, 'unknown-agent'],
  ] as [string, CaseCommand[], CaseCommand, string][])('refuses to be %s, with the reason', (_, before, command, code) => {
    expect(refusalOf(() => ask(command, caseAfter(aCase(), ...before)))).toMatchObject({ status: 409, code });
  });

  it('never lets a customer read a refusal that quotes what was sent (P33)', () => {
    expect(refusalOf(() => ask({ type: 'assign', to: 'eve@example.com' }, aCase())).message).not.toContain('eve@example.com');
  });

  it('begins with being opened, once', () => {
    expect(evolve(undefined, opened(aCase()))).toEqual(aCase());
    expect(() => evolve(aCase(), opened(aCase()))).toThrow(/CaseOpened after/);
    expect(() => evolve(undefined, { type: 'NoteAdded', at: inTime, by: 'system', text: 'x' })).toThrow(/before CaseOpened/);
  });

  it('is not dated before its opening by a machine whose clock is behind', () => {
    expect(ask({ type: 'acknowledge' }, aCase(), '2026-11-23T00:59:59.000Z')[0]?.at).toBe('2026-11-23T01:00:00.000Z');
  });
});
