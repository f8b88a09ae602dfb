import type { Purpose } from '../../shared/adapters/link.ts';
import { pageHeaders } from '../../shared/adapters/page-headers.ts';
import { invalidInput, unsupportedMediaType } from '../../shared/domain/errors.ts';
import { parseJson } from '../../shared/domain/intake/json.ts';
import { languageFor } from '../../shared/lambda/customer-page.ts';
import { type HttpRequest, type HttpResponse, json } from '../../shared/lambda/on-http.ts';
import { bodyText, mediaTypeOf, wantsPage } from '../../shared/lambda/request-body.ts';
import { deadLinkPage } from '../../web/status/message.ts';
import { STATUS_STYLE } from '../../web/status/style.ts';
import type { StatusPorts } from './ports.ts';

/** More fields than any of these pages has. */
const MAX_FIELDS = 20;

const HEADERS = { ...pageHeaders(STATUS_STYLE), vary: 'accept-language', 'x-robots-tag': 'noindex' };

export const page = (status: number, body: string): HttpResponse => ({ status, headers: HEADERS, body });

/** A fault of ours: people get a page with all they typed, and machines are told to come again. */
export const laterPage = (body: string): HttpResponse => ({ status: 503, headers: { ...HEADERS, 'retry-after': '30' }, body });

/** What a link is about, or the answer to one that is about nothing (any more). */
export async function subjectOf(
  purpose: Purpose,
  request: HttpRequest,
  ports: StatusPorts,
): Promise<{ readonly subject: string } | { readonly dead: HttpResponse }> {
  const links = await ports.links();
  const verdict = links.verify(purpose, request.path['token'] ?? '', ports.now());
  return verdict.status === 'valid'
    ? { subject: verdict.subject }
    : { dead: deadLink(verdict.status, links.validDays(purpose), request, ports) };
}

export function deadLink(status: 'expired' | 'invalid', validDays: number, request: HttpRequest, ports: StatusPorts): HttpResponse {
  const language = languageFor(request, ports);
  return page(status === 'expired' ? 410 : 404, deadLinkPage(status, validDays, language, ports.brand.name[language]));
}

export interface Sent {
  /** By name; what is no text or number comes as it is, for the schema to refuse. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Sent by a page, so answered with one, unless JSON is asked for. */
  readonly isPageWanted: boolean;
}

/** @throws AmendsError 400 where it cannot be read, 415 for another content type. */
export function sentBy(request: HttpRequest): Sent {
  const mediaType = mediaTypeOf(request);
  if (mediaType === 'application/json') {
    const value = parseJson(bodyText(request), 2, MAX_FIELDS);
    if (typeof value !== 'object' || value === null)
      throw invalidInput('The body is no object.', [{ field: '', reason: 'expected an object' }]);
    return { fields: { ...value }, isPageWanted: false };
  }
  if (mediaType !== 'application/x-www-form-urlencoded')
    throw unsupportedMediaType('Send application/json or application/x-www-form-urlencoded.');
  const typed = new URLSearchParams(bodyText(request));
  if (typed.size > MAX_FIELDS)
    throw invalidInput('There are too many fields.', [{ field: '', reason: `expected at most ${MAX_FIELDS}` }], 400);
  return { fields: Object.fromEntries(typed), isPageWanted: wantsPage(request) };
}

/** The texts among the fields, to be shown again. */
export const typedTexts = ({ fields }: Sent): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

export const done = (body: unknown): HttpResponse => json(200, body);
