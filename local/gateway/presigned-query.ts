import { encoded, signature, stringToSign } from '../../shared/adapters/s3/sigv4.ts';
import { SECRET_ACCESS_KEY } from '../world.ts';
import { Refused, type Request } from './call.ts';

/** An address of an object that carries its own signature. */
export const isPresigned = (searchParams: URLSearchParams): boolean => searchParams.has('X-Amz-Signature');

/**
 * Lets a signed address pass where S3 would: for its method, host, path and query, as long as it says.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 * @throws Refused with S3's code.
 */
export function checkPresigned({ method, url, headers }: Request, now: Date): void {
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const of = (name: string) => searchParams.get(name) ?? '';
  const [, ...scope] = of('X-Amz-Credential').split('/');
  const query = [...searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const canonical = [method, pathname, query, `host:${headers.host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const toSign = stringToSign(of('X-Amz-Date'), scope.join('/'), canonical);
  if (signature(SECRET_ACCESS_KEY, scope.join('/'), toSign) !== of('X-Amz-Signature')) {
    throw new Refused('SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.', 403);
  }
  const signedAt = of('X-Amz-Date').replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  if (now.getTime() > Date.parse(signedAt) + Number(of('X-Amz-Expires')) * 1000)
    throw new Refused('AccessDenied', 'Request has expired', 403);
}

/** Headers of the answer that the address asks for, e.g. `response-content-type`. */
export const askedHeaders = (searchParams: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...searchParams].flatMap(([name, value]) => (name.startsWith('response-') ? [[name.slice('response-'.length), value]] : [])),
  );
