import { describe, expect, it } from 'vitest';
import { queryOf, soughtBy } from '../../../web/desk/inbox/filters.ts';

describe('what somebody puts into the search box', () => {
  it.each([
    ['2611-0042', { kind: 'case', number: '2611-0042' }],
    [' ２６１１－００４２ ', { kind: 'case', number: '2611-0042' }],
    ['ada@example.com', { kind: 'customer', by: { email: 'ada@example.com' } }],
    ['138 0000 0000', { kind: 'customer', by: { phone: '138 0000 0000' } }],
    ['+44 (20) 7946-0000', { kind: 'customer', by: { phone: '+44 (20) 7946-0000' } }],
    ['包裹 两周', { kind: 'text', text: '包裹 两周' }],
    ['teapot 2026', { kind: 'text', text: 'teapot 2026' }],
    ['12345', { kind: 'text', text: '12345' }],
    ['   ', { kind: 'nothing' }],
  ])('"%s"', (typed, sought) => {
    expect(soughtBy(typed)).toEqual(sought);
  });
});

describe('the question that an address is', () => {
  const ask = (address: string) => queryOf(new URLSearchParams(address), ['delivery', 'staff']);
  it('has the filters of the address', () => {
    expect(ask('owner=me&severity=4&tier=vip&topic=staff&overdue=true&waiting=false&branch=east&text=%20pot%20')).toEqual({
      ...{ state: 'open', owner: 'me', branch: 'east', severity: '4', tier: 'vip', topic: 'staff', overdue: 'true', waiting: 'false' },
      ...{ text: 'pot', limit: 100 },
    });
  });
  it('asks for closed cases where a month is named', () => {
    expect(ask('month=2026-11')).toEqual({ state: 'closed', month: '2026-11', limit: 100 });
  });
  it('leaves out what is no value of a filter: an old link still shows something', () => {
    expect(ask('severity=9&tier=gold&topic=weather&overdue=perhaps&month=2026-13&nonsense=1')).toEqual({ state: 'open', limit: 100 });
  });
});
