import { createHash, createHmac } from 'node:crypto';
import { SetupError } from '../../domain/errors.ts';

/** SHA-256 of nothing: a DELETE has no body. */
const EMPTY = createHash('sha256').update('').digest('hex');
const TIMEOUT_MS = 5000;

export interface AwsEnvironment {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  /** Where AWS is, if it is not AWS: the local cloud. */
  readonly endpoint?: string | undefined;
}

/**
 * Deletes one object of a bucket, by a request that is signed here (AWS Signature Version 4, S3 API DeleteObject). The desk deletes raw mail and does nothing
 * else with S3: the SDK's client would be 130 KB more in its bundle, a third of it. What is gone already is no fault.
 * @throws Error with S3's status where it refused.
 */
export async function eraseObject(bucket: string, key: string, aws: AwsEnvironment, now: Date, send: typeof fetch = fetch): Promise<void> {
  const { url, headers } = signedDelete(bucket, key, aws, now);
  const response = await send(url, { method: 'DELETE', headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok && response.status !== 404) throw new Error(`S3 DeleteObject was answered with ${response.status}`);
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
export function signedDelete(bucket: string, key: string, aws: AwsEnvironment, now: Date) {
  const base = new URL(aws.endpoint ?? `https://${bucket}.s3.${aws.region}.amazonaws.com`);
  // By path at other addresses, as the SDK does where the bucket cannot be part of the host.
  const path = `${aws.endpoint === undefined ? '' : `/${bucket}`}/${key.split('/').map(encoded).join('/')}`;
  const at = now.toISOString().replace(/[:-]|\.\d{3}/g, '');
  const scope = `${at.slice(0, 8)}/${aws.region}/s3/aws4_request`;
  const signed: Record<string, string> = {
    host: base.host,
    'x-amz-content-sha256': EMPTY,
    'x-amz-date': at,
    ...(aws.sessionToken === undefined ? {} : { 'x-amz-security-token': aws.sessionToken }),
  };
  const names = Object.keys(signed).sort();
  const canonical = ['DELETE', path, '', ...names.map((name) => `${name}:${signed[name]}`), '', names.join(';'), EMPTY].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', at, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const signingKey = [at.slice(0, 8), aws.region, 's3', 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${aws.secretAccessKey}`);
  const signature = hmac(signingKey, toSign).toString('hex');
  const { host: _host, ...headers } = signed;
  const credential = `${aws.accessKeyId}/${scope}`;
  return {
    url: `${base.protocol}//${base.host}${path}`,
    headers: {
      ...headers,
      authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
    },
  };
}

const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** RFC 3986, as SigV4 wants it: also what encodeURIComponent leaves. */
const encoded = (part: string) =>
  encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** What Lambda puts into every function's environment. @throws SetupError naming what is missing. */
export function awsEnvironment(env: Readonly<Record<string, string | undefined>>): AwsEnvironment {
  const of = (name: string) => {
    const value = env[name];
    if (value === undefined || value === '') throw new SetupError(`${name}: expected in the environment, as Lambda sets it`);
    return value;
  };
  return {
    region: of('AWS_REGION'),
    accessKeyId: of('AWS_ACCESS_KEY_ID'),
    secretAccessKey: of('AWS_SECRET_ACCESS_KEY'),
    sessionToken: env['AWS_SESSION_TOKEN'] || undefined,
    endpoint: env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'] || undefined,
  };
}
