import { describe, expect, it } from 'vitest';
import { take } from '../../../functions/take-form/take.ts';
import { feedbackId } from '../../../shared/adapters/ids.ts';
import { verifyToken } from '../../../shared/adapters/link.ts';
import { aDoor, aRequest, fieldsRequest, ID, jsonRequest, KEY, NOW, startToken } from './a-door.ts';

const WHOLE = { submissionId: ID, language: 'zh-Hans', branch: 'east', answers: { satisfaction: 1, comment: '三天没有人回复' } };
const refusal = (status: number, issues?: unknown) =>
  expect.objectContaining({ name: 'AmendsError', status, ...(issues !== undefined && { issues }) });

describe('JSON', () => {
  it('is taken: queued, and answered with the receipt and a status link', async () => {
    const { door, queued } = aDoor();
    const response = await take(jsonRequest(WHOLE), door);
    const { receipt, status } = JSON.parse(response.body ?? '');
    expect(response.status).toBe(202);
    expect(receipt).toBe(feedbackId('form', ID));
    expect(queued).toMatchObject([
      { id: receipt, externalId: ID, receivedAt: NOW, locale: 'zh-Hans', branch: 'east', quarantine: undefined },
    ]);
    const token = status.replace('https://api.example.com/s/', '');
    expect(verifyToken([KEY], 'status', token, NOW)).toMatchObject({ status: 'valid', subject: receipt });
  });

  it('sent twice is the same feedback (P4)', async () => {
    const { door, queued } = aDoor();
    await Promise.all([take(jsonRequest(WHOLE), door), take(jsonRequest(WHOLE), door)]);
    expect(new Set(queued.map(({ id }) => id)).size).toBe(1);
  });

  it('needs neither a submission id nor a start token', async () => {
    const { door, queued } = aDoor();
    const { submissionId: _, ...without } = WHOLE;
    expect((await take(jsonRequest(without), door)).status).toBe(202);
    expect(queued).toMatchObject([{ externalId: ID, quarantine: undefined }]);
  });

  it('is accepted only after the queue has it (P12)', async () => {
    const { door } = aDoor({ queue: { send: () => Promise.reject(new Error('queue down')) } });
    await expect(take(jsonRequest(WHOLE), door)).rejects.toThrow('queue down');
  });

  it.each([
    ['{', 400],
    ['', 400],
    ['[[[[[[[[[[1]]]]]]]]]]', 400],
    [`{"answers":{${Array.from({ length: 600 }, (_, i) => `"a${i}":1`).join()}}}`, 400],
    ['null', 422],
    ['[]', 422],
    [{ answers: { satisfaction: 6 } }, 422],
    [{ ...WHOLE, answers: {} }, 422],
    [{ ...WHOLE, answers: { satisfaction: 5, comment: 'a'.repeat(64_000) } }, 422],
  ])('%j is refused with %i and nothing is written (P10)', async (body, status) => {
    const { door, queued } = aDoor();
    await expect(take(jsonRequest(body), door)).rejects.toEqual(refusal(status));
    expect(queued).toEqual([]);
  });

  it('tells each fault by field and reason, in English, whoever wrote it', async () => {
    const { door } = aDoor();
    const body = { ...WHOLE, branch: 'north', answers: { satisfaction: 9, mood: 1 } };
    await expect(take(jsonRequest(body), door)).rejects.toEqual(
      refusal(422, [
        { field: 'branch', reason: 'There is no such branch.' },
        { field: 'answers.mood', reason: 'There is no such field in this survey.' },
        { field: 'answers.satisfaction', reason: 'The scale is 1 to 5.' },
      ]),
    );
  });

  it('does not list faults without end', async () => {
    const { door } = aDoor();
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`a${i}`, 1]));
    await expect(take(jsonRequest({ answers: many }), door)).rejects.toMatchObject({ issues: { length: 50 } });
  });

  it('in broken UTF-8 is refused with 400', async () => {
    const { door } = aDoor();
    await expect(take(aRequest({ body: Buffer.from([0x22, 0xff, 0x22]) }), door)).rejects.toEqual(refusal(400));
  });
});

