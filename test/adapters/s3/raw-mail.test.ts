import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type QueueEngine, startQueues } from '../../../local/engines/queues.ts';
import { rawMailStore } from '../../../shared/adapters/s3/raw-mail.ts';

let engine: QueueEngine;
let s3: S3Client;
beforeAll(async () => {
  engine = await startQueues(undefined);
  s3 = new S3Client({
    endpoint: engine.endpoint,
    region: 'eu-west-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await s3.send(new CreateBucketCommand({ Bucket: 'mail' }));
  await s3.send(new PutObjectCommand({ Bucket: 'mail', Key: 'k', Body: Buffer.from('From: a\r\n\r\n\xff', 'latin1') }));
});
afterAll(() => engine.stop());

describe('rawMailStore', () => {
  it('reads the bytes as they are', async () => {
    expect(Buffer.from(await rawMailStore(s3, 'mail').read('k', 100)).toString('latin1')).toBe('From: a\r\n\r\n\xff');
  });

  it('fetches one byte more than allowed and no further (P10)', async () => {
    expect(await rawMailStore(s3, 'mail').read('k', 3)).toHaveLength(4);
  });

  it('fails where there is none, so that the queue brings it again', async () => {
    await expect(rawMailStore(s3, 'mail').read('none', 100)).rejects.toThrow();
  });
});
