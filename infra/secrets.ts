import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/** Names of secrets start with it; functions get it as SECRETS_PREFIX. */
export const SECRETS_PREFIX = 'amends';

export const CUSTOMER_KEY = `${SECRETS_PREFIX}/customer-key`;
export const LINK_KEY = `${SECRETS_PREFIX}/link-key`;
/** Signs what goes to an endpoint of `webhooks`. */
export const webhookSecret = (endpoint: string) => `${SECRETS_PREFIX}/webhook/${endpoint}`;
/** URL of a chat room of `notices`, and its signing secret. */
export const noticeSecret = (room: string) => `${SECRETS_PREFIX}/notice/${room}`;
export const sourceSecret = (source: string) => `${SECRETS_PREFIX}/source/${source}`;

/**
 * The right to read these secrets and no other. By name instead of by export of the data stack: a source taken out of the config must not be held
 * back by the other stack's use of it. Secrets Manager puts six characters of its own behind the name: the six question marks.
 */
export function rightToRead(scope: Construct, names: readonly string[]): PolicyStatement[] {
  const arn = (name: string) =>
    Stack.of(scope).formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${name}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  // IAM refuses a statement on nothing: a config without sources has no secrets of sources.
  return names.length === 0 ? [] : [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: names.map(arn) })];
}
