import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { take } from '../../../functions/take-answer/take.ts';
import { Draft } from '../../../shared/domain/campaign/invitation.ts';
import { FeedbackReceived } from '../../../shared/domain/feedback.ts';
import { fieldNamesOf } from '../../../shared/domain/survey/field-names.ts';
import { LONG } from '../../domain/survey/long-survey.ts';
import { AnswerWorld, anInvitation, locationOf, NOW } from './world.ts';

const LAST = { onPage: '4', goTo: 'next' };
/** Fills the pages as somebody content would, up to the last. */
async function upToLast(world: AnswerWorld) {
  expect(locationOf(await world.post({ onPage: '0', goTo: 'next', overall: '9' }))).toEqual({ lang: 'en', page: '3' });
  expect(locationOf(await world.post({ onPage: '3', goTo: 'next', 'cabin.seat': '4', 'cabin.air': 'cannot-say' }))).toEqual({
    lang: 'en',
    page: '4',
  });
}

describe('POST /a/{token} (R10)', () => {
  it('keeps page by page, and sends all of it at the end, as the feedback of whoever was invited', async () => {
    const world = new AnswerWorld();
    await upToLast(world);
    expect(world.invitation).toMatchObject({ state: 'begun', answers: 0, begunAt: NOW });
    expect(world.queued).toEqual([]);
    const { status, ...response } = await world.post({ ...LAST, words: 'All well.' });
    expect(status).toBe(303);
    expect(locationOf({ status, ...response })).toEqual({ lang: 'en', done: 'sent' });
    expect(world.queued).toEqual([
      {
        id: world.door.feedbackId(world.invitation.id),
        source: 'survey',
        channel: 'form',
        externalId: world.invitation.id,
        revision: 0,
        receivedAt: NOW,
        survey: 'long',
        surveyVersion: 3,
        campaign: 'yearly',
        invitation: world.invitation.id,
        branch: 'east',
        locale: 'en',
        answers: [
          { question: 'overall', metric: 'csat', value: 9, min: 1, max: 10 },
          { question: 'cabin.seat', metric: 'rating', value: 4, min: 1, max: 5 },
        ],
        selections: undefined,
        cannotSay: ['cabin.air'],
        reasons: [],
        comment: 'All well.',
        customerKey: 'key-of-mei',
      },
    ]);
    expect(FeedbackReceived.safeParse(world.queued[0]).success).toBe(true);
    expect(world.invitation).toMatchObject({ state: 'answered', answers: 1, answeredAt: NOW });
  });

  it('one answer per invitation: a correction by the customer is a newer revision of the same feedback', async () => {
    const world = new AnswerWorld();
    await upToLast(world);
    await world.post({ ...LAST, words: 'All well.' });
    world.now = '2026-11-25T08:30:00.000Z';
    await world.post({ onPage: '0', goTo: 'next', overall: '8' });
    expect(world.invitation).toMatchObject({ state: 'answered', answers: 1 });
    await world.post({ ...LAST, words: 'On second thoughts.' });
    expect(new Set(world.queued.map(({ id, receivedAt }) => [id, receivedAt].join())).size).toBe(1);
    expect(world.queued.map(({ revision, comment, answers: [first] }) => [revision, comment, first?.value])).toEqual([
      [0, 'All well.', 9],
      [1, 'On second thoughts.', 8],
    ]);
    expect(world.invitation).toMatchObject({ answers: 2, answeredAt: NOW });
  });

  it('kept for later: nothing is sent, and the same link goes on', async () => {
    const world = new AnswerWorld();
    await world.post({ onPage: '0', goTo: 'next', overall: '9' });
    const response = await world.post('onPage=3&goTo=keep&cabin.seat=9&language=zh-Hans');
    expect(locationOf(response)).toEqual({ lang: 'zh-Hans', done: 'kept' });
    expect((await world.get({ done: 'kept', lang: 'zh-Hans' })).body).toContain('已为您保存。');
    expect(world.queued).toEqual([]);
    expect((await world.get()).body).toContain('name="cabin.seat"');
    expect(world.draft()).toMatchObject({ overall: ['9'], 'cabin.seat': ['9'], onPage: ['3'] });
  });

  it('goes back without asking for anything, and keeps what stands there', async () => {
    const world = new AnswerWorld();
    await world.post({ onPage: '0', goTo: 'next', overall: '2' });
    expect(locationOf(await world.post({ onPage: '1', goTo: 'back', wrong: 'crew' }))).toMatchObject({ page: '0' });
    expect(world.draft()).toMatchObject({ overall: ['2'], wrong: ['crew'] });
  });

  it('answers that a changed mind hides are not sent, and come back with it', async () => {
    const world = new AnswerWorld();
    await world.post({ onPage: '0', goTo: 'next', overall: '2' });
    await world.post({ onPage: '1', goTo: 'next', wrong: 'crew' });
    await world.post({ onPage: '0', goTo: 'next', overall: '9' });
    await world.post({ ...LAST });
    expect(world.queued).toMatchObject([{ selections: undefined }]);
    expect(world.draft()).toMatchObject({ wrong: ['crew'] });
  });

  it('all visible answers are checked when it is sent: the page of the first fault comes back', async () => {
    const world = new AnswerWorld();
    const { status, body } = await world.post({ ...LAST, words: 'late' });
    expect(status).toBe(422);
    expect(body).toContain('<a href="#q-overall">How was the flight?</a> Please answer this question.');
    expect([world.writes, world.queued.length]).toEqual([0, 0]);
    expect((await world.post({ onPage: '0', goTo: 'next', overall: '11' })).body).toContain('The scale is 1 to 10.');
  });

  it('is accepted only after the queue has it: until then it says so, with all of it still there, and can be sent again (P12)', async () => {
    const world = new AnswerWorld();
    await upToLast(world);
    world.isQueueDown = true;
    const failed = await world.post({ ...LAST, words: 'All well.' });
    expect(failed.status).toBe(503);
    expect(failed.headers?.['retry-after']).toBe('30');
    expect(failed.body).toContain('All well.</textarea>');
    expect(world.faults).toHaveLength(1);
    world.isQueueDown = false;
    expect((await world.post({ ...LAST, words: 'All well.' })).status).toBe(303);
    expect(world.queued).toMatchObject([{ revision: 1, comment: 'All well.', answers: [{ value: 9 }, { value: 4 }] }]);
  });

  it('a desk that fails is our fault, and is told as that', async () => {
    const world = new AnswerWorld();
    const door = { ...world.door, desk: { ...world.door.desk, keepDraft: async () => Promise.reject(new Error('throttled')) } };
    const body = Buffer.from('onPage=0&goTo=next&overall=9');
    const response = await take(world.request('POST', world.token(), { body }), door);
    expect(response.status).toBe(503);
    expect(response.body).toMatch(/name="overall" value="9"[^>]* checked>/);
  });

  it('two windows at once: each change counts, none is lost, and no number is given twice', async () => {
    const world = new AnswerWorld(anInvitation({ draft: { overall: ['9'] } }));
    world.rivals = 2;
    expect((await world.post({ ...LAST })).status).toBe(303);
    expect(world.queued).toHaveLength(1);
    const both = await Promise.all([world.post({ ...LAST, words: 'one' }), world.post({ ...LAST, words: 'two' })]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(world.queued.map(({ revision }) => revision).sort()).toEqual([0, 1, 2]);
  });

  it('who is overtaken again and again is told to send it once more', async () => {
    const world = new AnswerWorld(anInvitation({ draft: { overall: ['9'] } }));
    world.rivals = 99;
    expect((await world.post({ ...LAST })).status).toBe(503);
    expect([world.queued.length, world.faults.length]).toEqual([0, 1]);
  });

  it('takes forms only, of no more fields than any survey has', async () => {
    const world = new AnswerWorld();
    const json = world.request('POST', world.token(), { headers: { 'content-type': 'application/json' }, body: Buffer.from('{}') });
    await expect(take(json, world.door)).rejects.toMatchObject({ status: 415 });
    await expect(world.post('a=1&'.repeat(600))).rejects.toMatchObject({ status: 400 });
    const bytes = world.request('POST', world.token(), { body: Buffer.from([0xff, 0xfe]) });
    await expect(take(bytes, world.door)).rejects.toMatchObject({ status: 400 });
  });

  it('whatever is posted, nothing breaks, drafts can be stored and what is queued is sound (property)', async () => {
    const names = [...LONG.questions.flatMap(fieldNamesOf), 'onPage', 'goTo', 'language', 'contact.email', 'customerKey', '__proto__', 'x'];
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '0',
        '1',
        '3',
        '4',
        '9',
        'next',
        'back',
        'keep',
        'send',
        'cannot-say',
        'delay',
        'yes',
        'zh-Hans',
        '2026-11-20',
        '\ud800',
      ),
    );
    const form = fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(fc.array(form, { maxLength: 4 }), async (forms) => {
        const world = new AnswerWorld();
        for (const fields of forms) {
          const { status } = await world.post(String(new URLSearchParams(fields)));
          expect([303, 422]).toContain(status);
          expect((await world.get()).status).toBe(200);
        }
        if (world.draft() !== undefined) expect(Draft.safeParse(world.draft()).success).toBe(true);
        for (const feedback of world.queued) {
          expect(FeedbackReceived.safeParse(feedback).success).toBe(true);
          expect(feedback).toMatchObject({ customerKey: 'key-of-mei', invitation: world.invitation.id });
          expect(feedback.customer).toBeUndefined();
        }
        expect(world.queued.map(({ revision }) => revision)).toEqual(world.queued.map((_, i) => i));
        expect(world.faults).toEqual([]);
      }),
    );
  });
});
