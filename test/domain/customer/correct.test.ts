import { describe, expect, it } from 'vitest';
import { correctFile, FileCorrection, type Found, giveConsent } from '../../../shared/domain/customer/correct.ts';
import { wholeFile } from '../../../shared/domain/customer/whole.ts';
import { aCustomer, context } from './a-customer.ts';
import { FilesInMemory } from './files-in-memory.ts';

const nobody: Found = { byOwnId: new Map() };
const ana = aCustomer({ phone: '1234', ownIds: ['CRM-1'], version: 3 });
const correct = (correction: FileCorrection, found: Found = nobody, whole = wholeFile([ana])) =>
  correctFile(whole, correction, found, context);

describe('a file set right by staff (R16)', () => {
  it('knows the key of an address that the file was not made for, and forgets it when the first comes back (P24)', () => {
    const register = new FilesInMemory([ana]);
    register.save(correct({ email: 'ana@example.cn' }));
    expect(register.whole(ana.customerKey).emailKey).toBe('address-ana@example.cn');
    register.save(correct({ email: 'ana@example.com' }, nobody, register.whole(ana.customerKey)));
    const { email, emailKey } = register.whole(ana.customerKey);
    expect({ email, emailKey }).toEqual({ email: 'ana@example.com', emailKey: undefined });
  });

  it('changes what is named and records the fields, never the values (R17)', () => {
    const change = correct({ name: 'Ana Sousa', phone: null, tier: 'vip' });
    expect(change.writes).toEqual([
      {
        ...{ customerKey: ana.customerKey, seen: 3, set: { name: 'Ana Sousa', tier: 'vip', confirmed: ['name'] }, remove: ['phone'] },
        before: { since: ana.since, consent: undefined },
      },
    ]);
    expect(change.record).toEqual({
      customerKey: ana.customerKey,
      at: context.now,
      by: 'agent:lin',
      what: 'corrected',
      fields: ['name', 'phone', 'tier'],
    });
    expect(JSON.stringify(change.record)).not.toMatch(/Sousa|1234/);
  });

  it('leads a new address to the same file, and the old one still', () => {
    const register = new FilesInMemory([ana]);
    register.save(correct({ email: 'ana@example.cn' }));
    for (const email of ['ana@example.com', 'ana@example.cn']) {
      expect(register.found({ email }).byAddress).toMatchObject({
        customerKey: ana.customerKey,
        email: 'ana@example.cn',
        name: 'Ana Silva',
      });
    }
  });

  it('takes a field out of every file of the person, so that an older one does not bring it back', () => {
    const register = new FilesInMemory([ana, aCustomer({ customerKey: 'other', phone: '5678', since: '2026-02-01T00:00:00.000Z' })]);
    register.merge('other', ana.customerKey);
    register.save(correctFile(register.whole('other'), { phone: null }, nobody, context));
    expect(register.whole('other').phone).toBeUndefined();
  });

  it.each([
    ['nothing that differs', { name: 'Ana Silva', ownIds: ['CRM-1'] }, nobody, 422, 'invalid-input'],
    [
      'another person’s address',
      { email: 'li@example.cn' },
      { ...nobody, byAddress: wholeFile([aCustomer({ customerKey: 'li' })]) },
      409,
      'address-taken',
    ],
    [
      'another person’s own id',
      { ownIds: ['CRM-2'] },
      { byOwnId: new Map([['CRM-2', wholeFile([aCustomer({ customerKey: 'li', ownIds: ['CRM-2'] })])]]) },
      409,
      'own-id-taken',
    ],
    [
      'the own id of somebody erased (P35)',
      { ownIds: ['CRM-2'] },
      { byOwnId: new Map([['CRM-2', wholeFile([aCustomer({ customerKey: 'li', erasedAt: context.now })])]]) },
      409,
      'erased',
    ],
  ])('refuses %s', (_, correction, found, status, code) => {
    expect(() => correct(correction, found)).toThrow(expect.objectContaining({ status, code }));
  });

  it('refuses to add anything to a file that was erased (P35)', () => {
    const erased = wholeFile([aCustomer({ erasedAt: context.now })]);
    expect(() => correct({ name: 'X' }, nobody, erased)).toThrow(expect.objectContaining({ code: 'erased' }));
    expect(() => giveConsent(erased, { contact: true, care: true, source: 'visit' }, context)).toThrow(
      expect.objectContaining({ code: 'erased' }),
    );
  });

  it.each([
    [{ quietTimes: { from: '08:00', to: '08:00' } }],
    [{ quietTimes: { from: '25:00', to: '08:00' } }],
    [{ quietTimes: { from: '21:00', to: '08:00', timeZone: 'Mars/Olympus' } }],
    [{ email: 'no address' }],
    [{ phone: 'call me' }],
    [{ tier: 'worst' }],
    [{ branch: 'No Branch' }],
    [{ language: 'fr' }],
    [{ since: '2020-01-01' }],
  ])('refuses %j at the door', (correction) => {
    expect(FileCorrection.safeParse(correction).success).toBe(false);
  });
});
