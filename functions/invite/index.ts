import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { customerFiles } from '../../shared/adapters/dynamo/customer-files.ts';
import { invitationRegister } from '../../shared/adapters/dynamo/invitation-register.ts';
import { invitationId, placeInSample } from '../../shared/adapters/ids.ts';
import { personKeys } from '../../shared/adapters/person-keys.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { sqsActionQueue } from '../../shared/adapters/sqs/action-queue.ts';
import { recoverySettings } from '../../shared/config/recovery-settings.ts';
import { InviteMessage } from '../../shared/domain/campaign/message.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { logger } from '../../shared/lambda/logger.ts';
import { onQueue } from '../../shared/lambda/on-queue.ts';
import { type InviteHouse, type InvitePorts, invite } from './invite.ts';

const env = lazyEnv({ REGISTER_TABLE: present, ACTION_QUEUE_URL: present, SECRETS_PREFIX: present });
const secrets = new SecretsManagerClient();
const dynamo = documentClient();
const sqs = new SQSClient();

const house: InviteHouse = {
  campaigns: config.campaigns,
  surveys: config.surveys,
  contactRules: config.contactRules,
  timeZone: config.brand.timeZone,
  calendar: recoverySettings(config).calendar,
  config,
};

/** Made at the first message, when the environment is there, and once: the register remembers which surveys it has kept. */
const makePorts = (): InvitePorts => ({
  register: invitationRegister(dynamo, env().REGISTER_TABLE),
  files: customerFiles(dynamo, env().REGISTER_TABLE),
  actions: sqsActionQueue(sqs, env().ACTION_QUEUE_URL),
  keys: async () => {
    const [key = ''] = await readSecret(secrets, `${env().SECRETS_PREFIX}/customer-key`);
    return personKeys(key);
  },
  invitationId,
  placeOf: placeInSample,
  now: systemClock,
});

let ports: InvitePorts | undefined;

export const handler = onQueue(async (body) => {
  ports ??= makePorts();
  const message = InviteMessage.parse(JSON.parse(body));
  logger.info('looked at', { campaign: message.campaign, outcome: await invite(message, ports, house) });
});
