import { createHash, createHmac } from 'node:crypto';
import { SetupError } from '../../domain/errors.ts';

/** Who signs, and where. */
export interface AwsEnvironment {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  /** Where AWS is, if it is not AWS: the local cloud. */
  readonly endpoint?: string | undefined;
}

export const ALGORITHM = 'AWS4-HMAC-SHA256';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The time and scope of a signature of AWS Signature Version 4 for S3. */
export function signedAt({ region, accessKeyId }: Pick<AwsEnvironment, 'region' | 'accessKeyId'>, now: Date) {
  const at = now.toISOString().replace(/[:-]|\.\d{3}/g, '');
  const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`;
  return { at, scope, credential: `${accessKeyId}/${scope}` };
}

/**
 * Signs text with the key that is derived for a scope.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signature(secretAccessKey: string, scope: string, toSign: string): string {
  const key = scope.split('/').reduce<Buffer | string>(hmac, `AWS4${secretAccessKey}`);
  return hmac(key, toSign).toString('hex');
}

/** What is signed of a request, by its canonical form. */
export const stringToSign = (at: string, scope: string, canonical: string): string => [ALGORITHM, at, scope, sha256(canonical)].join('\n');

const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** RFC 3986, as SigV4 wants it: also what encodeURIComponent leaves. */
export const encoded = (part: string): string =>
  encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Where a bucket is, no slash at the end. By path at other addresses, as the SDK does where the bucket cannot be part of the host. */
export function bucketAddress(bucket: string, { region, endpoint }: Pick<AwsEnvironment, 'region' | 'endpoint'>) {
  const base = new URL(endpoint ?? `https://${bucket}.s3.${region}.amazonaws.com`);
  return { origin: base.origin, host: base.host, path: endpoint === undefined ? '' : `/${bucket}` };
}

export const encodedKey = (key: string): string => key.split('/').map(encoded).join('/');

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
