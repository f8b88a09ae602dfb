import * as z from 'zod/mini';
import { DELIVERY_STATES, Delivery } from '../domain/outgoing/delivery.ts';
import { NOTICE_KINDS, WantedEvents } from '../domain/outgoing/endpoint.ts';
import { Health } from '../domain/outgoing/health.ts';
import { PageQuery } from './schemas.ts';

const EndpointId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'expected the id of an endpoint or chat room of the config'));

export const DeliveryQuery = z.extend(PageQuery, { endpoint: EndpointId, state: z._default(z.enum(DELIVERY_STATES), 'failed') });
export const DeliveryPath = z.strictObject({
  id: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9:_.@-]{0,299}$/, 'expected the id of a delivery: endpoint and event')),
});
export const EndpointPath = z.strictObject({ id: EndpointId });

/** In lists without the payload. */
export const ListedDelivery = z.omit(Delivery, { payload: true });
export type ListedDelivery = z.infer<typeof ListedDelivery>;
export const DeliveryPage = z.strictObject({ items: z.array(ListedDelivery), cursor: PageQuery.shape.cursor });
export type DeliveryPage = z.infer<typeof DeliveryPage>;

export const ListedEndpoint = z.strictObject({
  id: EndpointId,
  kind: z.enum(['webhook', ...NOTICE_KINDS]),
  /** Host of the URL of a webhook. That of a chat room is a secret. */
  host: z.optional(z.string()),
  events: WantedEvents,
  /** As the config says. */
  isEnabled: z.boolean(),
  /** How it has been doing. */
  health: Health,
});
export type ListedEndpoint = z.infer<typeof ListedEndpoint>;
export const EndpointList = z.strictObject({ items: z.array(ListedEndpoint) });
export type EndpointList = z.infer<typeof EndpointList>;
