import { ALGORITHM, type AwsEnvironment, bucketAddress, encodedKey, sha256, signature, signedAt, stringToSign } from './sigv4.ts';

/** SHA-256 of nothing: neither a GET nor a DELETE has a body. */
const EMPTY = sha256('');

/** An object, and what is asked of it. */
export interface ObjectRequest {
  readonly method: 'DELETE' | 'GET';
  readonly bucket: string;
  readonly key: string;
  /** E.g. `tagging`. */
  readonly subResource?: string;
  /** Beside those that are signed. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

/** Asks S3, without the SDK's client: see `eraseObject`. Any answer of S3 is an answer; it leads nowhere else. */
export function askS3(
  { headers: more, timeoutMs, ...request }: ObjectRequest,
  aws: AwsEnvironment,
  now: Date,
  send: typeof fetch,
): Promise<Response> {
  const { method, bucket, key, subResource } = request;
  const { url, headers } = signedRequest(method, bucket, key, aws, now, subResource);
  return send(url, { method, headers: { ...headers, ...more }, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
}

/**
 * A request without a body for one object.
 * @param subResource e.g. `tagging`.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export function signedRequest(method: 'DELETE' | 'GET', bucket: string, key: string, aws: AwsEnvironment, now: Date, subResource?: string) {
  const base = bucketAddress(bucket, aws);
  const path = `${base.path}/${encodedKey(key)}`;
  const { at, scope, credential } = signedAt(aws, now);
  const signed: Record<string, string> = {
    host: base.host,
    'x-amz-content-sha256': EMPTY,
    'x-amz-date': at,
    ...(aws.sessionToken === undefined ? {} : { 'x-amz-security-token': aws.sessionToken }),
  };
  const names = Object.keys(signed).sort();
  const canonical = [
    method,
    path,
    subResource === undefined ? '' : `${subResource}=`,
    ...names.map((name) => `${name}:${signed[name]}`),
    '',
    names.join(';'),
    EMPTY,
  ].join('\n');
  const signedBy = signature(aws.secretAccessKey, scope, stringToSign(at, scope, canonical));
  const { host: _host, ...headers } = signed;
  return {
    url: `${base.origin}${path}${subResource === undefined ? '' : `?${subResource}`}`,
    headers: {
      ...headers,
      authorization: `${ALGORITHM} Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signedBy}`,
    },
  };
}
