import { createHmac } from 'node:crypto';
import type { PersonKeys } from '../domain/customer/change.ts';
import { customerKeyOf } from './ids.ts';

/**
 * Keyed hashes of what a person is found by. Each kind has its own beginning, with a line end that neither an address nor an own id can hold, so that an
 * own id never meets an address. Own ids are told apart by case; telephone numbers by their digits alone, `00` before a country read as `+`.
 */
export const personKeys = (key: string): PersonKeys => ({
  ofAddress: (address) => customerKeyOf(address, key),
  ofOwnId: (ownId) => hash(key, `own-id\n${ownId.trim()}`),
  ofPhone: (phone) => hash(key, `phone\n${phoneDigits(phone)}`),
});

const hash = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 32);

const phoneDigits = (phone: string) => {
  const plain = phone.replace(/[^\d+]/g, '').replace(/^00/, '+');
  return plain.startsWith('+') ? `+${plain.replaceAll('+', '')}` : plain;
};
