import { describe, expect, it } from 'vitest';
import { momentInWords } from '../../../shared/domain/date-words.ts';
import { deadlineOf } from '../../../shared/domain/recovery/case.ts';
import { FOLLOW_UP_WORDS } from '../../../web/follow-up/words.ts';
import { NUMBER, StatusWorld } from './world.ts';

const GET = 'GET /r/{token}';
const POST = 'POST /r/{token}';
const EN = FOLLOW_UP_WORDS.en;

/** A case that was solved, and whose customer has been asked so often. */
async function asked(times = 1, world = new StatusWorld()): Promise<StatusWorld> {
  await world.does({ type: 'solve', resolution: 'A new one was sent.' });
  for (const { n, dueAt, round } of world.case().followUps) {
    if (round !== world.case().round || n > times) continue;
    world.now = dueAt;
    await world.does({ type: 'tick' });
  }
  return world;
}

const history = (world: StatusWorld) => world.cases.cases.get(NUMBER)?.history ?? [];
const refusal = (sending: Promise<unknown>) => sending.catch((error: unknown) => error);
const title = (page: { body?: string }) => /<h1>(.*?)<\/h1>/.exec(page.body ?? '')?.[1];

describe('the question whether it is really solved (R7)', () => {
  it('is asked by a page that records nothing (P28)', async () => {
    const world = await asked();
    const before = history(world).length;
    const page = await world.get(GET, world.links.followUp());
    expect([page.status, title(page)]).toEqual([200, EN.title]);
    expect(page.body).toContain(NUMBER);
    expect(page.headers).toMatchObject({ 'x-robots-tag': 'noindex' });
    expect(history(world)).toHaveLength(before);
    expect(title(await world.get(GET, world.links.followUp(), { lang: 'zh-Hans' }))).toBe(FOLLOW_UP_WORDS['zh-Hans'].title);
  });

  it.each([
    ['1', 0],
    ['2', 25],
    ['3', 50],
    ['4', 75],
    ['5', 100],
  ])('a "yes" with a satisfaction of %s is recorded as %i, by the customer (ISO 10002)', async (satisfaction, points) => {
    const world = await asked();
    const fields = { isSolved: 'yes', satisfaction, comment: 'Fine.', language: 'en' };
    expect(await world.post(POST, world.links.followUp(), fields)).toMatchObject({ status: 303, headers: { location: '?lang=en' } });
    const event = history(world).find(({ type }) => type === 'FollowUpAnswered');
    expect(event).toMatchObject({ by: 'customer', n: 1, isSolved: true, satisfaction: points, comment: 'Fine.' });
    expect(world.case()).toMatchObject({ satisfactionAfter: points });
    expect(title(await world.get(GET, world.links.followUp()))).toBe(EN.yesTitle);
  });

  it('without a satisfaction none is made up', async () => {
    const world = await asked();
    await world.post(POST, world.links.followUp(), { isSolved: 'yes', satisfaction: '', comment: '' });
    expect(history(world).find(({ type }) => type === 'FollowUpAnswered')).not.toHaveProperty('satisfaction', expect.anything());
    expect(world.case().satisfactionAfter).toBeUndefined();
  });

  it('a "no" opens it again, says who sees to it and by when, and tells both sides', async () => {
    const world = await asked();
    await world.post(POST, world.links.followUp(), { isSolved: 'no', comment: 'It broke again.' });
    expect(world.case()).toMatchObject({ round: 2, state: 'acknowledged' });
    const dueAt = deadlineOf(world.case(), 'first-answer')?.dueAt ?? '';
    const page = await world.get(GET, world.links.followUp());
    expect(title(page)).toBe(EN.noTitle);
    expect(page.body).toContain(EN.noTextBy('Lin Yue', momentInWords(dueAt, 'Asia/Shanghai', 'en')));
    expect(world.mails.map((id) => id.split(':')[1]).sort()).toEqual(['opened-again', 'reopened']);
  });

  it('is answered once: sent again, or the other way, it stays (P4, P28)', async () => {
    const world = await asked();
    await world.post(POST, world.links.followUp(), { isSolved: 'no' });
    const after = history(world).length;
    for (const isSolved of ['no', 'yes']) expect((await world.post(POST, world.links.followUp(), { isSolved })).status).toBe(303);
    expect(history(world)).toHaveLength(after);
    expect(title(await world.get(GET, world.links.followUp()))).toBe(EN.noTitle);
  });

  it('the first link still answers after the second was asked, and then both are used', async () => {
    const world = await asked(2);
    await world.post(POST, world.links.followUp(1), { isSolved: 'no' });
    expect(world.case()).toMatchObject({ round: 2, followUps: [{ n: 1 }, { n: 2, isSolved: false }] });
    const after = history(world).length;
    await world.post(POST, world.links.followUp(2), { isSolved: 'yes' });
    await world.post(POST, world.links.followUp(1), { isSolved: 'yes' });
    expect(history(world)).toHaveLength(after);
  });

  it('a link of an earlier round answers no later question', async () => {
    const world = await asked();
    await world.does({ type: 'reopen', reason: 'They called.' });
    await asked(1, world);
    const after = history(world).length;
    expect(title(await world.get(GET, world.links.followUp(1, 1)))).toBe(EN.earlierTitle);
    expect((await world.post(POST, world.links.followUp(1, 1), { isSolved: 'yes' })).status).toBe(303);
    expect(history(world)).toHaveLength(after);
    await world.post(POST, world.links.followUp(1, 2), { isSolved: 'yes' });
    expect(history(world).length).toBeGreaterThan(after);
  });

  it('a late "no" opens even a case that was closed for want of an answer; a late "yes" is thanked for', async () => {
    const closed = async () => {
      const world = await asked();
      return world.does({ type: 'close', reason: 'no-answer-to-follow-up' });
    };
    const world = await closed();
    expect(title(await world.get(GET, world.links.followUp()))).toBe(EN.title);
    await world.post(POST, world.links.followUp(), { isSolved: 'no', comment: 'Still broken.' });
    expect(world.case()).toMatchObject({ round: 2, state: 'acknowledged' });
    expect(history(world).find(({ type }) => type === 'CaseReopened')).toMatchObject({ by: 'customer', reason: 'Still broken.' });
    expect(title(await world.get(GET, world.links.followUp()))).toBe(EN.noTitle);
    const thanked = await closed();
    expect((await thanked.post(POST, thanked.links.followUp(), { isSolved: 'yes', language: 'en' })).headers).toMatchObject({
      location: '?lang=en&thanks=1',
    });
    expect(title(await thanked.get(GET, thanked.links.followUp(), { thanks: '1' }))).toBe(EN.closedYesTitle);
    expect(thanked.case().state).toBe('closed');
  });

  it('says what was missing and keeps what was typed', async () => {
    const world = await asked();
    const page = await world.post(POST, world.links.followUp(), { satisfaction: '4', comment: 'Not <sure>' });
    expect([page.status, page.body?.includes(EN.chooseOne)]).toEqual([422, true]);
    expect(page.body).toContain('Not &lt;sure&gt;');
    expect(page.body).toMatch(/name="satisfaction" value="4" checked/);
    const tooLong = await world.post(POST, world.links.followUp(), { isSolved: 'no', comment: 'x'.repeat(5001) });
    expect([tooLong.status, tooLong.body?.includes(EN.tooLong)]).toEqual([422, true]);
    for (const wrong of [{}, { isSolved: 'yes', satisfaction: 6 }, { isSolved: 'yes', satisfaction: 2.5 }, { isSolved: true }]) {
      expect(await refusal(world.postJson(POST, world.links.followUp(), wrong))).toMatchObject({ status: 422 });
    }
    expect(world.case().state).toBe('remedied');
    const json = await world.postJson(POST, world.links.followUp(), { isSolved: 'yes', satisfaction: 5 });
    expect(json).toMatchObject({ status: 200, body: '{"state":"solved"}' });
  });

  it('is recorded although others save the case at that moment; where it cannot be, the words stay (P12, P42)', async () => {
    const world = await asked();
    world.races = 4;
    world.failing = 'actions';
    expect((await world.post(POST, world.links.followUp(), { isSolved: 'no' })).status).toBe(303);
    expect([world.case().round, world.faults]).toEqual([2, ['mails wait for the next sweep']]);
    const busy = await asked();
    busy.races = 99;
    const page = await busy.post(POST, busy.links.followUp(), { isSolved: 'no', comment: 'Broken' });
    expect([page.status, page.body?.includes('Broken')]).toEqual([503, true]);
  });

  it('opens by a link of its own only (P28)', async () => {
    const world = await asked();
    const { offer, status, followUp, unsubscribe } = world.links;
    for (const token of ['x', status(), offer(), unsubscribe(), followUp(9), followUp(1, 2)]) {
      expect((await world.get(GET, token)).status).toBe(404);
      expect((await world.post(POST, token, { isSolved: 'no' })).status).toBe(404);
    }
    expect(world.case().round).toBe(1);
  });

  it('has all words in both languages', () => {
    expect(Object.keys(FOLLOW_UP_WORDS['zh-Hans'])).toEqual(Object.keys(EN));
  });
});
