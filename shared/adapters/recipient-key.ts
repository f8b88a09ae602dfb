import { createHmac } from 'node:crypto';

/**
 * The key under which somebody who gets a digest has ended it: 132 bits of HMAC-SHA256, so that neither table nor link holds an address. Its beginning,
 * with a line end that no address holds, keeps it apart from the key of a customer file of the same address. Case and surrounding space do not matter.
 */
export const recipientKey = (address: string, customerKey: string): string =>
  createHmac('sha256', customerKey).update(`digest-recipient\n${address.trim().toLowerCase()}`).digest('base64url').slice(0, 22);
