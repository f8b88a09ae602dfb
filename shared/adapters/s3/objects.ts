import type { GetObjectCommandOutput, ListObjectsV2CommandOutput } from '@aws-sdk/client-s3';

export interface FoundObject {
  readonly key: string;
  readonly bytes: number;
  /** Milliseconds of Unix time. */
  readonly changedAt: number;
}

/** All pages of a listing, in the order of the keys. */
export async function allObjects(page: (token: string | undefined) => Promise<ListObjectsV2CommandOutput>): Promise<FoundObject[]> {
  const found: FoundObject[] = [];
  let token: string | undefined;
  do {
    const { Contents = [], NextContinuationToken } = await page(token);
    for (const { Key, Size, LastModified } of Contents) {
      if (Key !== undefined) found.push({ key: Key, bytes: Size ?? 0, changedAt: LastModified?.getTime() ?? 0 });
    }
    token = NextContinuationToken;
  } while (token !== undefined);
  return found;
}

/** The bytes of an object; undefined where there is none, which S3 tells to those who may list the bucket. */
export async function bytesOf(get: () => Promise<GetObjectCommandOutput>): Promise<Uint8Array | undefined> {
  try {
    const { Body } = await get();
    if (Body === undefined) throw new Error('S3 answered without a body');
    return await Body.transformToByteArray();
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
    throw error;
  }
}
