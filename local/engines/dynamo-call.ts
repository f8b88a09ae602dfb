import { httpExchange } from '../gateway/exchange.ts';
import { isRecord, type Json } from '../template/record.ts';
import { REGION } from '../world.ts';

/** A call of the local cloud itself, past the gateway. Throws what the engine answers, as `DynamoRefused`. */
export type DynamoCall = (action: string, body: Json) => Promise<Json>;

export class DynamoRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.name = 'DynamoRefused';
    this.code = code;
  }
}

const STREAM_ACTIONS = new Set(['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']);

export function dynamoCaller(endpoint: string): DynamoCall {
  const exchange = httpExchange(endpoint);
  return async (action, body) => {
    const prefix = STREAM_ACTIONS.has(action) ? 'DynamoDBStreams_20120810' : 'DynamoDB_20120810';
    const response = await exchange({
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `${prefix}.${action}`,
        // The engines ask for the form of a signature and do not check it.
        'x-amz-date': '20250101T000000Z',
        authorization: `AWS4-HMAC-SHA256 Credential=local/20250101/${REGION}/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0`,
      },
      body: Buffer.from(JSON.stringify(body)),
    });
    const answer: unknown = JSON.parse(response.body.toString() || '{}');
    if (!isRecord(answer)) throw new DynamoRefused('Unreadable', `${action} answered no object`);
    if (response.status !== 200) {
      const type = String(answer['__type'] ?? response.status);
      throw new DynamoRefused(type.slice(type.indexOf('#') + 1), String(answer['message'] ?? answer['Message'] ?? ''));
    }
    return answer;
  };
}
