import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startTinyCloud, type TinyCloud } from './fixtures/tiny-cloud.ts';

let cloud: TinyCloud;

beforeAll(async () => {
  cloud = await startTinyCloud({ concurrency: { echo: 2 } });
});
afterAll(() => cloud.end());

const Event = z.looseObject({
  version: z.string(),
  routeKey: z.string(),
  rawPath: z.string(),
  rawQueryString: z.string(),
  headers: z.record(z.string(), z.string()),
  cookies: z.optional(z.array(z.string())),
  pathParameters: z.optional(z.record(z.string(), z.string())),
  queryStringParameters: z.optional(z.record(z.string(), z.string())),
  requestContext: z.looseObject({ http: z.looseObject({ method: z.string() }), authorizer: z.optional(z.unknown()) }),
  body: z.optional(z.string()),
  isBase64Encoded: z.boolean(),
});

const request = (path: string, init?: RequestInit) => fetch(cloud.url + path, init);
const echoed = async (path: string, init?: RequestInit) => Event.parse(await (await request(path, init)).json());

describe('payload format 2.0', () => {
  it('has what API Gateway gives of a request', async () => {
    const headers = { 'X-Custom': 'One', cookie: 'session=1; theme=dark', 'content-type': 'application/json' };
    const event = await echoed('/echo/j%C3%A9r%20%E6%8A%95%E8%AF%89?a=1&a=2&b=%20', { method: 'POST', body: '{"a":"投诉"}', headers });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /echo/{name}',
      rawPath: '/echo/jér 投诉',
      rawQueryString: 'a=1&a=2&b=%20',
      cookies: ['session=1', 'theme=dark'],
      pathParameters: { name: 'jér 投诉' },
      queryStringParameters: { a: '1,2', b: ' ' },
      body: '{"a":"投诉"}',
      isBase64Encoded: false,
    });
    expect(event.headers).toMatchObject({ 'x-custom': 'One', 'x-forwarded-proto': 'http', host: new URL(cloud.url).host });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.requestContext.http.method).toBe('POST');
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', Buffer.from('a=1')],
    ['a JSON of its own kind', 'application/cloudevents+json', Buffer.from('{}')],
    ['bytes', 'application/octet-stream', Buffer.from([0, 255, 1])],
    ['text that is no UTF-8', 'text/plain', Buffer.from([0x80, 0xfe])],
  ])('hands over %s as base64, byte for byte', async (_, type, bytes) => {
    const event = await echoed('/echo/x', { method: 'POST', body: new Uint8Array(bytes), headers: { 'content-type': type } });
    expect(event.isBase64Encoded).toBe(true);
    expect(Buffer.from(event.body ?? '', 'base64')).toEqual(bytes);
  });

  it('gives the answer of the function: status, headers, cookies; no body to HEAD; a plain object as JSON', async () => {
    const answer = await request('/echo/x?status=202');
    expect(answer.status).toBe(202);
    expect(answer.headers.get('x-echo')).toBe('yes');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const head = await request('/echo/x', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(await (await request('/echo/x?plain=yes')).json()).toEqual({ plain: 'yes' });
  });
});

describe('routes', () => {
  it('takes the most exact one', async () => {
    expect((await echoed('/echo/fixed')).routeKey).toBe('GET /echo/fixed');
    expect((await echoed('/echo/fixed', { method: 'POST' })).routeKey).toBe('ANY /echo/{name}');
    expect((await echoed('/files/a/b%2Fc')).pathParameters).toEqual({ path: 'a/b/c' });
  });

  it.each(['/nowhere', '/echo', '/echo/a/b', '/files', '/echo/'])('answers %s with 404', async (path) => {
    const answer = await request(path);
    expect([answer.status, await answer.json()]).toEqual([404, { message: 'Not Found' }]);
  });

  it('throttles as the stage says (P8)', async () => {
    expect((await request('/rare')).status).toBe(200);
    const second = await request('/rare');
    expect([second.status, await second.json()]).toEqual([429, { message: 'Too Many Requests' }]);
  });

  it('refuses bodies above 10 MB', async () => {
    const answer = await request('/echo/x', { method: 'POST', body: new Uint8Array(10 * 1024 * 1024 + 1) });
    expect(answer.status).toBe(413);
  });
});

