import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { analysisId } from '../../shared/adapters/analysis-id.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { campaignRuns } from '../../shared/adapters/dynamo/campaign-runs.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { figuresReader } from '../../shared/adapters/dynamo/figures.ts';
import { invitationDesk } from '../../shared/adapters/dynamo/invitation-store.ts';
import { analysisStore } from '../../shared/adapters/s3/analysis-store.ts';
import { columnFiles } from '../../shared/adapters/s3/column-files.ts';
import { sqsAnalysisQueue } from '../../shared/adapters/sqs/analysis-queue.ts';
import { feedbackQueue } from '../../shared/adapters/sqs/feedback-queue.ts';
import { invitationQueue } from '../../shared/adapters/sqs/invitation-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { onHttp } from '../../shared/lambda/on-http.ts';
import { study } from './study.ts';

const env = lazyEnv({
  REGISTER_TABLE: present,
  FIGURES_TABLE: present,
  FEEDBACK_QUEUE_URL: present,
  INVITATION_QUEUE_URL: present,
  ANSWERS_BUCKET: present,
  ANALYSIS_QUEUE_URL: present,
});
const dynamo = documentClient();
const s3 = new S3Client();
const sqs = new SQSClient();

export const handler = onHttp((request) =>
  study({
    files: columnFiles(s3, env().ANSWERS_BUCKET),
    analyses: analysisStore(s3, env().ANSWERS_BUCKET),
    queue: sqsAnalysisQueue(sqs, env().ANALYSIS_QUEUE_URL),
    idOf: analysisId,
    intake: feedbackQueue(sqs, env().FEEDBACK_QUEUE_URL),
    campaigns: {
      runs: campaignRuns(dynamo, env().REGISTER_TABLE),
      invitations: invitationDesk(dynamo, env().REGISTER_TABLE),
      queue: invitationQueue(sqs, env().INVITATION_QUEUE_URL),
    },
    figures: figuresReader(dynamo, env().FIGURES_TABLE),
    clock: systemClock,
    newId: randomUUID,
    config,
  })(request),
);
