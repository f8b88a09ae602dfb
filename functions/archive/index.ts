import { S3Client } from '@aws-sdk/client-s3';
import { columnFileWriter } from '../../shared/adapters/s3/column-file-writer.ts';
import { AnswersMessage } from '../../shared/adapters/sqs/answer-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { onQueueBatch } from '../../shared/lambda/on-queue-batch.ts';
import { archive } from './archive.ts';

const env = lazyEnv({ ANSWERS_BUCKET: present });
const s3 = new S3Client();

export const handler = onQueueBatch(
  (body) => AnswersMessage.parse(JSON.parse(body)),
  (messages) => archive(messages.flat(), columnFileWriter(s3, env().ANSWERS_BUCKET)),
);
