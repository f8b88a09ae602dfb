import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import config from '#config';
import { amendsApp } from '../../infra/amends-app.ts';
import { parseConfig } from '../../shared/config/parse.ts';
import { emptyBundles, isOfCdk, synthesise } from './synthesised.ts';

const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_VIEWER_EXCEPT_HOST_HEADER = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';
const OWN = { domain: 'care.example.com', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1a2b-3c4d' };

const Behaviour = z.looseObject({
  PathPattern: z.optional(z.string()),
  TargetOriginId: z.string(),
  ViewerProtocolPolicy: z.string(),
  AllowedMethods: z.array(z.string()),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.optional(z.string()),
  ResponseHeadersPolicyId: z.optional(z.unknown()),
  FunctionAssociations: z.optional(z.array(z.object({ EventType: z.string(), FunctionARN: z.unknown() }))),
});
const Distribution = z.object({
  DistributionConfig: z.looseObject({
    DefaultCacheBehavior: Behaviour,
    CacheBehaviors: z.array(Behaviour),
    Origins: z.array(z.looseObject({ Id: z.string(), DomainName: z.unknown(), OriginAccessControlId: z.optional(z.unknown()) })),
  }),
});
const Client = z.looseObject({ CallbackURLs: z.array(z.unknown()), LogoutURLs: z.array(z.unknown()) });

function siteOf(site: typeof config.site = {}) {
  const app = synthesise({ ...config, site });
  const [distribution, ...others] = app.all('AWS::CloudFront::Distribution', Distribution);
  if (distribution === undefined || others.length > 0) throw new Error('expected one distribution');
  return { ...app, distribution: distribution.Properties.DistributionConfig };
}

const made = siteOf();
const { all, inWords, resources, distribution, assembly } = made;
const outputs = z.record(z.string(), z.object({ Value: z.unknown() })).parse(assembly.getStackByName('AmendsPipeline').template.Outputs);
const outputOf = (name: string) =>
  inWords(Object.entries(outputs).find(([id]) => id.startsWith(`Site${name}`))?.[1].Value).replace(
    'AmendsPipeline/Site/Distribution',
    'DOMAIN',
  );

describe('the one origin', () => {
  const { DefaultCacheBehavior: toApi, CacheBehaviors: toFiles, Origins } = distribution;
  const originOf = (id: string) => Origins.find(({ Id }) => Id === id);

  it('gives paths of files to the bucket, all else to the HTTP API, uncached and whole', () => {
    expect(toFiles.map(({ PathPattern }) => PathPattern)).toEqual([
      '/desk/*',
      '/dashboard/*',
      '/signed-in/*',
      '/assets/*',
      '/form.js',
      '/widget.js',
      '/photos.js',
    ]);
    expect(toApi).toMatchObject({ CachePolicyId: CACHING_DISABLED, OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST_HEADER });
    expect([...toApi.AllowedMethods].sort()).toEqual(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);
    expect(JSON.stringify(originOf(toApi.TargetOriginId))).toMatch(/HttpApi.*"OriginProtocolPolicy":"https-only".*"TLSv1.2"/);
    for (const { TargetOriginId, AllowedMethods, OriginRequestPolicyId } of toFiles) {
      expect(originOf(TargetOriginId)?.OriginAccessControlId).toBeDefined();
      expect(AllowedMethods).toEqual(['GET', 'HEAD']);
      // Neither tokens nor cookies of a reader are of use to a file.
      expect(OriginRequestPolicyId).toBeUndefined();
    }
  });

  it('is asked by https only', () => {
    for (const { ViewerProtocolPolicy } of [toApi, ...toFiles]) expect(ViewerProtocolPolicy).toBe('redirect-to-https');
  });

  it('keeps no log of paths, for tokens of customers travel in them (P33)', () => {
    expect(distribution).not.toHaveProperty('Logging');
    expect(resources.filter(({ Type }) => /RealtimeLogConfig|Logs::Delivery/.test(Type))).toEqual([]);
  });

  it('has a bucket that nobody else reads, filled from source and gone with the stack', () => {
    const [bucket] = resources.filter(({ id, Type }) => Type === 'AWS::S3::Bucket' && id.startsWith('Site'));
    expect(bucket?.DeletionPolicy).toBe('Delete');
    expect(bucket?.Properties).toMatchObject({ PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true } });
    const [deployment] = all('Custom::CDKBucketDeployment', z.looseObject({ DestinationBucketName: z.unknown() }));
    expect(deployment?.Properties).toMatchObject({ Prune: true, RetainOnDelete: false, DistributionPaths: ['/*'] });
    expect(inWords(deployment?.Properties.DestinationBucketName)).toBe('AmendsPipeline/Site/Bucket');
  });

  it('brings one function of the CDK with it, which writes its log for so long and may do no more than fill the bucket (P31)', () => {
    const helpers = resources.filter(isOfCdk);
    expect(helpers).toHaveLength(1);
    expect(JSON.stringify(helpers[0]?.Properties)).toContain('"LogGroup":{"Ref":"SiteFilesLog');
    expect(JSON.stringify(helpers[0]?.Properties)).toContain('"Role":{"Fn::GetAtt":["SiteFilesRole');
    const rights = resources.filter(({ id, Type }) => Type === 'AWS::IAM::Policy' && id.startsWith('SiteFiles'));
    expect(rights).toHaveLength(1);
    const actions = JSON.stringify(rights[0]?.Properties).match(/(s3|logs|cloudfront|iam|lambda|dynamodb):\w+(?=")/g);
    expect([...new Set(actions)].sort()).toEqual([
      'cloudfront:CreateInvalidation',
      'cloudfront:GetInvalidation',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:DeleteObject',
      's3:GetBucketTagging',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
    ]);
  });

  it('is told in the outputs', () => {
    const told = ['SiteUrl', 'DeskUrl', 'DashboardUrl'].map(outputOf);
    expect(told).toEqual(['https://DOMAIN', 'https://DOMAIN/desk/', 'https://DOMAIN/dashboard/']);
  });

  it('refuses an empty build', () => {
    const web = mkdtempSync(join(tmpdir(), 'amends-no-web-'));
    expect(() => amendsApp({ config, bundles: emptyBundles(), web, outdir: web })).toThrow(
      /expected the built pages in .*desk\/index\.html/,
    );
  });
});

describe('headers of the pages', () => {
  const policies = all(
    'AWS::CloudFront::ResponseHeadersPolicy',
    z.object({
      ResponseHeadersPolicyConfig: z.looseObject({
        SecurityHeadersConfig: z.looseObject({ ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.unknown() }) }),
        CustomHeadersConfig: z.object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) }),
      }),
    }),
  ).map(({ id, Properties: { ResponseHeadersPolicyConfig: policy } }) => ({
    id,
    csp: inWords(policy.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy),
    custom: Object.fromEntries(policy.CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value])),
    policy,
  }));
  const named = (start: string) => policies.find(({ id }) => id.startsWith(`Site${start}`));

  it('are with every file', () => {
    for (const { ResponseHeadersPolicyId } of distribution.CacheBehaviors) expect(ResponseHeadersPolicyId).toBeDefined();
    for (const { csp, policy } of policies) {
      expect(csp).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
      expect(policy.SecurityHeadersConfig).toMatchObject({
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'DENY' },
        ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000 },
      });
    }
  });

  it('let staff’s pages run what is of this origin only, speak to the API and to the sign-in page, and make no markup of texts', () => {
    expect(named('PageHeaders')?.csp.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob: https://AmendsData/Photos/Bucket",
      "connect-src 'self' https://AmendsPipeline/Staff/Pool/SignIn.auth.AWS::Region.amazoncognito.com",
      "font-src 'self'",
      "frame-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types amends dompurify',
    ]);
  });

  it('let other sites load the widget alone', () => {
    const open = policies.filter(({ custom }) => custom['cross-origin-resource-policy'] !== 'same-origin').map(({ id }) => id);
    expect(open).toEqual([expect.stringMatching(/^SiteWidgetHeaders/)]);
    expect(policies.filter(({ custom }) => custom['access-control-allow-origin'] !== undefined)).toHaveLength(1);
  });

  it('let only files with a hash in their name be kept for good', () => {
    const kept = policies.filter(({ custom }) => custom['cache-control']?.includes('immutable')).map(({ id }) => id);
    expect(kept).toEqual([expect.stringMatching(/^SiteAssetHeaders/)]);
    expect(named('PageHeaders')?.custom['cache-control']).toBe('no-cache');
  });
});

