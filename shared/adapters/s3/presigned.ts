import { ALGORITHM, type AwsEnvironment, bucketAddress, encoded, encodedKey, signature, signedAt, stringToSign } from './sigv4.ts';

/** Where browsers send to and read from, for a page's policy. */
export const photosOrigin = (bucket: string, aws: AwsEnvironment): string => bucketAddress(bucket, aws).origin;

export interface UploadLimits {
  readonly bucket: string;
  readonly key: string;
  /** Stored with the object, whatever is in it. */
  readonly contentType: string;
  readonly maxBytes: number;
  /** Seconds from now. */
  readonly validFor: number;
}

/** What a browser posts, each field before the file, and where to. */
export interface SignedUpload {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Lets somebody upload one object by a form, without a key of ours: this name, this content type, 1 byte to `maxBytes`, nothing else. S3 refuses every
 * field that the policy does not name, so no tag that feigns a scan can come with it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export function signedUpload({ bucket, key, contentType, maxBytes, validFor }: UploadLimits, aws: AwsEnvironment, now: Date): SignedUpload {
  const { origin, path } = bucketAddress(bucket, aws);
  const { at, credential } = signedAt(aws, now);
  const fields = {
    key,
    'Content-Type': contentType,
    'x-amz-algorithm': ALGORITHM,
    'x-amz-credential': credential,
    'x-amz-date': at,
    ...(aws.sessionToken === undefined ? {} : { 'x-amz-security-token': aws.sessionToken }),
  };
  const policy = {
    expiration: new Date(now.getTime() + validFor * 1000).toISOString(),
    conditions: [{ bucket }, ...Object.entries(fields).map(([name, value]) => ({ [name]: value })), ['content-length-range', 1, maxBytes]],
  };
  return { url: `${origin}${path}/`, fields: { ...fields, ...signedPolicy(JSON.stringify(policy), aws, now) } };
}

/** The two fields that carry a policy. @param policy JSON, signed as it is written. */
export function signedPolicy(policy: string, aws: AwsEnvironment, now: Date) {
  const inBase64 = Buffer.from(policy).toString('base64');
  return { policy: inBase64, 'x-amz-signature': signature(aws.secretAccessKey, signedAt(aws, now).scope, inBase64) };
}

export interface DownloadTerms {
  readonly bucket: string;
  readonly key: string;
  /** Seconds from now. */
  readonly validFor: number;
  /** What the answer says it is, whatever was stored: `{ 'content-type', 'content-disposition', 'cache-control' }`. */
  readonly saying?: Readonly<Record<string, string>>;
}

/**
 * An address at which one object can be read for a while, without a key.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export function signedDownload({ bucket, key, validFor, saying = {} }: DownloadTerms, aws: AwsEnvironment, now: Date): string {
  const base = bucketAddress(bucket, aws);
  const path = `${base.path}/${encodedKey(key)}`;
  const { at, scope, credential } = signedAt(aws, now);
  const query = Object.entries({
    'X-Amz-Algorithm': ALGORITHM,
    'X-Amz-Credential': credential,
    'X-Amz-Date': at,
    'X-Amz-Expires': String(validFor),
    'X-Amz-SignedHeaders': 'host',
    ...(aws.sessionToken === undefined ? {} : { 'X-Amz-Security-Token': aws.sessionToken }),
    ...Object.fromEntries(Object.entries(saying).map(([name, value]) => [`response-${name}`, value])),
  })
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const canonical = ['GET', path, query, `host:${base.host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const signedBy = signature(aws.secretAccessKey, scope, stringToSign(at, scope, canonical));
  return `${base.origin}${path}?${query}&X-Amz-Signature=${signedBy}`;
}
