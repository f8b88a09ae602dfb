import { Delivery } from '../domain/outgoing/delivery.ts';
import {
  DeliveryPage,
  DeliveryPath,
  DeliveryQuery,
  EndpointList,
  EndpointPath,
  ListedDelivery,
  ListedEndpoint,
} from './outgoing-schemas.ts';
import { Nothing } from './schemas.ts';

const get = { path: Nothing, query: Nothing, reads: 'nothing', body: Nothing } as const;

/** What was told to systems of others, and how they have been doing. */
export const outgoingOperations = {
  'GET /api/deliveries': { ...get, query: DeliveryQuery, result: DeliveryPage },
  'GET /api/deliveries/{id}': { ...get, path: DeliveryPath, result: Delivery },
  'POST /api/deliveries/{id}/replay': { path: DeliveryPath, query: Nothing, reads: 'body', body: Nothing, result: ListedDelivery },
  'GET /api/endpoints': { ...get, result: EndpointList },
  'POST /api/endpoints/{id}/enable': { path: EndpointPath, query: Nothing, reads: 'body', body: Nothing, result: ListedEndpoint },
} as const;
