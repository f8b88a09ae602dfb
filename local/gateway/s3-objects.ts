import { REGION } from '../world.ts';
import { type Answer, errorAnswer, Refused } from './call.ts';
import type { Exchange, Incoming } from './exchange.ts';
import type { Scanner } from './scanner.ts';

/** A bucket, or an object in it. */
export interface Place {
  readonly bucket: string;
  /** Empty for the bucket itself. */
  readonly key: string;
  readonly bucketArn: string;
  readonly arn: string;
}

/** Some signature has to be there. */
const AUTHORIZATION = `AWS4-HMAC-SHA256 Credential=local/20250101/${REGION}/s3/aws4_request, SignedHeaders=host, Signature=0`;

/** Objects with what the engine does not know of: their tags. */
export class S3Objects {
  readonly #exchange: Exchange;
  readonly #scanner: Scanner;

  constructor(exchange: Exchange, scanner: Scanner) {
    this.#exchange = exchange;
    this.#scanner = scanner;
  }

  async put(place: Place, contentType: string, body: Buffer): Promise<void> {
    this.#scanner.taken(place.bucket, place.key);
    const response = await this.#call('PUT', place, { 'content-type': contentType }, body);
    if (response.status !== 200) throw new Refused('InternalError', `the engine answered ${response.status}`, 500);
  }

  async tagsOf(place: Place): Promise<Readonly<Record<string, string>>> {
    const response = await this.#call('GET', place);
    return response.status === 200 ? this.#scanner.tagsOf(place.bucket, place.key, response.body) : {};
  }

  /** Answer to GetObjectTagging. */
  async tags(place: Place): Promise<Answer> {
    const response = await this.#call('HEAD', place);
    if (response.status === 404) return errorAnswer('s3', new Refused('NoSuchKey', 'The specified key does not exist.', 404));
    const tags = Object.entries(await this.tagsOf(place)).map(([name, value]) => `<Tag><Key>${name}</Key><Value>${value}</Value></Tag>`);
    return { status: 200, headers: { 'content-type': 'application/xml' }, body: `<Tagging><TagSet>${tags.join('')}</TagSet></Tagging>` };
  }

  #call(
    method: string,
    { bucket, key }: Place,
    headers: Readonly<Record<string, string>> = {},
    body: Buffer = Buffer.alloc(0),
  ): Promise<Incoming> {
    const path = `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
    return this.#exchange({ method, path, headers: { authorization: AUTHORIZATION, ...headers }, body });
  }
}
