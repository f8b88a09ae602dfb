import { describe, expect, it } from 'vitest';
import { Greeting, greetingsDue } from '../../../shared/domain/customer/greetings.ts';
import { aCustomer, NOW } from './a-customer.ts';

const words = { en: 'Thank you', 'zh-Hans': '谢谢您' };
const greeting = (id: string, on: string) => Greeting.parse({ id, on, occasion: words, text: words });
const zone = 'Asia/Shanghai';
const consent = { contact: true, care: true, at: NOW, by: 'agent:lin', source: 'visit' as const };
/** First seen on 10 January in Shanghai, which is 9 January in UTC. */
const ana = aCustomer({ since: '2024-01-09T17:00:00.000Z', consent });
const due = (customers: Parameters<typeof greetingsDue>[0], on: string, today: string) =>
  greetingsDue(customers, [greeting('thanks', on)], today, zone).map(({ actionId }) => actionId);

describe('greetings at the right times (R26)', () => {
  it.each([
    ['on a day of the year', '01-01', '2027-01-01', true],
    ['on no other day', '01-01', '2027-01-02', false],
    ['on 29 February of a leap year', '02-29', '2028-02-29', true],
    ['on 28 February of other years', '02-29', '2027-02-28', true],
    ['not on 28 February of a leap year', '02-29', '2028-02-28', false],
    ['on the day on which they first came, in the brand’s zone', 'customer-since', '2027-01-10', true],
    ['not a day early', 'customer-since', '2027-01-09', false],
    ['not on the very first day', 'customer-since', '2024-01-10', false],
  ])('%s', (_, on, today, isDue) => {
    expect(due([ana], on, today)).toEqual(isDue ? [`greeting:thanks:${today.slice(0, 4)}:${ana.customerKey}`] : []);
  });

  it.each([
    ['with an open case', { openCases: ['2611-0001'] }],
    ['who does not want them', { consent: { ...consent, care: false } }],
    ['who was never asked', { consent: undefined }],
    ['without an address', { email: undefined }],
    ['who was erased', { erasedAt: NOW }],
    ['whose file was merged into another', { mergedInto: 'other' }],
  ])('to nobody %s', (_, change) => {
    expect(due([aCustomer({ ...ana, ...change }), ana], '01-01', '2027-01-01')).toHaveLength(1);
  });

  it('are not lost to quiet times: the mail waits for their end', () => {
    expect(due([{ ...ana, quietTimes: { from: '00:00', to: '23:59' } }], '01-01', '2027-01-01')).toHaveLength(1);
  });

  it.each(['02-30', '13-01', 'birthday'])('refuses %s', (on) => {
    expect(() => greeting('thanks', on)).toThrow();
  });
});
