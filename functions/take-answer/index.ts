import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { invitationDesk } from '../../shared/adapters/dynamo/invitation-store.ts';
import { feedbackId } from '../../shared/adapters/ids.ts';
import { statusUrl, verifyToken } from '../../shared/adapters/link.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { feedbackQueue } from '../../shared/adapters/sqs/feedback-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { describeError, logger } from '../../shared/lambda/logger.ts';
import { onHttp } from '../../shared/lambda/on-http.ts';
import type { AnswerDoor } from './door.ts';
import { SURVEY_SOURCE } from './feedback.ts';
import { show } from './show.ts';
import { take } from './take.ts';

const env = lazyEnv({ REGISTER_TABLE: present, FEEDBACK_QUEUE_URL: present, SECRETS_PREFIX: present });
const dynamo = documentClient();
const sqs = new SQSClient();
const secrets = new SecretsManagerClient();

const wire = (): AnswerDoor => ({
  brand: config.brand,
  surveys: config.surveys,
  desk: invitationDesk(dynamo, env().REGISTER_TABLE),
  queue: feedbackQueue(sqs, env().FEEDBACK_QUEUE_URL),
  now: systemClock,
  feedbackId: (invitationId) => feedbackId(SURVEY_SOURCE, invitationId),
  async links() {
    const keys = await readSecret(secrets, `${env().SECRETS_PREFIX}/link-key`);
    return {
      verify: (token, now) => verifyToken(keys, 'answer', token, now),
      statusUrl: (origin, id, now) => statusUrl(keys, origin, id, now),
    };
  },
  onFault: (error) => logger.error('answer not taken', describeError(error)),
});

/** GET /a/{token}, POST /a/{token}. */
export const handler = onHttp((request) => (request.method === 'GET' ? show(request, wire()) : take(request, wire())));
