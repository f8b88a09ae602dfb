import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { photosOrigin, signedDownload, signedPolicy, signedUpload } from '../../../shared/adapters/s3/presigned.ts';
import { type AwsEnvironment, signature } from '../../../shared/adapters/s3/sigv4.ts';

/** Of AWS's examples. */
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const EXAMPLE: AwsEnvironment = { region: 'us-east-1', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: SECRET };
const NOW = new Date('2026-11-27T06:00:00.000Z');
const KEY = 'new/c5w2zq7h3x6mkd4tyv2n7brja5/1';
const LIMITS = { bucket: 'amends-photos', key: KEY, contentType: 'image/png', maxBytes: 4096, validFor: 600 };

/** "Example: Browser-Based Upload using HTTP POST (Using AWS Signature Version 4)", its policy as it is written there. */
const POLICY = [
  '{ "expiration": "2015-12-30T12:00:00.000Z",',
  '  "conditions": [',
  '    {"bucket": "sigv4examplebucket"},',
  '    ["starts-with", "$key", "user/user1/"],',
  '    {"acl": "public-read"},',
  '    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},',
  '    ["starts-with", "$Content-Type", "image/"],',
  '    {"x-amz-meta-uuid": "14365123651274"},',
  '    {"x-amz-server-side-encryption": "AES256"},',
  '    ["starts-with", "$x-amz-meta-tag", ""],',
  '',
  '    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},',
  '    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},',
  '    {"x-amz-date": "20151229T000000Z" }',
  '  ]',
  '}',
].join('\r\n');

describe('leave to upload', () => {
  it('has the signature of AWS’s own example', () => {
    expect(signedPolicy(POLICY, EXAMPLE, new Date('2015-12-29T00:00:00.000Z'))['x-amz-signature']).toBe(
      '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
    );
  });

  it('is for one key, one type, one size and some minutes, and names every field it gives', () => {
    const { url, fields } = signedUpload(LIMITS, { ...EXAMPLE, sessionToken: 'a-session' }, NOW);
    expect(url).toBe('https://amends-photos.s3.us-east-1.amazonaws.com/');
    const { expiration, conditions } = JSON.parse(Buffer.from(fields['policy'] ?? '', 'base64').toString());
    expect(expiration).toBe('2026-11-27T06:10:00.000Z');
    expect(conditions).toEqual([
      { bucket: 'amends-photos' },
      { key: KEY },
      { 'Content-Type': 'image/png' },
      { 'x-amz-algorithm': 'AWS4-HMAC-SHA256' },
      { 'x-amz-credential': 'AKIAIOSFODNN7EXAMPLE/20261127/us-east-1/s3/aws4_request' },
      { 'x-amz-date': '20261127T060000Z' },
      { 'x-amz-security-token': 'a-session' },
      ['content-length-range', 1, 4096],
    ]);
    const { policy: _policy, 'x-amz-signature': _signature, ...named } = fields;
    expect(conditions).toEqual(expect.arrayContaining(Object.entries(named).map(([name, value]) => ({ [name]: value }))));
  });

  it('goes by path where AWS is somewhere else', () => {
    const local = { ...EXAMPLE, endpoint: 'http://127.0.0.1:4566' };
    expect(signedUpload(LIMITS, local, NOW).url).toBe('http://127.0.0.1:4566/amends-photos/');
    expect(photosOrigin('amends-photos', local)).toBe('http://127.0.0.1:4566');
  });
});

describe('leave to look', () => {
  it('signs as AWS’s example of query parameters does', () => {
    const toSign = [
      'AWS4-HMAC-SHA256',
      '20130524T000000Z',
      '20130524/us-east-1/s3/aws4_request',
      '3bfa292879f6447bbcda7001decf97f4a54dc650c8942174ae0a9121cf58ad04',
    ].join('\n');
    expect(signature(SECRET, '20130524/us-east-1/s3/aws4_request', toSign)).toBe(
      'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    );
  });

  it('signs the whole of its address, which says what the answer is and how long it holds', () => {
    const saying = { 'content-disposition': 'inline', 'cache-control': 'private, no-store' };
    const url = new URL(signedDownload({ bucket: 'amends-photos', key: KEY, validFor: 300, saying }, EXAMPLE, NOW));
    expect(url.origin + url.pathname).toBe(`https://amends-photos.s3.us-east-1.amazonaws.com/${KEY}`);
    expect(url.searchParams.get('X-Amz-Expires')).toBe('300');
    expect(url.searchParams.get('response-content-disposition')).toBe('inline');
    const [query = '', given] = url.search.slice(1).split('&X-Amz-Signature=');
    const canonical = ['GET', url.pathname, query, `host:${url.host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
    const scope = ['20261127', 'us-east-1', 's3', 'aws4_request'];
    const hash = createHash('sha256').update(canonical).digest('hex');
    const key = scope.reduce<Buffer | string>((before, part) => createHmac('sha256', before).update(part).digest(), `AWS4${SECRET}`);
    const toSign = ['AWS4-HMAC-SHA256', '20261127T060000Z', scope.join('/'), hash].join('\n');
    expect(given).toBe(createHmac('sha256', key).update(toSign).digest('hex'));
    expect(query.split('&')).toEqual([...query.split('&')].sort());
  });
});
