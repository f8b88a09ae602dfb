import type { InputIssue } from '../../errors.ts';
import type { FieldMapping, WebhookSource } from '../source.ts';

/** A provider's response with its format taken off: who it is, which state of it, and its fields by the names the config uses. */
export interface Response {
  readonly kind: 'response';
  /** The provider's own id, from the signed body; absent where the sender's message id has to do. */
  readonly externalId: string | undefined;
  /** 0 for what never changes; otherwise Unix ms of the provider's "updated at". */
  readonly revision: number;
  readonly fields: FieldMapping;
  /** What was answered in a field; undefined where nothing was. */
  readonly read: (field: string) => unknown;
}

/** `no-response`: a test of the connection or an event that is none of ours. `not-understood`: signed, but not the shape this provider sends. */
export type Opening =
  | Response
  | { readonly kind: 'no-response' }
  | { readonly kind: 'not-understood'; readonly issues: readonly InputIssue[] };

/** Opens a parsed body of one provider. Adding a provider is one such file and a line in the registry. */
export type Open<Source extends WebhookSource = WebhookSource> = (body: unknown, source: Source) => Opening;

export const notUnderstood = (field: string, reason: string): Opening => ({ kind: 'not-understood', issues: [{ field, reason }] });
