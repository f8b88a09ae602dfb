import { describe, expect, it } from 'vitest';
import { feedbackId } from '../../../shared/adapters/ids.ts';
import { signToken } from '../../../shared/adapters/link.ts';
import { momentInWords } from '../../../shared/domain/date-words.ts';
import { type Case, deadlineOf } from '../../../shared/domain/recovery/case.ts';
import { HISTORY_WORDS } from '../../../web/status/history-words.ts';
import { STATUS_WORDS } from '../../../web/status/words.ts';
import { aCase, aFeedback, opened } from '../../samples.ts';
import { cny, DECIDE } from '../desk/case-desk.ts';
import { KEYS, NOW, StatusWorld } from './world.ts';

const EN = STATUS_WORDS.en;
const TOLD = HISTORY_WORDS.en;
const id = feedbackId('form', 'response-1');

const look = (world: StatusWorld, query: Record<string, string> = {}, accept?: string, token = world.links.status()) =>
  world.get('GET /s/{token}', token, query, accept);
const inWords = (instant: string) => momentInWords(instant, 'Asia/Shanghai', 'en');
const dueInWords = (kind: 'acknowledge' | 'solution') => inWords(deadlineOf(aCase(), kind)?.dueAt ?? '');
/** What stands in the list of steps, one line each. */
const steps = (body = '') => [...body.matchAll(/<li[^>]*><b>(.*?)<\/b>/g)].map(([, text]) => text?.replaceAll('&#39;', "'"));

function empty(): StatusWorld {
  const world = new StatusWorld();
  world.feedback.clear();
  return world;
}

