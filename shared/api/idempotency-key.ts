import { invalidInput } from '../domain/errors.ts';

const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;

/**
 * The client's name for a request, if it gave one.
 * @throws AmendsError 422 naming the header.
 */
export function readKey(header: string | undefined): string | undefined {
  if (header === undefined || VISIBLE_ASCII.test(header)) return header;
  throw invalidInput('The Idempotency-Key is not as expected.', [
    { field: 'Idempotency-Key', reason: 'expected 1 to 255 visible ASCII characters without spaces, e.g. a UUID' },
  ]);
}
