import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../shared/domain/customer/file.ts';
import { decideImport } from '../../../shared/domain/customer/import.ts';
import { ImportRow } from '../../../shared/domain/customer/import-row.ts';
import { aCustomer, context } from './a-customer.ts';
import { FilesInMemory } from './files-in-memory.ts';

const settings = { branches: ['east', 'south'], defaultLanguage: 'zh-Hans' } as const;

/** Brings a row in as the desk does. */
function bringIn(register: FilesInMemory, row: ImportRow, now = context.now) {
  const decision = decideImport(row, register.found(row), settings, { ...context, now });
  if ('change' in decision) register.save(decision.change);
  return decision;
}

describe('importing what the business’s own books know (R16)', () => {
  it('makes a file for somebody new, found by both from then on', () => {
    const register = new FilesInMemory([]);
    const row = { email: 'li@example.cn', ownId: 'CRM-7', name: '李雷', phone: '+86 138 0000 0000', since: '2020-02-29' };
    expect(bringIn(register, row)).toMatchObject({ outcome: 'created' });
    const { byAddress, byOwnId } = register.found({ email: 'LI@example.cn', ownId: 'CRM-7' });
    expect(byAddress).toEqual(byOwnId);
    expect(byAddress).toMatchObject({ email: 'li@example.cn', name: '李雷', language: 'zh-Hans', since: '2020-02-29T00:00:00.000Z' });
  });

  it('knows somebody without an address by their own id, and their address when it comes', () => {
    const register = new FilesInMemory([]);
    bringIn(register, { ownId: 'CRM-7', name: '李雷' });
    expect(bringIn(register, { ownId: 'CRM-7', email: 'li@example.cn' })).toMatchObject({ outcome: 'changed' });
    expect(register.found({ email: 'li@example.cn' }).byAddress).toMatchObject({ name: '李雷', ownIds: ['CRM-7'], email: 'li@example.cn' });
  });

  it('merges two files where the books say that they are one person, and keeps both keys', () => {
    const register = new FilesInMemory([aCustomer()]);
    bringIn(register, { ownId: 'CRM-7', name: 'A. Silva' }, '2026-11-01T00:00:00.000Z');
    expect(bringIn(register, { ownId: 'CRM-7', email: 'ana@example.com', industry: 'hotel' })).toMatchObject({ outcome: 'merged' });
    const whole = register.found({ ownId: 'CRM-7' }).byOwnId;
    expect(whole).toMatchObject({ keys: ['address-ana@example.com', 'own-id-CRM-7'], name: 'Ana Silva', industry: 'hotel' });
    expect(bringIn(register, { ownId: 'CRM-7', email: 'ana@example.com', industry: 'hotel' })).toMatchObject({ outcome: 'unchanged' });
  });

  it('keeps the old address leading here when the books have a new one', () => {
    const register = new FilesInMemory([]);
    bringIn(register, { ownId: 'CRM-7', email: 'old@example.com' });
    bringIn(register, { ownId: 'CRM-7', email: 'new@example.com' });
    expect(register.found({ email: 'old@example.com' }).byAddress?.email).toBe('new@example.com');
    expect(register.found({ email: 'new@example.com' }).byAddress?.email).toBe('new@example.com');
  });

  it.each([
    ['a branch that the config does not have', { email: 'a@example.com', branch: 'west' }, 'branch', /east, south/],
    ['somebody who was erased', { email: 'gone@example.com' }, 'email', /erased/],
    ['somebody who was erased, by another way', { email: 'a@example.com', ownId: 'GONE-1' }, 'ownId', /erased/],
  ])('refuses %s, naming the field (P35)', (_, row, field, reason) => {
    const gone = aCustomer({ customerKey: 'address-gone@example.com', email: undefined, name: undefined, erasedAt: context.now });
    const register = new FilesInMemory([gone]);
    register.links.set('own-id-GONE-1', gone.customerKey);
    expect(bringIn(register, row)).toEqual({ outcome: 'refused', field, reason: expect.stringMatching(reason) });
    expect(register.files.size).toBe(1);
  });

  it('gives an own id that was taken away from somebody to somebody else', () => {
    const register = new FilesInMemory([aCustomer({ ownIds: [] })]);
    register.links.set('own-id-CRM-7', 'address-ana@example.com');
    expect(bringIn(register, { email: 'li@example.cn', ownId: 'CRM-7' })).toMatchObject({ outcome: 'created' });
    expect(register.found({ ownId: 'CRM-7' }).byOwnId?.email).toBe('li@example.cn');
  });
});

