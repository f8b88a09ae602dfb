import { describe, expect, it } from 'vitest';
import { NOW, StatusWorld } from './world.ts';

const GET = 'GET /u/{token}';
const POST = 'POST /u/{token}';
const OPTED_OUT = [['weekly recipient-key-22-chars', NOW]];
/** As mail programs do it of their own accord (RFC 8058): no cookie, no page before. */
const oneClick = { 'List-Unsubscribe': 'One-Click' };

describe('the link that ends a digest, for staff without a customer file (P23)', () => {
  it('asks, names the digest, and changes nothing by being opened', async () => {
    const world = new StatusWorld();
    const page = await world.get(GET, world.links.digestEnd());
    expect(page.status).toBe(200);
    expect(page.body).toContain('weekly');
    expect(page.body).toContain('<form method="post"');
    expect(page.headers).toMatchObject({ 'x-robots-tag': 'noindex' });
    expect((await world.get(GET, world.links.digestEnd(), { lang: 'zh-Hans' })).body).toContain('不再接收此简报？');
    expect(world.optOuts.size).toBe(0);
  });

  it('ends it by one POST, without a redirect, once however often, and touches no customer', async () => {
    const world = new StatusWorld();
    for (let i = 0; i < 2; i += 1) expect((await world.post(POST, world.links.digestEnd(), oneClick)).status).toBe(200);
    expect([...world.optOuts]).toEqual(OPTED_OUT);
    expect(world.changes).toEqual([]);
  });

  it('takes any body: mail programs send forms of either kind', async () => {
    const world = new StatusWorld();
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const body = Buffer.from('--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--');
    expect((await world.call(POST, { token: world.links.digestEnd(), headers, body })).status).toBe(200);
    expect([...world.optOuts]).toEqual(OPTED_OUT);
  });

  it('can be taken up again on the page that says it is done', async () => {
    const world = new StatusWorld();
    const done = await world.post(POST, world.links.digestEnd(), { digest: 'end', language: 'en' });
    expect(done.body).toMatch(/name="digest" value="resume".*Send it to me again/s);
    const again = await world.post(POST, world.links.digestEnd(), { digest: 'resume', language: 'zh-Hans' });
    expect(again.body).toContain('已办妥，您将重新收到此简报。');
    expect(world.optOuts.size).toBe(0);
  });

  it('is good for its digest and person only, in no other purpose and not for ever (P28)', async () => {
    const world = new StatusWorld();
    for (const token of [world.links.digestEnd().replace('weekly', 'daily'), world.links.status(), 'nothing']) {
      expect((await world.post(POST, token, oneClick)).status).toBe(404);
    }
    const token = world.links.digestEnd();
    world.now = '2029-01-01T00:00:00.000Z';
    expect((await world.post(POST, token, oneClick)).status).toBe(410);
    expect([world.optOuts.size, world.changes.length]).toEqual([0, 0]);
  });

  it('holds no address', () => {
    expect(new StatusWorld().links.digestEnd()).toMatch(/^weekly\.recipient-key-22-chars\.[0-9a-z]+\.[A-Za-z0-9_-]{43}$/);
  });
});
