import { createHash, createHmac } from 'node:crypto';
import type { FeedbackReceived } from '../domain/feedback.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The identity of a feedback: 130 bits of SHA-256 over source and external id, in base32. The same response of the same source is
 * the same feedback for ever, however often and in whatever order it is delivered, and every door can tell the id without asking a table.
 */
export function feedbackId(source: string, externalId: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([source, externalId]))
    .digest();
  return base32(digest.subarray(0, 17)).slice(0, 26);
}

/** Small letters and digits, without padding (RFC 4648 §6); what is left of the last bits is written out only where it fills five. */
export function base32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return Array.from({ length: Math.floor(bits.length / 5) }, (_, i) => BASE32[Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2)]).join('');
}

/** What the customer said, as a digest: equal for redeliveries (whatever time they arrived), different for other content under the same id. */
export function contentHash(received: FeedbackReceived): string {
  const { answers, selections, cannotSay, reasons, subject, comment, customer, branch, survey, automatic, photos } = received;
  const said = [answers, reasons, subject, comment, customer?.email, customer?.hasConsented, branch, survey, automatic];
  // Appended only where they are there: what was stored before surveys had them keeps its digest.
  const more = [
    ...(selections === undefined && cannotSay === undefined ? [] : [selections ?? [], cannotSay ?? []]),
    ...(photos === undefined ? [] : [{ photos }]),
  ];
  return createHash('sha256')
    .update(JSON.stringify([...said, ...more]))
    .digest('base64url')
    .slice(0, 22);
}

/** Keyed hash of an address: finds the customer's file without storing the address as a key. Case and surrounding space do not matter. */
export function customerKeyOf(address: string, key: string): string {
  return createHmac('sha256', key).update(address.trim().toLowerCase()).digest('base64url').slice(0, 32);
}

/**
 * The identity of an invitation: 130 bits of SHA-256 over campaign, person and what it follows, in base32. Whoever brings the same again brings the same
 * invitation.
 */
export function invitationId(campaign: string, customerKey: string, cause: string | undefined): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(['invitation', campaign, customerKey, cause ?? null]))
    .digest();
  return base32(digest.subarray(0, 17)).slice(0, 26);
}

/** Where a person stands in the lot of a campaign: 48 bits of SHA-256 over both as a fraction, uniform in 0 … 1 (1 excluded). */
export function placeInSample(campaign: string, customerKey: string): number {
  const digest = createHash('sha256')
    .update(JSON.stringify(['sample', campaign, customerKey]))
    .digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}
