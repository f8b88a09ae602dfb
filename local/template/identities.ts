import { createHash } from 'node:crypto';
import { ACCOUNT, arn, PARTITION, REGION } from '../world.ts';

/** Addresses that only the running local cloud knows. */
export interface Addresses {
  /** HTTP API, no slash at the end. */
  readonly api: string;
  /** The gateway that answers for AWS, no slash at the end. */
  readonly gateway: string;
}

export interface Named {
  readonly name: string;
  readonly logicalId: string;
  readonly addresses: Addresses;
}

interface Identity {
  /** The property that names the resource; without it the name is made from stack and logical id. */
  readonly nameProperty?: string;
  readonly ref: (resource: Named) => string;
  readonly attributes?: Readonly<Record<string, (resource: Named) => string>>;
}

const byName = (resource: Named) => resource.name;
const digest = (text: string, length: number) => createHash('sha256').update(text).digest('hex').slice(0, length);

const tableArn = ({ name }: Named) => arn('dynamodb', `table/${name}`);
const table: Identity = {
  nameProperty: 'TableName',
  ref: byName,
  attributes: {
    Arn: tableArn,
    /** The engine has its own label; the stream source translates. */
    StreamArn: (resource) => `${tableArn(resource)}/stream/local`,
    TableId: ({ name }) => digest(name, 32),
  },
};

const topicArn = ({ name }: Named) => arn('sns', name);
const secretArn = ({ name }: Named) => arn('secretsmanager', `secret:${name}-${digest(name, 6)}`);
export const userPoolId = ({ name }: Named) => `${REGION}_${digest(name, 9)}`;
const poolIssuer = (resource: Named) => `https://cognito-idp.${REGION}.amazonaws.com/${userPoolId(resource)}`;
const apiId = ({ name }: Named) => digest(name, 10);
const distributionId = ({ name }: Named) => `E${digest(name, 13).toUpperCase()}`;
const edgeFunctionArn = ({ name }: Named) => arn('cloudfront', `function/${name}`, '');
const byLogicalId = ({ logicalId }: Named) => logicalId;

