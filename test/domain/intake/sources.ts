import { readFileSync } from 'node:fs';
import { WebhookSource } from '../../../shared/domain/intake/source.ts';

/** Sources as the tests know them, whatever the config says. */
export const SHOP = WebhookSource.parse({
  id: 'shop',
  provider: 'standard-webhooks',
  survey: 'service',
  isContactAllowed: false,
  fields: {
    id: 'data.id',
    ratings: [
      { field: 'data.satisfaction', question: 'satisfaction', metric: 'csat', min: 1, max: 5 },
      { field: 'data.recommendation', question: 'recommendation', metric: 'nps', min: 0, max: 10 },
    ],
    comment: 'data.comment',
    email: 'data.customer.email',
    name: 'data.customer.name',
    consent: 'data.customer.contactAllowed',
    locale: 'data.locale',
    branch: 'data.branch',
  },
});

const ratings = [
  { field: 'satisfaction', question: 'satisfaction', metric: 'csat', min: 1, max: 5 },
  { field: 'recommendation', question: 'recommendation', metric: 'nps', min: 0, max: 10 },
];
const person = { comment: 'comment', email: 'email', name: 'name', consent: 'consent' };

export const TYPEFORM = WebhookSource.parse({
  id: 'typeform',
  provider: 'typeform',
  branch: 'south',
  isContactAllowed: false,
  fields: { ratings, ...person },
});
export const TALLY = WebhookSource.parse({
  id: 'tally',
  provider: 'tally',
  isContactAllowed: false,
  fields: { ratings: ratings.slice(0, 1), ...person },
});
export const DELIGHTED = WebhookSource.parse({ id: 'delighted', provider: 'delighted', isContactAllowed: true });

/** A body from `events/webhooks`, byte for byte. */
export const sample = (name: string): Buffer => readFileSync(new URL(`../../../events/webhooks/${name}`, import.meta.url));
