import { ALGORITHM, type AwsEnvironment, bucketAddress, encodedKey, sha256, signature, signedAt } from './sigv4.ts';

/** SHA-256 of nothing: a DELETE has no body. */
const EMPTY = sha256('');
const TIMEOUT_MS = 5000;

/**
 * Deletes one object of a bucket, by a request that is signed here (AWS Signature Version 4, S3 API DeleteObject). The desk deletes raw mail and photos and
 * does nothing else with S3: the SDK's client would be 130 KB more in its bundle, a third of it. What is gone already is no fault.
 * @throws Error with S3's status where it refused.
 */
export async function eraseObject(bucket: string, key: string, aws: AwsEnvironment, now: Date, send: typeof fetch = fetch): Promise<void> {
  const { url, headers } = signedDelete(bucket, key, aws, now);
  const response = await send(url, { method: 'DELETE', headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok && response.status !== 404) throw new Error(`S3 DeleteObject was answered with ${response.status}`);
}

export const signedDelete = (bucket: string, key: string, aws: AwsEnvironment, now: Date) => signedRequest('DELETE', bucket, key, aws, now);

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
  const signedBy = signature(aws.secretAccessKey, scope, [ALGORITHM, at, scope, sha256(canonical)].join('\n'));
  const { host: _host, ...headers } = signed;
  return {
    url: `${base.origin}${path}${subResource === undefined ? '' : `?${subResource}`}`,
    headers: {
      ...headers,
      authorization: `${ALGORITHM} Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signedBy}`,
    },
  };
}
