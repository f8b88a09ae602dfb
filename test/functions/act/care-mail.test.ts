import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../shared/domain/customer/file.ts';
import type { CareAction } from '../../../shared/domain/recovery/action.ts';
import { ActMemory } from './act-memory.ts';

const NOON = '2026-11-23T04:00:00.000Z';
const consent = { contact: true, care: true, at: NOON, by: 'agent:lin', source: 'visit' as const };
const base = { kind: 'care', customerKey: 'customer-key-1', state: 'due', dueAt: NOON, attempts: 0 } as const;
const greeting: CareAction = { ...base, id: 'greeting:new-year:2027:customer-key-1', template: 'greeting', greeting: 'new-year' };
const winBack: CareAction = { ...base, id: '2611-0002:win-back', template: 'win-back', caseNumber: '2611-0002', round: 1 };

const NO_AGREEMENT = [
  {
    type: 'decide',
    verdict: 'founded',
    department: 'logistics',
    cause: 'late-delivery',
    dispute: 'service',
    responsibility: 'company',
    explanation: 'It stood in the depot.',
  },
  { type: 'offer', remedy: 'apology' },
  { type: 'refuse', offerId: 'o1' },
  { type: 'close', reason: 'no-agreement', note: 'They want twice the price.' },
];

/** At noon in Shanghai, with a customer who takes greetings and has no open case. */
function world(customer: Partial<Customer> = {}, action: CareAction = greeting): ActMemory {
  const memory = new ActMemory({}, { consent, ...customer });
  memory.now = NOON;
  memory.actions.set(action.id, action);
  return memory;
}

/** The case has ended without an agreement, and the house writes to such customers. */
function afterDisagreement(): ActMemory {
  const memory = world({}, winBack);
  for (const command of NO_AGREEMENT) memory.give(command);
  return memory;
}
const withWinBack = { winBack: { after: '60d', remedy: 'voucher' } };

describe('a greeting goes out (R26)', () => {
  it('with the house’s words, a way to end such mails by one press (P23), within the limit of a day (P27)', async () => {
    const memory = world();
    expect(await memory.act(greeting.id)).toBe('sent');
    expect(memory.sent).toMatchObject([
      {
        to: ['ada@example.com'],
        subject: 'Our best wishes for the New Year',
        unsubscribe: { url: 'https://example.com/u/customer-key-1' },
      },
    ]);
    expect(memory.sent[0]?.text).toContain('All the best for the New Year.');
    expect(memory.sent[0]?.text).toContain('https://example.com/u/customer-key-1');
    expect(memory.limits).toEqual([{ customerKey: 'customer-key-1', perDay: 5 }]);
  });

  it('in the customer’s language', async () => {
    const memory = world({ language: 'zh-Hans' });
    await memory.act(greeting.id);
    expect(memory.sent[0]).toMatchObject({ subject: '新年祝福', text: expect.stringContaining('祝您新年快乐。') });
  });

  it.each<[string, Partial<Customer>, string]>([
    ['with an open case', { openCases: ['2611-0002'] }, 'open-case'],
    ['who does not want greetings', { consent: { ...consent, care: false } }, 'no-consent'],
    ['who was never asked', { consent: undefined }, 'no-consent'],
    ['without an address', { email: undefined }, 'no-address'],
    ['who was erased', { erasedAt: NOON }, 'erased'],
    ['who is not in the register any more', { customerKey: 'another' }, 'no-address'],
  ])('to nobody %s', async (_, change, reason) => {
    const memory = world(change);
    expect(await memory.act(greeting.id)).toBe('refused');
    expect([memory.sent, memory.actions.get(greeting.id)?.reason]).toEqual([[], reason]);
  });

  it('to nobody whose address was given up; no case is told (P24)', async () => {
    const memory = world();
    memory.begins = 'suppressed';
    expect(await memory.act(greeting.id)).toBe('refused');
    expect([memory.sent, memory.actions.get(greeting.id)?.reason, memory.case.undeliverable]).toEqual([[], 'suppressed', undefined]);
  });

  it('after the end of a quiet time', async () => {
    const memory = world({ quietTimes: { from: '11:00', to: '15:00' } });
    expect(await memory.act(greeting.id)).toBe('later');
    expect(memory.actions.get(greeting.id)).toMatchObject({ state: 'due', dueAt: '2026-11-23T07:00:00.000Z', reason: 'quiet-time' });
    memory.now = '2026-11-23T07:00:00.000Z';
    expect(await memory.act(greeting.id)).toBe('sent');
  });

  it('not where the config has dropped it meanwhile', async () => {
    const dropped = { ...greeting, id: 'greeting:spring:2027:customer-key-1', greeting: 'spring' };
    const memory = world({}, dropped);
    expect(await memory.act(dropped.id)).toBe('refused');
    expect(memory.actions.get(dropped.id)?.reason).toBe('no-longer-true');
  });
});

describe('a win-back goes out (R26)', () => {
  it('with what is in it for them, from whoever worked the case', async () => {
    const memory = afterDisagreement();
    expect(await memory.act(winBack.id, undefined, {}, withWinBack)).toBe('sent');
    expect(memory.sent).toMatchObject([{ to: ['ada@example.com'], unsubscribe: { url: 'https://example.com/u/customer-key-1' } }]);
    for (const words of ['A voucher', 'CN¥50.00', 'Lin Yue']) expect(memory.sent[0]?.text).toContain(words);
  });

  it('not where the house does not write such mails any more', async () => {
    const memory = afterDisagreement();
    expect(await memory.act(winBack.id)).toBe('refused');
    expect(memory.sent).toEqual([]);
  });

  it('not while the case is open again, nor for a round that was not the last', async () => {
    const reopened = afterDisagreement().give({ type: 'reopen', reason: 'They called.' });
    expect(await reopened.act(winBack.id, undefined, {}, withWinBack)).toBe('refused');
    const later = afterDisagreement();
    later.actions.set(winBack.id, { ...winBack, round: 2 });
    expect(await later.act(winBack.id, undefined, {}, withWinBack)).toBe('refused');
    expect(later.actions.get(winBack.id)?.reason).toBe('no-longer-true');
  });
});
