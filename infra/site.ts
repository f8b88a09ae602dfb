import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput, Fn, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { AmendsConfig } from '../shared/config/schema.ts';
import { acknowledge } from './acknowledge.ts';
import { HOST_OF_VIEWER, PAGE_OF_VIEW } from './edge.ts';
import { SiteFiles } from './site-files.ts';
import { siteHeaders } from './site-headers.ts';

export interface SiteSettings {
  readonly own: AmendsConfig['site'];
  /** Of the HTTP API, no slash at the end. */
  readonly apiUrl: string;
  /** Where people sign in, no slash at the end. */
  readonly signInUrl: string;
  /** Where customers' photos can be seen, no slash at the end. */
  readonly photosUrl: string;
  /** Folder of the built pages. */
  readonly web: string;
}

/** What the build must have left, or a deploy would put an empty place before everybody. */
const ENTRIES = ['desk/index.html', 'dashboard/index.html', 'signed-in/index.html', 'form.js', 'widget.js', 'photos.js'];

/**
 * The one origin of Amends: built files from a bucket, all else from the HTTP API, uncached. So pages and API need no CORS between them, and
 * links in mails lead to the place where the pages are.
 */
export class Site extends Construct {
  /** No slash at the end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { own, apiUrl, signInUrl, photosUrl, web }: SiteSettings) {
    super(scope, id);
    requireEntries(web);
    const bucket = this.bucket();
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Amends',
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: this.toApi(apiUrl),
      additionalBehaviors: this.toFiles(bucket, signInUrl, photosUrl),
      ...this.ownDomain(own),
    });
    explain(distribution, own.domain !== undefined);
    new SiteFiles(this, 'Files', { bucket, distribution, web });
    this.url = `https://${own.domain ?? distribution.distributionDomainName}`;
    new CfnOutput(this, 'SiteUrl', { value: this.url, description: 'Forms, webhooks, links in mails, the API' });
    new CfnOutput(this, 'DeskUrl', { value: `${this.url}/desk/`, description: 'Where staff work' });
    new CfnOutput(this, 'DashboardUrl', { value: `${this.url}/dashboard/`, description: 'Where managers see figures' });
    if (own.domain !== undefined) {
      new CfnOutput(this, 'SiteDns', {
        value: `${own.domain} CNAME ${distribution.distributionDomainName}`,
        description: 'Enter it in your DNS',
      });
    }
  }

  /** Nothing is kept in it that cannot be built again. */
  private bucket(): Bucket {
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(bucket, 'AwsSolutions-S1', 'It holds what everybody may load, nothing of anybody, and only the distribution reads it.');
    return bucket;
  }

  private toApi(apiUrl: string): BehaviorOptions {
    const code = FunctionCode.fromInline(HOST_OF_VIEWER);
    const host = new EdgeFunction(this, 'HostOfViewer', {
      code,
      runtime: FunctionRuntime.JS_2_0,
      comment: 'Tells the API which host was asked for',
    });
    return {
      origin: new HttpOrigin(Fn.select(2, Fn.split('/', apiUrl)), {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
      functionAssociations: [{ function: host, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  private toFiles(bucket: Bucket, signInUrl: string, photosUrl: string): Record<string, BehaviorOptions> {
    // With LIST, a file that is not there is a 404 and not a 403.
    const originAccessLevels = [AccessLevel.READ, AccessLevel.LIST];
    // @ts-expect-error aws-cdk-lib's types are not written for exactOptionalPropertyTypes: its Bucket is no IBucket there.
    const origin = S3BucketOrigin.withOriginAccessControl(bucket, { originAccessLevels });
    const headers = siteHeaders(this, signInUrl, photosUrl);
    const files = (responseHeadersPolicy: (typeof headers)['pages']): BehaviorOptions => ({
      origin,
      responseHeadersPolicy,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
    });
    const code = FunctionCode.fromInline(PAGE_OF_VIEW);
    const view = new EdgeFunction(this, 'PageOfView', {
      code,
      runtime: FunctionRuntime.JS_2_0,
      comment: 'Views of a page are its one file',
    });
    const page = { ...files(headers.pages), functionAssociations: [{ function: view, eventType: FunctionEventType.VIEWER_REQUEST }] };
    return {
      '/desk/*': page,
      '/dashboard/*': page,
      '/signed-in/*': page,
      '/assets/*': files(headers.assets),
      '/form.js': files(headers.form),
      '/widget.js': files(headers.widget),
      '/photos.js': files(headers.widget),
    };
  }

  private ownDomain({ domain, certificateArn }: AmendsConfig['site']) {
    if (domain === undefined || certificateArn === undefined) return {};
    return {
      domainNames: [domain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }
}

function explain(distribution: Distribution, hasOwnDomain: boolean): void {
  acknowledge(
    distribution,
    'AwsSolutions-CFR3',
    'Its access log would hold paths, and links of customers carry their tokens in the path (promise 33). The API logs route keys instead.',
  );
  acknowledge(distribution, 'AwsSolutions-CFR1', 'Customers complain from wherever they are.');
  acknowledge(
    distribution,
    'AwsSolutions-CFR2',
    'A web ACL costs more each month than the rest of an idle Amends. Every route has its throttle, and each door checks what it is handed.',
  );
  if (!hasOwnDomain) {
    acknowledge(
      distribution,
      'AwsSolutions-CFR4',
      'With the domain that CloudFront gives, it decides itself which TLS it takes. A house with a domain of its own has TLS 1.2 and above.',
    );
  }
}

function requireEntries(web: string): void {
  for (const entry of ENTRIES) {
    if (!existsSync(join(web, entry)))
      throw new Error(`web: expected the built pages in ${web}, there is no ${entry}. Run "node infra/web.ts".`);
  }
}
