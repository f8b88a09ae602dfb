import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { httpsSender } from '../../../shared/adapters/outgoing/https-sender.ts';
import { postNotice, postWebhook } from '../../../shared/adapters/outgoing/post.ts';
import { SetupError } from '../../../shared/domain/errors.ts';
import { newDelivery } from '../../../shared/domain/outgoing/delivery.ts';
import { startReceiver } from './fixtures/receiver.ts';

type Receiver = Awaited<ReturnType<typeof startReceiver>>;
const running: Receiver[] = [];
async function answering(status: number, body = '', headers = {}): Promise<Receiver> {
  const started = await startReceiver((_, response) => void response.writeHead(status, headers).end(body));
  running.push(started);
  return started;
}
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

const [NEW, OLD] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')];
const event = {
  id: 'case:2611-0042:3',
  type: 'NoteAdded',
  occurredAt: '2026-11-23T02:00:00.000Z',
  data: { caseNumber: '2611-0042', 名: '值' },
};
const delivery = newDelivery(event, 'crm', '2026-11-23T02:00:00.000Z');
const endpoint = (url: string) => ({ id: 'crm', url, events: 'all' as const, isEnabled: true });
const room = (kind: 'slack' | 'wecom' | 'dingtalk') => ({
  id: 'team',
  kind,
  events: 'all' as const,
  language: 'en' as const,
  isEnabled: true,
});
const now = () => new Date().toISOString();

describe('a webhook on its way (P39)', () => {
  it('is taken by a receiver that checks it by the library, with the new secret or the old one, in each attempt under the same id', async () => {
    const there = await answering(200, 'words that nobody keeps');
    const post = postWebhook(httpsSender(there.settings), async () => [NEW, OLD]);
    for (let i = 0; i < 2; i += 1) {
      const sent = await post(endpoint(there.url()), delivery, now());
      expect(sent).toEqual({ status: 200, ms: expect.any(Number), retryAfterMs: undefined });
    }
    for (const { headers, body } of there.received) {
      const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
      for (const secret of [NEW, OLD]) expect(new Webhook(secret).verify(body, named)).toEqual(event);
    }
    expect(there.received.map(({ headers }) => headers['webhook-id'])).toEqual(['case:2611-0042:3', 'case:2611-0042:3']);
  });

  it('brings back what Retry-After asks for', async () => {
    const there = await answering(503, '', { 'retry-after': '120' });
    const post = postWebhook(httpsSender(there.settings), async () => [NEW]);
    expect(await post(endpoint(there.url()), delivery, now())).toMatchObject({ status: 503, retryAfterMs: 120_000 });
  });

  it('fails visibly where its secret is missing or is none, and sends nothing', async () => {
    const there = await answering(200);
    const send = httpsSender(there.settings);
    const missing = Object.assign(new Error('no such secret'), { name: 'ResourceNotFoundException' });
    for (const secrets of [() => Promise.reject(missing), () => Promise.reject(new SetupError('too short')), async () => ['no base64!']]) {
      expect(await postWebhook(send, secrets)(endpoint(there.url()), delivery, now())).toEqual({ failure: 'not-set-up', ms: 0 });
    }
    expect(there.received).toEqual([]);
  });

  it('throws where the secret cannot be read just now: that is our fault, not the endpoint’s', async () => {
    const throttled = () => Promise.reject(Object.assign(new Error('slow down'), { name: 'ThrottlingException' }));
    await expect(postWebhook(httpsSender(), throttled)(endpoint('https://hooks.example.com/'), delivery, now())).rejects.toThrow(
      'slow down',
    );
  });
});

describe('a notice on its way (P39)', () => {
  it('is signed for DingTalk in the query, which a robot checks within the hour', async () => {
    const there = await answering(200, '{"errcode":0,"errmsg":"ok"}');
    const address = async () => ({ url: there.url('/robot/send?access_token=x'), secret: 'SECinvented' });
    expect(await postNotice(httpsSender(there.settings), address)(room('dingtalk'), { msgtype: 'markdown' }, now())).toMatchObject({
      status: 200,
    });
    const query = new URL(there.received[0]?.url ?? '', 'https://x').searchParams;
    const timestamp = query.get('timestamp') ?? '';
    expect(query.get('sign')).toBe(createHmac('sha256', 'SECinvented').update(`${timestamp}\nSECinvented`).digest('base64'));
  });

  it('that was refused within a 200 has failed, with the service’s number', async () => {
    const there = await answering(200, '{"errcode":93000,"errmsg":"invalid webhook url"}');
    const sent = await postNotice(httpsSender(there.settings), async () => ({ url: there.url() }))(room('wecom'), {}, now());
    expect(sent).toMatchObject({ failure: 'refused-by-service', serviceCode: 93000 });
  });

  it('to a room whose address is not set up fails as such', async () => {
    const sent = await postNotice(httpsSender(), () => Promise.reject(new SetupError('expected the https URL')))(room('slack'), {}, now());
    expect(sent).toEqual({ failure: 'not-set-up', ms: 0 });
  });

  it('goes to public addresses only, like everything else', async () => {
    const sent = await postNotice(httpsSender(), async () => ({ url: 'https://169.254.169.254/latest' }))(room('slack'), {}, now());
    expect(sent).toMatchObject({ failure: 'refused-address' });
  });
});
