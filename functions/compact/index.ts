import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { columnFileWriter } from '../../shared/adapters/s3/column-file-writer.ts';
import { columnFiles } from '../../shared/adapters/s3/column-files.ts';
import { sqsAnalysisQueue } from '../../shared/adapters/sqs/analysis-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { onSchedule } from '../../shared/lambda/on-schedule.ts';
import { compact } from './compact.ts';

const env = lazyEnv({ ANSWERS_BUCKET: present, ANALYSIS_QUEUE_URL: present });
const s3 = new S3Client();
const sqs = new SQSClient();

export const handler = onSchedule((event) =>
  compact(event, {
    files: { ...columnFiles(s3, env().ANSWERS_BUCKET), ...columnFileWriter(s3, env().ANSWERS_BUCKET) },
    analyses: sqsAnalysisQueue(sqs, env().ANALYSIS_QUEUE_URL),
    timeZone: config.brand.timeZone,
    planned: config.analyses,
  }),
);
