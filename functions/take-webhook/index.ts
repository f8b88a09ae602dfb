import { createHash } from 'node:crypto';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { feedbackId } from '../../shared/adapters/ids.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { verifySignature } from '../../shared/adapters/signature.ts';
import { SCHEMES } from '../../shared/adapters/signature-schemes.ts';
import { feedbackQueue } from '../../shared/adapters/sqs/feedback-queue.ts';
import { invitationQueue } from '../../shared/adapters/sqs/invitation-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { logger } from '../../shared/lambda/logger.ts';
import { onHttp } from '../../shared/lambda/on-http.ts';
import { type Door, take } from './take.ts';

const env = lazyEnv({ FEEDBACK_QUEUE_URL: present, INVITATION_QUEUE_URL: present, SECRETS_PREFIX: present });
const secrets = new SecretsManagerClient();
const sqs = new SQSClient();

const door: Door = {
  sources: config.sources,
  branches: config.branches.map(({ id }) => id),
  queue: { send: (feedback) => feedbackQueue(sqs, env().FEEDBACK_QUEUE_URL).send(feedback) },
  inviting: { send: (messages) => invitationQueue(sqs, env().INVITATION_QUEUE_URL).send(messages) },
  defaultLanguage: config.brand.defaultLanguage,
  now: systemClock,
  async verify(source, request, now) {
    const keys = await readSecret(secrets, `${env().SECRETS_PREFIX}/source/${source.id}`);
    return verifySignature(SCHEMES[source.provider], request, keys, now);
  },
  feedbackId,
  digest: (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 40),
  onUnusable: (source, fields) => logger.warn('fields not usable', { source, fields }),
};

/** POST and HEAD /hooks/{source}. */
export const handler = onHttp((request) => take(request, door));
