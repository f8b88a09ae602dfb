import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signedHeaders, verifySignature } from '../../shared/adapters/signature.ts';
import { SCHEMES, type SchemeName } from '../../shared/adapters/signature-schemes.ts';

const SECRET = 'a-webhook-secret-of-enough-length';
const WHSEC = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;
const OTHER = `whsec_${Buffer.from('fedcba9876543210fedcba9876543210').toString('base64')}`;
const NOW = '2026-11-22T08:30:00.000Z';
const SECONDS = '1795336200';
const BODY = Buffer.from('{"comment":"三天没有人回复 \\u0000"}');
const URI = 'https://api.example.com/hooks/x';

const mac = (algorithm: string, key: string | Buffer, text: string, encoding: 'hex' | 'base64') =>
  createHmac(algorithm, key).update(text).digest(encoding);

/** The headers of each family, made here step by step and not by the code under test. */
const requests: Readonly<Record<Exclude<SchemeName, 'secret-path'>, { headers: Record<string, string>; secret: string }>> = {
  'standard-webhooks': standard('webhook'),
  svix: standard('svix'),
  typeform: { headers: { 'typeform-signature': `sha256=${mac('sha256', SECRET, `${BODY}`, 'base64')}` }, secret: SECRET },
  tally: { headers: { 'tally-signature': mac('sha256', SECRET, `${BODY}`, 'base64') }, secret: SECRET },
  delighted: { headers: { 'x-delighted-webhook-signature': `sha256=${mac('sha256', SECRET, `${BODY}`, 'hex')}` }, secret: SECRET },
  surveymonkey: { headers: { 'sm-signature': mac('sha1', `client-id&${SECRET}`, `${BODY}`, 'base64') }, secret: `client-id&${SECRET}` },
  intercom: { headers: { 'x-hub-signature': `sha1=${mac('sha1', SECRET, `${BODY}`, 'hex')}` }, secret: SECRET },
  zammad: { headers: { 'x-hub-signature': `sha1=${mac('sha1', SECRET, `${BODY}`, 'hex')}` }, secret: SECRET },
  shopify: { headers: { 'x-shopify-hmac-sha256': mac('sha256', SECRET, `${BODY}`, 'base64') }, secret: SECRET },
  zendesk: {
    headers: {
      'x-zendesk-webhook-signature-timestamp': '2026-11-22T08:30:00Z',
      'x-zendesk-webhook-signature': mac('sha256', SECRET, `2026-11-22T08:30:00Z${BODY}`, 'base64'),
    },
    secret: SECRET,
  },
  chatwoot: {
    headers: {
      'x-chatwoot-timestamp': SECONDS,
      'x-chatwoot-signature': `sha256=${mac('sha256', SECRET, `${SECONDS}.${BODY}`, 'hex')}`,
    },
    secret: SECRET,
  },
  'stripe-style': {
    headers: { 'stripe-signature': `t=${SECONDS},v1=${mac('sha256', SECRET, `${SECONDS}.${BODY}`, 'hex')}` },
    secret: SECRET,
  },
  hubspot: {
    headers: {
      'x-hubspot-request-timestamp': `${SECONDS}000`,
      'x-hubspot-signature-v3': mac('sha256', SECRET, `POST${URI}${BODY}${SECONDS}000`, 'base64'),
    },
    secret: SECRET,
  },
  'shared-secret': { headers: { 'x-amends-secret': SECRET }, secret: SECRET },
};

function standard(prefix: string) {
  const key = Buffer.from(WHSEC.slice('whsec_'.length), 'base64');
  const signature = mac('sha256', key, `msg_1.${SECONDS}.${BODY}`, 'base64');
  const headers = { [`${prefix}-id`]: 'msg_1', [`${prefix}-timestamp`]: SECONDS, [`${prefix}-signature`]: `v1,${signature}` };
  return { headers, secret: WHSEC };
}

const request = (headers: Record<string, string>) => ({ method: 'POST', uri: URI, headers, body: BODY });

const schemes = Object.entries(requests).map(([name, sample]) => {
  const scheme = Object.entries(SCHEMES).find(([known]) => known === name)?.[1];
  if (scheme === undefined) throw new Error(`no scheme ${name}`);
  return { name, scheme, ...sample };
});

