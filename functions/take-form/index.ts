import { randomUUID } from 'node:crypto';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { feedbackId } from '../../shared/adapters/ids.ts';
import { STATUS_LINK_DAYS, signStart, startedAt, statusUrl } from '../../shared/adapters/link.ts';
import { photosOrigin } from '../../shared/adapters/s3/presigned.ts';
import { awsEnvironment } from '../../shared/adapters/s3/sigv4.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { feedbackQueue } from '../../shared/adapters/sqs/feedback-queue.ts';
import { withoutPhotos } from '../../shared/domain/photo.ts';
import { FROM_EVERYWHERE, preflight } from '../../shared/lambda/cross-origin.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { describeError, logger } from '../../shared/lambda/logger.ts';
import { onHttp } from '../../shared/lambda/on-http.ts';
import type { Door } from './door.ts';
import { show } from './show.ts';
import { take } from './take.ts';

const env = lazyEnv({ FEEDBACK_QUEUE_URL: present, PHOTO_BUCKET: present, SECRETS_PREFIX: present });
const secrets = new SecretsManagerClient();
const sqs = new SQSClient();

const door: Door = {
  brand: config.brand,
  surveys: config.photos.areTaken ? config.surveys : config.surveys.map(withoutPhotos),
  photos: () => (config.photos.areTaken ? photosOrigin(env().PHOTO_BUCKET, awsEnvironment(process.env)) : undefined),
  branches: config.branches.map(({ id }) => id),
  campaigns: config.campaigns,
  queue: { send: (feedback) => feedbackQueue(sqs, env().FEEDBACK_QUEUE_URL).send(feedback) },
  now: systemClock,
  // Not uuidv7: nothing sorts by it, and a page's id need not tell when it was made.
  newSubmissionId: randomUUID,
  feedbackId: (externalId) => feedbackId('form', externalId),
  async links() {
    const keys = await readSecret(secrets, `${env().SECRETS_PREFIX}/link-key`);
    return {
      statusDays: STATUS_LINK_DAYS,
      statusUrl: (origin, id, now) => statusUrl(keys, origin, id, now),
      signStart: (survey, submissionId, now) => signStart(keys, survey, submissionId, now),
      startedAt: (survey, submissionId, token, now) => startedAt(keys, survey, submissionId, token, now),
    };
  },
  onFault: (error) => logger.error('form not taken', describeError(error)),
};

/** GET /f/{survey}, POST /f/{survey}, OPTIONS /f/{survey}. */
export const handler = onHttp(
  async (request) =>
    request.method === 'GET' ? show(request, door) : request.method === 'OPTIONS' ? preflight('GET, POST') : take(request, door),
  FROM_EVERYWHERE,
);
