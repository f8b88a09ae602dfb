import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import config from '#config';
import { synthesise } from './synthesised.ts';

const { all, inWords, resources, assembly } = synthesise();

const tables = new Map(
  all('AWS::DynamoDB::Table', z.looseObject({ BillingMode: z.string() })).map(({ id, Properties }) => [inWords({ Ref: id }), Properties]),
);
const stringKey = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

describe('the data stack', () => {
  it('keeps everything when it is deleted or a resource is replaced', () => {
    const kept = resources.filter(({ id, Type }) => inWords({ Ref: id }).startsWith('AmendsData/') && !Type.endsWith('Policy'));
    expect(kept.map(({ Type }) => Type)).toContain('AWS::DynamoDB::Table');
    for (const { DeletionPolicy, UpdateReplacePolicy } of kept) expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
    expect(assembly.getStackByName('AmendsData').terminationProtection).toBe(true);
  });

  it('keeps the accounts of the staff too, in whichever stack they are', () => {
    expect(resources.find(({ Type }) => Type === 'AWS::Cognito::UserPool')).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  it('has the register, with its stream, one sparse index of keys and one of whole cases by owner', () => {
    expect(tables.get('AmendsData/Register')).toMatchObject({
      KeySchema: stringKey('pk', 'sk'),
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      GlobalSecondaryIndexes: [
        { IndexName: 'index', KeySchema: stringKey('ipk', 'isk'), Projection: { ProjectionType: 'KEYS_ONLY' } },
        { IndexName: 'owner', KeySchema: stringKey('opk', 'osk'), Projection: { ProjectionType: 'ALL' } },
      ],
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  it('has the figures, without a stream', () => {
    expect(tables.get('AmendsData/Figures')).toMatchObject({
      KeySchema: stringKey('pk', 'sk'),
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
    expect(tables.get('AmendsData/Figures')).not.toHaveProperty('StreamSpecification');
  });

  it('protects both tables and can turn them back', () => {
    expect(tables.size).toBe(2);
    for (const table of tables.values()) {
      expect(table).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      });
    }
  });

  it('keeps raw mail private, encrypted, for a bounded time and in one version, so that erasing erases (P35)', () => {
    // That of the pages holds nothing of anybody: test/infra/site.test.ts.
    const buckets = all('AWS::S3::Bucket', z.looseObject({})).filter(({ id }) => !inWords({ Ref: id }).startsWith('AmendsPipeline/Site/'));
    expect(buckets.map(({ id }) => inWords({ Ref: id })).sort()).toEqual([
      'AmendsData/Answers',
      'AmendsData/Mail',
      'AmendsData/MailAccessLog',
      'AmendsData/Photos/Bucket',
    ]);
    for (const { id, Properties } of buckets) {
      expect(Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
      });
      // Answers stay, as figures do: nobody's words, address or key is among them. What was analysed of them goes.
      const expires = { Status: 'Enabled', ExpirationInDays: expect.any(Number) };
      const rule = inWords({ Ref: id }) === 'AmendsData/Answers' ? { ...expires, Prefix: 'analyses/' } : expires;
      expect(Properties['LifecycleConfiguration']).toMatchObject({ Rules: expect.arrayContaining([expect.objectContaining(rule)]) });
      expect(Properties).not.toHaveProperty('VersioningConfiguration');
    }
  });

  it('makes a secret for each key and source, random and long enough (P6)', () => {
    const secrets = all(
      'AWS::SecretsManager::Secret',
      z.object({ Name: z.string(), GenerateSecretString: z.object({ PasswordLength: z.number(), ExcludePunctuation: z.boolean() }) }),
    ).map(({ Properties }) => Properties);
    expect(secrets.map(({ Name }) => Name).sort()).toEqual(
      ['amends/customer-key', 'amends/link-key', ...config.sources.map(({ id }) => `amends/source/${id}`)].sort(),
    );
    for (const { GenerateSecretString } of secrets) expect(GenerateSecretString).toEqual({ PasswordLength: 44, ExcludePunctuation: true });
  });
});
