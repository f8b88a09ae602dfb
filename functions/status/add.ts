import * as z from 'zod/mini';
import { conflict, invalidInput } from '../../shared/domain/errors.ts';
import type { FeedbackReceived } from '../../shared/domain/feedback.ts';
import { HONEYPOT, suspicion } from '../../shared/domain/intake/form.ts';
import { cleanText } from '../../shared/domain/text.ts';
import { languageFor, seeOther } from '../../shared/lambda/customer-page.ts';
import { type HttpRequest, type HttpResponse, json } from '../../shared/lambda/on-http.ts';
import { type AddBox, MAX_ADDED_LENGTH } from '../../web/status/add-box.ts';
import { laterPage, page, type Sent, sentBy, subjectOf, typedTexts } from './customer-page.ts';
import type { StatusPorts } from './ports.ts';
import { drawn, type Found, find, freshBox, startOf } from './show.ts';

/** Longer than what is taken is cut after it was read, so that a page can show it again. */
const Addition = z.object({
  text: z.string(),
  /** Made by the client, so that sending again is the same addition. */
  submissionId: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/, 'expected 16 to 64 letters, digits, "-" or "_"'))),
  startToken: z.optional(z.string().check(z.maxLength(300))),
  language: z.optional(z.string().check(z.maxLength(35))),
  [HONEYPOT]: z.optional(z.string()),
});
type Addition = z.infer<typeof Addition>;

type OfCase = Extract<Found, { kind: 'case' }>;

/**
 * `POST /s/{token}`: what a customer adds to their case, as a page's form or as JSON `{text, submissionId?}`. It goes the way of all feedback and is
 * heard in the case. Taken only after the queue has it (promise 12): then 303 to the page, or 202 `{receipt}`. Sending the same submission again
 * adds nothing. 404 and 410 for a dead link, 409 where there is no case to add to, 422 for a fault.
 */
export async function add(request: HttpRequest, ports: StatusPorts): Promise<HttpResponse> {
  const linked = await subjectOf('status', request, ports);
  if ('dead' in linked) return linked.dead;
  const sent = sentBy(request);
  const found = await find(linked.subject, ports);
  if (found.kind !== 'case') return nothingToAddTo(found, sent, request, ports);
  const parsed = Addition.safeParse(sent.fields);
  if (!parsed.success) throw faults(parsed.error);
  const text = cleanText(parsed.data.text).text;
  const fault = text === '' ? 'empty' : text.length > MAX_ADDED_LENGTH ? 'too-long' : undefined;
  if (fault !== undefined) return refused(fault, found, sent, request, ports);
  return take({ ...parsed.data, text }, found, sent, request, ports);
}

async function take(addition: Addition, found: OfCase, sent: Sent, request: HttpRequest, ports: StatusPorts): Promise<HttpResponse> {
  const feedback = await feedbackOf(addition, found, sent, ports);
  try {
    await ports.queue.send(feedback);
  } catch (error) {
    if (!sent.isPageWanted) throw error;
    ports.onFault('addition not taken', error);
    return laterPage(await again('not-sent', found, sent, request, ports));
  }
  if (!sent.isPageWanted) return json(202, { receipt: feedback.id });
  return seeOther({ lang: languageFor(request, ports, found.language, addition.language), added: '1' });
}

/** No address is asked for: the case knows its customer. */
async function feedbackOf(addition: Addition, { receipt, case: value }: OfCase, sent: Sent, ports: StatusPorts): Promise<FeedbackReceived> {
  const now = ports.now();
  const submissionId = addition.submissionId ?? ports.newSubmissionId();
  const servedAt = (await ports.links()).startedAt(startOf(receipt), submissionId, addition.startToken ?? '', now);
  const start = servedAt !== undefined ? 'served' : addition.startToken === undefined && !sent.isPageWanted ? 'not-needed' : 'unproven';
  const externalId = `${receipt}.${submissionId}`;
  return {
    id: ports.feedbackId(externalId),
    source: 'status',
    channel: 'form',
    externalId,
    revision: 0,
    receivedAt: now,
    branch: value.branch,
    locale: value.language,
    answers: [],
    reasons: [],
    comment: addition.text,
    caseNumber: value.number,
    quarantine: suspicion(addition[HONEYPOT], start, servedAt === undefined ? 0 : Date.parse(now) - Date.parse(servedAt)),
  };
}

async function refused(
  fault: 'empty' | 'too-long',
  found: OfCase,
  sent: Sent,
  request: HttpRequest,
  ports: StatusPorts,
): Promise<HttpResponse> {
  if (!sent.isPageWanted) {
    throw invalidInput('The addition could not be taken.', [{ field: 'text', reason: `expected 1 to ${MAX_ADDED_LENGTH} characters` }]);
  }
  return page(422, await again(fault, found, sent, request, ports));
}

/** The page as it was sent, with what is wrong. It stays the same submission, so that sending it again cannot make two. */
async function again(
  fault: NonNullable<AddBox['fault']>,
  found: OfCase,
  sent: Sent,
  request: HttpRequest,
  ports: StatusPorts,
): Promise<string> {
  const { text, submissionId, startToken, language } = typedTexts(sent);
  const fresh = await freshBox(found.receipt, ports);
  const box: AddBox = { submissionId: submissionId ?? fresh.submissionId, startToken: startToken ?? fresh.startToken, typed: text, fault };
  return drawn(found, languageFor(request, ports, found.language, language), ports, box, request);
}

/** A page without a case shows no box; whoever sends all the same learns how it stands. */
async function nothingToAddTo(found: Found, sent: Sent, request: HttpRequest, ports: StatusPorts): Promise<HttpResponse> {
  if (!sent.isPageWanted) throw conflict('There is no case to add this to.');
  return page(409, await drawn(found, languageFor(request, ports, found.language), ports, await freshBox(found.receipt, ports), request));
}

const faults = (error: z.core.$ZodError) =>
  invalidInput(
    'The addition could not be taken.',
    error.issues.map(({ path, message }) => ({ field: path.join('.'), reason: message })),
  );
