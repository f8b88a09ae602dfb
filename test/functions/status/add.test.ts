import { describe, expect, it } from 'vitest';
import { feedbackId } from '../../../shared/adapters/ids.ts';
import { signStart } from '../../../shared/adapters/link.ts';
import { AmendsError } from '../../../shared/domain/errors.ts';
import { HONEYPOT } from '../../../shared/domain/intake/form.ts';
import { aCase, aFeedback, opened } from '../../samples.ts';
import { KEYS, NOW, StatusWorld } from './world.ts';

const ROUTE = 'POST /s/{token}';
const receipt = feedbackId('form', 'response-1');
const SUBMISSION = '0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

/** The page of `NOW`, filled in and sent ten seconds after. */
const filled = (fields: Record<string, string> = {}) => ({
  submissionId: SUBMISSION,
  startToken: signStart(KEYS, `status.${receipt}`, SUBMISSION, NOW),
  language: 'en',
  [HONEYPOT]: '',
  text: 'The number of the order is 4711.',
  ...fields,
});

function world(): StatusWorld {
  const made = new StatusWorld({ branch: 'east' });
  made.now = later(10);
  return made;
}

const send = (at: StatusWorld, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  at.post(ROUTE, at.links.status(), filled(fields), headers);
const refusal = (sending: Promise<unknown>) => sending.catch((error: unknown) => error);

describe('what a customer adds to their case', () => {
  it('goes the way of all feedback, to the case that its link proves, without an address', async () => {
    const at = world();
    expect(await send(at)).toMatchObject({ status: 303, headers: { location: '?lang=en&added=1' } });
    expect(at.added).toEqual([
      {
        id: feedbackId('status', `${receipt}.${SUBMISSION}`),
        source: 'status',
        channel: 'form',
        externalId: `${receipt}.${SUBMISSION}`,
        revision: 0,
        receivedAt: later(10),
        branch: 'east',
        locale: 'en',
        answers: [],
        reasons: [],
        comment: 'The number of the order is 4711.',
        caseNumber: '2611-0001',
      },
    ]);
  });

  it('is thanked for by the page that is read anew: loading it again sends nothing (P4)', async () => {
    const at = world();
    const page = await at.get('GET /s/{token}', at.links.status(), { lang: 'en', added: '1' });
    expect(page.body).toContain('role="status"');
    expect(page.body).toContain('<textarea');
    expect(at.added).toEqual([]);
  });

  it('sent twice is one addition; each page served is another (P4)', async () => {
    const at = world();
    await send(at);
    await send(at);
    expect(new Set(at.added.map(({ id }) => id)).size).toBe(1);
    const pages = await Promise.all([1, 2].map(() => at.get('GET /s/{token}', at.links.status())));
    const ids = pages.map(({ body }) => /name="submissionId" value="([^"]+)"/.exec(body ?? '')?.[1]);
    expect(new Set(ids).size).toBe(2);
  });

  it('is taken only when the queue has it; until then the page keeps the words (P12)', async () => {
    const at = world();
    at.failing = 'feedback';
    const page = await send(at, { text: 'Do not lose <this>' });
    expect(page).toMatchObject({ status: 503, headers: { 'retry-after': '30' } });
    expect(page.body).toContain('Do not lose &lt;this&gt;');
    expect(page.body).toContain(SUBMISSION);
    expect(at.faults).toHaveLength(1);
    await expect(at.postJson(ROUTE, at.links.status(), { text: 'Hi' })).rejects.toThrow('queue');
  });

  it.each([
    ['honeypot', { [HONEYPOT]: 'buy' }],
    ['no-start-token', { startToken: '' }],
    ['no-start-token', { startToken: signStart(KEYS, 'status.anotherreceipt', SUBMISSION, NOW) }],
    ['no-start-token', { submissionId: SUBMISSION.replace('0', '1') }],
    ['too-fast', { startToken: signStart(KEYS, `status.${receipt}`, SUBMISSION, later(9)) }],
  ])("a machine's gets the same answer and lies in quarantine: %s (P9)", async (reason, fields) => {
    const at = world();
    expect((await send(at, fields)).status).toBe(303);
    expect(at.added[0]?.quarantine?.reason).toBe(reason);
  });

  it('is cleaned, and bounded to 5000 characters (P10)', async () => {
    const at = world();
    await send(at, { text: ' \u202ea\u0000b\r\nc \ud83d' });
    expect(at.added[0]?.comment).toMatch(/^ab\nc/);
    for (const text of ['', ' \u0000\n ', 'x'.repeat(5001)]) {
      const page = await send(at, { text });
      expect(page.status).toBe(422);
      expect(page.body).toContain('aria-invalid="true"');
      expect(page.body).toContain(SUBMISSION);
    }
    expect((await send(at, { text: 'x'.repeat(5000) })).status).toBe(303);
    expect(at.added).toHaveLength(2);
  });

  it('may come as JSON, whose client names the submission', async () => {
    const at = world();
    const answer = await at.postJson(ROUTE, at.links.status(), { text: 'Hello', submissionId: SUBMISSION });
    expect(answer).toMatchObject({ status: 202, body: JSON.stringify({ receipt: feedbackId('status', `${receipt}.${SUBMISSION}`) }) });
    expect(at.added[0]?.quarantine).toBeUndefined();
    for (const wrong of [{}, { text: 7 }, { text: 'Hi', submissionId: 'x' }, { text: '' }, { text: 'x'.repeat(5001) }, []]) {
      expect(await refusal(at.postJson(ROUTE, at.links.status(), wrong))).toMatchObject({ status: 422 });
    }
    expect(at.added).toHaveLength(1);
  });

  it.each([
    ['text/plain', Buffer.from('text=Hi'), 415],
    ['application/json', Buffer.from('{'), 400],
    ['application/json', Buffer.from(`{"text":${'['.repeat(50)}${']'.repeat(50)}}`), 400],
    ['application/x-www-form-urlencoded', Buffer.from([0xff, 0xfe]), 400],
    ['application/x-www-form-urlencoded', Buffer.from('a&'.repeat(50)), 400],
  ])('of another shape (%s) is refused with its reason (P10)', async (type, body, status) => {
    const at = world();
    const error = await refusal(at.call(ROUTE, { token: at.links.status(), headers: { 'content-type': type }, body }));
    expect(error).toBeInstanceOf(AmendsError);
    expect(error).toMatchObject({ status });
  });

  it('cannot be added where there is no case, nor by a dead link (P28)', async () => {
    const at = world();
    at.feedback.clear();
    expect((await send(at)).status).toBe(409);
    at.keep(aFeedback());
    expect((await send(at)).status).toBe(409);
    expect((await at.post(ROUTE, 'forged', filled())).status).toBe(404);
    at.now = '2027-05-23T02:00:00.000Z';
    expect((await send(at)).status).toBe(410);
    expect(at.added).toEqual([]);
  });

  it('to a merged case reaches the one in which it lives on (R3)', async () => {
    const at = world();
    const other = aCase({ number: '2611-0002', feedbackId: feedbackId('form', 'response-2') });
    at.cases.cases.set('2611-0002', { case: other, history: [opened(other)] });
    at.cases.cases.set('2611-0001', { case: aCase({ state: 'merged', mergedInto: '2611-0002' }), history: [] });
    await send(at);
    expect(at.added[0]?.caseNumber).toBe('2611-0002');
  });
});
