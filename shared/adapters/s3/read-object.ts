import { signedRequest } from './erase-object.ts';
import type { AwsEnvironment } from './sigv4.ts';

const TIMEOUT_MS = 8000;

/**
 * Reads one object of a bucket, up to `maxBytes + 1` bytes: more than `maxBytes` says that it is larger. By a request that is signed here, for functions
 * that do nothing else with S3; see `eraseObject`.
 * @throws Error with S3's status where it refused.
 */
export async function readObject(
  bucket: string,
  key: string,
  maxBytes: number,
  aws: AwsEnvironment,
  now: Date,
  send: typeof fetch = fetch,
): Promise<Uint8Array> {
  const { url, headers } = signedRequest('GET', bucket, key, aws, now);
  const response = await send(url, {
    headers: { ...headers, range: `bytes=0-${maxBytes}` },
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`S3 GetObject was answered with ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
