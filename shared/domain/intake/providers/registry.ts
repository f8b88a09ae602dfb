import type { WebhookSource } from '../source.ts';
import { openDelighted } from './delighted.ts';
import type { Opening } from './provider.ts';
import { openStandardWebhook } from './standard-webhooks.ts';
import { openTally } from './tally.ts';
import { openTypeform } from './typeform.ts';

/** Takes a provider's format off a body. A new provider is a file beside this one, a line here, its name in `source.ts` and its row in the table of signatures. */
export function open(source: WebhookSource, body: unknown): Opening {
  switch (source.provider) {
    case 'standard-webhooks':
      return openStandardWebhook(body, source);
    case 'typeform':
      return openTypeform(body, source);
    case 'tally':
      return openTally(body, source);
    case 'delighted':
      return openDelighted(body, source);
  }
}
