import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { statusReader } from '../../shared/adapters/dynamo/status-reader.ts';
import { STATUS_LINK_DAYS, verifyToken } from '../../shared/adapters/link.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { onHttp } from '../../shared/lambda/on-http.ts';
import { show } from './show.ts';

const env = lazyEnv({ REGISTER_TABLE: present, SECRETS_PREFIX: present });
const dynamo = documentClient();
const secrets = new SecretsManagerClient();

/** GET /s/{token}. */
export const handler = onHttp((request) =>
  show(request, {
    brand: config.brand,
    now: systemClock,
    validDays: STATUS_LINK_DAYS,
    verify: async (token, now) => verifyToken(await readSecret(secrets, `${env().SECRETS_PREFIX}/link-key`), 'status', token, now),
    ...statusReader(dynamo, env().REGISTER_TABLE),
  }),
);