describe('a function that fails', () => {
  it.each(['throws', 'crash'])('that %s is answered with 500, and serves the next request', async (how) => {
    const answer = await request(`/echo/x?${how}=1`);
    expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    expect((await request('/echo/x')).status).toBe(200);
  });

  it('that takes longer than its timeout is ended', async () => {
    expect((await request('/echo/x?sleep=60000')).status).toBe(500);
    expect(cloud.logs('echo').some((line) => line.includes('Task timed out after 2.00 seconds'))).toBe(true);
    expect((await request('/echo/x')).status).toBe(200);
  });
});

describe('the JWT authorizer', () => {
  const staff = (token?: string) => request('/staff', token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });

  it('lets in who has a token of the user pool, and gives groups as API Gateway writes them (P29)', async () => {
    const event = Event.parse(await (await staff(await cloud.token('manager', 'agent'))).json());
    expect(event.requestContext.authorizer).toMatchObject({
      jwt: { claims: { 'cognito:groups': '[manager agent]', token_use: 'id', email_verified: 'true' } },
    });
  });

  it.each([
    ['no token', () => undefined],
    ['no JWT', () => 'nonsense'],
    [
      'a token that another key signed',
      () => new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode('x'.repeat(32))),
    ],
    ['a token with one character changed', async () => (await cloud.token('admin')).replace(/.(?=\.)/, (c) => (c === 'a' ? 'b' : 'a'))],
  ])('refuses %s', async (_, token) => {
    const answer = await staff(await token());
    expect([answer.status, await answer.json()]).toEqual([401, { message: 'Unauthorized' }]);
  });

  it('refuses a token whose audience or issuer is not the template’s', async () => {
    const other = await startTinyCloud({}, (resources) => {
      const staffAuthorizer = resources['Staff'];
      if (staffAuthorizer !== undefined)
        staffAuthorizer.Properties['JwtConfiguration'] = { Audience: ['someone-else'], Issuer: 'https://elsewhere.example' };
    });
    try {
      const answer = await fetch(`${other.url}/staff`, { headers: { authorization: `Bearer ${await other.token('admin')}` } });
      expect(answer.status).toBe(401);
    } finally {
      await other.end();
    }
  });
});

describe('the local cloud’s own pages', () => {
  it('want the token, whoever asks', async () => {
    for (const path of ['/_local/usage', '/_local/token?role=admin', '/_local/sent-mail', '/_local/queues']) {
      expect((await request(path, { method: path.includes('token') ? 'POST' : 'GET' })).status, path).toBe(401);
    }
  });

  it('serve the CLI', async () => {
    const headers = { authorization: `Bearer ${cloud.adminToken}` };
    const { token } = z
      .object({ token: z.string() })
      .parse(await (await request('/_local/token?role=agent', { method: 'POST', headers })).json());
    expect((await request('/staff', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
    const invoked = await (
      await request('/_local/invoke/echo', { method: 'POST', headers, body: '{"queryStringParameters":{"plain":"p"}}' })
    ).json();
    expect(invoked).toEqual({ result: { plain: 'p' } });
    const queues = await (await request('/_local/queues', { headers })).json();
    expect(queues).toContainEqual(expect.objectContaining({ logicalId: 'DeadLetters', isDeadLetterQueue: true, waiting: 0 }));
    expect((await request('/_local/nothing', { headers })).status).toBe(400);
  });

  it('start with a page that says where everything is', async () => {
    const page = await (await request('/')).text();
    expect(page).toContain(cloud.mailboxUrl);
    expect(page).toContain('GET /staff');
  });
});
