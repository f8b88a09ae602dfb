import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { AmendsConfig } from '../shared/config/schema.ts';
import { DataStack } from './data-stack.ts';
import { PipelineStack } from './pipeline-stack.ts';

/** Set here and not in cdk.json, so that `cdk synth` and `node infra/app.ts` make the same templates. */
const CONTEXT = {
  // Names each function's bundle in the template: the local cloud finds it there.
  'aws:cdk:enable-asset-metadata': true,
  'aws:cdk:enable-path-metadata': true,
  // Exports and imports: nobody can take away a table that the pipeline uses.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  '@aws-cdk/core:checkSecretUsage': true,
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
};

export interface AmendsAppSettings {
  readonly config: AmendsConfig;
  /** Folder of the functions' bundles. */
  readonly bundles: string;
  /** Folder of the built pages. */
  readonly web: string;
  /** Copies code and files into the assembly, which then stands by itself; where absent it does. Who reads nothing but the templates needs no copies. */
  readonly holdsAssets?: boolean;
  /** Where the cloud assembly is written; default: what the CDK CLI says, or a temporary folder. */
  readonly outdir?: string;
}

/** The whole of what a deploy makes: two stacks, for whichever account and region they are deployed to. */
export function amendsApp(settings: AmendsAppSettings): { app: App; data: DataStack; pipeline: PipelineStack } {
  const { config, bundles, web, outdir, holdsAssets = true } = settings;
  const context = { ...CONTEXT, ...(holdsAssets ? {} : { 'aws:cdk:disable-asset-staging': true }) };
  const app = new App({ analyticsReporting: false, context, ...(outdir !== undefined && { outdir }) });
  const data = new DataStack(app, 'AmendsData', { config, description: 'Amends: what is kept' });
  const pipeline = new PipelineStack(app, 'AmendsPipeline', { config, data, bundles, web, description: 'Amends: what moves' });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, data, pipeline };
}
