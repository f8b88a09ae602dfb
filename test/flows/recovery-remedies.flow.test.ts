import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastMail, linkIn, open, press } from '../../local/demo/case/customer.ts';
import { passUntil, timeOf } from '../../local/demo/case/time.ts';
import { committedAmount } from '../../shared/domain/recovery/decide/offers.ts';
import {
  calendar,
  closeHouse,
  FOUNDED,
  type House,
  money,
  openHouse,
  settings,
  templatesTo,
  typesOf,
  unhappyCustomer,
} from './recovery.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => closeHouse(house));

const { limits } = settings.authority;
const refund = (amount: number) => ({ type: 'offer', remedy: 'refund', money: money(amount) }) as const;

/** A case whose cause is known: what may be offered is then clear. */
async function decided(email: string) {
  const found = await unhappyCustomer(house, email);
  await found.owner.ask(found.number, FOUNDED);
  return found;
}

describe('whoever is unhappy', () => {
  it('(R4) is heard without asking, by a named person, and gets apology and compensation within the limit at once', async () => {
    const { number, owner } = await decided('nora@example.com');
    const { case: apologised } = await owner.ask(number, { type: 'answer', text: 'I am sorry. This must not happen.' });
    expect(apologised.acknowledgedAt).toBeDefined();
    const { case: offered, events } = await owner.ask(number, { type: 'offer', remedy: 'voucher' });
    expect(events.map(({ type }) => type)).not.toContain('ApprovalRequested');
    expect(offered).toMatchObject({ state: 'offered', offers: [{ remedy: 'voucher', state: 'offered', money: money(5000) }] });
    await house.cloud.idle();
    expect(templatesTo(house.cloud, 'nora@example.com').sort()).toEqual(['acknowledgement', 'answer', 'decision', 'offer']);
    const mail = await lastMail(house.cloud, 'nora@example.com', 'offer');
    expect(mail.text).toMatch(/Lin Yue|Morgan Reed/);
    expect(mail.text).toMatch(/50\.00/);
  });
});

