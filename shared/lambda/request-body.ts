import { invalidInput } from '../domain/errors.ts';
import type { HttpRequest } from './on-http.ts';

/** What the body is said to be, in lower case and without parameters; empty where nothing is said. */
export const mediaTypeOf = ({ headers }: Pick<HttpRequest, 'headers'>): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Does a form's sender want a page back? Everybody who does not ask for JSON. */
export const wantsPage = ({ headers }: Pick<HttpRequest, 'headers'>): boolean =>
  !(headers['accept'] ?? '').toLowerCase().includes('application/json');

/** The body as text. @throws AmendsError 400 where it is not UTF-8. */
export function bodyText({ body }: Pick<HttpRequest, 'body'>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw invalidInput('The body is not UTF-8.', [{ field: '', reason: 'expected text in UTF-8' }], 400);
  }
}
