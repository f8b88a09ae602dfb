import { chooseLanguage, type Language } from '../domain/language.ts';
import type { HttpRequest, HttpResponse } from './on-http.ts';

/** After a POST the page is read anew: loading it again sends nothing twice. */
export const seeOther = (query: Readonly<Record<string, string>>): HttpResponse => ({
  status: 303,
  headers: { location: `?${new URLSearchParams(query)}`, 'x-robots-tag': 'noindex' },
});

/**
 * The language of a page: that chosen on it or in the address, else the one of what it is about, else the browser's, else the brand's.
 * @param own of the case or invitation
 * @param typed as the page's form sends it
 */
export function languageFor(
  request: Pick<HttpRequest, 'headers' | 'query'>,
  { brand }: { readonly brand: { readonly defaultLanguage: Language } },
  own?: Language,
  typed?: string,
): Language {
  const asked = chooseLanguage(request.headers['accept-language'], brand.defaultLanguage);
  return chooseLanguage(typed ?? request.query['lang'], own ?? asked);
}
