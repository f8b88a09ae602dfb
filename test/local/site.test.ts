import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '#config';
import { FILES, type SiteCloud, startSiteCloud, Told } from './fixtures/site-cloud.ts';

let cloud: SiteCloud;

beforeAll(async () => {
  cloud = await startSiteCloud();
});
afterAll(() => cloud.end());

const get = (path: string, init?: RequestInit) => fetch(cloud.url + path, { redirect: 'manual', ...init });

/** Past what `fetch` tidies up in an address. */
const raw = (path: string) =>
  new Promise<{ status: number | undefined; body: string }>((done, fail) => {
    const { hostname, port } = new URL(cloud.url);
    httpRequest({ hostname, port, path }, (response) => {
      text(response).then((body) => done({ status: response.statusCode, body }), fail);
    })
      .on('error', fail)
      .end();
  });

describe('files of the site', () => {
  it.each([
    ['/desk/', 'desk/index.html', 'text/html'],
    ['/signed-in/?code=a&state=b.c', 'signed-in/index.html', 'text/html'],
    ['/form.js', 'form.js', 'text/javascript'],
    ['/widget.js', 'widget.js', 'text/javascript'],
    ['/assets/desk-a1b2.js', 'assets/desk-a1b2.js', 'text/javascript'],
    ['/assets/%E7%9C%8B%E6%9D%BF.svg', 'assets/看板.svg', 'image/svg+xml'],
  ])('%s is %s, as %s', async (path, file, type) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, type, FILES[file]]);
  });

  it.each(['/desk/cases/2611-0001?text=a.b', '/dashboard/topics', '/signed-in/anything'])('%s is a view of its page', async (path) => {
    const page = FILES[`${path.split('/')[1]}/index.html`];
    expect([(await get(path)).status, await (await get(path)).text()]).toEqual([200, page]);
  });

  it.each(['/desk', '/dashboard'])('%s without its last slash leads to the page', async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([308, `${path}/`]);
  });

  it.each(['/desk/none.js', '/assets/none.js', '/assets/'])('%s is not there', async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/xml']);
  });

  it.each([
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/desk/..%2F..%2Fsecret.txt',
    '//assets//../secret.txt',
  ])('no path leads out of the folder: %s', async (path) => {
    const { status, body } = await raw(path);
    expect(status).toBe(404);
    expect(body).not.toContain('nobody may see');
  });

  it('are not sent again to whoever has them, compressed or not', async () => {
    const first = await get('/form.js');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    const again = await get('/form.js', { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
    expect((await get('/form.js', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);

    const gzipped = await get('/assets/desk-a1b2.js', { headers: { 'accept-encoding': 'gzip' } });
    expect([gzipped.headers.get('content-encoding'), gzipped.headers.get('etag')]).toEqual(['gzip', expect.stringMatching(/^W\/"/)]);
    expect((await get('/assets/desk-a1b2.js', { headers: { 'if-none-match': gzipped.headers.get('etag') ?? '' } })).status).toBe(304);
    expect((await get('/assets/desk-a1b2.js', { headers: { 'accept-encoding': 'identity' } })).headers.get('content-encoding')).toBeNull();
  });

  it('are read only: the bucket takes nothing from the outside', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await get('/desk/', { method })).status).toBe(403);
    const head = await get('/desk/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

describe('headers of the site', () => {
  it('let pages of staff run and load nothing but what is of this origin, and speak to no other place', async () => {
    const { headers } = await get('/desk/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ]),
    );
    expect(policy).not.toContain('unsafe');
    // The sign-in page’s address is that of the local one, as everywhere.
    expect(policy).toContain(`connect-src 'self' ${cloud.url}/_sign-in;`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('let other sites load the widget, and nothing else', async () => {
    const crossing = async (path: string) => {
      const { headers } = await get(path);
      return [headers.get('cross-origin-resource-policy'), headers.get('access-control-allow-origin')];
    };
    expect(await crossing('/widget.js')).toEqual(['cross-origin', '*']);
    for (const path of ['/form.js', '/desk/', '/assets/desk-a1b2.js', '/assets/none.js'])
      expect(await crossing(path)).toEqual(['same-origin', null]);
  });

  it('let browsers keep what can never change', async () => {
    expect((await get('/assets/desk-a1b2.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });
});

describe('all else', () => {
  it('is the HTTP API’s, which is told which host was asked for, whatever the client says', async () => {
    const answer = await get('/f/service?lang=en', { headers: { 'x-amends-host': 'evil.example' } });
    const told = Told.parse(await answer.json());
    expect(told.routeKey).toBe('GET /f/{survey}');
    expect(told.headers?.['x-amends-host']).toBe(new URL(cloud.url).host);
    expect((await get('/nowhere')).status).toBe(404);
  });

  it('names this origin where AWS’s would be: in mails, digests and to pages', async () => {
    expect((await cloud.variables('act'))['PUBLIC_URL']).toBe(cloud.url);
    expect((await cloud.variables('digest'))['PUBLIC_URL']).toBe(cloud.url);
    expect(await cloud.variables('desk')).toMatchObject({
      SIGN_IN_URL: `${cloud.url}/_sign-in`,
      SIGN_IN_CLIENT: expect.stringMatching(/^\w{20,}$/),
    });
  });

  it('is so with a domain of the house too', async () => {
    const site = { domain: 'care.example.com', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1a2b' };
    const own = await startSiteCloud({ ...config, site });
    try {
      expect((await own.variables('act'))['PUBLIC_URL']).toBe(own.url);
    } finally {
      await own.end();
    }
  });
});
