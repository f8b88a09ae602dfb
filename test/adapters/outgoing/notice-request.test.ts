import { describe, expect, it } from 'vitest';
import { noticeRequest, roomAddress } from '../../../shared/adapters/outgoing/notice-request.ts';
import { retryAfterMs } from '../../../shared/adapters/outgoing/retry-after.ts';
import { NOTICE_KINDS } from '../../../shared/domain/outgoing/endpoint.ts';

const SECRET = 'SECinvented0123456789abcdefghijklmnop';

describe('requests to chat rooms (P39)', () => {
  it('to DingTalk carry time and signature in the query, as openssl computes it', () => {
    const { url, body } = noticeRequest(
      'dingtalk',
      { url: 'https://oapi.example.cn/robot/send?access_token=x', secret: SECRET },
      { a: 1 },
      1796000000123,
    );
    const query = new URL(url).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      access_token: 'x',
      timestamp: '1796000000123',
      sign: 'cK887KHLbNMXM/FunDZcFniY25LsVo/yhNyWcunpd7U=',
    });
    // A bare "+" would be read as a space.
    expect(url).toContain('cK887KHLbNMXM%2FFunDZcFniY25LsVo%2FyhNyWcunpd7U%3D');
    expect(JSON.parse(body)).toEqual({ a: 1 });
  });

  it('to Feishu carry time and signature in the body, as openssl computes it', () => {
    const { url, body } = noticeRequest('feishu', { url: 'https://open.example.cn/hook/x', secret: SECRET }, { a: 1 }, 1796000000999);
    expect(url).toBe('https://open.example.cn/hook/x');
    expect(JSON.parse(body)).toEqual({ timestamp: '1796000000', sign: 'K5gu6vDslvMAPqWi7R6Vrnujs4hQB4wO+0OfIUUjtGA=', a: 1 });
  });

  it.each(NOTICE_KINDS)('to %s are JSON in UTF-8, and unsigned without a secret', (kind) => {
    const sent = noticeRequest(kind, { url: 'https://chat.example.com/x?y=z' }, { 字: '值' }, 1796000000123);
    expect(sent).toMatchObject({ url: 'https://chat.example.com/x?y=z', body: '{"字":"值"}' });
    expect(sent.headers['content-type']).toBe('application/json; charset=utf-8');
  });
});

describe('the secret of a chat room', () => {
  it('is its URL, and a signing secret after white space', () => {
    expect(roomAddress('amends/notice/a', 'https://chat.example.com/x\n')).toEqual({
      url: 'https://chat.example.com/x',
      secret: undefined,
    });
    expect(roomAddress('amends/notice/a', ` https://chat.example.com/x  ${SECRET} `)).toEqual({
      url: 'https://chat.example.com/x',
      secret: SECRET,
    });
  });

  it.each([
    undefined,
    '',
    'k3yq7x2m5v4ehwz6a7nbtcd2rsk3yq7x2m5v4ehwz6a7',
    'http://chat.example.com/secret-path',
    'https://chat.example.com/secret-path a b',
  ])('is refused where it is something else, by its name and without its value: %j', (value) => {
    expect(() => roomAddress('amends/notice/a', value)).toThrow(/^secret "amends\/notice\/a": expected the https URL/);
    expect(() => roomAddress('amends/notice/a', value)).not.toThrow(/secret-path/);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-23T02:00:00.000Z');
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Mon, 23 Nov 2026 02:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 01:00:00 GMT', undefined],
    ['-5', undefined],
    ['1e9', undefined],
    ['tomorrow', undefined],
    ['2026', 2_026_000],
    ['99999999999999999999', undefined],
    [undefined, undefined],
  ])('%j asks for %j milliseconds', (header, milliseconds) => {
    expect(retryAfterMs(header, now)).toBe(milliseconds);
  });
});
