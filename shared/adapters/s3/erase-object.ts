import { askS3 } from './signed-request.ts';
import type { AwsEnvironment } from './sigv4.ts';

const TIMEOUT_MS = 5000;

/**
 * Deletes one object of a bucket, by a request that is signed here (AWS Signature Version 4, S3 API DeleteObject). The desk deletes raw mail and photos and
 * does nothing else with S3: the SDK's client would be 130 KB more in its bundle, a third of it. What is gone already is no fault.
 * @throws Error with S3's status where it refused.
 */
export async function eraseObject(bucket: string, key: string, aws: AwsEnvironment, now: Date, send: typeof fetch = fetch): Promise<void> {
  const response = await askS3({ method: 'DELETE', bucket, key, timeoutMs: TIMEOUT_MS }, aws, now, send);
  if (!response.ok && response.status !== 404) throw new Error(`S3 DeleteObject was answered with ${response.status}`);
}
