import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { startQueues } from '../../../local/engines/queues.ts';
import { readObject } from '../../../shared/adapters/s3/read-object.ts';
import type { AwsEnvironment } from '../../../shared/adapters/s3/sigv4.ts';

const aws: AwsEnvironment = { region: 'eu-west-1', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a-secret' };

it('reads a raw mail from a real engine, and one byte more than allowed of a larger one (P16)', async () => {
  const engine = await startQueues(undefined);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const s3 = new S3Client({ endpoint: engine.endpoint, region: aws.region, credentials, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: 'mail' }));
  await s3.send(new PutObjectCommand({ Bucket: 'mail', Key: 'mail/a b', Body: 'From: a' }));
  const read = (maxBytes: number) => readObject('mail', 'mail/a b', maxBytes, { ...aws, endpoint: engine.endpoint }, new Date());
  expect(new TextDecoder().decode(await read(100))).toBe('From: a');
  expect(await read(3)).toHaveLength(4);
  await engine.stop();
});

it('fails naming neither key nor bucket (P33)', async () => {
  const refused = async () => new Response('<Key>mail/key</Key>', { status: 403 });
  await expect(readObject('bucket-name', 'mail/key', 9, aws, new Date(), refused)).rejects.toThrow(/^S3 GetObject was answered with 403$/);
});
