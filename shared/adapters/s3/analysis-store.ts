import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { AnalysisDocument, surveyOf } from '../../domain/analytics/analysis/request.ts';
import type { AnalysisStore } from '../../ports.ts';
import { allObjects, bytesOf } from './objects.ts';

/** Keys of analyses start with it. */
export const ANALYSES_PREFIX = 'analyses/';
const SUFFIX = '.json';
const keyOf = (id: string) => `${ANALYSES_PREFIX}${id}${SUFFIX}`;

/** Empty objects whose names tell the kind and survey of each analysis, so that the newest of them are found without reading all. */
const MARKS = `${ANALYSES_PREFIX}of/`;
const folderOf = (kind: string, survey = '') => `${MARKS}${kind}/${survey === '' ? '' : `${encodeURIComponent(survey)}/`}`;
const markOf = ({ id, request }: Pick<AnalysisDocument, 'id' | 'request'>) =>
  `${folderOf(request.kind, surveyOf(request) ?? OF_ALL_SURVEYS)}${id}`;
/** No survey is called so. */
const OF_ALL_SURVEYS = '_';
const idOf = (key: string) => /([a-z2-7]{26})(?:\.json)?$/.exec(key)?.[1] ?? '';

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
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: markOf(document), Body: '' }));
    },
    async newest(limit, of) {
      const Prefix = of === undefined ? ANALYSES_PREFIX : folderOf(of.kind, of.survey);
      // With a delimiter the names of all analyses come without the marks below them.
      const Delimiter = of === undefined ? '/' : undefined;
      const objects = await allObjects((token) =>
        client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix, Delimiter, ContinuationToken: token })),
      );
      const newest = objects.sort((a, b) => b.changedAt - a.changedAt || (a.key < b.key ? -1 : 1)).slice(0, limit);
      const documents = await Promise.all(newest.map(({ key }) => get(idOf(key))));
      return documents.flatMap((document) => document ?? []);
    },
  };
}
