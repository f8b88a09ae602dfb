import { PARTITION } from '../world.ts';
import { type Answered, type Caller, errorAnswer, forwardable, Refused, type Request, type Service } from './call.ts';
import type { Exchange } from './exchange.ts';
import type { Demand } from './iam.ts';

const ON_OBJECT: Readonly<Record<string, string>> = { GET: 'GetObject', HEAD: 'GetObject', PUT: 'PutObject', DELETE: 'DeleteObject' };
const ON_BUCKET: Readonly<Record<string, string>> = { GET: 'ListBucket', HEAD: 'ListBucket' };
/** Sub-resources (`?tagging`, `?uploads`, …) are other actions with rights of their own. */
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

/** S3 by path, as the SDK addresses it at an IP address. */
export function s3Service(exchange: Exchange, may: (caller: Caller, demand: Demand) => boolean): Service {
  return {
    dialect: 's3',
    understand: (request, caller) => {
      const { bucketArn, demand } = demandOf(request);
      return {
        action: demand.action.slice('s3:'.length),
        demands: [demand],
        answer: async (): Promise<Answered> => {
          const response = await exchange({
            method: request.method,
            path: request.url,
            headers: forwardable(request.headers),
            body: request.body,
          });
          // S3 tells whether an object exists only to those who may list the bucket.
          if (response.status === 404 && demand.resource !== bucketArn && !may(caller, { action: 's3:ListBucket', resource: bucketArn })) {
            return errorAnswer('s3', new Refused('AccessDenied', `no such object, and ${caller.name} may not list ${bucketArn}`, 403));
          }
          return { status: response.status, headers: forwardable(response.headers), body: response.body };
        },
      };
    },
  };
}

function demandOf({ method, url, headers }: Request): { bucketArn: string; demand: Demand } {
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const [, bucket = '', ...rest] = pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  const bucketArn = `arn:${PARTITION}:s3:::${bucket}`;
  const action = (key === '' ? ON_BUCKET : ON_OBJECT)[method];
  const isOther =
    [...searchParams.keys()].some((name) => !HARMLESS_PARAMETERS.has(name.toLowerCase())) || headers['x-amz-copy-source'] !== undefined;
  if (bucket === '' || action === undefined || isOther) {
    throw new Refused(
      'NotImplemented',
      `The local cloud passes no S3 ${method} ${url.replace(/[?].*/, '')} of this kind. If functions need it, add it to local/gateway/s3.ts.`,
      501,
    );
  }
  return { bucketArn, demand: { action: `s3:${action}`, resource: key === '' ? bucketArn : `${bucketArn}/${key}` } };
}
