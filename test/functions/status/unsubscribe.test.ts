import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../shared/domain/customer/file.ts';
import { mayWrite } from '../../../shared/domain/customer/may-write.ts';
import { NOW, StatusWorld } from './world.ts';

const GET = 'GET /u/{token}';
const POST = 'POST /u/{token}';
const KEY = 'customer-key-1';

function known(overrides: Partial<Customer> = {}): StatusWorld {
  const world = new StatusWorld();
  const consent = { contact: true, care: true, at: '2026-10-01T00:00:00.000Z', by: 'agent:lin', source: 'telephone' } as const;
  world.files.set(KEY, {
    customerKey: KEY,
    email: 'ada@example.com',
    language: 'en',
    since: '2026-01-01T00:00:00.000Z',
    consent,
    ...overrides,
  });
  return world;
}

/** As mail programs do it of their own accord (RFC 8058): no cookie, no page before. */
const oneClick = { 'List-Unsubscribe': 'One-Click' };

describe('the link that ends our mails (P23)', () => {
  it('asks, and changes nothing by being opened', async () => {
    const world = known();
    const page = await world.get(GET, world.links.unsubscribe());
    expect(page.status).toBe(200);
    expect(page.body).toContain('<form method="post"');
    expect(page.headers).toMatchObject({ 'x-robots-tag': 'noindex' });
    expect((await world.get(GET, world.links.unsubscribe(), { lang: 'zh-Hans' })).body).toContain('停止接收');
    expect(world.changes).toEqual([]);
  });

  it('takes the consent back by one POST, without a redirect; answers still go out (RFC 8058)', async () => {
    const world = known();
    expect((await world.post(POST, world.links.unsubscribe(), oneClick)).status).toBe(200);
    const file = world.files.get(KEY);
    expect(file?.consent).toEqual({ contact: false, care: false, source: 'mail', at: NOW, by: 'customer' });
    expect(world.changes[0]?.record).toEqual({ customerKey: KEY, at: NOW, by: 'customer', what: 'consent', fields: ['consent'] });
    const house = { timeZone: 'Asia/Shanghai' };
    const may = (purpose: 'answer' | 'follow-up' | 'care') => file !== undefined && mayWrite(file, purpose, NOW, house).ok;
    expect([may('answer'), may('follow-up'), may('care')]).toEqual([true, false, false]);
  });

  it('takes any body: mail programs send forms of either kind', async () => {
    const world = known();
    const body = Buffer.from('--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--');
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    expect((await world.call(POST, { token: world.links.unsubscribe(), headers, body })).status).toBe(200);
    expect(world.files.get(KEY)?.consent?.care).toBe(false);
  });

  it('does it once, however often it is pressed', async () => {
    const world = known();
    for (let i = 0; i < 3; i += 1) await world.post(POST, world.links.unsubscribe(), oneClick);
    expect(world.changes).toHaveLength(1);
  });

  it('says the same to whoever is not known, or was erased (P35), and writes nothing', async () => {
    const page = await known().post(POST, known().links.unsubscribe(), oneClick);
    for (const world of [new StatusWorld(), known({ erasedAt: NOW })]) {
      expect(await world.post(POST, world.links.unsubscribe(), oneClick)).toEqual(page);
      expect(world.changes).toEqual([]);
    }
  });

  it('opens by a link of its own only (P28)', async () => {
    const world = known();
    for (const token of ['x', world.links.status(), world.links.offer(), world.links.followUp()])
      expect((await world.post(POST, token, oneClick)).status).toBe(404);
    expect(world.changes).toEqual([]);
  });
});
