import * as z from 'zod';
import type { Permissions } from '../gateway/roles.ts';
import { isRecord } from '../template/record.ts';
import type { Resource, Template } from '../template/template.ts';
import { arn, LocalCloudError } from '../world.ts';
import { type EdgeRequest, type EdgeResult, edgeFunction } from './edge-function.ts';
import { type Headers, readHeaders } from './headers.ts';

const Behaviour = z.object({
  PathPattern: z.optional(z.string()),
  TargetOriginId: z.string(),
  AllowedMethods: z.optional(z.array(z.string())),
  ResponseHeadersPolicyId: z.optional(z.string()),
  Compress: z.optional(z.boolean()),
  FunctionAssociations: z.optional(
    z.array(
      z.object({
        EventType: z.literal('viewer-request', 'the local cloud runs functions of viewer requests only'),
        FunctionARN: z.string(),
      }),
    ),
  ),
  LambdaFunctionAssociations: z.optional(z.undefined('the local cloud runs no Lambda@Edge')),
});
type Behaviour = z.infer<typeof Behaviour>;

const Config = z.object({
  DistributionConfig: z.object({
    DefaultCacheBehavior: Behaviour,
    CacheBehaviors: z.optional(z.array(Behaviour)),
    CustomErrorResponses: z.optional(z.undefined('the local cloud replaces no error pages')),
    DefaultRootObject: z.optional(z.undefined('the local cloud knows no default root object')),
    Origins: z.array(z.object({ Id: z.string(), DomainName: z.string(), OriginPath: z.optional(z.literal('')) })),
  }),
});

const Code = z.object({ FunctionCode: z.string() });

const Deployment = z.object({
  DestinationBucketName: z.string(),
  SourceObjectKeys: z.tuple([z.string()], 'the local cloud knows deployments of one folder'),
  DestinationBucketKeyPrefix: z.optional(z.undefined('the local cloud knows deployments to the whole bucket only')),
});

/** What the distribution does with paths of one pattern. */
export interface SiteBehaviour {
  matches(path: string): boolean;
  readonly methods: ReadonlySet<string>;
  /** Before all else. */
  readonly atEdge: ((request: EdgeRequest) => EdgeResult) | undefined;
  /** Folder of what is in the bucket; the HTTP API where absent. */
  readonly folder: string | undefined;
  readonly headers: Headers;
  readonly isCompressed: boolean;
}

/**
 * The behaviours of the template's distribution in the order in which CloudFront tries them; none where the template has no distribution.
 * @param apiHost host and port of the HTTP API.
 * @throws LocalCloudError where an origin is neither the API nor a bucket that is filled, or the bucket does not let the distribution read.
 */
export function readDistribution(template: Template, permissions: Permissions, apiHost: string): readonly SiteBehaviour[] {
  const [distribution, ...others] = template.ofType('AWS::CloudFront::Distribution');
  if (distribution === undefined) return [];
  const at = `${distribution.stack}/${distribution.logicalId}`;
  if (others.length > 0)
    throw new LocalCloudError(`${at}: the local cloud serves one distribution; the template has ${others.length + 1}.`);
  const { DefaultCacheBehavior, CacheBehaviors = [], Origins } = distribution.read(Config).DistributionConfig;
  const policies = readHeaders(template);
  const functions = new Map(template.ofType('AWS::CloudFront::Function').map((one) => [one.ref, one]));
  const folders = new Map(
    Origins.map(({ Id, DomainName }) => [
      Id,
      DomainName === apiHost ? undefined : folderOf(template, permissions, distribution, DomainName),
    ]),
  );
  return [...CacheBehaviors, DefaultCacheBehavior].map((behaviour) => {
    if (!folders.has(behaviour.TargetOriginId)) throw new LocalCloudError(`${at}: there is no origin "${behaviour.TargetOriginId}".`);
    return {
      matches: matcher(behaviour.PathPattern),
      methods: new Set(behaviour.AllowedMethods ?? ['GET', 'HEAD']),
      atEdge: edgeOf(behaviour, functions, at),
      folder: folders.get(behaviour.TargetOriginId),
      headers: headersOf(behaviour, policies, at),
      isCompressed: behaviour.Compress === true,
    };
  });
}

function headersOf({ ResponseHeadersPolicyId: id }: Behaviour, policies: ReadonlyMap<string, Headers>, at: string): Headers {
  if (id === undefined) return {};
  const headers = policies.get(id);
  if (headers === undefined)
    throw new LocalCloudError(`${at}: the template has no response headers policy "${id}"; AWS's own are not known here.`);
  return headers;
}

function edgeOf({ FunctionAssociations: associations = [] }: Behaviour, functions: ReadonlyMap<string, Resource>, at: string) {
  const [association] = associations;
  if (association === undefined) return undefined;
  const resource = functions.get(association.FunctionARN);
  if (resource === undefined) throw new LocalCloudError(`${at}: no CloudFront function has the ARN ${association.FunctionARN}.`);
  return edgeFunction(resource.read(Code).FunctionCode, `${resource.stack}/${resource.logicalId}`);
}

/** `*` is any text, `?` any character; letters are told apart by case. */
function matcher(pattern: string | undefined): (path: string) => boolean {
  if (pattern === undefined) return () => true;
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, 's');
  return (path) => expression.test(path);
}

function folderOf(template: Template, permissions: Permissions, distribution: Resource, domain: string): string {
  const at = `${distribution.stack}/${distribution.logicalId}`;
  const bucket = template.ofType('AWS::S3::Bucket').find((one) => one.attribute('RegionalDomainName') === domain);
  if (bucket === undefined) throw new LocalCloudError(`${at}: its origin ${domain} is neither the HTTP API nor a bucket of the template.`);
  const demand = {
    action: 's3:GetObject',
    resource: `${bucket.attribute('Arn')}/index.html`,
    context: { 'aws:sourcearn': [arn('cloudfront', `distribution/${distribution.ref}`, '')] },
  };
  if (!permissions.serviceMay('cloudfront.amazonaws.com', demand))
    throw new LocalCloudError(`${at}: CloudFront needs s3:GetObject on ${bucket.logicalId} for this distribution. Grant it in infra/.`);
  const deployment = template
    .ofType('Custom::CDKBucketDeployment')
    .find((one) => isRecord(one.properties()) && one.properties()['DestinationBucketName'] === bucket.name);
  const folder = deployment?.asset(deployment.read(Deployment).SourceObjectKeys[0]);
  if (folder === undefined) throw new LocalCloudError(`${at}: nothing fills its bucket ${bucket.logicalId}. Run "npm run synth" again.`);
  return folder;
}
