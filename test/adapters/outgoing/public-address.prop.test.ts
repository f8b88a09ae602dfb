import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../shared/adapters/outgoing/public-address.ts';

/** [first address, bits of the prefix] of what IANA's registries of special-purpose addresses call not globally reachable, and of multicast. */
const CLOSED_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
const CLOSED_V6: readonly (readonly [string, number])[] = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['4000::', 2],
  ['5f00::', 16],
  ['8000::', 1],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const v4 = (value: bigint) => [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
const v6 = (value: bigint) => Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16)).join(':');
const numberOf = (address: string): bigint => {
  if (isIP(address) === 4) return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  const [head = '', tail = ''] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const zeros = 8 - groups(head).length - groups(tail).length;
  return [...groups(head), ...Array.from({ length: zeros }, () => '0'), ...groups(tail)].reduce(
    (sum, part) => sum * 65536n + BigInt(`0x${part}`),
    0n,
  );
};

/** Any address of one of the ranges. */
const within = (ranges: readonly (readonly [string, number])[], bits: number) =>
  fc
    .constantFrom(...ranges)
    .chain(([first, prefix]) => fc.bigInt({ min: 0n, max: (1n << BigInt(bits - prefix)) - 1n }).map((rest) => numberOf(first) + rest));

describe('public addresses (P39)', () => {
  it.each(['1.1.1.1', '8.8.8.8', '52.94.236.248', '223.5.5.5', '2606:4700:4700::1111', '2400:3200::1', '::ffff:8.8.8.8', '::ffff:808:808'])(
    'takes %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['the metadata service', '169.254.169.254'],
    ['the metadata service, as IPv6', '::ffff:169.254.169.254'],
    ['the metadata service, as IPv6 in hex', '::ffff:a9fe:a9fe'],
    ['the metadata service, by NAT64', '64:ff9b::a9fe:a9fe'],
    ['the metadata service of IPv6', 'fd00:ec2::254'],
    ['the metadata service of Alibaba Cloud', '100.100.100.200'],
    ['a public address by NAT64', '64:ff9b::808:808'],
    ['loopback, IPv4-compatible', '::127.0.0.1'],
    ['6to4 of a private address', '2002:a00:1::'],
    ['a zone', 'fe80::1%eth0'],
    ['a zone on a public address', '2606:4700:4700::1111%1'],
    ['one number', '2130706433'],
    ['hex', '0x7f000001'],
    ['octal', '0177.0.0.1'],
    ['three parts', '127.0.1'],
    ['a name', 'localhost'],
    ['nothing', ''],
    ['a network', '8.8.8.8/32'],
  ])('refuses %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('refuses every address of every closed IPv4 range, plain and as IPv6', () => {
    fc.assert(
      fc.property(within(CLOSED_V4, 32), (value) => {
        expect(isPublicAddress(v4(value))).toBe(false);
        expect(isPublicAddress(`::ffff:${v4(value)}`)).toBe(false);
        expect(isPublicAddress(v6((0xffffn << 32n) + value))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses every address of every closed IPv6 range', () => {
    fc.assert(
      fc.property(within(CLOSED_V6, 128), (value) => {
        expect(isPublicAddress(v6(value))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes what is in no closed range, however it is written', () => {
    const isIn = (value: bigint, ranges: readonly (readonly [string, number])[], bits: number) =>
      ranges.some(([first, prefix]) => value >> BigInt(bits - prefix) === numberOf(first) >> BigInt(bits - prefix));
    // Anycast of AS112 and AMT is global, and no place to deliver to either.
    const anycast = [
      ['192.31.196.0', 24],
      ['192.52.193.0', 24],
      ['192.175.48.0', 24],
    ] as const;
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 32n) - 1n }), (value) => {
        const isOpen = !isIn(value, [...CLOSED_V4, ...anycast], 32);
        expect([isPublicAddress(v4(value)), isPublicAddress(v6((0xffffn << 32n) + value))]).toEqual([isOpen, isOpen]);
      }),
      { numRuns: 2000 },
    );
  });
});
