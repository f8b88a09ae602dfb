import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { mailOutcomes } from '../../shared/adapters/dynamo/mail-outcomes.ts';
import { customerKeyOf } from '../../shared/adapters/ids.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { isGreeting } from '../../shared/adapters/ses/receipt.ts';
import { readSendingEvent } from '../../shared/adapters/ses/sending-event.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { onQueue } from '../../shared/lambda/on-queue.ts';
import { takeMailEvent } from './take-mail-event.ts';

const env = lazyEnv({ REGISTER_TABLE: present, SECRETS_PREFIX: present });
const dynamo = documentClient();
const secrets = new SecretsManagerClient();

/** Queue of SES's events about mail that went out. */
export const handler = onQueue(async (body) => {
  if (isGreeting(body)) return;
  const event = readSendingEvent(body);
  const keys = await readSecret(secrets, `${env().SECRETS_PREFIX}/customer-key`);
  await takeMailEvent(
    event,
    mailOutcomes(dynamo, env().REGISTER_TABLE, (address) => keys.map((key) => customerKeyOf(address, key))),
  );
});
