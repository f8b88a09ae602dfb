import type { Delivery } from '../domain/outgoing/delivery.ts';
import type { ListedDelivery, ListedEndpoint } from './outgoing-schemas.ts';

const listed: ListedDelivery = {
  id: 'crm:case:2611-0042:3',
  endpoint: 'crm',
  eventId: 'case:2611-0042:3',
  eventType: 'NoteAdded',
  state: 'failed',
  createdAt: '2026-11-23T03:00:01.000Z',
  dueAt: '2026-11-26T07:12:40.000Z',
  attempts: 10,
  replays: 0,
  endedAt: '2026-11-26T07:12:50.000Z',
  reason: 'exhausted',
  log: [
    { at: '2026-11-23T03:00:02.000Z', ms: 214, status: 503 },
    { at: '2026-11-23T03:00:07.000Z', ms: 10_000, failure: 'timeout' },
  ],
};
const delivery: Delivery = { ...listed, payload: '{"id":"case:2611-0042:3","type":"NoteAdded"}' };
const { endedAt: _endedAt, reason: _reason, ...standing } = listed;
const replayed: ListedDelivery = { ...standing, state: 'due', attempts: 0, replays: 1, dueAt: '2026-11-27T01:00:00.000Z' };
const endpoint: ListedEndpoint = {
  id: 'crm',
  kind: 'webhook',
  host: 'crm.example.com',
  events: ['CaseOpened', 'NoteAdded'],
  isEnabled: true,
  health: { id: 'crm', isDisabled: false, failures: 0, exhausted: 0, changedAt: '2026-11-27T00:59:00.000Z', changedBy: 'agent:morgan' },
};

/** What people read about the routes of outgoing webhooks and notices. */
export const outgoingDocumentation = {
  'GET /api/deliveries': {
    tag: 'Webhooks',
    id: 'listDeliveries',
    summary: 'Deliveries to an endpoint',
    description:
      'Of one endpoint and in one state: `failed` (without a state too), `held` because the endpoint is disabled, `due` by when they are due, or `delivered`; otherwise the newest first. Kept for 90 days. A page may hold fewer items than `limit`: only an absent `cursor` ends the list.',
    answer: 'A page of deliveries, without their payloads.',
    example: { items: [listed] },
  },
  'GET /api/deliveries/{id}': {
    tag: 'Webhooks',
    id: 'readDelivery',
    summary: 'One delivery with its payload',
    description:
      'What was sent, byte by byte, and each attempt: when, how many milliseconds it took, and the status or why there is none. What the receiver answered besides the status is not kept.',
    answer: 'The delivery.',
    example: delivery,
    refusals: [404],
  },
  'POST /api/deliveries/{id}/replay': {
    tag: 'Webhooks',
    id: 'replayDelivery',
    summary: 'Deliver an event again',
    description:
      'Within a minute, with all its attempts before it, under the same `webhook-id`: a receiver that has seen it drops it. Needs no body. Problems: `endpoint-disabled`, `nothing-to-send`, `conflict`.',
    answer: 'The delivery as it stands now.',
    example: replayed,
    bodyExample: {},
    refusals: [404, 409, 413, 415],
  },
  'GET /api/endpoints': {
    tag: 'Webhooks',
    id: 'listEndpoints',
    summary: 'Endpoints and chat rooms, and how they have been doing',
    description:
      'Those of the config. `health` tells since when nothing got through, the last failure, and whether it was disabled: `gone` (it answered 410), `failing` (nothing for five days) or `exhausted` (five deliveries in a row used up their attempts).',
    answer: 'All of them.',
    example: { items: [endpoint] },
  },
  'POST /api/endpoints/{id}/enable': {
    tag: 'Webhooks',
    id: 'enableEndpoint',
    summary: 'Enable an endpoint or chat room again',
    description:
      'One that was disabled after failures; its counters start anew. What was held meanwhile stays held until it is replayed. Needs no body. Problem: `disabled-by-config`.',
    answer: 'The endpoint as it stands now.',
    example: endpoint,
    bodyExample: {},
    refusals: [404, 409, 413, 415],
  },
} as const;
