import * as z from 'zod/mini';
import { offerOf } from '../../shared/adapters/link.ts';
import { conflict, invalidInput } from '../../shared/domain/errors.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Case, Offer } from '../../shared/domain/recovery/case.ts';
import { moneyInWords } from '../../shared/domain/recovery/money.ts';
import { cleanText } from '../../shared/domain/text.ts';
import { languageFor, seeOther } from '../../shared/lambda/customer-page.ts';
import type { HttpRequest, HttpResponse } from '../../shared/lambda/on-http.ts';
import { MAX_REASON_LENGTH, type OfferPage, offerPage, type ShownOffer } from '../../web/offer/page.ts';
import { titleOf } from '../../web/status/history.ts';
import { answer } from './answer.ts';
import { deadLink, done, laterPage, page, sentBy, subjectOf, typedTexts } from './customer-page.ts';
import type { StatusPorts } from './ports.ts';

const Answer = z.object({ answer: z.enum(['accept', 'refuse']), reason: z.optional(z.string()) });

interface Seen {
  readonly case: Case;
  readonly offer: Offer;
}

/** `GET /o/{token}`: the offer with its two buttons, or what was answered. Opening it decides nothing (promise 28). */
export async function showOffer(request: HttpRequest, ports: StatusPorts): Promise<HttpResponse> {
  const found = await seenBy(request, ports);
  if ('dead' in found) return found.dead;
  return page(200, offerPage(pageOf(found, languageFor(request, ports, found.case.language), ports)));
}

/**
 * `POST /o/{token}` `answer=accept|refuse`, `reason`: the customer's word, as a page's form or JSON. Once: an offer that was answered, or withdrawn, stays
 * as it is. 303 to the page, or 200 `{answer}`; 409 where it was answered otherwise or does not stand any more.
 */
export async function answerOffer(request: HttpRequest, ports: StatusPorts): Promise<HttpResponse> {
  const found = await seenBy(request, ports);
  if ('dead' in found) return found.dead;
  const sent = sentBy(request);
  const typed = typedTexts(sent);
  const language = languageFor(request, ports, found.case.language, typed['language']);
  const again = (status: 409 | 422, seen: Seen, fault?: OfferPage['fault']) =>
    page(status, offerPage({ ...pageOf(seen, language, ports), fault, typed: typed['reason'] }));
  const parsed = Answer.safeParse(sent.fields);
  const reason = cleanText(parsed.data?.reason ?? '').text;
  if (!parsed.success || reason.length > MAX_REASON_LENGTH) {
    if (!sent.isPageWanted) throw faults();
    return again(422, found, parsed.success ? 'tooLong' : 'chooseOne');
  }
  try {
    const wanted = parsed.data.answer === 'accept' ? 'accepted' : 'refused';
    const after = await carryOut(found, parsed.data.answer, reason, ports);
    if (after.offer.state !== wanted) return sent.isPageWanted ? again(409, after) : refuseJson();
    return sent.isPageWanted ? seeOther({ lang: language }) : done({ answer: after.offer.state });
  } catch (error) {
    if (!sent.isPageWanted) throw error;
    ports.onFault('answer to an offer not taken', error);
    return laterPage(offerPage({ ...pageOf(found, language, ports), fault: 'failed', typed: typed['reason'] }));
  }
}

async function carryOut(
  { case: { number }, offer: { id } }: Seen,
  said: 'accept' | 'refuse',
  reason: string,
  ports: StatusPorts,
): Promise<Seen> {
  const { case: after } = await answer(number, ports, (seen) => {
    if (seen.state !== 'offered' || seen.offers.find((one) => one.id === id)?.state !== 'offered') return undefined;
    return said === 'accept'
      ? { type: 'accept', offerId: id }
      : { type: 'refuse', offerId: id, reason: reason === '' ? undefined : reason };
  });
  const offer = after?.offers.find((one) => one.id === id);
  if (after === undefined || offer === undefined) throw new Error(`case ${number}: expected offer ${id} in it, found none`);
  return { case: after, offer };
}

async function seenBy(request: HttpRequest, ports: StatusPorts): Promise<Seen | { readonly dead: HttpResponse }> {
  const linked = await subjectOf('offer', request, ports);
  if ('dead' in linked) return linked;
  const about = offerOf(linked.subject);
  const found = about && (await ports.cases.load(about.caseNumber)).case;
  const offer = found?.offers.find(({ id }) => id === about?.offerId);
  // One that is not approved was never put to the customer.
  const isShown = offer !== undefined && offer.state !== 'awaiting-approval' && offer.state !== 'rejected';
  if (found === undefined || !isShown) return { dead: deadLink('invalid', 0, request, ports) };
  return { case: found, offer };
}

function pageOf({ case: value, offer }: Seen, language: Language, ports: StatusPorts): OfferPage {
  const { name, timeZone } = ports.brand;
  const base = { language, brand: name[language], timeZone, caseNumber: value.number, offer: shown(value, offer, language, ports) };
  if ((offer.state === 'accepted' || offer.state === 'refused') && offer.endedAt !== undefined)
    return { ...base, standing: { state: offer.state, at: offer.endedAt } };
  return { ...base, standing: { state: offer.state === 'offered' && value.state === 'offered' ? 'offered' : 'withdrawn' } };
}

function shown(value: Case, offer: Offer, language: Language, { remedies, recovery: { agents } }: StatusPorts): ShownOffer {
  const prepared = remedies.find(({ id }) => id === offer.remedy)?.text[language];
  const text = [prepared, offer.note].filter((part) => part !== undefined).join('\n\n');
  const nameOf = (actor: string) => agents.find(({ id }) => actor === `agent:${id}`)?.name[language];
  return {
    title: titleOf(offer, { remedies, language }),
    text: text === '' ? undefined : text,
    amount: offer.money && moneyInWords(offer.money, language),
    // R5: an apology is one of a person, by name.
    apologyBy: offer.kind === 'apology' ? (nameOf(offer.by) ?? nameOf(`agent:${value.owner}`)) : undefined,
  };
}

const faults = () =>
  invalidInput('The answer could not be taken.', [
    { field: 'answer', reason: 'expected "accept" or "refuse"' },
    { field: 'reason', reason: `expected at most ${MAX_REASON_LENGTH} characters` },
  ]);

const refuseJson = (): never => {
  throw conflict('This offer was answered otherwise, or does not stand any more.');
};