describe('a content type', () => {
  it.each([['text/plain'], ['multipart/form-data; boundary=x'], ['application/jsonp'], [undefined]])(
    '%j is refused with 415',
    async (type) => {
      const { door } = aDoor();
      await expect(take(jsonRequest(WHOLE, { headers: { 'content-type': type } }), door)).rejects.toEqual(refusal(415));
    },
  );

  it('may be in capitals and carry parameters', async () => {
    const { door } = aDoor();
    expect((await take(jsonRequest(WHOLE, { headers: { 'content-type': 'Application/JSON; charset=UTF-8' } }), door)).status).toBe(202);
  });
});

it('an unknown survey is 404', async () => {
  const { door } = aDoor();
  await expect(take(jsonRequest(WHOLE, { path: { survey: 'nothing' } }), door)).rejects.toEqual(refusal(404));
  await expect(take(jsonRequest(WHOLE, { path: { survey: '__proto__' } }), door)).rejects.toEqual(refusal(404));
});

const TYPED = {
  submissionId: ID,
  startToken: startToken(30),
  language: 'en',
  branch: 'east',
  website: '',
  satisfaction: '2',
  comment: 'Late <b>again</b>',
};

describe('a page’s form', () => {
  it('is taken and answered with a page that shows the receipt and the status link', async () => {
    const { door, queued } = aDoor();
    const response = await take(fieldsRequest(TYPED), door);
    expect(response.status).toBe(202);
    expect(response.headers?.['content-type']).toBe('text/html; charset=utf-8');
    expect(response.body).toContain(feedbackId('form', ID));
    expect(response.body).toContain('href="https://api.example.com/s/');
    expect(queued).toMatchObject([{ answers: [{ value: 2 }], comment: 'Late <b>again</b>', branch: 'east', quarantine: undefined }]);
  });

  it('is answered in JSON where that is asked for', async () => {
    const { door } = aDoor();
    const response = await take(fieldsRequest(TYPED, { accept: 'application/json' }), door);
    expect(JSON.parse(response.body ?? '')).toMatchObject({ receipt: feedbackId('form', ID) });
    await expect(take(fieldsRequest({ ...TYPED, satisfaction: '9' }, { accept: 'application/json' }), door)).rejects.toEqual(refusal(422));
  });

  it('comes back with what is wrong beside the fields and all that was typed, as the same submission', async () => {
    const { door, queued } = aDoor();
    const typed = { ...TYPED, satisfaction: '', recommendation: '3', 'contact.email': 'nobody@', 'contact.consent': 'yes' };
    const response = await take(
      fieldsRequest([...Object.entries(typed), ['reasons', 'staff']].map(([k = '', v = '']) => `${k}=${encodeURIComponent(v)}`).join('&')),
      door,
    );
    expect(response.status).toBe(422);
    expect(response.body).toContain('id="q-satisfaction-error">Please answer this question.');
    expect(response.body).toContain('id="q-contact-email-error">Please enter an e-mail address');
    expect(response.body).toContain('Late &lt;b&gt;again&lt;/b&gt;');
    expect(response.body).toContain('name="recommendation" value="3" checked');
    expect(response.body).toContain('value="staff" checked');
    expect(response.body).toContain('value="nobody@"');
    expect(response.body).toContain(`name="submissionId" value="${ID}"`);
    expect(response.body).toContain(`name="startToken" value="${TYPED.startToken}"`);
    expect(queued).toEqual([]);
  });

  it('speaks the language of its page, even about faults', async () => {
    const { door } = aDoor();
    const response = await take(fieldsRequest({ ...TYPED, language: 'zh-Hans', satisfaction: '9' }), door);
    expect(response.body).toContain('<html lang="zh-Hans">');
    expect(response.body).toContain('评分范围为 1 至 5。');
  });

  it('that cannot be handed on comes back with 503 and all that was typed; the fault is noted once (P12)', async () => {
    const { door, faults } = aDoor({ queue: { send: () => Promise.reject(new Error('queue down')) } });
    const response = await take(fieldsRequest(TYPED), door);
    expect(response.status).toBe(503);
    expect(response.headers?.['retry-after']).toBe('30');
    expect(response.body).toContain('That did not reach us.');
    expect(response.body).toContain('Late &lt;b&gt;again&lt;/b&gt;');
    expect(faults).toEqual([new Error('queue down')]);
  });

  it('with more fields than any survey has is refused', async () => {
    const { door } = aDoor();
    await expect(take(fieldsRequest('a=1&'.repeat(600)), door)).rejects.toEqual(refusal(400));
  });

  it('with a submission id that is none gets a new page to send', async () => {
    const { door } = aDoor();
    const response = await take(fieldsRequest({ ...TYPED, submissionId: '"><script>' }), door);
    expect(response.status).toBe(422);
    expect(response.body).toContain(`name="submissionId" value="${ID}"`);
    expect(response.body?.split('<script')).toHaveLength(2);
  });
});

