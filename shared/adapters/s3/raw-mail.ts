import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { RawMailStore } from '../../ports.ts';

/** Raw mail in the bucket that the receipt rule writes to. */
export const rawMailStore = (client: S3Client, bucket: string): RawMailStore => ({
  async read(key, maxBytes) {
    // One byte more than is allowed tells that it is too large, and nothing beyond is fetched.
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=0-${maxBytes}` }));
    if (Body === undefined) throw new Error('raw mail: S3 answered without a body');
    return Body.transformToByteArray();
  },
});
