import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Delivery } from '../../domain/outgoing/delivery.ts';
import type { Outbox } from '../../domain/outgoing/ports.ts';
import { deliveryIndexKey, deliveryKey, noticeIndexKey, noticeLineKey } from './keys.ts';
import { unlessRefused } from './unless-refused.ts';

/** How long a delivery can be looked up and replayed. */
const DELIVERY_KEPT_DAYS = 90;
const LINE_KEPT_DAYS = 7;
/** `publish` sends new deliveries to the queue; `sweep` looks a minute later, and finds those that were brought gone. Milliseconds. */
const SWEPT_AFTER_MS = 60_000;

const daysAfter = (instant: string, days: number) => Math.floor(Date.parse(instant) / 1000) + days * 86_400;
export const sweptAt = (dueAt: string) => new Date(Date.parse(dueAt) + SWEPT_AFTER_MS).toISOString();

/** A delivery as it is first written. Its attribute `type` is one that no reader of the stream listens to. */
const deliveryItem = (delivery: Delivery) => ({
  ...delivery,
  ...deliveryKey(delivery.id),
  ...deliveryIndexKey(delivery.endpoint, delivery.state, delivery.endedAt ?? sweptAt(delivery.dueAt), delivery.id),
  type: 'delivery',
  expiresAt: daysAfter(delivery.createdAt, DELIVERY_KEPT_DAYS),
});

/** What `publish` writes of deliveries and notices: each once, by the put's own condition, however often the stream brings the change. */
export function outbox(client: DynamoDBDocumentClient, table: string): Outbox {
  const putOnce = (Item: Record<string, unknown>) =>
    unlessRefused(client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' })));
  return {
    addDelivery: (delivery) => putOnce(deliveryItem(delivery)),
    addLine: async (room, line, now) => {
      const keys = { ...noticeLineKey(room, line.eventId), ...noticeIndexKey(room, line.at, line.eventId) };
      await putOnce({ ...keys, type: 'notice-line', state: 'due', line, expiresAt: daysAfter(now, LINE_KEPT_DAYS) });
    },
  };
}
