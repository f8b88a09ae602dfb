import { giveConsent } from '../../shared/domain/customer/correct.ts';
import { isTombstone } from '../../shared/domain/customer/file.ts';
import { AmendsError } from '../../shared/domain/errors.ts';
import { languageFor } from '../../shared/lambda/customer-page.ts';
import type { HttpRequest, HttpResponse } from '../../shared/lambda/on-http.ts';
import { unsubscribedPage, unsubscribePage } from '../../web/unsubscribe/page.ts';
import { page, subjectOf } from './customer-page.ts';
import { ofDigest } from './end-digest.ts';
import type { StatusPorts } from './ports.ts';

/** A file that staff changes at this very moment is read again so often. */
const MAX_TRIES = 5;

/** `GET /u/{token}`: asks, and changes nothing: mail scanners open every link (promise 23). */
export async function showUnsubscribe(request: HttpRequest, ports: StatusPorts): Promise<HttpResponse> {
  const linked = await subjectOf('unsubscribe', request, ports);
  if ('dead' in linked) return (await ofDigest(request, ports)) ?? linked.dead;
  const language = languageFor(request, ports);
  return page(200, unsubscribePage({ language, brand: ports.brand.name[language] }));
}

/**
 * `POST /u/{token}`: from now on this customer gets answers only. By the page's button, or by a mail program alone (RFC 8058): whatever the body, without
 * cookies, and answered without a redirect. Says the same whoever it was, known or not.
 */
export async function unsubscribe(request: HttpRequest, ports: StatusPorts): Promise<HttpResponse> {
  const linked = await subjectOf('unsubscribe', request, ports);
  if ('dead' in linked) return (await ofDigest(request, ports)) ?? linked.dead;
  await takeBack(linked.subject, ports);
  const language = languageFor(request, ports, undefined, new URLSearchParams(request.body.toString('utf8')).get('language') ?? undefined);
  return page(200, unsubscribedPage({ language, brand: ports.brand.name[language] }));
}

async function takeBack(customerKey: string, { customers, now }: StatusPorts): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const whole = await customers.whole(customerKey);
    if (whole === undefined || isTombstone(whole)) return;
    if (whole.consent?.contact === false && !whole.consent.care) return;
    try {
      const given = { contact: false, care: false, source: 'mail' } as const;
      await customers.save(giveConsent(whole, given, { by: 'customer', now: now() }));
      return;
    } catch (error) {
      if (!(error instanceof AmendsError && error.code === 'conflict') || attempt === MAX_TRIES) throw error;
    }
  }
}
