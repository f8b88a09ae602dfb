import type { Feedback } from '../../shared/domain/feedback.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Case } from '../../shared/domain/recovery/case.ts';
import { languageOf } from '../../shared/domain/recovery/open-case.ts';
import { caseNow } from '../../shared/domain/recovery/work-on.ts';
import { languageFor } from '../../shared/lambda/customer-page.ts';
import type { HttpRequest, HttpResponse } from '../../shared/lambda/on-http.ts';
import type { AddBox } from '../../web/status/add-box.ts';
import { type Standing, statusPage } from '../../web/status/page.ts';
import { deadLink, page } from './customer-page.ts';
import type { StatusPorts } from './ports.ts';

/** What a status link leads to. */
export type Found =
  | { readonly kind: 'received'; readonly receipt: string; readonly language?: undefined }
  | { readonly kind: 'read' | 'joined'; readonly receipt: string; readonly language: Language }
  | {
      readonly kind: 'case';
      readonly receipt: string;
      readonly language: Language;
      readonly case: Case;
      readonly receivedAt: string;
      readonly mergedFrom?: string | undefined;
    };

/** Binds a page's start token to the receipt whose page it is. No survey is called so: their ids hold no dot. */
export const startOf = (receipt: string): string => `status.${receipt}`;

/** `GET /s/{token}?lang=`: how it stands with what a customer told us. Reading it changes nothing, so scanners and previews may (promise 28). */
export async function show(request: HttpRequest, ports: StatusPorts): Promise<HttpResponse> {
  const links = await ports.links();
  const verdict = links.verify('status', request.path['token'] ?? '', ports.now());
  if (verdict.status !== 'valid') return deadLink(verdict.status, links.validDays('status'), request, ports);
  const found = await find(verdict.subject, ports);
  return page(200, await drawn(found, languageFor(request, ports, found.language), ports, await freshBox(verdict.subject, ports), request));
}

export async function freshBox(receipt: string, ports: StatusPorts): Promise<AddBox> {
  const submissionId = ports.newSubmissionId();
  return { submissionId, startToken: (await ports.links()).signStart(startOf(receipt), submissionId, ports.now()) };
}

/** Before `assess` has stored it, a valid link still says "received": the door has promised so. */
export async function find(receipt: string, ports: StatusPorts): Promise<Found> {
  const feedback = await ports.feedback(receipt);
  if (feedback === undefined) return { kind: 'received', receipt };
  const language = languageOf(feedback, ports.brand.defaultLanguage);
  if (feedback.caseNumber === undefined) return { kind: 'read', receipt, language };
  const { case: first } = await ports.cases.load(feedback.caseNumber);
  if (first === undefined) return { kind: 'read', receipt, language };
  if (!isProved(feedback, first)) return { kind: 'joined', receipt, language };
  const now = first.mergedInto === undefined ? first : ((await caseNow(first.mergedInto, ports.cases)) ?? first);
  const mergedFrom = now.number === first.number ? undefined : first.number;
  return { kind: 'case', receipt, language: now.language, case: now, receivedAt: feedback.receivedAt, mergedFrom };
}

/**
 * Does this link prove that its owner may see the case? Whoever opened it, and whoever replied in its thread, may. A new message joins the case of the
 * address that was typed into the form, and anybody can type another's.
 */
const isProved = (feedback: Feedback, { feedbackId }: Case): boolean => feedback.id === feedbackId || feedback.isReply === true;

export async function drawn(found: Found, language: Language, ports: StatusPorts, box: AddBox, request: HttpRequest): Promise<string> {
  const { name, timeZone } = ports.brand;
  const standing: Standing = found.kind === 'case' ? await caseStanding(found, language, ports, box, request) : found;
  return statusPage({ standing, language, brand: name[language], timeZone, now: ports.now(), remedies: ports.remedies });
}

async function caseStanding(
  { case: value, receivedAt, mergedFrom }: Extract<Found, { kind: 'case' }>,
  language: Language,
  { cases, recovery }: StatusPorts,
  box: AddBox,
  { query }: HttpRequest,
): Promise<Standing> {
  const events = await cases.events(value.number, 1, value.version);
  const owner = recovery.agents.find(({ id }) => id === value.owner)?.name[language];
  return {
    kind: 'case',
    case: value,
    receivedAt,
    events,
    owner,
    mergedFrom,
    box,
    isAdded: query['added'] === '1' && box.fault === undefined,
  };
}
