import { SCAN_TAG, stateOfTag } from '../../domain/photo.ts';
import type { PhotoStore } from '../../ports.ts';
import { signedDownload } from './presigned.ts';
import { askS3 } from './signed-request.ts';
import type { AwsEnvironment } from './sigv4.ts';

const TIMEOUT_MS = 5000;
/** Long enough to look at, too short to be passed on. Seconds. */
const VALID_FOR = 5 * 60;

const TAG = /<Tag>\s*<Key>([^<]*)<\/Key>\s*<Value>([^<]*)<\/Value>\s*<\/Tag>/g;

/** Photos in the bucket that keeps them in quarantine. A role that may list the bucket is told of a missing one; else S3 answers as if it refused. */
export const photoStore = (bucket: string, aws: AwsEnvironment, now: () => Date, send: typeof fetch = fetch): PhotoStore => ({
  async state(key) {
    const response = await askS3({ method: 'GET', bucket, key, subResource: 'tagging', timeoutMs: TIMEOUT_MS }, aws, now(), send);
    if (response.status === 404) return 'missing';
    if (!response.ok) throw new Error(`S3 GetObjectTagging was answered with ${response.status}`);
    const tags = new Map([...(await response.text()).matchAll(TAG)].map(([, name, value]) => [name, value]));
    return stateOfTag(tags.get(SCAN_TAG));
  },
  // It is an image by its stored type, which the policy of its upload fixed; shown, not kept.
  url: (key) =>
    signedDownload(
      { bucket, key, validFor: VALID_FOR, saying: { 'content-disposition': 'inline', 'cache-control': 'private, no-store' } },
      aws,
      now(),
    ),
});
