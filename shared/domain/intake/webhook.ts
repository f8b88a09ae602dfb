import { AmendsError, type InputIssue } from '../errors.ts';
import type { FeedbackReceived } from '../feedback.ts';
import { cleanText } from '../text.ts';
import { parseJson } from './json.ts';
import { mapFields } from './mapping.ts';
import { open } from './providers/registry.ts';
import type { WebhookSource } from './source.ts';

/** Enough of a body that was not understood for a person to judge it, in UTF-16 units. */
export const MAX_SALVAGE_LENGTH = 10_000;

export interface Delivery {
  /** The body, decoded from UTF-8. */
  readonly text: string;
  /** The sender's signed id of the message, where its scheme has one. */
  readonly messageId?: string | undefined;
  readonly receivedAt: string;
  readonly branches: readonly string[];
}

/** What a delivery comes to; ids are the caller's to give. */
export type Taken =
  | { readonly kind: 'feedback'; readonly received: Omit<FeedbackReceived, 'id'>; readonly unusable: readonly string[] }
  /** A test of the connection, or an event that is no response. */
  | { readonly kind: 'nothing' }
  /** Genuine, but it says what cannot be: what could be saved goes to quarantine, so that no complaint is lost. */
  | { readonly kind: 'invalid'; readonly issues: readonly InputIssue[]; readonly salvaged: Omit<FeedbackReceived, 'id' | 'externalId'> };

/** Reads a delivery whose signature has been verified. */
export function readDelivery(source: WebhookSource, delivery: Delivery): Taken {
  const { text, messageId, receivedAt, branches } = delivery;
  const base = { source: source.id, channel: 'webhook', revision: 0, receivedAt, survey: source.survey, reasons: [] } as const;
  const invalid = (issues: readonly InputIssue[], words: Partial<FeedbackReceived>): Taken => ({
    kind: 'invalid',
    issues,
    salvaged: {
      branch: source.branch,
      answers: [],
      ...base,
      reasons: [],
      ...words,
      quarantine: { reason: 'invalid-content', detail: detailOf(issues) },
    },
  });

  let body: unknown;
  try {
    body = parseJson(text);
  } catch (error) {
    if (!(error instanceof AmendsError)) throw error;
    return invalid(error.issues, salvageText(text));
  }
  const opening = open(source, body);
  if (opening.kind === 'no-response') return { kind: 'nothing' };
  if (opening.kind === 'not-understood') return invalid(opening.issues, salvageText(stringsOf(body)));

  const { words, issues, unusable } = mapFields(opening, source, branches);
  const externalId = opening.externalId ?? messageId;
  const all = externalId === undefined ? [...issues, { field: 'id', reason: 'expected an id of the response' }] : issues;
  if (all.length > 0 || externalId === undefined) {
    return invalid(all, words.comment === undefined ? { ...words, ...salvageText(stringsOf(body)) } : words);
  }
  const received = { ...base, ...words, reasons: [], externalId, revision: opening.revision };
  return { kind: 'feedback', received, unusable };
}

const detailOf = (issues: readonly InputIssue[]) =>
  issues
    .map(({ field, reason }) => (field === '' ? reason : `${field}: ${reason}`))
    .join('; ')
    .slice(0, 500);

function salvageText(words: string): Partial<FeedbackReceived> {
  const { text, isTruncated } = cleanText(words, MAX_SALVAGE_LENGTH);
  return { comment: text === '' ? undefined : text, isTruncated: isTruncated || undefined };
}

/** All texts of a body, a line each, in the order in which they stand level by level. */
function stringsOf(body: unknown): string {
  const found: string[] = [];
  for (let level: unknown[] = [body]; level.length > 0; ) {
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string') found.push(value);
      else if (typeof value === 'object' && value !== null) next.push(...Object.values(value));
    }
    level = next;
  }
  return found.join('\n');
}
