import type { SignatureVerdict, SignedRequest } from '../../shared/adapters/signature.ts';
import { invalidInput, notFound, unauthorized } from '../../shared/domain/errors.ts';
import { readOrderDelivered } from '../../shared/domain/intake/order-delivered.ts';
import type { WebhookSource } from '../../shared/domain/intake/source.ts';
import { readDelivery } from '../../shared/domain/intake/webhook.ts';
import type { Language } from '../../shared/domain/language.ts';
import { type HttpRequest, type HttpResponse, json } from '../../shared/lambda/on-http.ts';
import type { FeedbackQueue, InvitationQueue } from '../../shared/ports.ts';

/** What the webhooks' door knows and works with. */
export interface Door {
  readonly sources: readonly WebhookSource[];
  /** Ids of the branches there are. */
  readonly branches: readonly string[];
  readonly queue: FeedbackQueue;
  /** Of `invite`. */
  readonly inviting: InvitationQueue;
  readonly defaultLanguage: Language;
  readonly now: () => string;
  readonly verify: (source: WebhookSource, request: SignedRequest, now: string) => Promise<SignatureVerdict>;
  readonly feedbackId: (source: string, externalId: string) => string;
  /** A name for bytes that have no id: equal bytes, equal name. */
  readonly digest: (bytes: Uint8Array) => string;
  /** Notes that fields of a source hold what cannot be used; field names only. */
  readonly onUnusable: (source: string, fields: readonly string[]) => void;
}

const REFUSALS = {
  missing: 'The signature or one of the headers it needs is missing.',
  malformed: 'The timestamp is not one.',
  mismatch: 'The signature does not match the body.',
  'out-of-time': 'The timestamp is more than 300 s away from our clock.',
} as const;

/**
 * `POST /hooks/{source}`: takes a provider's delivery. `HEAD` answers 200, which some providers ask before they send.
 *
 * 202 `{receipt}` only after the queue has it; 200 where there is nothing to take (a test, another kind of event). 401 for what is not provably the
 * provider's: nothing is written. 404 unknown source. 422 for what is genuine but cannot be: it lists `{field, reason}` and lies in quarantine with
 * all that could be read, once however often it is sent again.
 * Where the source asks people about their orders, `order.delivered` is handed on to be asked, 202.
 */
export async function take(request: HttpRequest, door: Door): Promise<HttpResponse> {
  const source = door.sources.find(({ id }) => id === request.path['source']);
  if (source === undefined) throw notFound('There is no such source.');
  if (request.method === 'HEAD') return { status: 200 };
  const now = door.now();
  const uri = `${request.origin}/hooks/${source.id}`;
  const verdict = await door.verify(source, { method: request.method, uri, headers: request.headers, body: request.body }, now);
  if (!verdict.isGenuine) throw unauthorized(REFUSALS[verdict.reason]);

  // Broken UTF-8 becomes U+FFFD: the sender vouches for the bytes, and losing a complaint for a character would be worse.
  const text = new TextDecoder().decode(request.body);
  const order = readOrderDelivered(source, { text, messageId: verdict.id }, door);
  if (order?.kind === 'invalid') throw invalidInput('The order is genuine but nobody can be asked about it.', order.issues);
  if (order !== undefined) {
    await door.inviting.send([order.message]);
    return json(202, { status: 'handed on' });
  }
  const taken = readDelivery(source, { text, messageId: verdict.id, receivedAt: now, branches: door.branches });
  switch (taken.kind) {
    case 'nothing':
      return json(200, { status: 'nothing to take' });
    case 'feedback': {
      const receipt = door.feedbackId(source.id, taken.received.externalId);
      await door.queue.send({ ...taken.received, id: receipt });
      if (taken.unusable.length > 0) door.onUnusable(source.id, taken.unusable);
      return json(202, { receipt });
    }
    case 'invalid': {
      // Named by its bytes, not by the provider's id: the same response, once it is right, must still find its own place free.
      const externalId = `unread-${door.digest(request.body)}`;
      await door.queue.send({ ...taken.salvaged, externalId, id: door.feedbackId(source.id, externalId) });
      throw invalidInput('The delivery is genuine but cannot be taken; it has been put aside for a person to judge.', taken.issues);
    }
  }
}
