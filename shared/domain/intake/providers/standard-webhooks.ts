import { member, memberAt } from '../json.ts';
import type { WebhookSource } from '../source.ts';
import { notUnderstood, type Open } from './provider.ts';

/** Names by which senders test a connection. */
const TEST_TYPES = /^(?:webhook[._])?(?:ping|test)$/;

/**
 * Any sender that signs after Standard Webhooks: fields are dotted paths into its JSON, e.g. `data.customer.email`, as the config names them.
 * The response's id is at `fields.id`; without that, the signed `webhook-id` is taken.
 */
export const openStandardWebhook: Open<Extract<WebhookSource, { provider: 'standard-webhooks' }>> = (body, source) => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return notUnderstood('', 'expected a JSON object');
  const type = member(body, 'type');
  if (typeof type === 'string' && TEST_TYPES.test(type)) return { kind: 'no-response' };
  const { id } = source.fields;
  const read = (field: string) => memberAt(body, field);
  const externalId = id === undefined ? undefined : read(id);
  if (id !== undefined && !isId(externalId)) return notUnderstood(id, 'expected the id of the response, 1 to 200 characters');
  return {
    kind: 'response',
    externalId: externalId === undefined ? undefined : String(externalId),
    revision: 0,
    fields: source.fields,
    read,
  };
};

const isId = (value: unknown) => (typeof value === 'string' && value.length >= 1 && value.length <= 200) || Number.isSafeInteger(value);
