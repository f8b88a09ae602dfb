import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { FunctionName } from '../function-names.ts';
import { functionAlarms } from './alarms.ts';

/** Long enough to look into a complaint about last quarter's complaint; nothing personal is in the logs (promise 33). */
export const LOG_RETENTION = RetentionDays.THREE_MONTHS;

/** What all functions of the pipeline share. */
export interface Pipeline {
  /** Folder with one folder per function, as infra/bundle.ts leaves it. */
  readonly bundles: string;
  readonly alarms: ITopic;
}

export interface FunctionSettings {
  readonly name: FunctionName;
  /** Whom it hurts, and how, when this function fails: one sentence, for the alarms. */
  readonly errorImpact: string;
  /** Exactly what the function's `lazyEnv` asks for; test/infra/environment.test.ts compares. */
  readonly environment: Readonly<Record<string, string>>;
  /** All that it may do besides writing its own log and being triggered. */
  readonly rights: readonly PolicyStatement[];
  readonly memoryMiB?: number;
}

/** One Lambda function from its bundle, with its own role and log, and alarms on its errors and throttles. */
export class BundledFunction extends Construct {
  readonly lambda: Lambda;
  readonly role: Role;
  readonly log: LogGroup;

  constructor(scope: Construct, id: string, pipeline: Pipeline, settings: FunctionSettings & { readonly timeout: Duration }) {
    super(scope, id);
    this.log = new LogGroup(this, 'Log', { retention: LOG_RETENTION, removalPolicy: RemovalPolicy.DESTROY });
    // Not AWSLambdaBasicExecutionRole: that one may write to every log of the account.
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.role.addToPolicy(
      new PolicyStatement({ sid: 'OwnLog', actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [this.log.logGroupArn] }),
    );
    for (const right of settings.rights) this.role.addToPolicy(right);
    this.lambda = new Lambda(this, 'Function', {
      description: `Amends: ${settings.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundleOf(pipeline.bundles, settings.name)),
      // CPU comes with memory, and a cold start is mostly CPU: 512 MB starts about twice as fast as 256.
      memorySize: settings.memoryMiB ?? 512,
      timeout: settings.timeout,
      role: this.role,
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      environment: {
        ...settings.environment,
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: settings.name,
        POWERTOOLS_LOG_LEVEL: 'INFO',
      },
    });
    functionAlarms(this, this.lambda, { errorImpact: settings.errorImpact, to: pipeline.alarms });
  }
}

function bundleOf(bundles: string, name: FunctionName): string {
  const folder = join(bundles, name);
  if (!existsSync(join(folder, 'index.mjs'))) {
    throw new Error(`functions/${name}: expected its bundle at ${folder}/index.mjs, there is none. Does functions/${name}/index.ts exist?`);
  }
  return folder;
}
