import * as z from 'zod/mini';
import type { SecretStore } from '../secrets.ts';
import type { Template } from '../template/template.ts';
import { jsonBody, Refused, type Service, targetAction } from './call.ts';

const Asked = z.object({ SecretId: z.string() });

/** GetSecretValue from the file of secrets. */
export function secretsManagerService(template: Template, secrets: SecretStore): Service {
  const arns = new Map(template.ofType('AWS::SecretsManager::Secret').map((secret) => [secret.name, secret.ref]));
  return {
    dialect: 'json',
    understand: (request) => {
      const action = targetAction(request);
      if (action !== 'GetSecretValue') {
        throw new Refused(
          'InvalidRequestException',
          `The local cloud passes no Secrets Manager ${action}. If functions need it, add it to local/gateway/secrets-manager.ts.`,
        );
      }
      const { SecretId } = Asked.parse(jsonBody(request));
      const [name, arn] = [...arns].find(([name, arn]) => name === SecretId || arn === SecretId || arn.slice(0, -7) === SecretId) ?? [
        SecretId,
        SecretId,
      ];
      return {
        action,
        demands: [{ action: 'secretsmanager:GetSecretValue', resource: arn }],
        answer: async () => {
          const value = await secrets.get(name);
          // A secret that the template lacks is absent in AWS too, whatever the file holds.
          if (value === undefined || !arns.has(name))
            throw new Refused('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
          const body = { ARN: arn, Name: name, VersionId: 'local', SecretString: value, VersionStages: ['AWSCURRENT'], CreatedDate: 0 };
          return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body) };
        },
      };
    },
  };
}
