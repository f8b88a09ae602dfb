import { createHash, createHmac } from 'node:crypto';
import { CreateBucketCommand, DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { startQueues } from '../../../local/engines/queues.ts';
import { eraseObject } from '../../../shared/adapters/s3/erase-object.ts';
import { signedRequest } from '../../../shared/adapters/s3/signed-request.ts';
import { type AwsEnvironment, awsEnvironment } from '../../../shared/adapters/s3/sigv4.ts';

const aws: AwsEnvironment = { region: 'eu-west-1', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a-secret', sessionToken: 'a-session' };
const NOW = new Date('2026-11-23T02:00:00.000Z');

const Request = z.object({
  method: z.string(),
  hostname: z.string(),
  path: z.string(),
  query: z.record(z.string(), z.string()),
  headers: z.record(z.string(), z.string()),
});

/** The request that the SDK makes for the same deletion, before it is sent. */
async function bySdk(bucket: string, key: string, endpoint?: string) {
  const { accessKeyId, secretAccessKey, sessionToken = '' } = aws;
  const client = new S3Client({
    region: aws.region,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
  });
  let sent: unknown;
  client.middlewareStack.add(
    (next) => async (args) => {
      sent = args.request;
      return next(args);
    },
    { step: 'deserialize', name: 'capture', priority: 'low' },
  );
  client.config.requestHandler = {
    handle: () => Promise.reject(new Error('nothing is sent')),
    metadata: { handlerProtocol: 'none' },
    destroy() {},
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  };
  await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })).catch(() => undefined);
  return Request.parse(sent);
}

/** A request as the SDK's headers name it, signed by the book: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function signatureOf({ method, path, query, headers }: z.infer<typeof Request>): string {
  const [, scope = '', names = ''] = /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+)/.exec(headers['authorization'] ?? '') ?? [];
  const params = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  const canonical = [
    method,
    path,
    params.join('&'),
    ...names.split(';').map((name) => `${name}:${headers[name]}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ];
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, createHash('sha256').update(canonical.join('\n')).digest('hex')];
  const key = scope
    .split('/')
    .reduce<Buffer | string>((before, part) => createHmac('sha256', before).update(part).digest(), `AWS4${aws.secretAccessKey}`);
  return createHmac('sha256', key).update(toSign.join('\n')).digest('hex');
}

describe('deleting a raw mail (P35)', () => {
  it.each([
    ['an id of SES', 'amends-mail', 'mail/0vbq2p8s6m4c1k3n5x7z9d2f4h6j8l', undefined],
    ['signs that have to be encoded', 'amends-mail', "mail/a b+c(d)'e!f*g=h&i~j", undefined],
    ['letters beyond ASCII', 'amends-mail', 'mail/投诉', undefined],
    ['the local cloud', 'amends-mail', 'mail/x', 'http://127.0.0.1:4566'],
  ])('goes where the SDK would send it: %s', async (_, bucket, key, endpoint) => {
    const sdk = await bySdk(bucket, key, endpoint);
    const ours = signedRequest('DELETE', bucket, key, { ...aws, endpoint }, NOW);
    expect(new URL(ours.url).pathname).toBe(new URL(sdk.path, 'http://x').pathname);
    expect(new URL(ours.url).hostname).toBe(sdk.hostname);
  });

  it('is signed by the same rule as the SDK’s own request', async () => {
    const key = "mail/a b+c(d)'e";
    const sdk = await bySdk('amends-mail', key);
    const { url, headers } = signedRequest('DELETE', 'amends-mail', key, aws, NOW);
    const { hostname, pathname } = new URL(url);
    const ours = { method: 'DELETE', hostname, path: pathname, query: {}, headers: { ...headers, host: hostname } };
    for (const request of [sdk, ours]) expect(request.headers['authorization']).toContain(`Signature=${signatureOf(request)}`);
  });

  it.each([[204], [404]])('is content with %i: it is gone', async (status) => {
    await expect(eraseObject('b', 'k', aws, NOW, async () => new Response(null, { status }))).resolves.toBeUndefined();
  });

  it.each([[403], [503]])('fails with %i, naming neither key nor bucket (P33)', async (status) => {
    const failure = eraseObject('bucket-name', 'mail/key', aws, NOW, async () => new Response('<Key>mail/key</Key>', { status }));
    await expect(failure).rejects.toThrow(new RegExp(`^S3 DeleteObject was answered with ${status}$`));
  });

  it('says what is missing in the environment', () => {
    expect(() => awsEnvironment({ AWS_REGION: 'eu-west-1' })).toThrow(/AWS_ACCESS_KEY_ID: expected in the environment/);
    expect(awsEnvironment({ AWS_REGION: 'r', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's', AWS_SESSION_TOKEN: '' })).toEqual({
      region: 'r',
      accessKeyId: 'a',
      secretAccessKey: 's',
    });
  });
});

describe('deleting from a real engine', () => {
  it('takes the object away and no other, and what is gone already is no fault (P35)', async () => {
    const engine = await startQueues(undefined);
    const local = { endpoint: engine.endpoint, region: aws.region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
    const s3 = new S3Client({ ...local, forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: 'mail' }));
    for (const Key of ['mail/a b', 'mail/other']) await s3.send(new PutObjectCommand({ Bucket: 'mail', Key, Body: 'From: a' }));
    for (let i = 0; i < 2; i += 1) await eraseObject('mail', 'mail/a b', { ...aws, endpoint: engine.endpoint }, new Date());
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: 'mail' }));
    expect(Contents.map(({ Key }) => Key)).toEqual(['mail/other']);
    await engine.stop();
  });
});
