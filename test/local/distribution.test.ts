import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPermissions } from '../../local/gateway/roles.ts';
import { readDistribution } from '../../local/site/distribution.ts';
import { edgeFunction } from '../../local/site/edge-function.ts';
import { readTemplate } from '../../local/template/template.ts';
import type { Resources } from './fixtures/tiny-template.ts';

const API = '127.0.0.1:4080';
const ref = (logicalId: string) => ({ Ref: logicalId });
const attribute = (logicalId: string, name: string) => ({ 'Fn::GetAtt': [logicalId, name] });

const behaviour = (also: object = {}) => ({ TargetOriginId: 'files', ...also });

/** The smallest site that starts. */
const site = (config: object = {}): Resources => ({
  Bucket: { Type: 'AWS::S3::Bucket', Properties: {} },
  Policy: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: ref('Bucket'),
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Action: 's3:GetObject',
            Resource: { 'Fn::Join': ['', [attribute('Bucket', 'Arn'), '/*']] },
            Condition: {
              StringEquals: { 'AWS:SourceArn': { 'Fn::Join': ['', ['arn:aws:cloudfront::000000000000:distribution/', ref('Site')]] } },
            },
          },
        ],
      },
    },
  },
  Files: {
    Type: 'Custom::CDKBucketDeployment',
    Properties: { ServiceToken: 'x', DestinationBucketName: ref('Bucket'), SourceObjectKeys: ['files.zip'] },
  },
  Headers: { Type: 'AWS::CloudFront::ResponseHeadersPolicy', Properties: { ResponseHeadersPolicyConfig: { Name: 'h' } } },
  Site: {
    Type: 'AWS::CloudFront::Distribution',
    Properties: {
      DistributionConfig: {
        Origins: [
          { Id: 'files', DomainName: attribute('Bucket', 'RegionalDomainName') },
          { Id: 'api', DomainName: API },
        ],
        CacheBehaviors: [behaviour({ PathPattern: '/a/*.js' }), behaviour({ PathPattern: '/b?' })],
        DefaultCacheBehavior: { TargetOriginId: 'api' },
        ...config,
      },
    },
  },
});

function behavioursOf(resources: Resources) {
  const assets = new Map([['files', mkdtempSync(join(tmpdir(), 'amends-files-'))]]);
  const template = readTemplate([{ name: 'Here', assets, Resources: resources }], { api: `http://${API}`, gateway: 'http://gateway' });
  return readDistribution(template, readPermissions(template), API);
}

describe('a distribution', () => {
  it('takes the first pattern that fits, letter for letter', () => {
    const behaviours = behavioursOf(site());
    const taken = (path: string) => behaviours.findIndex(({ matches }) => matches(path));
    expect(['/a/x.js', '/a/b/c.js', '/a/xjs', '/A/x.js', '/b1', '/b', '/'].map(taken)).toEqual([0, 0, 2, 2, 1, 2, 2]);
    expect(behaviours.map(({ folder }) => folder !== undefined)).toEqual([true, true, false]);
  });

  it('is none where the template has none', () => {
    expect(behavioursOf({})).toEqual([]);
  });

  const spoiled = (change: (resources: Resources) => void) => {
    const resources = site();
    change(resources);
    return resources;
  };
  const none = (logicalId: string) => spoiled((all) => delete all[logicalId]);

  it.each<[string, Resources, RegExp]>([
    ['a bucket that it may not read', none('Policy'), /Here\/Site: CloudFront needs s3:GetObject on Bucket/],
    ['a bucket that nothing fills', none('Files'), /nothing fills its bucket Bucket/],
    ['an origin elsewhere', site({ Origins: [{ Id: 'api', DomainName: 'elsewhere.example' }] }), /neither the HTTP API nor a bucket/],
    ['a behaviour of no origin', site({ DefaultCacheBehavior: { TargetOriginId: 'gone' } }), /there is no origin "gone"/],
    [
      'headers of AWS’s own',
      site({ DefaultCacheBehavior: behaviour({ ResponseHeadersPolicyId: '67f7725c' }) }),
      /no response headers policy "67f7725c"/,
    ],
    [
      'a function that is not there',
      site({ DefaultCacheBehavior: behaviour({ FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: 'x' }] }) }),
      /no CloudFront function/,
    ],
    [
      'a function of responses',
      site({ DefaultCacheBehavior: behaviour({ FunctionAssociations: [{ EventType: 'viewer-response', FunctionARN: 'x' }] }) }),
      /viewer requests only/,
    ],
    ['Lambda@Edge', site({ DefaultCacheBehavior: behaviour({ LambdaFunctionAssociations: [{}] }) }), /no Lambda@Edge/],
    ['error pages', site({ CustomErrorResponses: [{ ErrorCode: 404 }] }), /no error pages/],
    [
      'a header that the local cloud does not know',
      spoiled((all) => {
        const headers = all['Headers'];
        if (headers !== undefined) headers.Properties['ResponseHeadersPolicyConfig'] = { Name: 'h', CorsConfig: {} };
      }),
      /Here\/Headers.*Unrecognized key: "CorsConfig"/s,
    ],
    ['a second one beside it', spoiled((all) => Object.assign(all, { Other: site()['Site'] })), /serves one distribution/],
  ])('with %s does not start', (_, resources, message) => {
    expect(() => behavioursOf(resources)).toThrow(message);
  });
});

describe('a CloudFront function', () => {
  const request = { method: 'GET', uri: '/a', querystring: {}, headers: { host: { value: 'h' } } };

  it('changes the request or answers it', () => {
    expect(edgeFunction('function handler(e) { e.request.uri = "/b"; return e.request; }', 'f')(request)).toMatchObject({ uri: '/b' });
    expect(edgeFunction('function handler() { return { statusCode: 308 }; }', 'f')(request)).toEqual({ statusCode: 308 });
  });

  it.each([
    ['fails', 'function handler() { throw new Error("no"); }'],
    ['gives nothing back', 'function handler() {}'],
    ['wants the network', 'function handler(e) { fetch("https://example.com"); return e.request; }'],
    ['wants the machine', 'function handler(e) { process.exit(); return e.request; }'],
    ['wants a module', 'function handler(e) { require("fs"); return e.request; }'],
    ['never ends', 'function handler() { for (;;); }'],
  ])('that %s is a fault', (_, code) => {
    expect(() => edgeFunction(code, 'Here/Edge')(request)).toThrow(/Here\/Edge: expected a request or a response/);
  });
});
