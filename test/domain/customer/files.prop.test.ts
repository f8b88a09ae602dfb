import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFiles } from '../../../shared/domain/customer/merge.ts';
import { wholeFile } from '../../../shared/domain/customer/whole.ts';
import { aCustomer, context } from './a-customer.ts';
import { FilesInMemory } from './files-in-memory.ts';

const instants = fc.integer({ min: 0, max: 3 }).map((n) => `2026-0${n + 1}-01T00:00:00.000Z`);
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const customers = fc.uniqueArray(
  fc.record({
    customerKey: fc.constantFrom('key-a', 'key-b', 'key-c', 'key-d', 'key-e'),
    since: instants,
    email: optional(fc.constantFrom('a@example.com', 'b@example.com')),
    name: optional(fc.constantFrom('Ana', '李雷')),
    phone: optional(fc.constantFrom('1', '2')),
    ownIds: optional(fc.subarray(['CRM-1', 'CRM-2', 'CRM-3'])),
    openCases: optional(fc.subarray(['2611-0001', '2611-0002'])),
    language: fc.constantFrom('en' as const, 'zh-Hans' as const),
    consent: optional(
      fc.record({
        contact: fc.boolean(),
        care: fc.boolean(),
        at: instants,
        by: fc.constant('agent:lin'),
        source: fc.constant('visit' as const),
      }),
    ),
  }),
  { selector: ({ customerKey }) => customerKey, minLength: 2, maxLength: 5 },
);

/** What a person is, whatever the order in which it came about. */
const seenFrom = (register: FilesInMemory, key: string) => {
  const { files: _files, version: _version, ...rest } = register.whole(key);
  return rest;
};

describe('merging files of one person (R16)', () => {
  it('comes to the same in any order, whoever is named first, and from every key', () => {
    fc.assert(
      fc.property(customers, fc.infiniteStream(fc.nat(100)), fc.infiniteStream(fc.boolean()), (files, picks, turns) => {
        const inOrder = new FilesInMemory(files);
        for (const { customerKey } of files.slice(1)) inOrder.merge(files[0]?.customerKey ?? '', customerKey);
        const shuffled = new FilesInMemory(files);
        const keys = files.map(({ customerKey }) => customerKey);
        const connected = [keys[0] ?? ''];
        const open = keys.slice(1);
        while (open.length > 0) {
          const [next = ''] = open.splice((picks.next().value ?? 0) % open.length, 1);
          const known = connected[(picks.next().value ?? 0) % connected.length] ?? '';
          if (turns.next().value === true) shuffled.merge(next, known);
          else shuffled.merge(known, next);
          connected.push(next);
        }
        const expected = seenFrom(inOrder, keys[0] ?? '');
        for (const key of keys) expect(seenFrom(shuffled, key)).toEqual(expected);
        expect([...expected.keys].sort()).toEqual([...keys].sort());
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every address, own id and open case of everybody', () => {
    fc.assert(
      fc.property(customers, (files) => {
        const register = new FilesInMemory(files);
        for (const { customerKey } of files) register.merge(files[0]?.customerKey ?? '', customerKey);
        const whole = register.whole(files[0]?.customerKey ?? '');
        expect(new Set(whole.emails)).toEqual(new Set(files.flatMap(({ email }) => email ?? [])));
        expect(whole.ownIds).toEqual([...new Set(files.flatMap(({ ownIds }) => ownIds ?? []))].sort());
        expect(whole.openCases).toEqual([...new Set(files.flatMap(({ openCases }) => openCases ?? []))].sort());
      }),
    );
  });

  it('is refused for those who are one already, naming why', () => {
    const register = new FilesInMemory([aCustomer(), aCustomer({ customerKey: 'other' })]);
    register.merge('other', 'address-ana@example.com');
    expect(() => mergeFiles(register.whole('other'), register.whole('address-ana@example.com'), context)).toThrow(
      expect.objectContaining({ status: 409, code: 'already-merged' }),
    );
  });

  it('is refused for somebody erased (P35)', () => {
    const erased = aCustomer({ customerKey: 'other', erasedAt: context.now });
    expect(() => mergeFiles(wholeFile([aCustomer()]), wholeFile([erased]), context)).toThrow(expect.objectContaining({ code: 'erased' }));
  });
});
