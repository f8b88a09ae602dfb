import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { faultOfSecret } from '../../local/cli/secrets.ts';
import { sendTest } from '../../local/cli/webhook-test.ts';
import { amends } from './command-line.ts';

const SECRET = Buffer.alloc(32, 7).toString('base64');
const endpoint = { id: 'crm', url: 'https://127.0.0.1/hook', events: 'all' as const, isEnabled: true };
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A receiver without TLS on this machine. */
async function receiver(status: number) {
  const got: { headers: IncomingHttpHeaders; body: string }[] = [];
  const answer: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status, { location: 'https://elsewhere.example.com/' }).end();
    });
  };
  const server = createServer(answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  stops.push(() => server.close());
  const address = server.address();
  return { got, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook` };
}

describe('amends webhooks, used wrongly', () => {
  it.each([
    [['webhooks', 'test', 'crm'], 1, /no endpoint "crm" under webhooks in amends\.config\.ts/],
    [['webhooks', 'log'], 2, /missing required argument/],
    [['webhooks', 'log', 'crm', '--state', 'odd'], 2, /due, delivered, failed, held/],
    [['webhooks', 'list'], 1, /no local cloud runs here/],
    [['webhooks', 'replay', 'crm'], 1, /To replay all of an endpoint, say which: --state failed or --state held/],
  ])('%j ends with %i and says what was expected', async (args, code, message) => {
    const result = await amends(tmpdir(), args);
    expect({ code: result.code, out: result.out }).toEqual({ code, out: '' });
    expect(result.err).toMatch(message);
  });
});

describe('amends webhooks test', () => {
  it('sends a signed event to a receiver on this machine, which a library of Standard Webhooks takes', async () => {
    const there = await receiver(204);
    expect(await sendTest(endpoint, there.url, [SECRET])).toMatch(/^taken: 204 in \d+ ms, webhook-id test:/);
    const [one] = there.got;
    const headers = Object.fromEntries(Object.entries(one?.headers ?? {}).map(([name, value]) => [name, String(value)]));
    expect(new Webhook(SECRET).verify(one?.body ?? '', headers)).toMatchObject({ type: 'Test', subject: 'endpoint/crm' });
  });

  it('tells when it was not taken, and follows no redirect', async () => {
    const there = await receiver(302);
    await expect(sendTest(endpoint, there.url, [SECRET])).rejects.toThrow(/^not taken: 302 in \d+ ms$/);
    await expect(sendTest(endpoint, 'http://127.0.0.1:9/', [SECRET])).rejects.toThrow(/^not taken: connection/);
    await expect(sendTest(endpoint, 'file:///etc/hosts', [SECRET])).rejects.toThrow(/expected a URL that starts with/);
  });

  it('to the URL of the config goes as it would from the cloud: not to this machine', async () => {
    await expect(sendTest(endpoint, undefined, [SECRET])).rejects.toThrow(/^not taken: refused-address/);
  });

  it('says what is wrong with a secret, without quoting it', async () => {
    await expect(sendTest(endpoint, 'http://127.0.0.1:9/', ['short-but-secret'])).rejects.toThrow(
      /^webhook secret: expected (?!.*short-but-secret)/,
    );
  });
});

describe('the secret of a chat room', () => {
  it('is a URL with a signing secret, however short that is; others are as before', () => {
    expect(faultOfSecret('amends/notice/team', 'https://chat.example.com/x 0123456789')).toBeUndefined();
    expect(faultOfSecret('amends/notice/team', SECRET)).toMatch(/expected the https URL/);
    expect(faultOfSecret('amends/webhook/crm', SECRET)).toBeUndefined();
    expect(faultOfSecret('amends/webhook/crm', `${SECRET} ${SECRET}`)).toBeUndefined();
    expect(faultOfSecret('amends/webhook/crm', `${SECRET} ${SECRET}`, 1)).toMatch(/no white space/);
    expect(faultOfSecret('amends/source/shop', 'short')).toMatch(/at least 24 characters/);
  });
});
