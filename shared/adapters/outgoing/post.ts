import { SetupError } from '../../domain/errors.ts';
import type { Delivery } from '../../domain/outgoing/delivery.ts';
import type { NoticeDestination, WebhookEndpoint } from '../../domain/outgoing/endpoint.ts';
import { noticeOutcome } from '../../domain/outgoing/notice/formats.ts';
import type { Sent } from '../../domain/outgoing/ports.ts';
import type { Posted, PostRequest } from './https-sender.ts';
import { noticeRequest, type RoomAddress } from './notice-request.ts';
import { retryAfterMs } from './retry-after.ts';
import { webhookHeaders } from './webhook-signature.ts';

type Send = (request: PostRequest) => Promise<Posted>;

/** Signs a delivery with the endpoint's secrets and sends it. Of the answer only the status is kept. */
export const postWebhook =
  (send: Send, secretsOf: (endpoint: string) => Promise<readonly string[]>) =>
  (endpoint: WebhookEndpoint, delivery: Delivery, now: string): Promise<Sent> =>
    unlessNotSetUp(async () => {
      const headers = webhookHeaders(await secretsOf(endpoint.id), delivery.eventId, delivery.payload, now);
      const posted = await send({ url: endpoint.url, headers, body: delivery.payload });
      return posted.failure === undefined ? answered(posted, now) : posted;
    });

/** Signs a message where its service wants that, sends it and reads what the service says of it. */
export const postNotice =
  (send: Send, addressOf: (room: string) => Promise<RoomAddress>) =>
  (room: NoticeDestination, message: object, now: string): Promise<Sent> =>
    unlessNotSetUp(async () => {
      const posted = await send(noticeRequest(room.kind, await addressOf(room.id), message, Date.parse(now)));
      if (posted.failure !== undefined) return posted;
      return { ...answered(posted, now), ...noticeOutcome(room.kind, posted.status, posted.body) };
    });

const answered = ({ status, retryAfter, ms }: Extract<Posted, { failure?: undefined }>, now: string): Sent => ({
  status,
  ms,
  retryAfterMs: retryAfterMs(retryAfter, Date.parse(now)),
});

/** A secret that is missing is for whoever runs it, and shows as the failure of each attempt until it is there. */
async function unlessNotSetUp(post: () => Promise<Sent>): Promise<Sent> {
  try {
    return await post();
  } catch (error) {
    const isMissing = error instanceof Error && error.name === 'ResourceNotFoundException';
    if (error instanceof SetupError || isMissing) return { failure: 'not-set-up', ms: 0 };
    throw error;
  }
}
