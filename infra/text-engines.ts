import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { AmendsConfig } from '../shared/config/schema.ts';
import { acknowledge } from './acknowledge.ts';
import { engineKinds } from './bundle-engines.ts';
import type { BundledFunction } from './constructs/bundled-function.ts';

type Choice = NonNullable<AmendsConfig['understanding']['engines']['en']>;
type Bedrock = Extract<Choice, { engine: 'bedrock' }>;

/** Lets a function ask the engines that the config turns on, and nobody where it turns none on. */
export function letAskTextEngines(fn: BundledFunction, config: AmendsConfig): void {
  if (engineKinds(config).has('comprehend')) {
    fn.role.addToPolicy(new PolicyStatement({ sid: 'Comprehend', actions: ['comprehend:DetectSentiment'], resources: ['*'] }));
    acknowledge(
      fn.role,
      'AwsSolutions-IAM5[Resource::*]',
      'comprehend:DetectSentiment knows no resource. It reads the text it is given and nothing in the account.',
    );
  }
  const models = Object.values(config.understanding.engines).filter((choice) => choice?.engine === 'bedrock');
  const resources = [...new Set(models.flatMap((choice) => modelArns(Stack.of(fn), choice)))];
  // Converse asks for the right of InvokeModel.
  if (resources.length > 0) fn.role.addToPolicy(new PolicyStatement({ sid: 'Bedrock', actions: ['bedrock:InvokeModel'], resources }));
}

/** Lets a function ask the model that translates comments, where the config names one. */
export function letTranslate(fn: BundledFunction, { translation }: AmendsConfig): void {
  if (translation === undefined) return;
  const resources = modelArns(Stack.of(fn), translation.by);
  fn.role.addToPolicy(new PolicyStatement({ sid: 'Translation', actions: ['bedrock:InvokeModel'], resources }));
}

/** The model in our own region; or the inference profile, and the model wherever the profile may send a text. */
function modelArns(stack: Stack, { model, profile }: Bedrock): string[] {
  const arnOf = (region: string, account: string, resource: string) => `arn:${stack.partition}:bedrock:${region}:${account}:${resource}`;
  if (profile === undefined) return [arnOf(stack.region, '', `foundation-model/${model}`)];
  return [
    arnOf(stack.region, stack.account, `inference-profile/${profile.id}`),
    ...profile.regions.map((region) => arnOf(region, '', `foundation-model/${model}`)),
  ];
}
