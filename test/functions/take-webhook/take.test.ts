import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Door, take } from '../../../functions/take-webhook/take.ts';
import { feedbackId } from '../../../shared/adapters/ids.ts';
import { signedHeaders, verifySignature } from '../../../shared/adapters/signature.ts';
import { SCHEMES } from '../../../shared/adapters/signature-schemes.ts';
import type { InviteMessage } from '../../../shared/domain/campaign/message.ts';
import type { FeedbackReceived } from '../../../shared/domain/feedback.ts';
import { WebhookSource } from '../../../shared/domain/intake/source.ts';
import type { HttpRequest } from '../../../shared/lambda/on-http.ts';
import { DELIGHTED, SHOP, sample, TALLY, TYPEFORM } from '../../domain/intake/sources.ts';

const NOW = '2026-11-22T08:30:00.000Z';
const SECRET = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;
const NEW_SECRET = `whsec_${Buffer.from('fedcba9876543210fedcba9876543210').toString('base64')}`;

function aDoor(overrides: Partial<Door> = {}) {
  const queued: FeedbackReceived[] = [];
  const inviting: InviteMessage[] = [];
  const notes: (readonly [string, readonly string[]])[] = [];
  const door: Door = {
    sources: [SHOP, TYPEFORM, TALLY, DELIGHTED],
    branches: ['east', 'south'],
    queue: {
      async send(feedback) {
        queued.push(feedback);
      },
    },
    inviting: {
      async send(messages) {
        inviting.push(...messages);
      },
    },
    defaultLanguage: 'en',
    now: () => NOW,
    verify: async (source, request, now) => verifySignature(SCHEMES[source.provider], request, [NEW_SECRET, SECRET], now),
    feedbackId,
    digest: (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 40),
    onUnusable: (source, fields) => notes.push([source, fields]),
    ...overrides,
  };
  return { door, queued, inviting, notes };
}

function delivery(source: WebhookSource, body: Buffer | string, overrides: Partial<HttpRequest> = {}): HttpRequest {
  const bytes = Buffer.from(body);
  const uri = `https://api.example.com/hooks/${source.id}`;
  const signed = { id: 'msg_1', timestamp: String(Date.parse(NOW) / 1000) };
  return {
    method: 'POST',
    route: 'POST /hooks/{source}',
    origin: 'https://api.example.com',
    headers: {
      ...signedHeaders(SCHEMES[source.provider], SECRET, { method: 'POST', uri, body: bytes }, signed),
      'content-type': 'application/json',
    },
    path: { source: source.id },
    query: {},
    body: bytes,
    claims: {},
    ...overrides,
  };
}

const refusal = (status: number) => expect.objectContaining({ name: 'AmendsError', status });

