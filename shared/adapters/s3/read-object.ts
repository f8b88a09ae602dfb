import { askS3 } from './signed-request.ts';
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
  const headers = { range: `bytes=0-${maxBytes}` };
  const response = await askS3({ method: 'GET', bucket, key, headers, timeoutMs: TIMEOUT_MS }, aws, now, send);
  if (!response.ok) throw new Error(`S3 GetObject was answered with ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
