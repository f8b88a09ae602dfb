import type { Verdict } from '../../shared/adapters/link.ts';
import { pageHeaders } from '../../shared/adapters/page-headers.ts';
import type { Feedback } from '../../shared/domain/feedback.ts';
import { chooseLanguage, type Language, type Localized } from '../../shared/domain/language.ts';
import type { Case } from '../../shared/domain/recovery/case.ts';
import { languageOf } from '../../shared/domain/recovery/open-case.ts';
import type { HttpRequest, HttpResponse } from '../../shared/lambda/on-http.ts';
import { type Standing, statusPage } from '../../web/status/page.ts';
import { STATUS_STYLE } from '../../web/status/style.ts';

/** What the status page works with. */
export interface StatusPorts {
  readonly brand: { readonly name: Localized; readonly defaultLanguage: Language; readonly timeZone: string };
  readonly now: () => string;
  /** Checks the token of a status link; its subject is the feedback's id. */
  readonly verify: (token: string, now: string) => Promise<Verdict>;
  readonly validDays: number;
  readonly feedback: (id: string) => Promise<Feedback | undefined>;
  readonly case: (number: string) => Promise<Case | undefined>;
}

const STATUS_OF = { received: 200, read: 200, case: 200, expired: 410, invalid: 404 } as const;
const HEADERS = { ...pageHeaders(STATUS_STYLE), vary: 'accept-language', 'x-robots-tag': 'noindex' };

/** `GET /s/{token}?lang=`: how it stands with what a customer told us. Reading it changes nothing, so scanners and previews may (promise 28). */
export async function show(request: HttpRequest, ports: StatusPorts): Promise<HttpResponse> {
  const now = ports.now();
  const { standing, language: own } = await standingOf(await ports.verify(request.path['token'] ?? '', now), ports);
  const asked = chooseLanguage(request.headers['accept-language'], ports.brand.defaultLanguage);
  const language = chooseLanguage(request.query['lang'], own ?? asked);
  const { name, timeZone } = ports.brand;
  return {
    status: STATUS_OF[standing.kind],
    headers: HEADERS,
    body: statusPage({ standing, language, brand: name[language], timeZone, now }),
  };
}

/** Before `assess` has stored it, a valid link still says "received": the door has promised so. */
async function standingOf(verdict: Verdict, ports: StatusPorts): Promise<{ standing: Standing; language?: Language }> {
  if (verdict.status === 'invalid') return { standing: { kind: 'invalid' } };
  if (verdict.status === 'expired') return { standing: { kind: 'expired', validDays: ports.validDays } };
  const receipt = verdict.subject;
  const feedback = await ports.feedback(receipt);
  if (feedback === undefined) return { standing: { kind: 'received', receipt } };
  const opened = feedback.caseNumber === undefined ? undefined : await ports.case(feedback.caseNumber);
  if (opened === undefined) return { standing: { kind: 'read', receipt }, language: languageOf(feedback, ports.brand.defaultLanguage) };
  return { standing: { kind: 'case', case: opened, receivedAt: feedback.receivedAt }, language: opened.language };
}
