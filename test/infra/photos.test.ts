import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import config from '#config';
import { isAllowed, readPolicy } from '../../local/gateway/iam.ts';
import { synthesise } from './synthesised.ts';

const OBJECT = 'arn:aws:s3:::photos/new/c5w2zq7h3x6mkd4tyv2n7brja5/1';
const SCANNER = 'arn:aws:iam::000000000000:role/scanner';

const { all, inWords } = synthesise();
const Policy = z.object({ Bucket: z.unknown(), PolicyDocument: z.unknown() });

/** The bucket's policy with real names in it, and with everything allowed beside. */
function statements() {
  const [policy] = all('AWS::S3::BucketPolicy', Policy).filter(
    ({ Properties }) => inWords(Properties.Bucket) === 'AmendsData/Photos/Bucket',
  );
  const named = JSON.stringify(policy?.Properties.PolicyDocument, (_, value: unknown) => {
    const isReference = typeof value === 'object' && value !== null && ('Fn::GetAtt' in value || 'Fn::Join' in value);
    return isReference
      ? inWords(value).replace('AmendsData/Photos/Bucket', 'arn:aws:s3:::photos').replace('AmendsData/Photos/Scanner', SCANNER)
      : value;
  });
  return [
    ...readPolicy(JSON.parse(named), 'photos'),
    ...readPolicy({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }, 'test'),
  ];
}
const may = (action: string, principal: string, tag?: string) =>
  isAllowed(statements(), {
    action: `s3:${action}`,
    resource: OBJECT,
    context: {
      'aws:principalarn': [principal],
      ...(tag === undefined ? {} : { 's3:existingobjecttag/guarddutymalwarescanstatus': [tag] }),
    },
  });
const ADMIN = 'arn:aws:iam::000000000000:role/administrator';

describe('the bucket of photos', () => {
  it.each([[undefined], ['THREATS_FOUND'], ['UNSUPPORTED'], ['FAILED'], ['no_threats_found']])(
    'shows nobody, whatever they may, an object whose scan says %s',
    (tag) => {
      expect(may('GetObject', ADMIN, tag)).toBe(false);
      expect(may('GetObjectVersion', ADMIN, tag)).toBe(false);
    },
  );

  it('shows what was found clean, and everything to the scanner', () => {
    expect(may('GetObject', ADMIN, 'NO_THREATS_FOUND')).toBe(true);
    expect(may('GetObject', SCANNER)).toBe(true);
  });

  it('lets the scanner alone say what it found; deleting is denied to nobody (P35)', () => {
    expect(may('PutObjectTagging', ADMIN)).toBe(false);
    expect(may('DeleteObjectTagging', ADMIN)).toBe(false);
    expect(may('PutObjectTagging', SCANNER)).toBe(true);
    expect(may('DeleteObject', ADMIN)).toBe(true);
  });

  it('is scanned below its prefix, with tags, by the role that the policy lets through', () => {
    const Plan = z.object({ Role: z.unknown(), ProtectedResource: z.unknown(), Actions: z.unknown() });
    expect(
      all('AWS::GuardDuty::MalwareProtectionPlan', Plan).map(({ Properties }) => ({ ...Properties, Role: inWords(Properties.Role) })),
    ).toEqual([
      {
        Role: 'AmendsData/Photos/Scanner',
        ProtectedResource: { S3Bucket: { BucketName: { Ref: expect.any(String) }, ObjectPrefixes: ['new/'] } },
        Actions: { Tagging: { Status: 'ENABLED' } },
      },
    ]);
  });

  it('has no scan, and is deployed all the same, where a house takes no photos', () => {
    const without = synthesise({ ...config, photos: { areTaken: false } });
    expect(without.resources.filter(({ Type }) => Type === 'AWS::GuardDuty::MalwareProtectionPlan')).toEqual([]);
  });
});
