import { PARTITION } from '../world.ts';
import {
  type Answer,
  type Answered,
  type Call,
  type Caller,
  errorAnswer,
  forwardable,
  Refused,
  type Request,
  type Service,
} from './call.ts';
import type { Exchange } from './exchange.ts';
import type { Demand } from './iam.ts';
import { checkPost } from './post-policy.ts';
import type { PostedForm } from './posted-form.ts';
import { askedHeaders, checkPresigned, isPresigned } from './presigned-query.ts';
import type { Permissions } from './roles.ts';
import { type Place, S3Objects } from './s3-objects.ts';
import type { Scanner } from './scanner.ts';

const ON_OBJECT: Readonly<Record<string, string>> = { GET: 'GetObject', HEAD: 'GetObject', PUT: 'PutObject', DELETE: 'DeleteObject' };
const ON_BUCKET: Readonly<Record<string, string>> = { GET: 'ListBucket', HEAD: 'ListBucket' };
/** Sub-resources (`?acl`, `?uploads`, …) are other actions with rights of their own. */
const HARMLESS_PARAMETERS = new Set([
  'x-id',
  'list-type',
  'prefix',
  'delimiter',
  'max-keys',
  'continuation-token',
  'start-after',
  'encoding-type',
  'versionid',
]);

export interface S3Settings {
  readonly exchange: Exchange;
  readonly permissions: Permissions;
  readonly scanner: Scanner;
  /** Headers by which a bucket lets pages of other sites read its answer; none where it has no such rule. */
  readonly corsOf: (bucket: string, method: string) => Readonly<Record<string, string>>;
}

/** S3 by path, as the SDK addresses it at an IP address: calls of functions, and of browsers that were handed a signature. */
export function s3Service(settings: S3Settings): Service {
  const objects = new S3Objects(settings.exchange, settings.scanner);
  return {
    dialect: 's3',
    understand: (request, caller) => {
      const place = placeOf(request.url);
      if (request.form !== undefined) return posted(settings, objects, place, request.form);
      const { searchParams } = new URL(request.url, 'http://s3');
      const isTagging = request.method === 'GET' && place.key !== '' && searchParams.has('tagging');
      const demand = isTagging ? { action: 's3:GetObjectTagging', resource: place.arn } : demandOf(request, place);
      const answer = async (): Promise<Answered> => {
        if (isPresigned(searchParams)) checkPresigned(request, new Date());
        await refuseByBucket(settings, objects, place, demand, caller);
        const response = await (isTagging ? objects.tags(place) : passOn(settings.exchange, request, searchParams));
        // S3 tells whether an object exists only to those who may list the bucket.
        const mayList = () => settings.permissions.roleMay(caller.roleArn, { action: 's3:ListBucket', resource: place.bucketArn });
        if (response.status === 404 && place.key !== '' && !mayList()) {
          return errorAnswer('s3', new Refused('AccessDenied', `no such object, and ${caller.name} may not list ${place.bucketArn}`, 403));
        }
        return response;
      };
      return { action: demand.action.slice('s3:'.length), demands: [demand], answer };
    },
  };
}

/** A browser's upload, by the right of the function that signed its policy. Also a refusal can be read by the page. */
function posted({ corsOf }: S3Settings, objects: S3Objects, place: Place, form: PostedForm): Call {
  const key = form.fields.get('key') ?? '';
  const answer = async (): Promise<Answer> => {
    const cors = corsOf(place.bucket, 'POST');
    try {
      checkPost(place.bucket, form, new Date());
      await objects.put({ ...place, key }, form.fields.get('content-type') ?? 'binary/octet-stream', form.file ?? Buffer.alloc(0));
      return { status: 204, headers: cors, body: '' };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const refused = errorAnswer('s3', error);
      return { ...refused, headers: { ...refused.headers, ...cors } };
    }
  };
  return { action: 'PostObject', demands: [{ action: 's3:PutObject', resource: `${place.bucketArn}/${key}` }], answer };
}

/** What the bucket's own policy denies, whatever the role allows. @throws Refused */
async function refuseByBucket(
  { permissions }: S3Settings,
  objects: S3Objects,
  place: Place,
  demand: Demand,
  caller: Caller,
): Promise<void> {
  const tags = demand.action === 's3:GetObject' ? await objects.tagsOf(place) : {};
  const ofObject = Object.entries(tags).map(([name, value]) => [`s3:existingobjecttag/${name.toLowerCase()}`, [value]] as const);
  const context = { 'aws:principalarn': [caller.roleArn], ...Object.fromEntries(ofObject) };
  if (permissions.resourceRefuses({ ...demand, context }))
    throw new Refused('AccessDenied', `${demand.action} on ${demand.resource} is denied by the policy of the bucket`, 403);
}

async function passOn(exchange: Exchange, { method, url, headers, body }: Request, searchParams: URLSearchParams): Promise<Answer> {
  const asked = isPresigned(searchParams) ? askedHeaders(searchParams) : undefined;
  // The engine asks for some signature and looks at none.
  const path = asked === undefined ? url : new URL(url, 'http://s3').pathname;
  const response = await exchange({ method, path, headers: forwardable(headers), body });
  return { status: response.status, headers: { ...forwardable(response.headers), ...asked }, body: response.body };
}

function placeOf(url: string): Place {
  const [, bucket = '', ...rest] = new URL(url, 'http://s3').pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  const bucketArn = `arn:${PARTITION}:s3:::${bucket}`;
  return { bucket, key, bucketArn, arn: key === '' ? bucketArn : `${bucketArn}/${key}` };
}

function demandOf({ method, url, headers }: Request, { bucket, key, arn }: Place): Demand {
  const { searchParams } = new URL(url, 'http://s3');
  const action = (key === '' ? ON_BUCKET : ON_OBJECT)[method];
  const isKnown = (name: string) =>
    HARMLESS_PARAMETERS.has(name.toLowerCase()) || (isPresigned(searchParams) && /^(x-amz|response)-/i.test(name));
  const isOther = [...searchParams.keys()].some((name) => !isKnown(name)) || headers['x-amz-copy-source'] !== undefined;
  if (bucket === '' || action === undefined || isOther) {
    throw new Refused(
      'NotImplemented',
      `The local cloud passes no S3 ${method} ${url.replace(/[?].*/, '')} of this kind. If functions need it, add it to local/gateway/s3.ts.`,
      501,
    );
  }
  return { action: `s3:${action}`, resource: arn };
}
