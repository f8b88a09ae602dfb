import { describe, expect, it } from 'vitest';
import type { Stack } from '../../local/template/load.ts';
import { readTemplate } from '../../local/template/template.ts';

const ADDRESSES = { api: 'http://api', gateway: 'http://gateway' };

const stack = (name: string, resources: Stack['Resources'], more: Partial<Stack> = {}): Stack => ({
  name,
  assets: new Map(),
  Resources: resources,
  ...more,
});

/** What a queue's name becomes when the template writes it so. */
function resolved(value: unknown, more: Partial<Stack> = {}): unknown {
  const resources = {
    Probe: { Type: 'AWS::CloudWatch::Alarm', Properties: { Value: value } },
    Queue: { Type: 'AWS::SQS::Queue' },
    Bucket: { Type: 'AWS::S3::Bucket' },
    Named: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { 'Fn::Join': ['-', ['my', 'topic']] } } },
  };
  const template = readTemplate([stack('Here', resources, more)], ADDRESSES);
  return template.ofType('AWS::CloudWatch::Alarm')[0]?.properties()['Value'];
}

const ARN = 'arn:aws:sqs:us-east-1:000000000000:Here-Queue';

describe('references of a template', () => {
  it.each<[string, unknown, unknown]>([
    ['Ref of a queue is its URL at the gateway', { Ref: 'Queue' }, 'http://gateway/000000000000/Here-Queue'],
    ['Ref of a bucket is its name, lower case', { Ref: 'Bucket' }, 'here-bucket'],
    ['Ref of a topic is its ARN, by the name it is given', { Ref: 'Named' }, 'arn:aws:sns:us-east-1:000000000000:my-topic'],
    ['Fn::GetAtt as list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, ARN],
    ['Fn::GetAtt as text', { 'Fn::GetAtt': 'Queue.Arn' }, ARN],
    ['Fn::Join within Fn::Join', { 'Fn::Join': ['', ['a', { 'Fn::Join': ['-', ['b', { Ref: 'AWS::Region' }]] }]] }, 'ab-us-east-1'],
    ['Fn::Sub', { 'Fn::Sub': `\${AWS::Partition} \${Queue.Arn} \${!literal} \${AWS::StackName}` }, `aws ${ARN} \${literal} Here`],
    ['Fn::Sub with variables', { 'Fn::Sub': [`\${x}/\${AWS::AccountId}`, { x: { Ref: 'Bucket' } }] }, 'here-bucket/000000000000'],
    ['Fn::Select of Fn::Split', { 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Queue', 'Arn'] }] }] }, 'Here-Queue'],
    ['AWS::NoValue leaves the property out', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['AWS::NoValue leaves the element out', [1, { Ref: 'AWS::NoValue' }, 2], [1, 2]],
    ['AWS::URLSuffix', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
    [
      'an IAM Condition is no reference',
      { Condition: { StringEquals: { a: { Ref: 'Bucket' } } } },
      { Condition: { StringEquals: { a: 'here-bucket' } } },
    ],
  ])('%s', (_, value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  it('follow parameters, mappings and conditions', () => {
    const more = {
      Parameters: { Stage: { Default: 'test' } },
      Mappings: { Sizes: { test: { memory: 256 } } },
      Conditions: { IsTest: { 'Fn::Equals': [{ Ref: 'Stage' }, 'test'] }, IsNot: { 'Fn::Not': [{ Condition: 'IsTest' }] } },
    };
    expect(resolved({ 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, more)).toBe(256);
    expect(resolved([{ 'Fn::If': ['IsTest', 'yes', 'no'] }, { 'Fn::If': ['IsNot', 'yes', 'no'] }], more)).toEqual(['yes', 'no']);
  });

  it('cross stacks by export and import, and only backwards', () => {
    const first = stack(
      'First',
      { Queue: { Type: 'AWS::SQS::Queue' } },
      { Outputs: { Out: { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] }, Export: { Name: { 'Fn::Sub': `\${AWS::StackName}:Queue` } } } } },
    );
    const second = stack('Second', {
      Probe: { Type: 'AWS::CloudWatch::Alarm', Properties: { Value: { 'Fn::ImportValue': 'First:Queue' } } },
    });
    const probe = (stacks: readonly Stack[]) => readTemplate(stacks, ADDRESSES).ofType('AWS::CloudWatch::Alarm')[0]?.properties()['Value'];
    expect(probe([first, second])).toBe('arn:aws:sqs:us-east-1:000000000000:First-Queue');
    expect(() => probe([second])).toThrow('Second: imports "First:Queue", which no stack before it exports');
  });

  it('name this machine where they would name the site or Cognito’s sign-in page', () => {
    const template = readTemplate(
      [
        stack('Here', {
          Site: { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: { Aliases: ['care.example.com'] } } },
          SignIn: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { Domain: { 'Fn::Sub': `house-\${AWS::AccountId}` } } },
          Probe: {
            Type: 'AWS::CloudWatch::Alarm',
            Properties: {
              desk: { 'Fn::Sub': `https://\${Site.DomainName}/desk/` },
              own: ['https://care.example.com', 'care.example.com'],
              policy: { 'Fn::Sub': `connect-src 'self' https://\${SignIn}.auth.\${AWS::Region}.amazoncognito.com; img-src 'self'` },
            },
          },
        }),
      ],
      ADDRESSES,
    );
    expect(template.ofType('AWS::CloudWatch::Alarm')[0]?.properties()).toEqual({
      desk: 'http://api/desk/',
      own: ['http://api', 'care.example.com'],
      policy: "connect-src 'self' http://api/_sign-in; img-src 'self'",
    });
  });

  it('that the local cloud does not know are named with their place', () => {
    expect(() => resolved({ 'Fn::GetAZs': '' })).toThrow(
      'Here/Probe.Value: expected an intrinsic that the local cloud knows, found Fn::GetAZs',
    );
    expect(() => resolved({ 'Fn::GetAtt': ['Queue', 'Nothing'] })).toThrow(
      'Here/Queue (AWS::SQS::Queue): something asks for its attribute "Nothing"',
    );
    expect(() => resolved({ Ref: 'Nothing' })).toThrow('Here: something refers to "Nothing"');
    expect(() => readTemplate([stack('Here', { Odd: { Type: 'AWS::Odd::Thing' } })], ADDRESSES)).toThrow(
      'Here/Odd: the local cloud does not know the type AWS::Odd::Thing',
    );
  });

  it('leave out a resource whose condition does not hold', () => {
    const never = stack(
      'Here',
      { Maybe: { Type: 'AWS::SQS::Queue', Condition: 'Never' } },
      { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } },
    );
    expect(readTemplate([never], ADDRESSES).resources).toEqual([]);
  });
});
