import * as z from 'zod';
import { stringsOf } from '../template/record.ts';
import type { Template } from '../template/template.ts';
import { type Demand, isAllowed, readPolicy, type Statement } from './iam.ts';

const Document = z.object({ PolicyDocument: z.unknown() });

/** What each role of the template may do, and what each resource lets services do. */
export interface Permissions {
  roleMay(roleArn: string, demand: Demand): boolean;
  /** By the policies on queues, topics, buckets and functions. `service` is e.g. `sns.amazonaws.com`. */
  serviceMay(service: string, demand: Demand): boolean;
  /** Is it denied to everybody, whatever their role allows, by the policy on the resource? `context` names who asks, as `aws:principalarn`. */
  resourceRefuses(demand: Demand): boolean;
}

export function readPermissions(template: Template): Permissions {
  const byRole = rolePolicies(template);
  const onResources = [...resourcePolicies(template), ...functionPermissions(template)];
  return {
    roleMay: (roleArn, demand) => isAllowed(byRole.get(roleArn) ?? [], demand),
    serviceMay: (service, demand) =>
      isAllowed(
        onResources.filter(({ principals }) => principals.includes(service) || principals.includes('*')),
        demand,
      ),
    resourceRefuses: (demand) =>
      onResources.some(({ isDeny, principals, matches }) => isDeny && principals.includes('*') && matches(demand)),
  };
}

function rolePolicies(template: Template): ReadonlyMap<string, readonly Statement[]> {
  const byRole = new Map<string, Statement[]>();
  const arnOf = new Map<string, string>();
  for (const role of template.ofType('AWS::IAM::Role')) {
    const inline = role.read(z.object({ Policies: z.optional(z.array(Document)) })).Policies ?? [];
    arnOf.set(role.name, role.attribute('Arn'));
    byRole.set(
      role.attribute('Arn'),
      inline.flatMap(({ PolicyDocument }) => readPolicy(PolicyDocument, `${role.stack}/${role.logicalId}`)),
    );
  }
  for (const policy of template.ofType('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy')) {
    const statements = readPolicy(policy.read(Document).PolicyDocument, `${policy.stack}/${policy.logicalId}`);
    for (const name of stringsOf(policy.properties()['Roles'])) byRole.get(arnOf.get(name) ?? '')?.push(...statements);
  }
  // Attached the other way round: the role names the policy.
  const managed = new Map(template.ofType('AWS::IAM::ManagedPolicy').map((policy) => [policy.ref, policy]));
  for (const role of template.ofType('AWS::IAM::Role')) {
    for (const attached of stringsOf(role.properties()['ManagedPolicyArns'])) {
      const policy = managed.get(attached);
      if (policy !== undefined)
        byRole.get(role.attribute('Arn'))?.push(...readPolicy(policy.read(Document).PolicyDocument, policy.logicalId));
    }
  }
  return byRole;
}

function resourcePolicies(template: Template): readonly Statement[] {
  return template.ofType('AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy', 'AWS::S3::BucketPolicy').flatMap((policy) => {
    const { PolicyDocument } = policy.read(Document);
    return readPolicy(PolicyDocument, `${policy.stack}/${policy.logicalId}`);
  });
}

const Permission = z.object({ Action: z.string(), FunctionName: z.string(), Principal: z.string(), SourceArn: z.optional(z.string()) });

function functionPermissions(template: Template): readonly Statement[] {
  const arns = new Map(
    template.ofType('AWS::Lambda::Function').flatMap((fn) => [fn.ref, fn.attribute('Arn')].map((id) => [id, fn.attribute('Arn')] as const)),
  );
  return template.ofType('AWS::Lambda::Permission').flatMap((resource) => {
    const { Action, FunctionName, Principal, SourceArn } = resource.read(Permission);
    const statement = {
      Effect: 'Allow',
      Action,
      Resource: arns.get(FunctionName) ?? FunctionName,
      Principal,
      ...(SourceArn === undefined ? {} : { Condition: { ArnLike: { 'aws:SourceArn': SourceArn } } }),
    };
    return readPolicy({ Statement: [statement] }, `${resource.stack}/${resource.logicalId}`);
  });
}
