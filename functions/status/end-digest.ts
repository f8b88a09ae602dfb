import { digestEndOf } from '../../shared/adapters/link.ts';
import { languageFor } from '../../shared/lambda/customer-page.ts';
import type { HttpRequest, HttpResponse } from '../../shared/lambda/on-http.ts';
import { digestEndedPage, digestEndPage, digestResumedPage } from '../../web/unsubscribe/digest-page.ts';
import { deadLink, page } from './customer-page.ts';
import type { StatusPorts } from './ports.ts';

/** A recipient's page about a digest of theirs; undefined where the link is no such link, or not good any more. */
export async function ofDigest(request: HttpRequest, ports: StatusPorts): Promise<HttpResponse | undefined> {
  const links = await ports.links();
  const verdict = links.verify('digest-end', request.path['token'] ?? '', ports.now());
  if (verdict.status === 'expired') return deadLink('expired', links.validDays('digest-end'), request, ports);
  const about = verdict.status === 'valid' ? digestEndOf(verdict.subject) : undefined;
  if (about === undefined) return undefined;
  return request.method === 'POST' ? change(about, request, ports) : show(about, request, ports);
}

type About = NonNullable<ReturnType<typeof digestEndOf>>;

function show({ digest }: About, request: HttpRequest, ports: StatusPorts): HttpResponse {
  const language = languageFor(request, ports);
  return page(200, digestEndPage({ language, brand: ports.brand.name[language], digest }));
}

/** Whatever a mail program posts ends it (RFC 8058); only the page's own button takes it up again. */
async function change({ digest, recipient }: About, request: HttpRequest, ports: StatusPorts): Promise<HttpResponse> {
  const typed = new URLSearchParams(request.body.toString('utf8'));
  const language = languageFor(request, ports, undefined, typed.get('language') ?? undefined);
  const shown = { language, brand: ports.brand.name[language], digest };
  if (typed.get('digest') === 'resume') {
    await ports.digestOptOuts.resume(digest, recipient);
    return page(200, digestResumedPage(shown));
  }
  await ports.digestOptOuts.end(digest, recipient, ports.now());
  return page(200, digestEndedPage(shown));
}