describe('POST /hooks/{source}', () => {
  it.each([
    [SHOP, 'standard-webhooks.json', 'fb-2026-11-000318'],
    [TYPEFORM, 'typeform.json', '7h2m9x4c1q8v5b3n6k0z7h2m9x4c1q8v'],
    [TALLY, 'tally.json', 'pK4vR9'],
    [DELIGHTED, 'delighted.updated.json', '880412'],
  ])('takes what $id signed: queued, and answered with the receipt', async (source, file, externalId) => {
    const { door, queued } = aDoor();
    const response = await take(delivery(source, sample(file)), door);
    expect(response.status).toBe(202);
    expect(JSON.parse(response.body ?? '')).toEqual({ receipt: feedbackId(source.id, externalId) });
    expect(queued).toMatchObject([
      { id: feedbackId(source.id, externalId), source: source.id, externalId, channel: 'webhook', receivedAt: NOW },
    ]);
  });

  it('the same delivery under another message id is the same feedback: the id is the signed body’s (P4)', async () => {
    const { door, queued } = aDoor();
    const other = delivery(TYPEFORM, sample('typeform.json'), {});
    await take(other, door);
    await take({ ...other, headers: { ...other.headers, 'webhook-id': 'msg_2' } }, door);
    expect(new Set(queued.map(({ id }) => id)).size).toBe(1);
  });

  it('revisions of a response keep its id and grow in revision', async () => {
    const { door, queued } = aDoor();
    await take(delivery(DELIGHTED, sample('delighted.created.json')), door);
    await take(delivery(DELIGHTED, sample('delighted.updated.json')), door);
    expect(new Set(queued.map(({ id }) => id)).size).toBe(1);
    expect(queued.map(({ revision }) => revision)).toEqual([1_795_161_600_000, 1_795_161_720_000]);
  });

  it.each([
    ['no signature', { headers: {} }],
    ['a signature of other bytes', { body: Buffer.from('{}') }],
    ['a source with another scheme', { path: { source: 'typeform' } }],
  ])('refuses %s with 401 and writes nothing (P1)', async (_, change) => {
    const { door, queued } = aDoor();
    await expect(take(delivery(SHOP, sample('standard-webhooks.json'), change), door)).rejects.toEqual(refusal(401));
    expect(queued).toEqual([]);
  });

  it('refuses a delivery replayed later than 300 s (P3)', async () => {
    const { door, queued } = aDoor({ now: () => '2026-11-22T08:35:01.000Z' });
    await expect(take(delivery(SHOP, sample('standard-webhooks.json')), door)).rejects.toMatchObject({
      status: 401,
      message: expect.stringContaining('300 s'),
    });
    expect(queued).toEqual([]);
  });

  it('is accepted only after the queue has it (P12)', async () => {
    const { door } = aDoor({ queue: { send: () => Promise.reject(new Error('queue down')) } });
    await expect(take(delivery(SHOP, sample('standard-webhooks.json')), door)).rejects.toThrow('queue down');
    await expect(take(delivery(SHOP, sample('standard-webhooks.out-of-scale.json')), door)).rejects.toThrow('queue down');
  });

  it.each([
    [SHOP, 'standard-webhooks.test.json'],
    [DELIGHTED, 'delighted.unsubscribed.json'],
  ])('$id: a test or another kind of event is answered with 200, and nothing is queued', async (source, file) => {
    const { door, queued } = aDoor();
    expect((await take(delivery(source, sample(file)), door)).status).toBe(200);
    expect(queued).toEqual([]);
  });

  it.each([
    [SHOP, 'standard-webhooks.out-of-scale.json', 'data.satisfaction', 'soaked through'],
    [TYPEFORM, 'typeform.malformed.json', '', 'nobody said a word'],
  ])('$id: what is genuine but cannot be is 422 with its reason, and put aside with its words', async (source, file, field, words) => {
    const { door, queued } = aDoor();
    await expect(take(delivery(source, sample(file)), door)).rejects.toMatchObject({ status: 422, issues: [{ field }] });
    expect(queued).toMatchObject([
      { source: source.id, quarantine: { reason: 'invalid-content' }, comment: expect.stringContaining(words) },
    ]);
  });

  it('what is put aside has one name however often it is sent again, and not that of the response itself', async () => {
    const { door, queued } = aDoor();
    const request = delivery(SHOP, sample('standard-webhooks.out-of-scale.json'));
    await expect(take(request, door)).rejects.toEqual(refusal(422));
    await expect(take(request, door)).rejects.toEqual(refusal(422));
    expect(queued).toHaveLength(2);
    expect(new Set(queued.map(({ id }) => id)).size).toBe(1);
    expect(queued[0]?.id).not.toBe(feedbackId('shop', 'fb-2026-11-000319'));
  });

  it('bytes that are no UTF-8 are read as well as can be', async () => {
    const { door, queued } = aDoor();
    const body = Buffer.concat([
      Buffer.from('{"data":{"id":"fb-2","satisfaction":1,"comment":"caf'),
      Buffer.from([0xe9]),
      Buffer.from(' closed"}}'),
    ]);
    expect((await take(delivery(SHOP, body), door)).status).toBe(202);
    expect(queued[0]?.comment).toBe('caf\ufffd closed');
  });

  it('notes which fields could not be used, by name only (P33)', async () => {
    const { door, notes } = aDoor();
    await take(delivery(SHOP, '{"data":{"id":"fb-3","satisfaction":1,"branch":"north"}}'), door);
    expect(notes).toEqual([['shop', ['data.branch']]]);
  });

  it('an unknown source is 404 before anything is asked', async () => {
    const { door } = aDoor({ verify: () => Promise.reject(new Error('not to be called')) });
    for (const source of ['nothing', '__proto__', '']) {
      await expect(take(delivery(SHOP, '{}', { path: { source } }), door)).rejects.toEqual(refusal(404));
    }
  });
});

describe('HEAD /hooks/{source}', () => {
  it('is 200 for a source there is, without a signature, and 404 for one there is not', async () => {
    const { door, queued } = aDoor();
    expect(await take(delivery(SHOP, '', { method: 'HEAD', headers: {} }), door)).toEqual({ status: 200 });
    await expect(take(delivery(SHOP, '', { method: 'HEAD', path: { source: 'nothing' } }), door)).rejects.toEqual(refusal(404));
    expect(queued).toEqual([]);
  });
});

describe('an order that was delivered (R10)', () => {
  const asking = WebhookSource.parse({ ...SHOP, invites: 'orders' });
  const order = (set: object = {}) =>
    JSON.stringify({
      type: 'order.delivered',
      data: { id: 'order-48213', customer: { email: 'ada@example.com', name: 'Ada Example' }, locale: 'zh-CN', branch: 'east', ...set },
    });

  it('asks whoever got it, and says nothing of them', async () => {
    const { door, inviting, queued } = aDoor({ sources: [asking] });
    expect((await take(delivery(asking, order()), door)).status).toBe(202);
    expect(inviting).toEqual([
      {
        campaign: 'orders',
        person: { email: 'ada@example.com', name: 'Ada Example', language: 'zh-Hans', branch: 'east' },
        cause: 'order-48213',
      },
    ]);
    expect(queued).toEqual([]);
  });

  it('is refused without an address, by field and reason', async () => {
    const { door, inviting } = aDoor({ sources: [asking] });
    await expect(take(delivery(asking, order({ customer: {} })), door)).rejects.toMatchObject({
      status: 422,
      issues: [expect.objectContaining({ field: 'data.customer.email' })],
    });
    expect(inviting).toEqual([]);
  });

  it.each([[{ number: 48213 }], [['48213']], ['']])('is refused where the order’s id is %j: all such orders would be one', async (id) => {
    const { door, inviting } = aDoor({ sources: [asking] });
    await expect(take(delivery(asking, order({ id })), door)).rejects.toMatchObject({ status: 422, issues: [{ field: 'data.id' }] });
    expect(inviting).toEqual([]);
  });

  it('must be signed, and is answers like any other where the source asks nobody', async () => {
    const { door, inviting } = aDoor({ sources: [asking] });
    const forged = { ...delivery(asking, order()), body: Buffer.from(order({ id: 'order-1' })) };
    await expect(take(forged, door)).rejects.toEqual(refusal(401));
    await expect(take(delivery(SHOP, order()), aDoor().door)).rejects.toEqual(refusal(422));
    expect(inviting).toEqual([]);
  });
});
