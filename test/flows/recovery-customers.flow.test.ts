import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complain, lastMail, linkIn, open } from '../../local/demo/case/customer.ts';
import { colleague } from '../../local/demo/case/staff.ts';
import { passUntil } from '../../local/demo/case/time.ts';
import { AlarmPage } from '../../shared/api/alarm-schema.ts';
import { CustomerFile, CustomersFound, HistoryPage, ImportAnswer, LookPage } from '../../shared/api/customer-schemas.ts';
import { deadlineOf } from '../../shared/domain/recovery/case.ts';
import { closeHouse, type House, openHouse, templatesTo, unhappyCustomer } from './recovery.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => closeHouse(house));

const find = async (email: string) => (await house.lin.post('/api/customers/find', { email }, CustomersFound)).items[0];

describe('the customer file', () => {
  it('(R16) grades customers by what is imported or set, and the clock of their next case follows', async () => {
    const plain = await unhappyCustomer(house, 'plain@example.com');
    expect(plain.details.case.tier).toBe('new');
    const rows = [
      { email: 'vip@example.com', ownId: 'C-77', tier: 'vip', name: 'Vera Example', spending: { amount: 900_000, currency: 'CNY' } },
    ];
    const { results } = await house.zhao.post('/api/customers/import', { rows }, ImportAnswer);
    expect(results).toHaveLength(1);
    const vip = await unhappyCustomer(house, 'vip@example.com');
    expect(vip.details.case.tier).toBe('vip');
    const answer = (found: typeof vip) => deadlineOf(found.details.case, 'first-answer')?.totalMs ?? 0;
    expect(answer(vip)).toBeLessThan(answer(plain));
    expect(await find('vip@example.com')).toMatchObject({ tier: 'vip', isTierSet: true, ownIds: ['C-77'], openCases: [vip.number] });
    expect((await house.lin.call('POST', '/api/customers/import', { rows })).status).toBe(403);
  });

  it('(R17) holds the whole history by address, and each look at it is on record with who and when', async () => {
    const { number, owner } = await unhappyCustomer(house, 'seen@example.com');
    await owner.see(number);
    const file = await find('seen@example.com');
    const key = file?.customerKey ?? '';
    const { items } = await house.morgan.get(`/api/customers/${key}/history`, HistoryPage);
    expect(items.map(({ kind }) => kind).sort()).toEqual(['case', 'feedback']);
    const looks = await house.zhao.get(`/api/customers/${key}/looks`, LookPage);
    const seen = looks.items.map(({ by, what, caseNumber }) => [by, what, caseNumber].join(' ').trim());
    expect(seen).toEqual(
      expect.arrayContaining([`agent:${owner.id} case ${number}`, 'agent:lin file', 'agent:morgan history', 'agent:zhao looks']),
    );
    expect(looks.items.every(({ at }) => at <= house.cloud.now())).toBe(true);
    expect((await house.lin.call('GET', `/api/customers/${key}/looks`)).status).toBe(403);
  });

  it('(R17) can be corrected, exported, and erased: the case stays, and nobody is in it any more', async () => {
    const { number, owner } = await unhappyCustomer(house, 'forget@example.com');
    const key = (await find('forget@example.com'))?.customerKey ?? '';
    const corrected = await house.lin.post(`/api/customers/${key}/correct`, { name: 'Flora Example' }, CustomerFile);
    expect(corrected.name).toBe('Flora Example');
    expect((await owner.see(number)).customer?.name).toBe('Flora Example');
    const exported = await house.zhao.call('GET', `/api/customers/${key}/export`);
    expect(JSON.stringify(exported.body)).toContain('two weeks late');
    expect((await house.zhao.call('POST', `/api/customers/${key}/erase`, {})).status).toBe(403);
    const admin = await colleague(house.cloud, 'admin', 'admin');
    const erased = await admin.call('POST', `/api/customers/${key}/erase`, {});
    expect(erased).toMatchObject({ status: 200, body: { isDone: true } });
    await house.cloud.idle();
    const after = await owner.see(number);
    expect(JSON.stringify(after)).not.toMatch(/forget@example|Flora|Ada Example|two weeks late/);
    expect(await find('forget@example.com')).toBeUndefined();
  });

  it('(R26) who ends what they did not ask for hears answers only, and is asked nothing any more', async () => {
    const email = 'quiet@example.com';
    const { number, owner } = await unhappyCustomer(house, email);
    await owner.ask(number, { type: 'solve', resolution: 'Sent a new one.' });
    const [first, second] = (await owner.see(number)).case.followUps;
    await passUntil(house.cloud, first?.dueAt ?? '');
    const mail = await lastMail(house.cloud, email, 'follow-up');
    const link = linkIn({ ...mail, text: mail.raw.toString() }, 'u');
    expect((await open(link)).status).toBe(200);
    const ended = await fetch(link, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(ended.status).toBeLessThan(400);
    await passUntil(house.cloud, second?.dueAt ?? '');
    expect(templatesTo(house.cloud, email)).not.toContain('follow-up-again');
  });
});

describe('a topic that rises', () => {
  it('(R22) raises one alarm with the comments behind it, and none while there is too little history', async () => {
    expect(await house.cloud.invoke('watch')).toMatchObject({ silent: 'no-history' });
    for (let day = 0; day < 24; day += 1) {
      await complain(house.cloud, { language: 'en', answers: { satisfaction: 5, comment: 'All well.' } });
      house.cloud.advanceClock(86_400_000);
    }
    const topic = { satisfaction: 1, reasons: ['product-quality'] };
    for (let n = 0; n < 14; n += 1)
      await complain(house.cloud, { language: 'en', answers: { ...topic, comment: `The kettle number ${n} leaks and the handle broke.` } });
    house.cloud.advanceClock(2 * 3_600_000);
    await house.cloud.idle();
    const found = await house.cloud.invoke('watch');
    expect(found).toMatchObject({ raised: ['product-quality'] });
    expect(await house.cloud.invoke('watch')).toMatchObject({ raised: [], standing: ['product-quality'] });
    await house.cloud.idle();
    const mails = house.cloud.sentMail().filter(({ actionId }) => actionId?.startsWith('alarm:rise:product-quality') === true);
    expect(mails.map(({ to }) => to)).toEqual([['manager@example.com']]);
    const { items } = await house.zhao.get('/api/alarms', AlarmPage);
    expect(items).toMatchObject([{ topic: 'product-quality', feedbackIds: expect.any(Array), falseAlarmsPerYear: 4 }]);
    expect(items[0]?.feedbackIds.length).toBeGreaterThan(0);
  });
});