/** Resources that something local is made of, or that others refer to by more than their name. */
const IDENTITIES: Readonly<Record<string, Identity>> = {
  'AWS::ApiGatewayV2::Api': {
    nameProperty: 'Name',
    ref: apiId,
    attributes: { ApiEndpoint: ({ addresses }) => addresses.api, ApiId: apiId },
  },
  'AWS::ApiGatewayV2::Authorizer': { ref: ({ logicalId }) => logicalId },
  'AWS::ApiGatewayV2::Integration': { ref: ({ logicalId }) => logicalId },
  'AWS::ApiGatewayV2::Route': { ref: ({ logicalId }) => logicalId },
  'AWS::ApiGatewayV2::Stage': { nameProperty: 'StageName', ref: byName },
  'AWS::CloudFront::Distribution': {
    ref: distributionId,
    attributes: { Id: distributionId, DomainName: ({ name }) => `d${digest(name, 13)}.cloudfront.net` },
  },
  'AWS::CloudFront::Function': { nameProperty: 'Name', ref: edgeFunctionArn, attributes: { FunctionARN: edgeFunctionArn } },
  'AWS::CloudFront::OriginAccessControl': { ref: byLogicalId, attributes: { Id: byLogicalId } },
  'AWS::CloudFront::ResponseHeadersPolicy': { ref: byLogicalId, attributes: { Id: byLogicalId } },
  'AWS::Cognito::UserPool': {
    nameProperty: 'UserPoolName',
    ref: userPoolId,
    attributes: {
      Arn: (resource) => arn('cognito-idp', `userpool/${userPoolId(resource)}`),
      ProviderName: (resource) => poolIssuer(resource).slice('https://'.length),
      ProviderURL: poolIssuer,
      UserPoolId: userPoolId,
    },
  },
  'AWS::Cognito::UserPoolClient': {
    nameProperty: 'ClientName',
    ref: ({ name }) => digest(name, 26),
    attributes: { ClientId: ({ name }) => digest(name, 26) },
  },
  'AWS::Cognito::UserPoolDomain': { nameProperty: 'Domain', ref: byName },
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::EventBus': {
    nameProperty: 'Name',
    ref: byName,
    attributes: { Arn: ({ name }) => arn('events', `event-bus/${name}`), Name: byName },
  },
  'AWS::IAM::ManagedPolicy': { nameProperty: 'ManagedPolicyName', ref: ({ name }) => arn('iam', `policy/${name}`, '') },
  'AWS::IAM::Role': {
    nameProperty: 'RoleName',
    ref: byName,
    attributes: { Arn: ({ name }) => arn('iam', `role/${name}`, ''), RoleId: ({ name }) => `AROA${digest(name, 16).toUpperCase()}` },
  },
  'AWS::KMS::Key': { ref: ({ name }) => digest(name, 32), attributes: { Arn: ({ name }) => arn('kms', `key/${digest(name, 32)}`) } },
  'AWS::Lambda::EventSourceMapping': { ref: ({ logicalId }) => logicalId },
  'AWS::Lambda::Function': {
    nameProperty: 'FunctionName',
    ref: byName,
    attributes: { Arn: ({ name }) => arn('lambda', `function:${name}`) },
  },
  'AWS::Logs::LogGroup': {
    nameProperty: 'LogGroupName',
    ref: byName,
    attributes: { Arn: ({ name }) => `${arn('logs', `log-group:${name}`)}:*` },
  },
  'AWS::S3::Bucket': {
    nameProperty: 'BucketName',
    ref: byName,
    attributes: {
      Arn: ({ name }) => `arn:${PARTITION}:s3:::${name}`,
      DomainName: ({ name }) => `${name}.s3.amazonaws.com`,
      RegionalDomainName: ({ name }) => `${name}.s3.${REGION}.amazonaws.com`,
    },
  },
  'AWS::SES::ConfigurationSet': { nameProperty: 'Name', ref: byName },
  'AWS::SES::EmailIdentity': { nameProperty: 'EmailIdentity', ref: byName },
  'AWS::SES::ReceiptRule': { ref: byName },
  'AWS::SES::ReceiptRuleSet': { nameProperty: 'RuleSetName', ref: byName },
  'AWS::SNS::Topic': { nameProperty: 'TopicName', ref: topicArn, attributes: { TopicArn: topicArn, TopicName: byName } },
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    ref: ({ name, addresses }) => `${addresses.gateway}/${ACCOUNT}/${name}`,
    attributes: {
      Arn: ({ name }) => arn('sqs', name),
      QueueName: byName,
      QueueUrl: ({ name, addresses }) => `${addresses.gateway}/${ACCOUNT}/${name}`,
    },
  },
  'AWS::Scheduler::Schedule': {
    nameProperty: 'Name',
    ref: byName,
    attributes: { Arn: ({ name }) => arn('scheduler', `schedule/default/${name}`) },
  },
  'AWS::Scheduler::ScheduleGroup': {
    nameProperty: 'Name',
    ref: byName,
    attributes: { Arn: ({ name }) => arn('scheduler', `schedule-group/${name}`) },
  },
  'AWS::SecretsManager::Secret': { nameProperty: 'Name', ref: secretArn, attributes: { Id: secretArn } },
};

/** Nothing local is made of these; their name is all that can be asked of them. */
const NOTHING_LOCALLY = new Set([
  'AWS::ApiGatewayV2::DomainName',
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::Budgets::Budget',
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Cognito::UserPoolGroup',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::GuardDuty::MalwareProtectionPlan',
  'AWS::IAM::Policy',
  'AWS::KMS::Alias',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Permission',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::QueryDefinition',
  'AWS::Logs::ResourcePolicy',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'Custom::CDKBucketDeployment',
]);

export function identityOf(type: string): Identity | undefined {
  return IDENTITIES[type] ?? (NOTHING_LOCALLY.has(type) ? { ref: byName } : undefined);
}