describe('what is offered', () => {
  it('(R5) comes from the prepared remedies of the cause, in their order, and a refused one is not offered again', async () => {
    const { number, owner } = await decided('omar@example.com');
    const order = async () => (await owner.see(number)).remedies.map(({ id }) => id);
    // A replacement is for defects and damage.
    expect(await order()).toEqual(['apology', 'refund', 'voucher', 'call-back', 'broken-promise-voucher']);
    expect(await owner.refused(number, { type: 'offer', remedy: 'replacement' })).toMatchObject({ code: 'remedy-not-for-case' });
    await owner.ask(number, { type: 'offer', remedy: 'apology', via: 'telephone' });
    await owner.ask(number, { type: 'refuse', offerId: 'o1' });
    expect(await order()).toEqual(['refund', 'voucher', 'call-back', 'broken-promise-voucher']);
    expect(await owner.refused(number, { type: 'offer', remedy: 'apology' })).toMatchObject({ status: 409, code: 'refused-before' });
  });

  it("(R5) is accepted or refused on the customer's own page: opening it decides nothing, pressing the button does, once", async () => {
    const { number, owner } = await decided('pia@example.com');
    await owner.ask(number, refund(limits.agent));
    await house.cloud.idle();
    const link = linkIn(await lastMail(house.cloud, 'pia@example.com', 'offer'), 'o');
    expect((await open(link)).status).toBe(200);
    expect((await owner.see(number)).case.state).toBe('offered');
    expect((await press(link, 'accept')).status).toBeLessThan(400);
    const { case: accepted, history } = await owner.see(number);
    expect(accepted).toMatchObject({ state: 'accepted', offers: [{ state: 'accepted' }] });
    expect(history.at(-1)).toMatchObject({ type: 'OfferAccepted', by: 'customer' });
    // Pressed again, or looked at again: it is answered already.
    expect((await open(link)).forms).toEqual([]);
    expect((await owner.see(number)).case.version).toBe(accepted.version);
  });

  it('(R5) two answers of the customer at once are one; a withdrawn offer can be neither accepted nor refused', async () => {
    const { number, owner } = await decided('both@example.com');
    await owner.ask(number, refund(100));
    await house.cloud.idle();
    const link = linkIn(await lastMail(house.cloud, 'both@example.com', 'offer'), 'o');
    const answers = await Promise.all(['accept', 'refuse', 'accept', 'refuse'].map((word) => press(link, word)));
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    const seen = await owner.see(number);
    expect(typesOf(seen).filter((type) => type === 'OfferAccepted' || type === 'OfferRefused')).toHaveLength(1);
    const other = await decided('withdrawn@example.com');
    await other.owner.ask(other.number, refund(100));
    await house.cloud.idle();
    const dead = linkIn(await lastMail(house.cloud, 'withdrawn@example.com', 'offer'), 'o');
    await other.owner.ask(other.number, { type: 'withdraw', offerId: 'o1', reason: 'The wrong customer.' });
    const late = await fetch(dead, { method: 'POST', body: new URLSearchParams({ answer: 'accept' }), redirect: 'manual' });
    expect(late.status).toBe(409);
    expect((await other.owner.see(other.number)).case.offers).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('(R5) above the limit waits for the approval of the head, with a deadline of its own; nobody approves what they ask for', async () => {
    const { number, owner } = await decided('quin@example.com');
    const { case: asked } = await owner.ask(number, refund(limits.agent + 1));
    expect(asked).toMatchObject({ state: 'decided', offers: [{ state: 'awaiting-approval' }] });
    expect(asked.deadlines.map(({ kind }) => kind)).toContain('approval');
    await house.cloud.idle();
    expect((await lastMail(house.cloud, 'chen@example.com', 'approval-request')).text).toContain(number);
    expect(templatesTo(house.cloud, 'quin@example.com')).not.toContain('offer');
    const approve = { type: 'approve', offerId: 'o1' };
    expect(await owner.refused(number, approve)).toMatchObject({ status: 403, code: 'own-approval' });
    const colleague = owner.id === 'lin' ? house.morgan : house.lin;
    expect(await colleague.refused(number, approve)).toMatchObject({ status: 403, code: 'beyond-authority' });
    await passUntil(house.cloud, timeOf({ case: asked }, 'approval', 100, calendar));
    expect(templatesTo(house.cloud, 'chen@example.com')).toContain('deadline');
    const { case: approved } = await house.chen.ask(number, { type: 'approve', offerId: 'o1' });
    expect(approved.offers[0]).toMatchObject({ state: 'offered', approvedBy: 'agent:chen' });
    await house.cloud.idle();
    expect(templatesTo(house.cloud, 'quin@example.com')).toContain('offer');
    expect(templatesTo(house.cloud, `${owner.id}@example.com`)).toContain('approval-answer');
  });

  it('(R5) is turned down by the head with a reason, or withdrawn, and nothing of it counts', async () => {
    const { number, owner } = await decided('rita@example.com');
    await owner.ask(number, refund(limits.agent * 2));
    await house.chen.ask(number, { type: 'reject', offerId: 'o1', reason: 'Half of it is enough.' });
    await owner.ask(number, refund(limits.agent));
    const { case: withdrawn } = await owner.ask(number, { type: 'withdraw', offerId: 'o2', reason: 'The wrong account.' });
    expect(withdrawn.offers.map(({ state }) => state)).toEqual(['rejected', 'withdrawn']);
    expect((await owner.see(number)).authority).toMatchObject({ committed: money(0), left: money(limits.agent) });
  });
});

describe('nothing beyond the limit, by any path', () => {
  it('(R5) the head goes up to management, and management is bound too', async () => {
    const { number, owner } = await decided('sam@example.com');
    await owner.ask(number, refund(limits.head + 1));
    expect(await house.chen.refused(number, { type: 'approve', offerId: 'o1' })).toMatchObject({ code: 'beyond-authority' });
    await house.zhao.ask(number, { type: 'reject', offerId: 'o1', reason: 'Too much.' });
    const beyond = await house.zhao.refused(number, refund(limits.manager + 1));
    expect(beyond).toMatchObject({ status: 403, code: 'beyond-authority', reason: expect.stringContaining(String(limits.manager)) });
  });

  it('(R5) many small offers are no way around it, nor are two at once', async () => {
    const { number, owner } = await decided('tess@example.com');
    const half = limits.agent / 2 + 1;
    const answers = await Promise.all([1, 2, 3, 4].map(() => owner.call('POST', `/api/cases/${number}/commands`, refund(half))));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
    await owner.ask(number, { type: 'accept', offerId: 'o1' });
    const { case: value } = await owner.see(number);
    expect(committedAmount(value)).toBe(half);
    expect(await owner.refused(number, refund(half))).toMatchObject({ code: 'wrong-state' });
  });

  it('(R5) wrong amounts are refused with the reason, and nothing changes', async () => {
    const { number, owner } = await decided('uma@example.com');
    const { version } = (await owner.see(number)).case;
    const wrong = [
      [money(-1), /money\.amount/],
      [money(10.5), /money\.amount/],
      [{ amount: 100, currency: 'EUR' }, /expected CNY/],
      [undefined, /expected an amount/],
    ] as const;
    for (const [amount, reason] of wrong) {
      const refusal = await owner.refused(number, { type: 'offer', remedy: 'refund', money: amount });
      expect(refusal).toMatchObject({ status: 422, reason: expect.stringMatching(reason) });
    }
    const fixed = { type: 'offer', remedy: 'broken-promise-voucher', money: money(1) };
    expect(await owner.refused(number, fixed)).toMatchObject({ status: 422, reason: expect.stringMatching(/expected 2000/) });
    expect((await owner.see(number)).case.version).toBe(version);
    expect(typesOf(await owner.see(number))).not.toContain('OfferMade');
  });

  it("(R5) the month's budget binds the front line, and somebody above may go beyond it", async () => {
    const budget = settings.authority.monthlyBudgets?.['default'] ?? 0;
    let spent = 0;
    // Management fills the budget to the brim by promising what its own limit allows.
    for (let n = 1; budget - spent > 0; n += 1) {
      const { number } = await decided(`budget-${n}@example.com`);
      const amount = Math.min(limits.manager, budget - spent);
      await house.zhao.ask(number, refund(amount));
      spent += amount;
    }
    const { number, owner } = await decided('last@example.com');
    const refusal = await owner.refused(number, refund(100));
    expect(refusal).toMatchObject({ status: 409, code: expect.stringMatching(/budget/) });
    await owner.ask(number, { ...refund(100), forApproval: true });
    const { case: approved } = await house.chen.ask(number, { type: 'approve', offerId: 'o1' });
    expect(approved.offers[0]).toMatchObject({ state: 'offered', approvedBy: 'agent:chen' });
  });
});
