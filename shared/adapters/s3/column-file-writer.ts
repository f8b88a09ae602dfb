import { createHash } from 'node:crypto';
import { DeleteObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ColumnFilesWriter } from '../../ports.ts';
import { base32 } from '../ids.ts';
import { answerFile } from '../parquet/write-answers.ts';
import { nameOfFile } from './column-files.ts';

/** The same, for those who write. */
export const columnFileWriter = (client: S3Client, bucket: string): ColumnFilesWriter => ({
  async add(month, kind, rows) {
    const body = answerFile(rows);
    const name = nameOfFile(month, kind, base32(createHash('sha256').update(body).digest()).slice(0, 32));
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: name, Body: body, ContentType: 'application/vnd.apache.parquet' }));
    return name;
  },
  async remove(name) {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: name }));
  },
});
