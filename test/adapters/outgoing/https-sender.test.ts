import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { httpsSender, type SenderSettings } from '../../../shared/adapters/outgoing/https-sender.ts';
import { startReceiver } from './fixtures/receiver.ts';

type Receiver = Awaited<ReturnType<typeof startReceiver>>;
const running: Receiver[] = [];
async function receiver(answer: RequestListener): Promise<Receiver> {
  const started = await startReceiver(answer);
  running.push(started);
  return started;
}
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

const ok: RequestListener = (_, response) => void response.writeHead(200).end('ok');
const request = (url: string) => ({ url, headers: { 'webhook-id': 'case:1' }, body: '{"名":1}' });

describe('sending to strangers (P39)', () => {
  it('posts the body and the headers, and brings back status and answer', async () => {
    const there = await receiver((_, response) => void response.writeHead(202, { 'retry-after': '7' }).end('thanks'));
    const sent = await httpsSender(there.settings)(request(there.url('/hook?a=1')));
    expect(sent).toMatchObject({ status: 202, body: 'thanks', retryAfter: '7' });
    expect(sent.ms).toBeGreaterThanOrEqual(0);
    expect(there.received).toMatchObject([
      { url: '/hook?a=1', body: '{"名":1}', headers: { 'webhook-id': 'case:1', 'content-length': '9' } },
    ]);
  });

  it('as it is deployed reaches nothing on this machine, however it is called', async () => {
    const there = await receiver(ok);
    const port = there.port;
    const urls = [
      `https://127.0.0.1:${port}/`,
      `https://2130706433:${port}/`,
      `https://0x7f.1:${port}/`,
      `https://0177.0.0.1:${port}/`,
      `https://localhost:${port}/`,
      `https://[::1]:${port}/`,
      `https://[::ffff:127.0.0.1]:${port}/`,
      `https://[::ffff:7f00:1]:${port}/`,
      `https://169.254.169.254/latest/meta-data/`,
      `https://[fe80::1]/`,
      `https://[64:ff9b::7f00:1]/`,
      'https://１２７.0.0.1/',
    ];
    for (const url of urls) expect({ url, ...(await httpsSender()(request(url))) }).toMatchObject({ url, failure: 'refused-address' });
    expect(there.connections()).toBe(0);
  });

  it.each([
    'http://hooks.example.com/',
    'ftp://hooks.example.com/',
    'https://user:word@hooks.example.com/',
    'no url',
    'https://[fe80::1%25eth0]/',
  ])('refuses %s before anything is asked', async (url) => {
    const asked: string[] = [];
    const lookup = async (host: string) => {
      asked.push(host);
      return [{ address: '127.0.0.1', family: 4 }];
    };
    expect(await httpsSender({ isAllowed: () => true, lookup })(request(url))).toMatchObject({ failure: 'refused-address' });
    expect(asked).toEqual([]);
  });

  it('refuses a name one of whose addresses is inside, and connects to none of them', async () => {
    const there = await receiver(ok);
    const lookup = async () => [
      { address: '127.0.0.1', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    expect(await httpsSender({ ...there.settings, lookup })(request(there.url()))).toMatchObject({ failure: 'refused-address' });
    expect(there.connections()).toBe(0);
  });

  it('connects to the address it looked at, though the name leads elsewhere a moment later (DNS rebinding)', async () => {
    const there = await receiver(ok);
    let asked = 0;
    const lookup = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    };
    expect(await httpsSender({ ...there.settings, lookup })(request(there.url()))).toMatchObject({ status: 200 });
    expect(asked).toBe(1);
  });

  it('looks anew for each request: a name that leads inside by now is refused, no connection was kept', async () => {
    const there = await receiver(ok);
    let address = '127.0.0.1';
    const send = httpsSender({ ...there.settings, lookup: async () => [{ address, family: 4 }] });
    expect(await send(request(there.url()))).toMatchObject({ status: 200 });
    address = '10.0.0.1';
    expect(await send(request(there.url()))).toMatchObject({ failure: 'refused-address' });
    expect(there.connections()).toBe(1);
  });

  it('follows no redirect', async () => {
    const there = await receiver((_, response) => void response.writeHead(307, { location: 'https://hooks.example.com/elsewhere' }).end());
    expect(await httpsSender(there.settings)(request(there.url()))).toMatchObject({ status: 307 });
    expect(there.received).toHaveLength(1);
  });

  it.each<[string, Omit<SenderSettings, 'lookup'>, string]>([
    ['a certificate that nobody vouches for', { isAllowed: () => true }, 'hooks.example.com'],
    ["another host's certificate", {}, 'other.example.com'],
  ])('refuses %s', async (_, settings, host) => {
    const there = await receiver(ok);
    const { ca, ...rest } = there.settings;
    const sent = await httpsSender({ ...rest, ...('isAllowed' in settings ? settings : { ca }) })(request(there.url('/', host)));
    expect(sent).toMatchObject({ failure: 'tls' });
    expect(there.received).toEqual([]);
  });

  it('gives up where no answer comes in time', async () => {
    const there = await receiver(() => undefined);
    expect(await httpsSender({ ...there.settings, timeLimitMs: 200 })(request(there.url()))).toMatchObject({ failure: 'timeout' });
  });

  it('gives up where the name server does not answer in time', async () => {
    const lookup = () => new Promise<never>(() => undefined);
    expect(await httpsSender({ lookup, timeLimitMs: 50 })(request('https://hooks.example.com/'))).toMatchObject({ failure: 'timeout' });
  });

  it('takes the status of an answer whose body drips for ever, in the time there is', async () => {
    const there = await receiver((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(drip));
    });
    const sent = await httpsSender({ ...there.settings, timeLimitMs: 300 })(request(there.url()));
    expect(sent).toMatchObject({ status: 200, body: expect.stringMatching(/^\.+$/) });
  });

  it('reads 64 KB of an answer that has no end, and hangs up', async () => {
    let isHungUp: (value: unknown) => void;
    const hungUp = new Promise((resolve) => {
      isHungUp = resolve;
    });
    const there = await receiver((_, response) => {
      response.on('close', () => isHungUp(true));
      response.writeHead(200);
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(16_384)));
      };
      response.on('drain', pour);
      pour();
    });
    const sent = await httpsSender(there.settings)(request(there.url()));
    expect(sent).toMatchObject({ status: 200, body: 'x'.repeat(65_536) });
    expect(await hungUp).toBe(true);
  });

  it('takes no headers without end', async () => {
    const there = await receiver((_, response) => void response.writeHead(200, { 'x-long': 'x'.repeat(20_000) }).end());
    expect(await httpsSender(there.settings)(request(there.url()))).toMatchObject({ failure: 'connection' });
  });

  it('tells a connection that breaks off and a host that is not known apart from each other', async () => {
    const there = await receiver((_, response) => void response.socket?.destroy());
    expect(await httpsSender(there.settings)(request(there.url()))).toMatchObject({ failure: 'connection' });
    const lookup = async () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }));
    expect(await httpsSender({ lookup })(request('https://nowhere.example.com/'))).toMatchObject({ failure: 'host-not-found' });
    expect(await httpsSender({ lookup: async () => [] })(request('https://nowhere.example.com/'))).toMatchObject({
      failure: 'host-not-found',
    });
  });
});
