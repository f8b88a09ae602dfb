import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { AnalysisDocument } from '../../domain/analytics/analysis/request.ts';
import type { AnalysisStore } from '../../ports.ts';
import { allObjects, bytesOf } from './objects.ts';

/** Keys of analyses start with it. */
export const ANALYSES_PREFIX = 'analyses/';
const SUFFIX = '.json';
const keyOf = (id: string) => `${ANALYSES_PREFIX}${id}${SUFFIX}`;

/** Analyses as JSON, one object each. They expire with the bucket's rule, so listing them stays cheap. */
export function analysisStore(client: S3Client, bucket: string): AnalysisStore {
  const get: AnalysisStore['get'] = async (id) => {
    const bytes = await bytesOf(() => client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(id) })));
    return bytes && AnalysisDocument.parse(JSON.parse(new TextDecoder().decode(bytes)));
  };
  return {
    get,
    async put(document) {
      const Body = JSON.stringify(AnalysisDocument.parse(document));
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: keyOf(document.id), Body, ContentType: 'application/json' }));
    },
    async newest(limit) {
      const objects = await allObjects((token) =>
        client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: ANALYSES_PREFIX, ContinuationToken: token })),
      );
      const newest = objects.sort((a, b) => b.changedAt - a.changedAt || (a.key < b.key ? -1 : 1)).slice(0, limit);
      const documents = await Promise.all(newest.map(({ key }) => get(key.slice(ANALYSES_PREFIX.length, -SUFFIX.length))));
      return documents.flatMap((document) => document ?? []);
    },
  };
}
