import { describe, expect, it } from 'vitest';
import { OFFER_WORDS } from '../../../web/offer/words.ts';
import { STATUS_WORDS } from '../../../web/status/words.ts';
import { cny, DECIDE, type Sent } from '../desk/case-desk.ts';
import { NUMBER, StatusWorld } from './world.ts';

const GET = 'GET /o/{token}';
const POST = 'POST /o/{token}';
const EN = OFFER_WORDS.en;
const REFUND: Sent = { type: 'offer', remedy: 'refund', money: cny(5000), note: 'On the same card.' };

const offered = (offer: Sent = REFUND) => new StatusWorld().does(DECIDE, offer);
const events = (world: StatusWorld) => world.cases.cases.get(NUMBER)?.history.map(({ type }) => type) ?? [];
const refusal = (sending: Promise<unknown>) => sending.catch((error: unknown) => error);

describe('the page of an offer (R5)', () => {
  it('shows what is offered, with two buttons, in the language of the case', async () => {
    const world = await offered();
    const page = await world.get(GET, world.links.offer());
    expect(page.status).toBe(200);
    for (const shown of ['A refund', '50.00', 'We pay this amount back', 'On the same card.', NUMBER]) expect(page.body).toContain(shown);
    expect(page.body).toMatch(/name="answer" value="accept".*name="answer" value="refuse"/);
    expect(page.headers).toMatchObject({ 'x-robots-tag': 'noindex' });
    const chinese = await world.get(GET, world.links.offer(), { lang: 'zh-Hans' });
    for (const shown of ['退款', '50.00', OFFER_WORDS['zh-Hans'].accept]) expect(chinese.body).toContain(shown);
  });

  it('names the person who apologises (R5)', async () => {
    const world = await offered({ type: 'offer', remedy: 'apology' });
    expect((await world.get(GET, world.links.offer())).body).toContain('Lin Yue apologises');
  });

  it('decides nothing by being opened, however often (P28)', async () => {
    const world = await offered();
    const before = events(world);
    for (let i = 0; i < 3; i += 1) await world.get(GET, world.links.offer());
    expect(events(world)).toEqual(before);
  });

  it.each([
    ['accept', 'accepted', 'OfferAccepted', EN.acceptedTitle],
    ['refuse', 'refused', 'OfferRefused', EN.refusedTitle],
  ] as const)('takes the word of the customer once: %s', async (answer, state, type, title) => {
    const world = await offered();
    const token = world.links.offer();
    const reason = 'I would rather have a new one.';
    expect(await world.post(POST, token, { answer, reason, language: 'en' })).toMatchObject({
      status: 303,
      headers: { location: '?lang=en' },
    });
    expect(world.case()).toMatchObject({ state, offers: [{ id: 'o1', state }] });
    const event = world.cases.cases.get(NUMBER)?.history.at(-1);
    expect(event).toMatchObject({ type, by: 'customer', ...(answer === 'refuse' ? { reason } : {}) });
    const after = events(world);
    expect((await world.get(GET, token)).body).toContain(title);
    // Pressed again, and then the other way.
    expect((await world.post(POST, token, { answer })).status).toBe(303);
    const other = await world.post(POST, token, { answer: answer === 'accept' ? 'refuse' : 'accept' });
    expect([other.status, other.body?.includes(title)]).toEqual([409, true]);
    expect(events(world)).toEqual(after);
  });

  it('an older link answers no newer offer, and a withdrawn one is said to be so', async () => {
    const world = await offered();
    await world.does({ type: 'withdraw', offerId: 'o1', reason: 'Too little.' }, { type: 'offer', remedy: 'refund', money: cny(9000) });
    const page = await world.get(GET, world.links.offer('o1'));
    expect(page.body).toContain(EN.withdrawnTitle);
    expect(page.body).not.toMatch(/Too little|name="answer"/);
    expect((await world.post(POST, world.links.offer('o1'), { answer: 'accept' })).status).toBe(409);
    expect(world.case().offers.map(({ state }) => state)).toEqual(['withdrawn', 'offered']);
    expect((await world.post(POST, world.links.offer('o2'), { answer: 'accept' })).status).toBe(303);
    expect(world.case().state).toBe('accepted');
  });

  it('one that waits for approval is not shown to anybody (R5)', async () => {
    const world = await new StatusWorld().does(DECIDE, { ...REFUND, forApproval: true });
    const page = await world.get(GET, world.links.offer());
    expect([page.status, page.body?.includes('50.00')]).toEqual([404, false]);
    expect((await world.post(POST, world.links.offer(), { answer: 'accept' })).status).toBe(404);
  });

  it('is answered although agents work on the case at that moment; where it cannot be, the words stay (P12, P42)', async () => {
    const world = await offered();
    world.races = 3;
    expect((await world.post(POST, world.links.offer(), { answer: 'accept' })).status).toBe(303);
    const busy = await offered();
    busy.races = 99;
    const page = await busy.post(POST, busy.links.offer(), { answer: 'refuse', reason: 'Too <little>' });
    expect([page.status, page.body?.includes('Too &lt;little&gt;')]).toEqual([503, true]);
    expect(busy.case().state).toBe('offered');
    expect(await refusal(busy.postJson(POST, busy.links.offer(), { answer: 'refuse' }))).toMatchObject({ status: 409 });
  });

  it('says what was missing, and takes nothing then', async () => {
    const world = await offered();
    const page = await world.post(POST, world.links.offer(), { reason: 'x'.repeat(5001), answer: 'refuse' });
    expect([page.status, page.body?.includes(EN.tooLong)]).toEqual([422, true]);
    expect((await world.post(POST, world.links.offer(), { answer: 'perhaps' })).body).toContain(EN.chooseOne);
    expect(await refusal(world.postJson(POST, world.links.offer(), { answer: 'perhaps' }))).toMatchObject({ status: 422 });
    expect(await world.postJson(POST, world.links.offer(), { answer: 'accept' })).toMatchObject({
      status: 200,
      body: '{"answer":"accepted"}',
    });
    expect(await refusal(world.postJson(POST, world.links.offer(), { answer: 'refuse' }))).toMatchObject({ status: 409, code: 'conflict' });
  });

  it('opens by a link of its own only, while that is good (P28)', async () => {
    const world = await offered();
    const { offer, status, followUp, unsubscribe } = world.links;
    for (const token of ['x', status(), followUp(), unsubscribe(), offer('o2'), offer('o1', '2611-0009')]) {
      expect((await world.get(GET, token)).status).toBe(404);
      expect((await world.post(POST, token, { answer: 'accept' })).status).toBe(404);
    }
    world.now = '2027-02-21T02:00:00.000Z';
    const expired = await world.post(POST, offer(), { answer: 'accept' });
    expect([expired.status, expired.body?.includes(STATUS_WORDS.en.expiredTitle)]).toEqual([410, true]);
    expect(world.case().state).toBe('offered');
  });

  it('has all words in both languages', () => {
    expect(Object.keys(OFFER_WORDS['zh-Hans'])).toEqual(Object.keys(EN));
  });
});
