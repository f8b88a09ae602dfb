import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SignedRequest, signedHeaders, verifySignature } from '../../shared/adapters/signature.ts';
import { SCHEMES } from '../../shared/adapters/signature-schemes.ts';

const SECRET = 'a-webhook-secret-of-enough-length';
const WHSEC = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;
const NOW = '2026-11-22T08:30:00.000Z';
const TIMESTAMPS = { s: '1795336200', ms: '1795336200000', iso: '2026-11-22T08:30:00Z' };
const URI = 'https://api.example.com/hooks/x';

const schemes = Object.entries(SCHEMES).flatMap(([name, scheme]) => (scheme.kind === 'hmac' ? [{ name, scheme }] : []));

describe.each(schemes)('$name', ({ scheme }) => {
  const secret = scheme.key === 'whsec' ? WHSEC : SECRET;
  const timestamp = 'timestamp' in scheme ? TIMESTAMPS[scheme.timestamp.unit] : '';
  const signed = (body: Uint8Array): SignedRequest => {
    const unsigned = { method: 'POST', uri: URI, body };
    return { ...unsigned, headers: signedHeaders(scheme, secret, unsigned, { id: 'msg_2b7', timestamp }) };
  };
  const isGenuine = (request: SignedRequest) => verifySignature(scheme, request, [secret], NOW).isGenuine;

  it('takes any bytes as they are, text or not (P2)', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (body) => isGenuine(signed(body))));
  });

  it('refuses a flipped bit in any byte of the body (P1)', () => {
    const flip = fc
      .uint8Array({ minLength: 1, maxLength: 300 })
      .chain((body) => fc.tuple(fc.constant(body), fc.nat(body.length - 1), fc.nat(7)));
    fc.assert(
      fc.property(flip, ([body, at, bit]) => {
        const request = signed(body);
        const flipped = body.with(at, (body[at] ?? 0) ^ (1 << bit));
        return !isGenuine({ ...request, body: flipped });
      }),
    );
  });

  it('refuses every flipped bit of every byte of every header it signs or is signed with (P1)', () => {
    const request = signed(Buffer.from('{"satisfaction":1}'));
    for (const [name, value = ''] of Object.entries(request.headers)) {
      for (let at = 0; at < value.length; at += 1) {
        for (let bit = 0; bit < 7; bit += 1) {
          const changed = value.slice(0, at) + String.fromCharCode(value.charCodeAt(at) ^ (1 << bit)) + value.slice(at + 1);
          expect(isGenuine({ ...request, headers: { ...request.headers, [name]: changed } }), `${name}[${at}] bit ${bit}`).toBe(false);
        }
      }
    }
  });

  it('refuses a body with bytes added or taken away', () => {
    const request = signed(Buffer.from('{"satisfaction":1}'));
    for (const body of ['{"satisfaction":1} ', '{"satisfaction":1', '', '{ "satisfaction": 1 }']) {
      expect(isGenuine({ ...request, body: Buffer.from(body) })).toBe(false);
    }
  });

  it('survives any header (P1)', () => {
    const request = signed(Buffer.from('{}'));
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        (value) => !isGenuine({ ...request, headers: { ...request.headers, [scheme.header]: value } }),
      ),
    );
  });
});
