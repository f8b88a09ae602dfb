import type { Exchange } from '../gateway/exchange.ts';
import { isRecord, type Json } from '../template/record.ts';
import { REGION } from '../world.ts';

/** A call of the local cloud itself to SQS, past the gateway. */
export type SqsCall = (action: string, body: Json, signal?: AbortSignal) => Promise<Json>;

export function sqsCaller(exchange: Exchange): SqsCall {
  return async (action, body, signal) => {
    const response = await exchange({
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `AmazonSQS.${action}`,
        authorization: `AWS4-HMAC-SHA256 Credential=local/20250101/${REGION}/sqs/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: Buffer.from(JSON.stringify(body)),
      signal,
    });
    const answer: unknown = JSON.parse(response.body.toString() || '{}');
    if (response.status !== 200 || !isRecord(answer))
      throw new Error(`SQS ${action}: ${response.status} ${response.body.toString().slice(0, 500)}`);
    return answer;
  };
}