describe.each(schemes)('$name', ({ scheme, headers, secret }) => {
  it('takes what the provider signed', () => {
    expect(verifySignature(scheme, request(headers), [secret], NOW).isGenuine).toBe(true);
  });

  it('takes it with either secret during rotation (P5)', () => {
    const other = secret.startsWith('whsec_') ? OTHER : 'another-secret-of-enough-length';
    expect(verifySignature(scheme, request(headers), [other, secret], NOW).isGenuine).toBe(true);
    expect(verifySignature(scheme, request(headers), [secret, other], NOW).isGenuine).toBe(true);
    expect(verifySignature(scheme, request(headers), [other], NOW)).toEqual({ isGenuine: false, reason: 'mismatch' });
    expect(verifySignature(scheme, request(headers), [], NOW)).toEqual({ isGenuine: false, reason: 'mismatch' });
  });

  it.each(Object.keys(headers))('refuses it without %s, or with that empty (P1)', (name) => {
    const { [name]: _, ...rest } = headers;
    expect(verifySignature(scheme, request(rest), [secret], NOW)).toEqual({ isGenuine: false, reason: 'missing' });
    expect(verifySignature(scheme, request({ ...rest, [name]: '' }), [secret], NOW).isGenuine).toBe(false);
  });
});

describe('timestamps (P3)', () => {
  const timed = schemes.flatMap((entry) =>
    entry.scheme.kind === 'hmac' && 'timestamp' in entry.scheme ? [{ ...entry, scheme: entry.scheme }] : [],
  );
  const at = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

  it.each(timed)('$name: 299 s either way is in time, 301 s is not', ({ scheme, headers, secret }) => {
    for (const seconds of [-300, -299, 299, 300]) {
      expect(verifySignature(scheme, request(headers), [secret], at(seconds)).isGenuine).toBe(true);
    }
    for (const seconds of [-301, 301, 86_400]) {
      expect(verifySignature(scheme, request(headers), [secret], at(seconds))).toEqual({ isGenuine: false, reason: 'out-of-time' });
    }
  });

  it.each(timed)('$name: refuses what is no timestamp, even well signed', ({ scheme, secret }) => {
    for (const timestamp of ['soon', '-1', '1e9', 'NaN', '0x10', '1795336200 ', '9'.repeat(40), '2026-13-45T99:99:99Z', '2026-11-22']) {
      const headers = signedHeaders(scheme, secret, { method: 'POST', uri: URI, body: BODY }, { id: 'msg_1', timestamp });
      expect(verifySignature(scheme, request(headers), [secret], NOW)).toEqual({ isGenuine: false, reason: 'malformed' });
    }
  });

  it('body-only families have none: they are as good tomorrow, and are told apart by the id in the signed body (P4)', () => {
    const { headers, secret } = requests.typeform;
    expect(verifySignature(SCHEMES.typeform, request(headers), [secret], at(86_400 * 30)).isGenuine).toBe(true);
  });
});

describe('several signatures in a header (P5)', () => {
  const { headers, secret } = requests['standard-webhooks'];
  const genuine = headers['webhook-signature'] ?? '';

  it('takes any that fits, of versions it knows', () => {
    const listed = { ...headers, 'webhook-signature': `v1a,AAAA v1,${'A'.repeat(43)}= ${genuine}` };
    expect(verifySignature(SCHEMES['standard-webhooks'], request(listed), [secret], NOW)).toEqual({ isGenuine: true, id: 'msg_1' });
  });

  it('takes none of another version', () => {
    const other = { ...headers, 'webhook-signature': genuine.replace('v1,', 'v2,') };
    expect(verifySignature(SCHEMES['standard-webhooks'], request(other), [secret], NOW)).toEqual({ isGenuine: false, reason: 'missing' });
  });

  it('looks at ten, not at a header full of them', () => {
    const many = { ...headers, 'webhook-signature': `${'v1,AAAA '.repeat(10)}${genuine}` };
    expect(verifySignature(SCHEMES['standard-webhooks'], request(many), [secret], NOW)).toEqual({ isGenuine: false, reason: 'mismatch' });
  });
});

it('a secret path must be the secret itself', () => {
  const scheme = SCHEMES['secret-path'];
  const path = (pathSecret?: string) => ({ ...request({}), pathSecret });
  expect(verifySignature(scheme, path(SECRET), [SECRET], NOW).isGenuine).toBe(true);
  expect(verifySignature(scheme, path(`${SECRET} `), [SECRET], NOW)).toEqual({ isGenuine: false, reason: 'mismatch' });
  expect(verifySignature(scheme, path(), [SECRET], NOW)).toEqual({ isGenuine: false, reason: 'missing' });
});

it('a Standard Webhooks secret that is too short when decoded stops the door (P6)', () => {
  const { headers } = requests['standard-webhooks'];
  expect(() => verifySignature(SCHEMES['standard-webhooks'], request(headers), ['whsec_c2hvcnQ='], NOW)).toThrow('expected "whsec_"');
});

it('the demo signs as the providers do', () => {
  for (const { scheme, headers, secret } of schemes) {
    if (scheme.kind !== 'hmac') continue;
    const timestamp = headers['x-zendesk-webhook-signature-timestamp'] ?? headers['x-hubspot-request-timestamp'] ?? SECONDS;
    expect(signedHeaders(scheme, secret, { method: 'POST', uri: URI, body: BODY }, { id: 'msg_1', timestamp })).toEqual(headers);
  }
});
