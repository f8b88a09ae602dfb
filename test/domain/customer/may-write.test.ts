import { describe, expect, it } from 'vitest';
import { type Addressee, mayWrite, type Purpose } from '../../../shared/domain/customer/may-write.ts';
import { aCustomer } from './a-customer.ts';

/** Ten in the morning and eleven at night in Shanghai. */
const DAY = '2026-11-23T02:00:00.000Z';
const NIGHT = '2026-11-23T15:00:00.000Z';
const house = { timeZone: 'Asia/Shanghai', quietTimes: { from: '21:00', to: '08:00' } };
const consent = (contact: boolean, care: boolean) => ({ contact, care, at: DAY, by: 'agent:lin', source: 'telephone' as const });
const willing: Addressee = aCustomer({ consent: consent(true, true) });
const ok = { ok: true };
const no = (reason: string) => ({ ok: false, reason });

describe('may we write? (R16, R26)', () => {
  it.each<[string, Addressee, Purpose, string, unknown]>([
    ['an answer, at night', willing, 'answer', NIGHT, ok],
    ['an answer to who wants no contact: they asked', { ...willing, consent: consent(false, false) }, 'answer', DAY, ok],
    ['an answer without an address', { ...willing, email: undefined }, 'answer', DAY, no('no-address')],
    ['an answer to an address that came back', { ...willing, isSuppressed: true }, 'answer', DAY, no('suppressed')],
    ['an answer to somebody erased', { ...willing, erasedAt: DAY }, 'answer', DAY, no('erased')],
    ['an answer to somebody who came back', { ...willing, erasedAt: DAY, returnedAt: NIGHT }, 'answer', NIGHT, ok],
    ['a follow-up by day, whom nobody has asked', aCustomer(), 'follow-up', DAY, ok],
    ['a follow-up with an open case', { ...willing, openCases: ['2611-0001'] }, 'follow-up', DAY, ok],
    ['a follow-up to who wants no contact', { ...willing, consent: consent(false, true) }, 'follow-up', DAY, no('no-consent')],
    ['a follow-up at night', willing, 'follow-up', NIGHT, { ...no('quiet-time'), notBefore: '2026-11-24T00:00:00.000Z' }],
    ['a greeting', willing, 'care', DAY, ok],
    ['a greeting whom nobody has asked', aCustomer(), 'care', DAY, no('no-consent')],
    ['a greeting to who does not want any', { ...willing, consent: consent(true, false) }, 'care', DAY, no('no-consent')],
    ['a greeting with an open case', { ...willing, openCases: ['2611-0001'] }, 'care', DAY, no('open-case')],
    ['a greeting at night', willing, 'care', NIGHT, { ...no('quiet-time'), notBefore: '2026-11-24T00:00:00.000Z' }],
    ['a greeting at night with an open case: waiting would not help', { ...willing, openCases: ['1'] }, 'care', NIGHT, no('open-case')],
    [
      'a follow-up in the customer’s own quiet time',
      { ...willing, quietTimes: { from: '09:00', to: '12:00' } },
      'follow-up',
      DAY,
      { ...no('quiet-time'), notBefore: '2026-11-23T04:00:00.000Z' },
    ],
    [
      'a follow-up at night to who is quiet in the morning only',
      { ...willing, quietTimes: { from: '09:00', to: '12:00' } },
      'follow-up',
      NIGHT,
      ok,
    ],
  ])('%s', (_, customer, purpose, now, expected) => {
    expect(mayWrite(customer, purpose, now, house)).toEqual(expected);
  });
});
