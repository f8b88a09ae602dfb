import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table, type TableProps } from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { INDEX_NAME, OWNER_INDEX_NAME } from '../shared/adapters/dynamo/keys.ts';
import type { AmendsConfig } from '../shared/config/schema.ts';
import { acknowledge } from './acknowledge.ts';
import { PhotoStore } from './photo-store.ts';
import { CUSTOMER_KEY, LINK_KEY, noticeSecret, sourceSecret, webhookSecret } from './secrets.ts';

/** Long enough to answer a complaint about a complaint from the original; the words themselves are in the register. */
const RAW_MAIL_KEPT = Duration.days(400);
/** As long as mails, which may have the same photos in them. */
const PHOTOS_KEPT = RAW_MAIL_KEPT;
const ACCESS_LOG_KEPT = Duration.days(90);
const ANALYSES_KEPT = Duration.days(400);

const KEPT = { removalPolicy: RemovalPolicy.RETAIN };

const TABLE = {
  partitionKey: { name: 'pk', type: AttributeType.STRING },
  sortKey: { name: 'sk', type: AttributeType.STRING },
  billingMode: BillingMode.PAY_PER_REQUEST,
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtection: true,
  timeToLiveAttribute: 'expiresAt',
  ...KEPT,
} satisfies TableProps;

const BUCKET = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  ...KEPT,
} satisfies BucketProps;

export interface DataStackProps extends StackProps {
  readonly config: AmendsConfig;
}

/** What must outlive every deploy. Everything in it is kept when the stack goes. */
export class DataStack extends Stack {
  /** The truth: feedback, cases with their history, actions, customers. Its stream is the only fan-out. */
  readonly register: Table;
  /** What is counted from the register. */
  readonly figures: Table;
  /** Mail as it came in. */
  readonly mail: Bucket;
  /** Photos that came with forms. */
  readonly photos: Bucket;
  /** Answers in column files by month, and what was analysed of them. */
  readonly answers: Bucket;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.register = new Table(this, 'Register', { ...TABLE, stream: StreamViewType.NEW_AND_OLD_IMAGES });
    this.register.addGlobalSecondaryIndex({
      indexName: INDEX_NAME,
      partitionKey: { name: 'ipk', type: AttributeType.STRING },
      sortKey: { name: 'isk', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.register.addGlobalSecondaryIndex({
      indexName: OWNER_INDEX_NAME,
      partitionKey: { name: 'opk', type: AttributeType.STRING },
      sortKey: { name: 'osk', type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });
    this.figures = new Table(this, 'Figures', TABLE);
    const log = new Bucket(this, 'MailAccessLog', { ...BUCKET, lifecycleRules: [{ expiration: ACCESS_LOG_KEPT }] });
    this.mail = this.mailBucket(log);
    this.photos = this.photoBucket(log, props.config.photos.areTaken);
    this.answers = this.answersBucket(log);
    this.secrets(props.config);
  }

  private secrets(config: AmendsConfig): void {
    this.secret('CustomerKey', CUSTOMER_KEY, 'Keys the hash under which a customer is filed. Changing it makes strangers of all.');
    this.secret('LinkKey', LINK_KEY, 'Signs status links. Two values, new first, during rotation.');
    for (const source of config.sources) {
      this.secret(
        `Source-${source.id}`,
        sourceSecret(source.id),
        `Signing secret of ${source.provider}. Put in the one the provider shows.`,
      );
    }
    for (const { id } of config.webhooks) {
      this.secret(
        `Webhook-${id}`,
        webhookSecret(id),
        'Signs webhooks: hand it to the receiver with "whsec_" before it. Two values during rotation.',
      );
    }
    for (const { id, kind } of config.notices) {
      this.secret(
        `Notice-${id}`,
        noticeSecret(id),
        `Put in the URL that ${kind} shows for the chat room, then a space and its signing secret.`,
      );
    }
  }

  /** Not versioned: what is erased for a person must be gone (promise 35). */
  private mailBucket(log: Bucket): Bucket {
    return new Bucket(this, 'Mail', {
      ...BUCKET,
      // @ts-expect-error aws-cdk-lib's types are not written for exactOptionalPropertyTypes: its Bucket is no IBucket there.
      serverAccessLogsBucket: log,
      lifecycleRules: [{ expiration: RAW_MAIL_KEPT, abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
  }

  /** Not versioned either. */
  private photoBucket(log: Bucket, areTaken: boolean): Bucket {
    return new PhotoStore(this, 'Photos', { bucket: BUCKET, log, keptFor: PHOTOS_KEPT, areTaken }).bucket;
  }

  /** Answers stay, as figures do: nobody's words, address or key is among them. Analyses can be computed again. */
  private answersBucket(log: Bucket): Bucket {
    return new Bucket(this, 'Answers', {
      ...BUCKET,
      // @ts-expect-error aws-cdk-lib's types are not written for exactOptionalPropertyTypes: its Bucket is no IBucket there.
      serverAccessLogsBucket: log,
      serverAccessLogsPrefix: 'answers/',
      lifecycleRules: [{ prefix: 'analyses/', expiration: ANALYSES_KEPT }, { abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
  }

  /** Starts with a random value: 44 letters and digits, which is also valid base64 of 33 bytes, as Standard Webhooks wants. */
  private secret(id: string, secretName: string, description: string): void {
    const secret = new Secret(this, id, {
      secretName,
      description,
      generateSecretString: { passwordLength: 44, excludePunctuation: true },
      ...KEPT,
    });
    acknowledge(
      secret,
      'AwsSolutions-SMG4',
      'Only a person can rotate it: the other side (a provider, links already sent, hashes already stored) has to follow. Two values are valid meanwhile.',
    );
  }
}