describe('consent in the business’s own books (R16)', () => {
  const at = '2026-06-01T00:00:00.000Z';
  const withConsent = (contact: boolean, care: boolean): Customer =>
    aCustomer({ consent: { contact, care, at, by: 'agent:lin', source: 'telephone' } });
  const consentAfter = (file: Customer, row: Partial<ImportRow>) => {
    const register = new FilesInMemory([file]);
    bringIn(register, { email: 'ana@example.com', ...row });
    return register.found({ email: 'ana@example.com' }).byAddress?.consent;
  };

  it.each([
    ['begins where there was none', aCustomer(), { contactConsent: true, careConsent: true }, { contact: true, care: true }],
    ['withdraws', withConsent(true, true), { contactConsent: true, careConsent: false }, { contact: true, care: false }],
    [
      'never gives back what was withdrawn',
      withConsent(false, false),
      { contactConsent: true, careConsent: true },
      { contact: false, care: false },
    ],
    [
      'gives back if it is newer',
      withConsent(false, false),
      { contactConsent: true, careConsent: true, consentAt: '2026-07-01T00:00:00.000Z' },
      { contact: true, care: true },
    ],
    [
      'is left alone if it is older',
      withConsent(true, true),
      { contactConsent: false, careConsent: false, consentAt: '2026-05-01T00:00:00.000Z' },
      { contact: true, care: true },
    ],
  ])('%s', (_, file, row, expected) => {
    expect(consentAfter(file, row)).toMatchObject(expected);
  });
});

describe('any rows, in any order, any number of times', () => {
  const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
  const rows = fc
    .record({
      email: some(fc.constantFrom('a@example.com', 'b@example.com', 'B@example.com', 'c@example.com')),
      ownId: some(fc.constantFrom('1', '2', '3')),
      name: some(fc.constantFrom('Ana', '李雷')),
      phone: some(fc.constantFrom('+49 30 1234567', '010 1234567')),
      branch: some(fc.constantFrom('east', 'south')),
      spending: some(fc.record({ amount: fc.nat(1000), currency: fc.constantFrom('CNY', 'EUR') })),
      ordersPerYear: some(fc.nat(50)),
      contactConsent: some(fc.boolean()),
    })
    .map((row) => ({ ...row, careConsent: row.contactConsent }))
    .filter((row) => ImportRow.safeParse(row).success);

  it('the same row again changes nothing, not even the version', () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 8 }), rows, (before, row) => {
        const register = new FilesInMemory([]);
        for (const one of before) bringIn(register, one);
        bringIn(register, row);
        const settled = new Map(register.files);
        const again = bringIn(register, row, '2027-01-01T00:00:00.000Z');
        expect(['unchanged', 'refused']).toContain(again.outcome);
        expect(register.files).toEqual(settled);
      }),
      { numRuns: 1000 },
    );
  });

  it('never takes a row for two persons, and finds each row’s person by all that it names', () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 8 }), (all) => {
        const register = new FilesInMemory([]);
        for (const row of all) {
          const { outcome } = bringIn(register, row);
          if (outcome === 'refused') continue;
          const { byAddress, byOwnId } = register.found(row);
          if (row.email !== undefined && row.ownId !== undefined) expect(byAddress?.customerKey).toBe(byOwnId?.customerKey);
          if (row.ownId !== undefined) expect(byOwnId?.ownIds).toContain(row.ownId);
        }
      }),
      { numRuns: 500 },
    );
  });
});
