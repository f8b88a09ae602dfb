import { randomUUID } from 'node:crypto';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { caseStore } from '../../shared/adapters/dynamo/case-store.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { customerFiles } from '../../shared/adapters/dynamo/customer-files.ts';
import { digestOptOuts } from '../../shared/adapters/dynamo/digest-opt-outs.ts';
import { statusReader } from '../../shared/adapters/dynamo/status-reader.ts';
import { feedbackId } from '../../shared/adapters/ids.ts';
import {
  ANSWER_LINK_DAYS,
  STATUS_LINK_DAYS,
  signStart,
  startedAt,
  UNSUBSCRIBE_LINK_DAYS,
  verifyToken,
} from '../../shared/adapters/link.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { sqsActionQueue } from '../../shared/adapters/sqs/action-queue.ts';
import { feedbackQueue } from '../../shared/adapters/sqs/feedback-queue.ts';
import { recoverySettings } from '../../shared/config/recovery-settings.ts';
import { notFound } from '../../shared/domain/errors.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { describeError, logger } from '../../shared/lambda/logger.ts';
import { type HttpRequest, type HttpResponse, onHttp } from '../../shared/lambda/on-http.ts';
import { add } from './add.ts';
import { answerFollowUp, showFollowUp } from './follow-up.ts';
import { answerOffer, showOffer } from './offer.ts';
import type { StatusPorts } from './ports.ts';
import { show } from './show.ts';
import { showUnsubscribe, unsubscribe } from './unsubscribe.ts';

const env = lazyEnv({ REGISTER_TABLE: present, FEEDBACK_QUEUE_URL: present, ACTION_QUEUE_URL: present, SECRETS_PREFIX: present });
const dynamo = documentClient();
const sqs = new SQSClient();
const secrets = new SecretsManagerClient();
const recovery = recoverySettings(config);

const wire = (): StatusPorts => ({
  brand: config.brand,
  remedies: config.recovery.remedies,
  recovery,
  now: systemClock,
  async links() {
    const keys = await readSecret(secrets, `${env().SECRETS_PREFIX}/link-key`);
    return {
      verify: (purpose, token, now) => verifyToken(keys, purpose, token, now),
      signStart: (page, submissionId, now) => signStart(keys, page, submissionId, now),
      startedAt: (page, submissionId, token, now) => startedAt(keys, page, submissionId, token, now),
      validDays: (purpose) =>
        purpose === 'status'
          ? STATUS_LINK_DAYS
          : purpose === 'unsubscribe' || purpose === 'digest-end'
            ? UNSUBSCRIBE_LINK_DAYS
            : ANSWER_LINK_DAYS,
    };
  },
  ...statusReader(dynamo, env().REGISTER_TABLE),
  cases: caseStore(dynamo, env().REGISTER_TABLE, systemClock),
  customers: customerFiles(dynamo, env().REGISTER_TABLE),
  digestOptOuts: digestOptOuts(dynamo, env().REGISTER_TABLE),
  queue: feedbackQueue(sqs, env().FEEDBACK_QUEUE_URL),
  actions: sqsActionQueue(sqs, env().ACTION_QUEUE_URL),
  newSubmissionId: randomUUID,
  feedbackId: (externalId) => feedbackId('status', externalId),
  onFault: (message, error) => logger.error(message, describeError(error)),
});

const PAGES: ReadonlyMap<string, (request: HttpRequest, ports: StatusPorts) => Promise<HttpResponse>> = new Map([
  ['GET /s/{token}', show],
  ['POST /s/{token}', add],
  ['GET /o/{token}', showOffer],
  ['POST /o/{token}', answerOffer],
  ['GET /r/{token}', showFollowUp],
  ['POST /r/{token}', answerFollowUp],
  ['GET /u/{token}', showUnsubscribe],
  ['POST /u/{token}', unsubscribe],
]);

/** Whatever a customer does after the first message. */
export const handler = onHttp((request) => {
  const answer = PAGES.get(request.route);
  if (answer === undefined) throw notFound('There is no such page.');
  return answer(request, wire());
});
