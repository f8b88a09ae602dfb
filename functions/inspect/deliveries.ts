import { outgoingOperations as operations } from '../../shared/api/outgoing-operations.ts';
import type { ListedDelivery, ListedEndpoint } from '../../shared/api/outgoing-schemas.ts';
import { actorOf } from '../../shared/api/viewer.ts';
import { AmendsError, notFound } from '../../shared/domain/errors.ts';
import type { Delivery } from '../../shared/domain/outgoing/delivery.ts';
import type { DeliveryDesk, HealthStore } from '../../shared/domain/outgoing/ports.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import type { InspectPorts } from './ports.ts';

/** What is needed of what goes out to others. */
export interface OutgoingPorts {
  readonly deliveries: DeliveryDesk;
  readonly health: HealthStore;
}

type Ports = Pick<InspectPorts, 'outgoing' | 'config'>;

/** Deliveries to systems of others, and how these have been doing (P39). */
export const outgoingEndpoints = (ports: Ports) => ({
  'GET /api/deliveries': endpoint(operations['GET /api/deliveries'], async ({ query }) => {
    const { items, cursor } = await ports.outgoing.deliveries.deliveries(query.endpoint, query.state, query);
    return { items: items.map(listed), cursor };
  }),
  'GET /api/deliveries/{id}': endpoint(operations['GET /api/deliveries/{id}'], ({ path }) => found(ports, path.id)),
  'POST /api/deliveries/{id}/replay': endpoint(operations['POST /api/deliveries/{id}/replay'], async ({ path, now }) => {
    const delivery = await found(ports, path.id);
    if (delivery.payload === '')
      throw new AmendsError(409, 'nothing-to-send', `Delivery ${path.id} was too large to be sent, and its payload is not kept.`);
    const known = listedEndpoints(ports.config).find(({ id }) => id === delivery.endpoint);
    const { isDisabled } = await ports.outgoing.health.health(delivery.endpoint);
    if (known === undefined || !known.isEnabled || isDisabled) {
      const how =
        known?.isEnabled === true
          ? `Enable it first: POST /api/endpoints/${delivery.endpoint}/enable.`
          : 'The config lacks it or turns it off.';
      throw new AmendsError(409, 'endpoint-disabled', `The endpoint "${delivery.endpoint}" takes nothing. ${how}`);
    }
    return listed(await ports.outgoing.deliveries.replay(delivery, now));
  }),
  'GET /api/endpoints': endpoint(operations['GET /api/endpoints'], async () => ({
    items: await Promise.all(
      listedEndpoints(ports.config).map(async (one) => ({ ...one, health: await ports.outgoing.health.health(one.id) })),
    ),
  })),
  'POST /api/endpoints/{id}/enable': endpoint(operations['POST /api/endpoints/{id}/enable'], async ({ path, viewer, now }) => {
    const known = listedEndpoints(ports.config).find(({ id }) => id === path.id);
    if (known === undefined) throw notFound(`There is no endpoint or chat room "${path.id}" in the config.`);
    if (!known.isEnabled) throw new AmendsError(409, 'disabled-by-config', `"${path.id}" is turned off in amends.config.ts: isEnabled.`);
    return { ...known, health: await ports.outgoing.health.enable(path.id, actorOf(viewer.id), now) };
  }),
});

async function found({ outgoing }: Ports, id: string): Promise<Delivery> {
  const delivery = await outgoing.deliveries.delivery(id);
  if (delivery === undefined) throw notFound(`There is no delivery ${id}. They are kept for 90 days.`);
  return delivery;
}

const listed = ({ payload: _, ...rest }: Delivery): ListedDelivery => rest;

const listedEndpoints = ({ webhooks, notices }: Ports['config']): Omit<ListedEndpoint, 'health'>[] => [
  ...webhooks.map(({ id, url, events, isEnabled }) => ({ id, kind: 'webhook' as const, host: new URL(url).host, events, isEnabled })),
  ...notices.map(({ id, kind, events, isEnabled }) => ({ id, kind, events, isEnabled })),
];
