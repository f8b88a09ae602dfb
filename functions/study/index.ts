import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { analysisId } from '../../shared/adapters/analysis-id.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { analysisStore } from '../../shared/adapters/s3/analysis-store.ts';
import { columnFiles } from '../../shared/adapters/s3/column-files.ts';
import { sqsAnalysisQueue } from '../../shared/adapters/sqs/analysis-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { onHttp } from '../../shared/lambda/on-http.ts';
import { study } from './study.ts';

const env = lazyEnv({ ANSWERS_BUCKET: present, ANALYSIS_QUEUE_URL: present });
const s3 = new S3Client();
const sqs = new SQSClient();

export const handler = onHttp((request) =>
  study({
    files: columnFiles(s3, env().ANSWERS_BUCKET),
    analyses: analysisStore(s3, env().ANSWERS_BUCKET),
    queue: sqsAnalysisQueue(sqs, env().ANALYSIS_QUEUE_URL),
    idOf: analysisId,
    clock: systemClock,
    config,
  })(request),
);
