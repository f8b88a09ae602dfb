import { Webhook } from 'standardwebhooks';
import { SetupError } from '../../domain/errors.ts';

/** Shorter keys are not what Standard Webhooks allows: 24 to 64 bytes. */
const MIN_KEY_BYTES = 24;

/**
 * The headers of one attempt (standardwebhooks.com): the id is the event's in each of them, the time is the attempt's. While a secret is rotated
 * there are two, and a signature with each.
 * @param secrets newest first, base64 with or without `whsec_`.
 * @param now instant of the attempt.
 * @throws SetupError where a secret is not base64 of at least 24 bytes.
 */
export function webhookHeaders(secrets: readonly string[], eventId: string, payload: string, now: string): Record<string, string> {
  const at = new Date(now);
  const signatures = secrets.map((secret) => signer(secret).sign(eventId, at, payload));
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Amends-Webhooks/1',
    'webhook-id': eventId,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}

function signer(secret: string): Webhook {
  const key = secret.replace(/^whsec_/, '');
  const length = /^[A-Za-z0-9+/]+={0,2}$/.test(key) && key.length % 4 === 0 ? Buffer.from(key, 'base64').length : 0;
  if (length < MIN_KEY_BYTES) {
    throw new SetupError(`webhook secret: expected "whsec_" and at least ${MIN_KEY_BYTES} bytes in base64, found ${length} bytes of it`);
  }
  return new Webhook(key);
}
