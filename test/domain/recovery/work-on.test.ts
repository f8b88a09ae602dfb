import { describe, expect, it } from 'vitest';
import { AmendsError, conflict } from '../../../shared/domain/errors.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import type { CaseChange } from '../../../shared/domain/recovery/change.ts';
import { caseNow, workOn } from '../../../shared/domain/recovery/work-on.ts';
import { aCase } from '../../samples.ts';

const changeTo = (before: Case, after: Case): CaseChange => ({ before, after, events: [], mails: [], care: [], loads: {}, budgets: [] });

/** A register in which others are faster, so often. */
function register(races: number) {
  let left = races;
  let standing = aCase();
  let reads = 0;
  return {
    reads: () => reads,
    read: async () => {
      reads += 1;
      return standing;
    },
    load: async (number: string) => ({ case: number === standing.number ? standing : undefined }),
    save: async ([change]: readonly CaseChange[]) => {
      if (left > 0) {
        left -= 1;
        standing = { ...standing, version: standing.version + 1 };
        throw conflict('Somebody else changed it.');
      }
      if (change !== undefined) standing = change.after;
    },
  };
}

const older = (seen: Case) => changeTo(seen, { ...seen, version: seen.version + 1, owner: 'morgan' });

describe('working on a case that others work on', () => {
  it('decides anew on what stands then, and tells what came of it', async () => {
    const cases = register(3);
    const seen: number[] = [];
    const worked = await workOn(cases.read, cases, (value) => {
      seen.push(value.version);
      return older(value);
    });
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(worked.case).toMatchObject({ version: 5, owner: 'morgan' });
  });

  it('gives up after five tries, with the conflict', async () => {
    const cases = register(99);
    await expect(workOn(cases.read, cases, older)).rejects.toMatchObject({ code: 'conflict' });
    expect(cases.reads()).toBe(5);
  });

  it('writes nothing where nothing is to be done, or there is no case', async () => {
    const cases = register(0);
    expect(await workOn(cases.read, cases, () => undefined)).toEqual({ case: aCase() });
    expect(await workOn(async () => undefined, cases, older)).toEqual({ case: undefined });
    expect(await cases.read()).toEqual(aCase());
  });

  it('hands on every other refusal at once', async () => {
    const refused = new AmendsError(409, 'budget-exceeded', 'The budget does not hold it.');
    const cases = { ...register(0), save: async () => Promise.reject(refused) };
    await expect(workOn(cases.read, cases, older)).rejects.toBe(refused);
    expect(cases.reads()).toBe(1);
  });

  it('follows merges to where a case lives on, and ends where they go in circles', async () => {
    const cases = new Map([
      ['1', aCase({ number: '2611-0001', mergedInto: '2' })],
      ['2', aCase({ number: '2611-0002', mergedInto: '3' })],
      ['3', aCase({ number: '2611-0003' })],
      ['a', aCase({ number: '2611-0004', mergedInto: 'a' })],
    ]);
    const load = async (number: string) => ({ case: cases.get(number) });
    expect((await caseNow('1', { load }))?.number).toBe('2611-0003');
    expect((await caseNow('a', { load }))?.number).toBe('2611-0004');
    expect(await caseNow('none', { load })).toBeUndefined();
  });
});
