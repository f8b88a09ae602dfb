import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { AnyPrincipal, Effect, Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket, type BucketProps, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** All photos lie below it. */
export const PHOTO_PREFIX = 'new/';
/** How cdk-nag names a right to all objects below it, in the other stack. */
export const ALL_PHOTOS = 'AwsSolutions-IAM5[Resource::AmendsData:ExportsOutputFnGetAttPhotosBucket4131342AArn9A26CC64/new/*]';
/** What GuardDuty sets on what it has scanned, and the value with which an object can be read. */
const SCAN_TAG = 'GuardDutyMalwareScanStatus';
const CLEAN = 'NO_THREATS_FOUND';
const THREAT = 'THREATS_FOUND';

export interface PhotoStoreSettings {
  /** What all buckets of the stack have: private, encrypted, kept. */
  readonly bucket: BucketProps;
  readonly log: Bucket;
  readonly keptFor: Duration;
  /** Is what comes in scanned? Where not, nothing that is in it can ever be read, and no form offers photos. */
  readonly areTaken: boolean;
}

/**
 * Customers' photos, in quarantine until they were scanned: the bucket itself refuses to hand out an object without GuardDuty's tag that nothing was found, to
 * whoever asks, and lets nobody else set that tag.
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/tag-based-access-s3-malware-protection.html
 */
export class PhotoStore extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { bucket: common, log, keptFor, areTaken }: PhotoStoreSettings) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      ...common,
      // @ts-expect-error aws-cdk-lib's types are not written for exactOptionalPropertyTypes: its Bucket is no IBucket there.
      serverAccessLogsBucket: log,
      serverAccessLogsPrefix: 'photos/',
      // The widget stands on any site. What may be posted, the signed policy of each photo says; there are no cookies and nothing to read.
      cors: [{ allowedMethods: [HttpMethods.POST], allowedOrigins: ['*'], allowedHeaders: ['*'], maxAge: 86_400 }],
      lifecycleRules: [
        { expiration: keptFor, abortIncompleteMultipartUploadAfter: Duration.days(1) },
        { expiration: Duration.days(1), tagFilters: { [SCAN_TAG]: THREAT } },
      ],
    });
    const scanner = new Role(this, 'Scanner', { assumedBy: new ServicePrincipal('malware-protection-plan.guardduty.amazonaws.com') });
    this.quarantine(scanner);
    const rights = this.rightsOf(scanner);
    // As long as the photos are kept, so is their quarantine.
    const kept = [scanner, rights, this.bucket.policy, areTaken ? this.scan(scanner, rights) : undefined];
    for (const one of kept) one?.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }

  private quarantine({ roleArn }: Role): void {
    const objects = this.bucket.arnForObjects('*');
    const others = { ArnNotLike: { 'aws:PrincipalArn': roleArn } };
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'NobodyReadsWhatIsNotScanned',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: [objects],
        conditions: { ...others, StringNotEquals: { [`s3:ExistingObjectTag/${SCAN_TAG}`]: CLEAN } },
      }),
    );
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'OnlyTheScannerSaysSo',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObjectTagging', 's3:PutObjectVersionTagging', 's3:DeleteObjectTagging', 's3:DeleteObjectVersionTagging'],
        resources: [objects],
        conditions: others,
      }),
    );
  }

  /** @see https://docs.aws.amazon.com/guardduty/latest/ug/malware-protection-s3-iam-policy-prerequisite.html */
  private rightsOf(scanner: Role): Policy {
    const { bucketArn } = this.bucket;
    const objects = this.bucket.arnForObjects('*');
    const rule = Stack.of(this).formatArn({
      service: 'events',
      resource: 'rule',
      resourceName: 'DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*',
    });
    const managed = { StringEquals: { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' } };
    const allow = (resources: string[], actions: string[], conditions = {}) => new PolicyStatement({ resources, actions, conditions });
    const rights = new Policy(this, 'ScannerRights', {
      roles: [scanner],
      statements: [
        allow([rule], ['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'], managed),
        allow([rule], ['events:DescribeRule', 'events:ListTargetsByRule']),
        allow([bucketArn], ['s3:PutBucketNotification', 's3:GetBucketNotification', 's3:ListBucket']),
        allow([this.bucket.arnForObjects('malware-protection-resource-validation-object')], ['s3:PutObject']),
        allow([objects], ['s3:GetObject', 's3:GetObjectVersion']),
        allow([objects], ['s3:PutObjectTagging', 's3:GetObjectTagging', 's3:PutObjectVersionTagging', 's3:GetObjectVersionTagging']),
      ],
    });
    acknowledge(
      rights,
      'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*]',
      'GuardDuty makes this one rule, to hear of new objects, and names its end itself. Writing asks that the rule is its own.',
    );
    acknowledge(
      rights,
      'AwsSolutions-IAM5[Resource::<PhotosBucket4131342A.Arn>/*]',
      'It has to look at each object of this one bucket, which holds nothing but photos, and to tag it.',
    );
    return rights;
  }

  private scan({ roleArn }: Role, rights: Policy): CfnMalwareProtectionPlan {
    const plan = new CfnMalwareProtectionPlan(this, 'Scan', {
      role: roleArn,
      protectedResource: { s3Bucket: { bucketName: this.bucket.bucketName, objectPrefixes: [PHOTO_PREFIX] } },
      actions: { tagging: { status: 'ENABLED' } },
    });
    // GuardDuty tries what it was given when the plan is made.
    plan.node.addDependency(rights);
    if (this.bucket.policy) plan.node.addDependency(this.bucket.policy);
    return plan;
  }
}