describe('machines (P9)', () => {
  const cases = [
    ['fill what nobody sees', { ...TYPED, website: 'http://example.com' }, 'honeypot'],
    ['send 1.999 s after the page', { ...TYPED, startToken: startToken(1.999) }, 'too-fast'],
    ['never opened the page', { ...TYPED, startToken: '' }, 'no-start-token'],
    ['make a token up', { ...TYPED, startToken: 'service.x.y' }, 'no-start-token'],
    ['use a token of another submission', { ...TYPED, startToken: startToken(30, 'another-submission-id') }, 'no-start-token'],
    ['use a page of a quarter ago', { ...TYPED, startToken: startToken(91 * 86_400) }, 'no-start-token'],
  ] as const;

  it.each(cases)('that %s are quarantined and get the answer that all get', async (_, typed, reason) => {
    const { door, queued } = aDoor();
    const { door: other } = aDoor();
    const response = await take(fieldsRequest(typed), door);
    expect(queued).toMatchObject([{ quarantine: { reason }, comment: 'Late <b>again</b>' }]);
    expect(response).toEqual(await take(fieldsRequest(TYPED), other));
  });

  it('that send JSON are judged by what they send', async () => {
    const { door, queued } = aDoor();
    await take(jsonRequest({ ...WHOLE, website: 'x' }), door);
    await take(jsonRequest({ ...WHOLE, startToken: startToken(1) }), door);
    await take(jsonRequest({ ...WHOLE, startToken: 'made-up' }), door);
    await take(jsonRequest({ ...WHOLE, startToken: startToken(2) }), door);
    expect(queued.map(({ quarantine }) => quarantine?.reason)).toEqual(['honeypot', 'too-fast', 'no-start-token', undefined]);
  });
});

it('what waited on a device for weeks is proved by the token it was filled in with (P9)', async () => {
  const { door, queued } = aDoor();
  await take(fieldsRequest({ ...TYPED, startToken: startToken(89 * 86_400) }), door);
  expect(queued).toMatchObject([{ quarantine: undefined }]);
});

describe('a form on another site', () => {
  const { submissionId: _, startToken: __, ...foreign } = TYPED;

  it('comes back as our page, filled in, with nothing taken; sent from there it is taken (P9)', async () => {
    const { door, queued } = aDoor();
    const { status, body = '' } = await take(fieldsRequest(foreign), door);
    expect(status).toBe(200);
    expect(body).toContain('Almost done: nothing has been sent yet.');
    expect(body).toContain('Late &lt;b&gt;again&lt;/b&gt;');
    expect(queued).toEqual([]);
    const token = /name="startToken" value="([^"]*)"/.exec(body)?.[1] ?? '';
    const later = { ...door, now: () => new Date(Date.parse(NOW) + 3_000).toISOString() };
    expect((await take(fieldsRequest({ ...foreign, submissionId: ID, startToken: token }), later)).status).toBe(202);
    expect(queued).toMatchObject([{ comment: 'Late <b>again</b>', quarantine: undefined }]);
  });

  it('is told its faults as any other', async () => {
    const { status, body } = await take(fieldsRequest({ ...foreign, satisfaction: '9' }), aDoor().door);
    expect(status).toBe(422);
    expect(body).toContain('The scale is 1 to 5.');
    expect(body).not.toContain('Almost done');
  });

  it('that asks for JSON proves nothing, and lies in quarantine', async () => {
    const { door, queued } = aDoor();
    expect((await take(fieldsRequest(foreign, { accept: 'application/json' }), door)).status).toBe(202);
    expect(queued).toMatchObject([{ quarantine: { reason: 'no-start-token' } }]);
  });
});
