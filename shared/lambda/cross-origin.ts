import type { HttpResponse } from './on-http.ts';

/** On every answer of a door that the widget speaks to: pages of other sites may read it. There are no cookies, so there is nothing of the visitor in it. */
export const FROM_EVERYWHERE = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' };

/** Answer to `OPTIONS`: browsers ask before they send JSON from another site. @param methods e.g. `GET, POST`. */
export const preflight = (methods: string): HttpResponse => ({
  status: 204,
  headers: {
    'access-control-allow-methods': methods,
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '86400',
  },
});
