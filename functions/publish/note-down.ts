import type { AmendsEvent } from '../../shared/domain/events.ts';
import { newDelivery } from '../../shared/domain/outgoing/delivery.ts';
import type { NoticeDestination, WebhookEndpoint } from '../../shared/domain/outgoing/endpoint.ts';
import type { Outbox } from '../../shared/domain/outgoing/ports.ts';
import { endpointsFor, lineOf, roomsFor } from '../../shared/domain/outgoing/wanted.ts';

/** Who wants to be told. */
export interface Listeners {
  readonly webhooks: readonly WebhookEndpoint[];
  readonly notices: readonly NoticeDestination[];
}

/**
 * Notes down an event for each endpoint and chat room that wants it. Once for each, however often it is called.
 * @returns ids of the deliveries that are new and due.
 */
export async function noteDown(event: AmendsEvent, { webhooks, notices }: Listeners, outbox: Outbox, now: string): Promise<string[]> {
  const deliveries = endpointsFor(event, webhooks).map((endpoint) => newDelivery(event, endpoint, now));
  const rooms = roomsFor(event, notices);
  const line = lineOf(event);
  const [areNew] = await Promise.all([
    Promise.all(deliveries.map((delivery) => outbox.addDelivery(delivery))),
    Promise.all(rooms.map((room) => outbox.addLine(room, line, now))),
  ]);
  return deliveries.filter(({ state }, i) => areNew[i] === true && state === 'due').map(({ id }) => id);
}
