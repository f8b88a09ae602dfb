import { S3Client } from '@aws-sdk/client-s3';
import config from '#config';
import { analysisId } from '../../shared/adapters/analysis-id.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { analysisStore } from '../../shared/adapters/s3/analysis-store.ts';
import { columnFiles } from '../../shared/adapters/s3/column-files.ts';
import { namesOfSurvey } from '../../shared/domain/analytics/analysis/names.ts';
import { AnalysisRequest } from '../../shared/domain/analytics/analysis/request.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { onQueueBatch } from '../../shared/lambda/on-queue-batch.ts';
import { MAX_RECEIVE_COUNT } from '../../shared/lambda/tries.ts';
import { analyse } from './analyse.ts';

const env = lazyEnv({ ANSWERS_BUCKET: present });
const s3 = new S3Client();

const branchNames = config.branches.map(({ id, name }) => [id, name] as const);
const namesOf = (id: string) => {
  const survey = config.surveys.find((one) => one.id === id);
  return new Map([...branchNames, ...(survey === undefined ? [] : namesOfSurvey(survey))]);
};

/** Swedish dates are ISO 8601. Temporal, which all others ask, would be a tenth of this function. */
const days = new Intl.DateTimeFormat('sv-SE', { timeZone: config.brand.timeZone, dateStyle: 'short' });
const today = () => days.format(new Date(systemClock()));

/** Batches are of one: infra/study.ts. The frame of whole batches is the smaller one. */
export const handler = onQueueBatch(
  (body, { attributes }) => ({
    request: AnalysisRequest.parse(JSON.parse(body)),
    isLastTry: Number(attributes.ApproximateReceiveCount) >= MAX_RECEIVE_COUNT,
  }),
  async (messages) => {
    for (const { request, isLastTry } of messages) {
      await analyse(request, {
        files: columnFiles(s3, env().ANSWERS_BUCKET),
        store: analysisStore(s3, env().ANSWERS_BUCKET),
        idOf: analysisId,
        now: systemClock,
        namesOf,
        today,
        isLastTry,
      });
    }
  },
);
