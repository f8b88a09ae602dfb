import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Template } from '../template/template.ts';
import { LocalCloudError, REGION, SECRET_ACCESS_KEY } from '../world.ts';

const Fn = z.object({
  Handler: z.string(),
  Runtime: z.optional(z.string()),
  Role: z.string(),
  Timeout: z.optional(z.coerce.number()),
  MemorySize: z.optional(z.coerce.number()),
  Code: z.object({ S3Key: z.string() }),
  Environment: z.optional(z.object({ Variables: z.record(z.string(), z.coerce.string()) })),
  LoggingConfig: z.optional(z.object({ LogGroup: z.optional(z.string()) })),
});

const InvokeConfig = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.optional(z.coerce.number()),
  DestinationConfig: z.optional(z.object({ OnFailure: z.optional(z.object({ Destination: z.string() })) })),
});

export interface FunctionDefinition {
  /** As people call it: POWERTOOLS_SERVICE_NAME, else the logical id. */
  readonly name: string;
  readonly logicalId: string;
  readonly physicalName: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly module: string;
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMiB: number;
  readonly variables: Readonly<Record<string, string>>;
  readonly logGroup: string;
  /** Of asynchronous invocations. */
  readonly retries: number;
  readonly onFailureArn: string | undefined;
}

/** Every Lambda function of the template, with the folder of its code. */
export function functionDefinitions(template: Template): readonly FunctionDefinition[] {
  const invokeConfigs = template.ofType('AWS::Lambda::EventInvokeConfig').map((resource) => resource.read(InvokeConfig));
  // Functions of the CDK's own, which work at a deploy only: here the site's files are read from where they were built.
  const helpers = new Set(template.ofType('Custom::CDKBucketDeployment').map((one) => one.properties()['ServiceToken']));
  const ours = template.ofType('AWS::Lambda::Function').filter((resource) => !helpers.has(resource.attribute('Arn')));
  return ours.map((resource) => {
    const at = `${resource.stack}/${resource.logicalId}`;
    const { Handler, Role, Timeout, MemorySize, Code, Environment, LoggingConfig } = resource.read(Fn);
    const folder = resource.asset(Code.S3Key);
    if (folder === undefined)
      throw new LocalCloudError(`${at}: no asset of the stack has the key ${Code.S3Key}. Run "npm run synth" again.`);
    const [file = '', handler = ''] = Handler.split(/\.(?=[^.]*$)/);
    const module = ['.mjs', '.js', '.cjs'].map((extension) => join(folder, `${file}${extension}`)).find(existsSync);
    if (module === undefined)
      throw new LocalCloudError(`${at}: expected the module of its handler "${Handler}" in ${folder}, there is none.`);
    const variables = Environment?.Variables ?? {};
    const invoke = invokeConfigs.find(({ FunctionName }) => FunctionName === resource.name);
    return {
      name: variables['POWERTOOLS_SERVICE_NAME'] ?? resource.logicalId,
      logicalId: resource.logicalId,
      physicalName: resource.name,
      arn: resource.attribute('Arn'),
      roleArn: Role,
      module,
      handler,
      timeoutSeconds: Timeout ?? 3,
      memoryMiB: MemorySize ?? 128,
      variables,
      logGroup: LoggingConfig?.LogGroup ?? `/aws/lambda/${resource.name}`,
      retries: invoke?.MaximumRetryAttempts ?? 2,
      onFailureArn: invoke?.DestinationConfig?.OnFailure?.Destination,
    };
  });
}

/** What Lambda adds to the template's variables; the access key names the function to the gateway. */
export function environmentOf(definition: FunctionDefinition, gatewayUrl: string): Readonly<Record<string, string>> {
  return {
    ...definition.variables,
    AWS_ACCESS_KEY_ID: definition.logicalId,
    AWS_SECRET_ACCESS_KEY: SECRET_ACCESS_KEY,
    AWS_ENDPOINT_URL: gatewayUrl,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMiB),
    AWS_LAMBDA_FUNCTION_NAME: definition.physicalName,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: definition.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    // A developer's own profile must not reach into what is tested.
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    LAMBDA_TASK_ROOT: '/var/task',
    TZ: ':UTC',
    _HANDLER: `index.${definition.handler}`,
  };
}
