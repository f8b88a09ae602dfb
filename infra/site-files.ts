import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct, type IConstruct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { LOG_RETENTION } from './constructs/bundled-function.ts';

export interface SiteFilesSettings {
  readonly bucket: Bucket;
  /** What it keeps of the files at its edges is forgotten with each deploy. */
  readonly distribution: Distribution;
  /** Folder of the files. */
  readonly web: string;
}

/**
 * Brings the built files into the bucket with each deploy, takes out what is no more, and empties the bucket where the stack goes. A function of the
 * CDK does it, with the rights that it needs for this and not those that it asks for.
 */
export class SiteFiles extends Construct {
  constructor(scope: Construct, id: string, { bucket, distribution, web }: SiteFilesSettings) {
    super(scope, id);
    const asset = new Asset(this, 'Web', { path: web });
    const logGroup = new LogGroup(this, 'Log', { retention: LOG_RETENTION, removalPolicy: RemovalPolicy.DESTROY });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const rights = new Policy(this, 'Rights', {
      roles: [role],
      statements: [
        allow([logGroup.logGroupArn], 'logs:CreateLogStream', 'logs:PutLogEvents'),
        allow([asset.bucket.arnForObjects(asset.s3ObjectKey)], 's3:GetObject'),
        // By its tags it knows at the end whether the bucket is still its own.
        allow([bucket.bucketArn], 's3:ListBucket', 's3:GetBucketTagging'),
        allow([bucket.arnForObjects('*')], 's3:PutObject', 's3:DeleteObject'),
        allow([distribution.distributionArn], 'cloudfront:CreateInvalidation', 'cloudfront:GetInvalidation'),
      ],
    });
    acknowledge(
      rights,
      'AwsSolutions-IAM5[Resource::<SiteBucket978D4AEB.Arn>/*]',
      'The build names the files. The bucket is theirs alone: whatever is in it was built from source.',
    );
    const deployment = new BucketDeployment(this, 'Deployment', {
      sources: [Source.bucket(asset.bucket, asset.s3ObjectKey)],
      // @ts-expect-error aws-cdk-lib's types are not written for exactOptionalPropertyTypes: its Bucket is no IBucket there.
      destinationBucket: bucket,
      distribution,
      distributionPaths: ['/*'],
      prune: true,
      retainOnDelete: false,
      memoryLimit: 512,
      role: role.withoutPolicyUpdates(),
      logGroup,
    });
    deployment.node.addDependency(rights);
    for (const helper of Stack.of(this).node.children.filter(isHelper)) {
      acknowledge(
        helper,
        'AwsSolutions-L1',
        'Code and runtime are those of aws-cdk-lib, which is tested with them; it comes to a newer one with its updates.',
      );
    }
  }
}

const allow = (resources: string[], ...actions: string[]) => new PolicyStatement({ actions, resources });

/** It stands in the stack itself, for all deployments that a stack may have. */
const isHelper = ({ node }: IConstruct) => /^Custom::CDKBucketDeployment/.test(node.id);
