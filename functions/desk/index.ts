import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import openApi from '../../docs/openapi.json' with { type: 'json' };
import { systemClock } from '../../shared/adapters/clock.ts';
import { alarmReader } from '../../shared/adapters/dynamo/alarm-register.ts';
import { callList } from '../../shared/adapters/dynamo/care-store.ts';
import { caseStore } from '../../shared/adapters/dynamo/case-store.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { erasureStore } from '../../shared/adapters/dynamo/customer-erasure.ts';
import { customerFiles } from '../../shared/adapters/dynamo/customer-files.ts';
import { feedbackWriter } from '../../shared/adapters/dynamo/feedback-writer.ts';
import { figuresReader } from '../../shared/adapters/dynamo/figures.ts';
import { invitationErasure } from '../../shared/adapters/dynamo/invitation-erasure.ts';
import { registerReader } from '../../shared/adapters/dynamo/register-reader.ts';
import { staffStore } from '../../shared/adapters/dynamo/staff-store.ts';
import { personKeys } from '../../shared/adapters/person-keys.ts';
import { eraseObject } from '../../shared/adapters/s3/erase-object.ts';
import { awsEnvironment } from '../../shared/adapters/s3/sigv4.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { sqsActionQueue } from '../../shared/adapters/sqs/action-queue.ts';
import { recoverySettings } from '../../shared/config/recovery-settings.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { describeError, logger } from '../../shared/lambda/logger.ts';
import { onHttp } from '../../shared/lambda/on-http.ts';
import { docsPage } from '../../web/docs/page.ts';
import type { CustomerPorts } from './customers/ports.ts';
import { desk } from './desk.ts';

const env = lazyEnv({
  REGISTER_TABLE: present,
  FIGURES_TABLE: present,
  ACTION_QUEUE_URL: present,
  MAIL_BUCKET: present,
  PHOTO_BUCKET: present,
  SECRETS_PREFIX: present,
  SIGN_IN_URL: present,
  SIGN_IN_CLIENT: present,
});
const dynamo = documentClient();
const sqs = new SQSClient();
const secrets = new SecretsManagerClient();
const recovery = recoverySettings(config);
const agents = recovery.agents.map(({ id }) => id);

const customers = (): CustomerPorts => ({
  files: customerFiles(dynamo, env().REGISTER_TABLE),
  calls: callList(dynamo, env().REGISTER_TABLE),
  erasure: erasureStore(dynamo, env().REGISTER_TABLE, {
    removeMail: (rawKey) => eraseObject(env().MAIL_BUCKET, rawKey, awsEnvironment(process.env), new Date()),
    removePhoto: (key) => eraseObject(env().PHOTO_BUCKET, key, awsEnvironment(process.env), new Date()),
  }),
  invitations: invitationErasure(dynamo, env().REGISTER_TABLE),
  keys: async () => {
    const [key = ''] = await readSecret(secrets, `${env().SECRETS_PREFIX}/customer-key`);
    return personKeys(key);
  },
});

/** Made at the first request, not at import: most containers never show a document. */
const documents = {
  openapi: () => JSON.stringify(openApi),
  page: () => docsPage(openApi),
  signIn: () => ({ url: env().SIGN_IN_URL, clientId: env().SIGN_IN_CLIENT }),
};

export const handler = onHttp((request) =>
  desk(
    {
      register: registerReader(dynamo, env().REGISTER_TABLE),
      cases: caseStore(dynamo, env().REGISTER_TABLE, systemClock),
      actions: sqsActionQueue(sqs, env().ACTION_QUEUE_URL),
      staff: staffStore(dynamo, env().REGISTER_TABLE, agents),
      feedback: feedbackWriter(dynamo, env().REGISTER_TABLE),
      figures: figuresReader(dynamo, env().FIGURES_TABLE),
      alarms: alarmReader(dynamo, env().REGISTER_TABLE),
      customers: customers(),
      clock: systemClock,
      warn: (message, error) => logger.warn(message, describeError(error)),
      recovery,
      config,
    },
    documents,
  )(request),
);