describe('signing in', () => {
  const [client] = all('AWS::Cognito::UserPoolClient', Client);
  const inDomain = (urls: readonly unknown[] = []) => urls.map((url) => inWords(url).replace('AmendsPipeline/Site/Distribution', 'DOMAIN'));

  it('is by authorization code, for a client without a secret, and leads to the pages only', () => {
    expect(client?.Properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthScopes: ['openid', 'email', 'profile'],
      GenerateSecret: false,
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: 'ENABLED',
      SupportedIdentityProviders: ['COGNITO'],
    });
    expect(inDomain(client?.Properties.CallbackURLs)).toEqual(['https://DOMAIN/signed-in/']);
    expect(inDomain(client?.Properties.LogoutURLs)).toEqual(['https://DOMAIN/desk/']);
  });

  it('has a domain that the account has to itself, or the one of the config', () => {
    const domainOf = (of: ReturnType<typeof siteOf>) =>
      of.all('AWS::Cognito::UserPoolDomain', z.object({ Domain: z.unknown() })).map(({ Properties }) => of.inWords(Properties.Domain));
    expect(domainOf(made)).toEqual(['amends-AWS::AccountId']);
    expect(domainOf(siteOf({ signInPrefix: 'kettle-house' }))).toEqual(['kettle-house']);
  });
});

describe('a domain of the house', () => {
  it('stands for all: outputs, callbacks, links in mails, with TLS 1.2 and above', () => {
    const own = siteOf(OWN);
    expect(own.distribution).toMatchObject({
      Aliases: ['care.example.com'],
      ViewerCertificate: { AcmCertificateArn: OWN.certificateArn, MinimumProtocolVersion: expect.stringMatching(/^TLSv1\.2_/) },
    });
    const [client] = own.all('AWS::Cognito::UserPoolClient', Client);
    expect(client?.Properties.CallbackURLs.map(own.inWords)).toEqual(['https://care.example.com/signed-in/']);
    const links = own
      .all('AWS::Lambda::Function', z.object({ Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }) }))
      .flatMap(({ Properties }) => Properties.Environment.Variables['PUBLIC_URL'] ?? []);
    expect(links).toEqual(['https://care.example.com', 'https://care.example.com']);
  });

  it.each([
    ['a domain without its certificate', { domain: OWN.domain }, 'go together'],
    ['a certificate of another region', { ...OWN, certificateArn: OWN.certificateArn.replace('us-east-1', 'eu-west-1') }, 'us-east-1'],
    ['a domain with https', { ...OWN, domain: 'https://care.example.com' }, 'host name'],
    ['a prefix that AWS refuses', { signInPrefix: 'my-aws-house' }, 'without aws'],
  ])('is refused as %s', (_, site, reason) => {
    expect(() => parseConfig({ ...config, site })).toThrow(reason);
  });
});
