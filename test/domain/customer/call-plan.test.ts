import { describe, expect, it } from 'vitest';
import { CallPlan, type PlannedCall } from '../../../shared/domain/customer/call.ts';
import { CALLS_KEPT, nextCallOn, planFor, recordCall } from '../../../shared/domain/customer/call-plan.ts';
import type { Customer } from '../../../shared/domain/customer/file.ts';
import { wholeFile } from '../../../shared/domain/customer/whole.ts';
import { aCustomer, context, NOW } from './a-customer.ts';

const plan = CallPlan.parse({});
const zone = 'Asia/Shanghai';
const consent = { contact: true, care: false, at: '2026-01-10T08:00:00.000Z', by: 'agent:lin', source: 'visit' as const };
const ana = aCustomer({ since: '2026-01-10T08:00:00.000Z', consent });
const call = (at: string, outcome: PlannedCall['outcome'] = 'reached'): PlannedCall => ({
  at: `${at}T08:00:00.000Z`,
  by: 'agent:lin',
  outcome,
});
const next = (change: Partial<Customer>) => nextCallOn({ ...ana, ...change }, plan, zone);

describe('calls by plan (R7)', () => {
  it.each<[string, Partial<Customer>, string | undefined]>([
    ['a month after they came first', {}, '2026-02-10'],
    ['a month after the last call in the first year', { calls: [call('2026-05-20')] }, '2026-06-20'],
    ['three months after it from then on', { calls: [call('2027-01-10')] }, '2027-04-10'],
    ['still a month on the last day of the first year', { calls: [call('2027-01-09')] }, '2027-02-09'],
    ['at the end of a shorter month', { calls: [call('2026-08-31')] }, '2026-09-30'],
    ['not before the day on which they allowed it', { consent: { ...consent, at: '2026-11-22T20:00:00.000Z' } }, '2026-11-23'],
    ['a week later where they were not there', { calls: [call('2026-05-20', 'not-reached')] }, '2026-05-27'],
    [
      'by the plan again after the third try',
      {
        calls: [
          call('2026-05-20', 'not-reached'),
          call('2026-05-13', 'not-reached'),
          call('2026-05-06', 'not-reached'),
          call('2026-04-01'),
        ],
      },
      '2026-06-20',
    ],
    ['never to who does not want contact', { consent: { ...consent, contact: false } }, undefined],
    ['never to who was not asked', { consent: undefined }, undefined],
    ['never to who was erased', { erasedAt: NOW }, undefined],
  ])('%s', (_, change, expected) => {
    expect(next(change)).toBe(expected);
  });

  it('go by the first plan that is for the tier', () => {
    const [vip, all] = [CallPlan.parse({ tier: 'vip', thenEveryMonths: 1 }), plan];
    expect([planFor([vip, all], 'vip'), planFor([vip, all], 'new'), planFor([vip], 'new')]).toEqual([vip, all, undefined]);
    expect(nextCallOn(ana, undefined, zone)).toBeUndefined();
  });
});

describe('a call is written down', () => {
  const settings = { plan, timeZone: zone };
  const record = (change: Partial<Customer>, made: Parameters<typeof recordCall>[1] = { outcome: 'reached' }) =>
    recordCall(wholeFile([{ ...ana, ...change }]), made, settings, context);

  it('newest first in the file, with what was said; the record names the field only (R17), and the next call moves', () => {
    const change = record({ calls: [call('2026-10-23')] }, { outcome: 'reached', note: 'Content.' });
    expect(change.writes[0]?.set.calls).toEqual([{ at: NOW, by: 'agent:lin', outcome: 'reached', note: 'Content.' }, call('2026-10-23')]);
    expect(change.record).toEqual({ customerKey: ana.customerKey, at: NOW, by: 'agent:lin', what: 'called', fields: ['calls'] });
    expect(change.nextCall).toEqual({ customerKey: ana.customerKey, on: '2026-12-23' });
  });

  it('keeps so many', () => {
    const calls = Array.from({ length: CALLS_KEPT }, () => call('2026-10-23'));
    expect(record({ calls }).writes[0]?.set.calls).toHaveLength(CALLS_KEPT);
  });

  it('gathers those of merged files in the one that stands', () => {
    const merged = aCustomer({ customerKey: 'other', since: NOW, mergedInto: ana.customerKey, calls: [call('2026-10-23')] });
    const { writes } = recordCall(wholeFile([ana, merged]), { outcome: 'reached' }, settings, context);
    expect(writes.map(({ customerKey, set, remove }) => [customerKey, set.calls?.length, remove])).toEqual([
      [ana.customerKey, 2, []],
      ['other', undefined, ['calls']],
    ]);
  });

  it.each<[string, Partial<Customer>, string]>([
    ['while a case is open: what is said belongs there', { openCases: ['2611-0001'] }, 'open-case'],
    ['without consent', { consent: undefined }, 'no-consent'],
    ['of who was erased', { erasedAt: NOW }, 'erased'],
  ])('is refused %s', (_, change, code) => {
    expect(() => record(change)).toThrow(expect.objectContaining({ status: 409, code }));
  });

  it.each([
    ['in the future', '2026-11-23T02:00:00.001Z'],
    ['before the last one', '2026-10-23T08:00:00.000Z'],
  ])('is refused %s', (_, when) => {
    expect(() => record({ calls: [call('2026-10-23')] }, { outcome: 'reached', at: when })).toThrow(
      expect.objectContaining({ status: 422 }),
    );
  });
});
