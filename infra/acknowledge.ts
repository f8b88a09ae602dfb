import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The plugin's name, as the report and the message of a failed synth put it before the rule. */
const PREFIX = 'AwsSolutions::';

/**
 * Records, where it stands, why a finding of cdk-nag is accepted for this construct and what it contains.
 * @param rule `AwsSolutions-…`, with `[finding]` where the rule has several, e.g. `AwsSolutions-IAM5[Resource::*]`.
 */
export function acknowledge(construct: IConstruct, rule: `AwsSolutions-${string}`, reason: string): void {
  Validations.of(construct).acknowledge({ id: `${PREFIX}${rule}`, reason });
}
