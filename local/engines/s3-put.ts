import type { Exchange } from '../gateway/exchange.ts';
import { REGION } from '../world.ts';

/** S3 for the local cloud itself: as SES puts incoming mail. */
export function s3Putter(exchange: Exchange) {
  return async (bucket: string, key: string, body: Buffer): Promise<void> => {
    const path = `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
    const authorization = `AWS4-HMAC-SHA256 Credential=local/20250101/${REGION}/s3/aws4_request, SignedHeaders=host, Signature=0`;
    const response = await exchange({
      method: 'PUT',
      path,
      headers: { authorization, 'content-type': 'message/rfc822' },
      body,
    });
    if (response.status !== 200) throw new Error(`S3 put ${bucket}/${key}: ${response.status} ${response.body.toString().slice(0, 300)}`);
  };
}
