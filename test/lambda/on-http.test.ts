import { gunzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { json, onHttp } from '../../shared/lambda/on-http.ts';

const context: Context = {
  ...{ callbackWaitsForEmptyEventLoop: false, functionName: 'f', functionVersion: '1', invokedFunctionArn: 'a', memoryLimitInMB: '1' },
  ...{ awsRequestId: 'r', logGroupName: 'g', logStreamName: 's', getRemainingTimeInMillis: () => 1000, done() {}, fail() {}, succeed() {} },
};

function eventWith(headers: Record<string, string>): APIGatewayProxyEventV2 {
  const http = { method: 'GET', path: '/', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' };
  const place = { accountId: '1', apiId: 'api', domainName: 'api.execute-api.example', domainPrefix: 'api', stage: '$default' };
  const requestContext = { ...place, http, requestId: 'r', routeKey: 'GET /', time: '', timeEpoch: 0 };
  return { version: '2.0', routeKey: 'GET /', rawPath: '/', rawQueryString: '', headers, requestContext, isBase64Encoded: false };
}

/** What links in an answer would begin with. */
async function originOf(headers: Record<string, string>): Promise<unknown> {
  const handler = onHttp(async ({ origin }) => json(200, origin));
  const { body = '' } = await handler(eventWith(headers), context);
  return JSON.parse(body);
}

const API = { host: 'api.execute-api.example', 'x-forwarded-proto': 'https' };

describe('the origin of a request', () => {
  it('is the one that the client called, as the distribution in front tells it', async () => {
    expect(await originOf({ ...API, 'x-amends-host': 'care.example.com' })).toBe('https://care.example.com');
    expect(await originOf({ ...API, 'x-forwarded-proto': 'http', 'x-amends-host': '127.0.0.1:4080' })).toBe('http://127.0.0.1:4080');
  });

  it('is the API’s own where it was called directly', async () => {
    expect(await originOf(API)).toBe('https://api.execute-api.example');
    expect(await originOf({})).toBe('https://api.execute-api.example');
  });

  it.each(['evil.example/x', 'a b', 'user@evil.example', 'evil.example"><script>', '', `${'a'.repeat(254)}`, 'a:123456'])(
    'is no more than a host: %s is passed over',
    async (host) => {
      expect(await originOf({ ...API, 'x-amends-host': host })).toBe('https://api.execute-api.example');
    },
  );
});

describe('compression', () => {
  const page = `<p>${'词 & words '.repeat(500)}</p>`;
  const handler = onHttp(async () => ({ status: 200, headers: { vary: 'accept-language' }, body: page }));

  it('is for those who take it', async () => {
    const { body = '', headers, isBase64Encoded } = await handler(eventWith({ ...API, 'accept-encoding': 'br, gzip;q=0.8' }), context);
    expect(isBase64Encoded).toBe(true);
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-language', 'cache-control': 'no-store' });
    expect(body.length).toBeLessThan(page.length / 4);
    expect(gunzipSync(Buffer.from(body, 'base64')).toString()).toBe(page);
  });

  it('leaves others, and what is short, as it is', async () => {
    expect(await handler(eventWith(API), context)).toMatchObject({ body: page });
    const short = await onHttp(async () => json(200, 'short'))(eventWith({ ...API, 'accept-encoding': 'gzip' }), context);
    expect(short).toMatchObject({ body: '"short"' });
    expect(short.headers).not.toHaveProperty('content-encoding');
  });
});
