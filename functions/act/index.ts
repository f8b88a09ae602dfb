import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { actionStore } from '../../shared/adapters/dynamo/action-store.ts';
import { caseStore } from '../../shared/adapters/dynamo/case-store.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { invitationOutcomes } from '../../shared/adapters/dynamo/invitation-register.ts';
import { invitationDesk } from '../../shared/adapters/dynamo/invitation-store.ts';
import { answerUrl, followUpUrl, offerUrl, statusUrl, unsubscribeUrl } from '../../shared/adapters/link.ts';
import { replyAddress } from '../../shared/adapters/reply-address.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { sesMailer } from '../../shared/adapters/ses/mailer.ts';
import { ActionMessage, sqsActionQueue } from '../../shared/adapters/sqs/action-queue.ts';
import { invitationQueue } from '../../shared/adapters/sqs/invitation-queue.ts';
import { recoverySettings } from '../../shared/config/recovery-settings.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { logger } from '../../shared/lambda/logger.ts';
import { onQueue } from '../../shared/lambda/on-queue.ts';
import { act } from './act.ts';
import type { ActHouse, ActPorts, MailLinks } from './ports.ts';

const env = lazyEnv({
  REGISTER_TABLE: present,
  ACTION_QUEUE_URL: present,
  PUBLIC_URL: present,
  CONFIGURATION_SET: present,
  SECRETS_PREFIX: present,
  INVITATION_QUEUE_URL: present,
});
const secrets = new SecretsManagerClient();
const mailbox = config.mailboxes[0]?.address;

const house: ActHouse = {
  brandName: config.brand.name,
  timeZone: config.brand.timeZone,
  defaultLanguage: config.brand.defaultLanguage,
  agents: config.recovery.agents,
  remedies: config.recovery.remedies,
  departments: config.recovery.departments,
  causes: config.recovery.causes,
  authority: config.recovery.authority,
  mailTexts: config.mailTexts,
  quietTimes: config.customers.quietTimes,
  greetings: config.customers.greetings,
  mailsPerDay: config.mailLimits.perAddressAndDay,
  settings: recoverySettings(config),
  campaigns: config.campaigns,
  contactRules: config.contactRules,
};

const linkKeys = () => readSecret(secrets, `${env().SECRETS_PREFIX}/link-key`);

const links: MailLinks = {
  status: async (feedbackId) => statusUrl(await linkKeys(), env().PUBLIC_URL, feedbackId, systemClock()),
  offer: async (number, offerId) => offerUrl(await linkKeys(), env().PUBLIC_URL, number, offerId, systemClock()),
  followUp: async (number, question) => followUpUrl(await linkKeys(), env().PUBLIC_URL, number, question, systemClock()),
  replyAddress: async (number) => (mailbox === undefined ? undefined : replyAddress(await linkKeys(), mailbox, number)),
  unsubscribe: async (customerKey) => unsubscribeUrl(await linkKeys(), env().PUBLIC_URL, customerKey, systemClock()),
  answer: async (invitation, expiresAt) => answerUrl(await linkKeys(), env().PUBLIC_URL, invitation, expiresAt),
};

const wire = (): ActPorts => {
  const client = documentClient();
  return {
    store: actionStore(client, env().REGISTER_TABLE),
    cases: caseStore(client, env().REGISTER_TABLE, systemClock),
    actions: sqsActionQueue(new SQSClient(), env().ACTION_QUEUE_URL),
    invitations: invitationOutcomes(client, env().REGISTER_TABLE),
    inviting: invitationQueue(new SQSClient(), env().INVITATION_QUEUE_URL),
    survey: invitationDesk(client, env().REGISTER_TABLE).survey,
    // Promise 26: the SDK must not send a mail again by itself.
    mailer: sesMailer(new SESClient({ maxAttempts: 1 }), {
      from: { name: config.brand.name[config.brand.defaultLanguage], address: config.brand.mailFrom },
      replyTo: mailbox,
      configurationSet: env().CONFIGURATION_SET,
    }),
    links,
    now: systemClock,
    warn: (message) => logger.warn(message),
  };
};

let wired: ActPorts | undefined;

export const handler = onQueue(async (body) => {
  const { actionId } = ActionMessage.parse(JSON.parse(body));
  wired ??= wire();
  const acted = await act(actionId, wired, house);
  const about = { actionId, acted };
  if (acted === 'unknown' || acted === 'refused') logger.warn('action not known to be done', about);
  else logger.info('acted', about);
});