describe('the status page', () => {
  it('says "received" before anything is stored, never that it does not exist', async () => {
    const page = await look(empty());
    expect(page.status).toBe(200);
    expect(page.body).toContain(EN.receivedTitle);
    expect(page.body).toContain(id);
  });

  it('thanks whoever needs no case, in the language of their words', async () => {
    const happy = aFeedback({ understanding: { ...aFeedback().understanding, language: 'zh-Hant' } });
    const page = await look(empty().keep(happy), {}, 'en');
    expect(page.body).toContain('<html lang="zh-Hans">');
    expect(page.body).toContain(STATUS_WORDS['zh-Hans'].readTitle);
    expect(page.body).not.toContain('<textarea');
  });

  it('shows the case number and what comes by when, in the zone of the brand (R2)', async () => {
    const page = await look(new StatusWorld());
    expect(page.body).toContain('2611-0001');
    expect(page.body).toMatch(/by Monday,? 23 November 2026 at 17:00 GMT\+8/);
    expect(page.body).toMatch(/by Friday,? 27 November 2026 at 18:00 GMT\+8/);
    expect(page.body).toContain('Lin Yue');
    const chinese = await look(new StatusWorld({ language: 'zh-Hans' }));
    expect(chinese.body).toContain('2026年11月23日星期一 17:00之前');
    expect(chinese.body).toContain('示例公司');
    expect(chinese.body).toContain('林悦');
  });

  it('promises an answer only to those who can be reached', async () => {
    expect((await look(new StatusWorld())).body).toContain(EN.stepAnswer);
    const anonymous = await look(new StatusWorld({ isReachable: false }));
    expect(anonymous.body).not.toContain(EN.stepAnswer);
    expect(anonymous.body).toContain(EN.stepTakeUp);
  });

  it.each<[string, Partial<Case>, string, string]>([
    ['opened, the answer late', {}, '2026-11-23T09:00:00.001Z', EN.answerLate(dueInWords('acknowledge'))],
    ['opened, in time', {}, '2026-11-23T09:00:00.000Z', EN.opened],
    ['acknowledged', { state: 'acknowledged', acknowledgedAt: NOW }, '2026-11-24T00:00:00.000Z', EN.acknowledged],
    [
      'acknowledged, the solution late',
      { state: 'acknowledged', acknowledgedAt: NOW },
      '2026-11-28T00:00:00.000Z',
      EN.solutionLate(dueInWords('solution')),
    ],
    ['resolved, however late', { state: 'remedied', acknowledgedAt: NOW, solvedAt: NOW }, '2026-12-28T00:00:00.000Z', EN.resolved],
    ['closed without a solution', { state: 'closed', closedAt: NOW, closingReason: 'unfounded' }, NOW, EN.closed],
    ['waiting for the customer', { state: 'acknowledged', pause: { since: NOW } }, NOW, EN.waiting],
    ['offered', { state: 'offered' }, NOW, EN.offered],
    ['accepted', { state: 'accepted' }, NOW, EN.accepted],
  ])('says of a case %s how it stands, and a broken promise is called one (R2, R21)', async (_, state, now, words) => {
    const world = new StatusWorld(state);
    world.now = now;
    const { body } = await look(world);
    expect(body).toContain(words);
    const others = [EN.opened, EN.acknowledged, EN.resolved, EN.closed, EN.waiting, EN.offered, EN.accepted].filter(
      (other) => other !== words,
    );
    for (const other of others) expect(body).not.toContain(other);
  });

  it('tells what happened so far, in plain words and in order (R1)', async () => {
    const world = await new StatusWorld().does(
      { type: 'acknowledge' },
      { type: 'note', text: 'Ana sounds furious.' },
      { type: 'ask', question: 'Which order was it?' },
      { type: 'resume' },
      { type: 'find', finding: 'It lay in the depot.' },
      DECIDE,
      { type: 'offer', remedy: 'refund', money: cny(5000) },
    );
    expect(steps((await look(world)).body)).toEqual(
      [EN.stepReceived, TOLD.takenUp, TOLD.asked, TOLD.found, TOLD.decided.founded, TOLD.offered('A refund')].concat([
        EN.stepOffer,
        EN.stepSettled,
      ]),
    );
  });

  it('shows the standing offer without a way to accept it here', async () => {
    const world = await new StatusWorld().does(DECIDE, { type: 'offer', remedy: 'refund', money: cny(5000) });
    const { body } = await look(world);
    expect(body).toContain(EN.offered);
    expect(body).not.toMatch(/\/o\/|value="accept"|50\.00/);
    expect((await world.get('GET /o/{token}', world.links.status())).status).toBe(404);
    expect((await world.post('POST /o/{token}', world.links.status(), { answer: 'accept' })).status).toBe(404);
  });

  it('shows what was promised, and whether it was kept (R2, R21)', async () => {
    const world = await new StatusWorld().does(
      { type: 'acknowledge' },
      { type: 'promise', what: 'a call', dueAt: '2026-11-23T06:00:00.000Z' },
      { type: 'promise', what: 'the report', dueAt: '2026-11-24T06:00:00.000Z' },
      { type: 'promise', what: 'a visit', dueAt: '2026-11-25T06:00:00.000Z' },
    );
    world.now = '2026-11-23T07:00:00.000Z';
    await world.does({ type: 'tick' }, { type: 'keep-promise', commitmentId: 'p3' });
    const { body = '' } = await look(world);
    expect(body).toContain(EN.broken('a call', inWords('2026-11-23T06:00:00.000Z')));
    expect(body).toContain(EN.kept('the report', inWords('2026-11-24T06:00:00.000Z')));
    expect(body).toContain(`<b>a visit</b>`);
    expect(steps(body)).toContain(TOLD.broken('a call'));
  });

  it('asks for another way where our mail comes back', async () => {
    const world = await new StatusWorld().does({ type: 'undeliverable', reason: 'bounce' });
    const { body } = await look(world);
    expect(body).toContain(EN.undeliverable);
    expect(steps(body)).toContain(TOLD.mailReturned);
  });

  it('says when the customer is asked whether it is solved, after it is (R7)', async () => {
    const world = await new StatusWorld().does({ type: 'solve', resolution: 'A new one was sent.' });
    expect(steps((await look(world)).body).at(-1)).toBe(EN.stepFollowUp);
  });

  it('of a merged case shows the one in which it lives on (R3)', async () => {
    const other = aCase({ number: '2611-0002', feedbackId: feedbackId('form', 'response-2') });
    const world = new StatusWorld({ state: 'merged', mergedInto: '2611-0002' });
    world.cases.cases.set('2611-0002', { case: other, history: [opened(other)] });
    const { body } = await look(world);
    expect(body).toContain(EN.caseTitle('2611-0002'));
    expect(body).toContain(EN.merged('2611-0001'));
  });

  it('shows no case to whoever typed the address of its customer into a form; a reply in its thread proves more (P14, P28)', async () => {
    const joined = aFeedback({ id: feedbackId('form', 'response-2'), externalId: 'response-2', caseNumber: '2611-0001' });
    const world = new StatusWorld().keep(joined);
    const { body } = await look(world, {}, undefined, world.links.status(joined.id));
    expect(body).toContain(EN.joinedTitle);
    for (const secret of ['2611-0001', 'Lin Yue', '<textarea']) expect(body).not.toContain(secret);
    expect((await world.post('POST /s/{token}', world.links.status(joined.id), { text: 'Let me in' })).status).toBe(409);
    expect(world.added).toEqual([]);
    world.keep({ ...joined, isReply: true });
    expect((await look(world, {}, undefined, world.links.status(joined.id))).body).toContain('2611-0001');
  });

  it('holds nothing of who they are, what they said, or what colleagues told each other (P28, P33)', async () => {
    const world = await new StatusWorld().does(
      { type: 'note', text: 'Ana is a liar.' },
      { type: 'classify', severity: 4, reason: 'Threatens with the press.' },
      { type: 'assign', to: 'morgan', note: 'Take Ana over.' },
      { type: 'find', finding: 'Ana lost it herself.' },
      {
        ...{ type: 'decide', verdict: 'founded', department: 'logistics', cause: 'late-delivery', dispute: 'service' },
        ...{ responsibility: 'company', explanation: 'Ana was right.' },
      },
      { type: 'solve', resolution: 'Paid back 40 to Ana.' },
      { type: 'exempt', reason: 'Slip of Ana.' },
    );
    for (const lang of ['en', 'zh']) {
      const { body = '' } = await look(world, { lang });
      for (const secret of ['Ana', 'Two weeks late', 'Lin Yue', '林悦', 'customer-key-1', 'delivery', 'press', world.links.status()])
        expect(body).not.toContain(secret);
    }
  });

  it('is offered in the other language, and shown in the one asked for', async () => {
    expect((await look(new StatusWorld())).body).toContain('href="?lang=zh-Hans"');
    expect((await look(new StatusWorld(), { lang: 'zh-Hans' })).body).toContain(STATUS_WORDS['zh-Hans'].opened);
    expect((await look(empty(), {}, 'zh-CN,zh;q=0.9')).body).toContain(STATUS_WORDS['zh-Hans'].receivedTitle);
  });

  it('has expired after its days, and says so with 410 (P28)', async () => {
    const world = new StatusWorld();
    world.now = '2027-05-23T02:00:00.000Z';
    const page = await look(world);
    expect(page.status).toBe(410);
    expect(page.body).toContain(EN.expiredTitle);
    expect(page.body).not.toContain('2611-0001');
  });

  it('opens for no forged token, nor for one of another purpose (P28)', async () => {
    const world = new StatusWorld();
    const token = world.links.status();
    const otherPurpose = signToken(KEYS, 'form-start', id, '2027-01-01T00:00:00.000Z');
    const otherKey = signToken(['another-link-key-of-thirty-two-l'], 'status', id, '2027-01-01T00:00:00.000Z');
    const flipped = [...token].map((_, i) => token.slice(0, i) + (token[i] === 'a' ? 'b' : 'a') + token.slice(i + 1));
    const others = [otherPurpose, otherKey, world.links.offer(), world.links.followUp(), world.links.unsubscribe()];
    for (const forged of ['', 'x', `${id}.zzz.`, '../../etc', ...others, ...flipped]) {
      const page = await look(world, {}, undefined, forged);
      expect([forged, page.status]).toEqual([forged, 404]);
      expect(page.body).not.toContain('2611-0001');
    }
  });

  it('runs no script, is not indexed and is kept by no cache of others', async () => {
    const world = new StatusWorld();
    for (const page of [await look(empty()), await look(world, {}, undefined, 'x'), await look(world)]) {
      expect(page.headers).toMatchObject({ 'x-robots-tag': 'noindex' });
      expect(page.headers?.['content-security-policy']).toContain("default-src 'none'");
      expect(page.body).not.toMatch(/<script|<img|<link/i);
    }
  });

  it.each([STATUS_WORDS, HISTORY_WORDS])('has all words in both languages', (words) => {
    expect(Object.keys(words['zh-Hans'])).toEqual(Object.keys(words.en));
    for (const one of Object.values(words['zh-Hans']).filter((each) => typeof each === 'string')) expect(one).toMatch(/\p{Script=Han}/u);
  });
});
