import { momentInWords } from '../../shared/domain/date-words.ts';
import { type Html, html, when } from '../../shared/domain/html.ts';
import type { Language } from '../../shared/domain/language.ts';
import { framed } from '../form/frame.ts';
import { STATUS_STYLE } from '../status/style.ts';
import { OFFER_WORDS } from './words.ts';

/** Longest reason, in characters. */
export const MAX_REASON_LENGTH = 5000;

/** An offer as its customer sees it. */
export interface ShownOffer {
  readonly title: string;
  /** The prepared text, then the line that the agent added; absent where there is nothing beyond the title. */
  readonly text?: string | undefined;
  /** As people write it. */
  readonly amount?: string | undefined;
  /** Name of who apologises. */
  readonly apologyBy?: string | undefined;
}

export interface OfferPage {
  readonly language: Language;
  readonly brand: string;
  readonly timeZone: string;
  readonly caseNumber: string;
  readonly offer: ShownOffer;
  readonly standing:
    | { readonly state: 'offered' }
    | { readonly state: 'withdrawn' }
    | { readonly state: 'accepted'; readonly at: string }
    | { readonly state: 'refused'; readonly at: string };
  /** Why the answer could not be taken, and what was typed. */
  readonly fault?: 'failed' | 'chooseOne' | 'tooLong' | undefined;
  readonly typed?: string | undefined;
}

/** The offer with its two buttons; once it is answered, what was answered. */
export function offerPage(page: OfferPage): string {
  const { language, brand } = page;
  const { title, content } = drawn(page);
  return framed({
    language,
    brand,
    title: `${title} – ${brand}`,
    style: STATUS_STYLE,
    inLanguage: (other) => `?lang=${other}`,
    content: html`<h1>${title}</h1>${content}
<dl class="receipt"><dt>${OFFER_WORDS[language].case}</dt><dd>${page.caseNumber}</dd></dl>`,
  });
}

function drawn(page: OfferPage): { title: string; content: Html } {
  const words = OFFER_WORDS[page.language];
  const { standing, offer } = page;
  if (standing.state === 'offered') return { title: words.title, content: question(page) };
  if (standing.state === 'withdrawn') return { title: words.withdrawnTitle, content: html`<p class="lead">${words.withdrawnText}</p>` };
  const at = momentInWords(standing.at, page.timeZone, page.language);
  return standing.state === 'accepted'
    ? { title: words.acceptedTitle, content: html`<p class="lead">${words.acceptedText(at)}</p>${drawOffer(offer)}` }
    : { title: words.refusedTitle, content: html`<p class="lead">${words.refusedText(at)}</p>` };
}

function question({ language, offer, fault, typed }: OfferPage): Html {
  const words = OFFER_WORDS[language];
  return html`${fault !== undefined && html`<p class="error" role="alert">${words[fault]}</p>`}
<p class="lead">${offer.apologyBy !== undefined && words.apology(offer.apologyBy)}${words.introduction}</p>
${drawOffer(offer)}
<form method="post" accept-charset="utf-8">
<input type="hidden" name="language" value="${language}">
<div class="block"><label class="label" for="reason">${words.reason} <span class="mark">${language === 'en' ? `(${words.optional})` : `（${words.optional}）`}</span></label>
<textarea id="reason" name="reason" rows="3" maxlength="${MAX_REASON_LENGTH}"${when(fault === 'tooLong', 'aria-invalid="true"')}>
${typed ?? ''}</textarea></div>
<p class="hint" id="explain">${words.explain}</p>
<div class="answers"><button type="submit" name="answer" value="accept">${words.accept}</button><button type="submit" name="answer" value="refuse" class="plain">${words.refuse}</button></div>
</form>`;
}

const drawOffer = ({ title, text, amount }: ShownOffer): Html =>
  html`<section class="offer"><h2>${title}</h2>${amount !== undefined && html`<p class="amount">${amount}</p>`}${text !== undefined && html`<p>${text}</p>`}</section>`;
