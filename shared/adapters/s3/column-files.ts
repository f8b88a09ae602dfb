import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { AnswerRow } from '../../domain/analytics/columns.ts';
import { PivotedRow } from '../../domain/analytics/pivot.ts';
import type { ColumnFile, ColumnFilesReader } from '../../ports.ts';
import { readAnswers } from '../parquet/read-answers.ts';
import { allObjects, bytesOf } from './objects.ts';

/** Keys of column files start with it; `month=…` below it is how Athena, DuckDB and others tell partitions. */
const ANSWERS_PREFIX = 'answers/';

/** What a file is called besides a digest of its bytes: `part-…` as batches come, `answers-…` put together. */
const WORD: Readonly<Record<ColumnFile['kind'], string>> = { part: 'part', whole: 'answers' };

const folderOf = (month: string) => `${ANSWERS_PREFIX}month=${month}/`;
export const nameOfFile = (month: string, kind: ColumnFile['kind'], digest: string) => `${folderOf(month)}${WORD[kind]}-${digest}.parquet`;

/** Column files of answers in the bucket that is for them, for those who read. */
export const columnFiles = (client: S3Client, bucket: string): ColumnFilesReader => ({
  async months() {
    const { CommonPrefixes = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: ANSWERS_PREFIX, Delimiter: '/' }));
    // A thousand months fit into the one answer.
    return CommonPrefixes.flatMap(({ Prefix = '' }) => /month=(\d{4}-\d{2})\/$/.exec(Prefix)?.[1] ?? []).sort();
  },
  async list(month) {
    const objects = await allObjects((token) =>
      client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: folderOf(month), ContinuationToken: token })),
    );
    return objects
      .filter(({ key }) => key.endsWith('.parquet'))
      .map(({ key, bytes }) => ({ name: key, bytes, kind: key.includes(`/${WORD.part}-`) ? ('part' as const) : ('whole' as const) }));
  },
  async rows(name, range) {
    const bytes = await bytesOf(() => client.send(new GetObjectCommand({ Bucket: bucket, Key: name })));
    return bytes && readAnswers(bytes, AnswerRow, range);
  },
  async pivotedRows(name) {
    const bytes = await bytesOf(() => client.send(new GetObjectCommand({ Bucket: bucket, Key: name })));
    return bytes && readAnswers(bytes, PivotedRow);
  },
});
