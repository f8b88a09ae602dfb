import { describe, expect, it } from 'vitest';
import { startTinyCloud } from './fixtures/tiny-cloud.ts';
import type { Resources } from './fixtures/tiny-template.ts';

/** What AWS refuses at deploy, or drops in silence, fails the start, naming the place. */
const FAULTS: readonly (readonly [string, (resources: Resources) => void, RegExp])[] = [
  [
    'an unknown type',
    (all) => put(all, 'Odd', { Type: 'AWS::Fargate::Ship', Properties: {} }),
    /\/Odd: the local cloud does not know the type AWS::Fargate::Ship/,
  ],
  [
    'an unknown intrinsic',
    (all) => set(all, 'DeadLetters', 'QueueName', { 'Fn::Cidr': ['10.0.0.0/8', 2] }),
    /Pipeline\/DeadLetters.*Fn::Cidr/,
  ],
  ['a reference to nothing', (all) => set(all, 'Work', 'QueueName', { Ref: 'Nothing' }), /Pipeline: something refers to "Nothing"/],
  [
    'a redrive policy to no queue',
    (all) => set(all, 'Work', 'RedrivePolicy', { deadLetterTargetArn: 'arn:aws:sqs:us-east-1:000000000000:gone', maxReceiveCount: 3 }),
    /Work: no queue has the ARN/,
  ],
  ['a queue that SNS may not send to', (all) => remove(all, 'InboxPolicy'), /SNS needs sqs:SendMessage on .*Inbox/],
  ['a topic that SES may not tell of sendings', (all) => remove(all, 'TopicPolicy'), /SES needs sns:Publish/],
  ['a bucket that SES may not put into', (all) => remove(all, 'MailPolicy'), /SES needs s3:PutObject/],
  ['a queue that its function may not read', (all) => grants(all, 'WorkerPolicy', []), /the role of worker needs sqs:ReceiveMessage/],
  [
    'a stream that its function may not read',
    (all) => grants(all, 'FollowerPolicy', []),
    /the role of follower needs dynamodb:DescribeStream/,
  ],
  [
    'a route whose function API Gateway may not call',
    (all) => remove(all, 'EchoPermission'),
    /API Gateway needs an AWS::Lambda::Permission to call echo/,
  ],
  [
    'a route to no integration',
    (all) => set(all, 'Route0', 'Target', 'integrations/none'),
    /Route0: its target "integrations\/none" is no integration/,
  ],
  [
    'a function whose handler is not there',
    (all) => set(all, 'EchoFunction', 'Handler', 'main.handler'),
    /EchoFunction: expected the module of its handler "main.handler"/,
  ],
  [
    'a schedule that it can’t read',
    (all) => put(all, 'Clock', schedule('cron(0 9 * * *)')),
    /Clock: "cron\(0 9 \* \* \*\)" is no schedule/,
  ],
  [
    'a schedule whose role may not call',
    (all) => put(all, 'Clock', schedule('rate(1 minute)')),
    /Clock: the schedule's role needs lambda:InvokeFunction/,
  ],
  [
    'a filter operator that it does not know',
    (all) => set(all, 'StreamSource', 'FilterCriteria', { Filters: [{ Pattern: '{"a":[{"cidr":"10.0.0.0/8"}]}' }] }),
    /StreamSource.*"cidr"/,
  ],
  [
    'a condition operator that it does not know',
    (all) =>
      grants(all, 'CallerPolicy', [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': '::1' } } }]),
    /CallerPolicy: the condition operator "IpAddress"/,
  ],
];

function put(all: Resources, logicalId: string, resource: Resources[string]): void {
  if ('Bus' in all) all[logicalId] = resource;
}
function set(all: Resources, logicalId: string, property: string, value: unknown): void {
  const resource = all[logicalId];
  if (resource !== undefined) resource.Properties[property] = value;
}
function remove(all: Resources, logicalId: string): void {
  delete all[logicalId];
}
const grants = (all: Resources, policy: string, statements: readonly object[]) =>
  set(all, policy, 'PolicyDocument', { Version: '2012-10-17', Statement: statements });
const schedule = (ScheduleExpression: string) => ({
  Type: 'AWS::Scheduler::Schedule',
  Properties: {
    ScheduleExpression,
    Target: { Arn: { 'Fn::GetAtt': ['EchoFunction', 'Arn'] }, RoleArn: { 'Fn::GetAtt': ['EchoRole', 'Arn'] } },
  },
});

describe('a template with', () => {
  it.each(FAULTS)('%s does not start', async (_, change, message) => {
    await expect(startTinyCloud({}, change)).rejects.toThrow(message);
  });
});

describe('a function without', () => {
  it('a variable it needs fails when it is called, not before', async () => {
    const cloud = await startTinyCloud({}, (all) =>
      set(all, 'WorkerFunction', 'Environment', { Variables: { POWERTOOLS_SERVICE_NAME: 'worker' } }),
    );
    try {
      await expect(
        cloud.invoke('worker', { Records: [{ messageId: 'm', body: '{"id":"x"}', attributes: { ApproximateReceiveCount: '1' } }] }),
      ).rejects.toThrow(/worker: AccessDenied/);
      expect(cloud.denials()).toMatchObject([
        { caller: 'worker', action: 'events:PutEvents', resource: 'arn:aws:events:us-east-1:000000000000:event-bus/default' },
      ]);
    } finally {
      await cloud.end();
    }
  });
});
