import { type Html, html } from '../../shared/domain/html.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Case } from '../../shared/domain/recovery/case.ts';
import type { CaseEvent } from '../../shared/domain/recovery/event.ts';
import type { Remedy } from '../../shared/domain/recovery/policy.ts';
import { framed } from '../form/frame.ts';
import { type AddBox, addBox, addedNotice } from './add-box.ts';
import { caseParts } from './case.ts';
import { STATUS_STYLE } from './style.ts';
import { STATUS_WORDS } from './words.ts';

/** How it stands with what a customer told us. Nothing in it says who they are or what they said: links are passed on. */
export type Standing =
  | { readonly kind: 'received'; readonly receipt: string }
  | { readonly kind: 'read'; readonly receipt: string }
  /** With a case that somebody else's words opened, for all this link can prove. */
  | { readonly kind: 'joined'; readonly receipt: string }
  | CaseStanding
  | { readonly kind: 'expired'; readonly validDays: number }
  | { readonly kind: 'invalid' };

export interface CaseStanding {
  readonly kind: 'case';
  readonly case: Case;
  readonly receivedAt: string;
  readonly events: readonly CaseEvent[];
  /** By the name that customers know. */
  readonly owner?: string | undefined;
  /** Number of their own case, where it was merged into this one. */
  readonly mergedFrom?: string | undefined;
  readonly box: AddBox;
  /** Something was added just now. */
  readonly isAdded?: boolean;
}

export interface StatusPage {
  readonly standing: Standing;
  readonly language: Language;
  readonly brand: string;
  readonly timeZone: string;
  readonly now: string;
  readonly remedies: readonly Pick<Remedy, 'id' | 'title'>[];
}

/** One page for every standing, in the customer's language, with the other one a click away. */
export function statusPage(page: StatusPage): string {
  const { title, content } = drawn(page);
  return framed({
    language: page.language,
    brand: page.brand,
    title: `${title} – ${page.brand}`,
    style: STATUS_STYLE,
    inLanguage: (language) => `?lang=${language}`,
    content: html`<h1>${title}</h1>${content}`,
  });
}

function drawn(page: StatusPage): { title: string; content: Html } {
  const words = STATUS_WORDS[page.language];
  const { standing } = page;
  const withReceipt = (text: string, id: string) =>
    html`<p class="lead">${text}</p><dl class="receipt"><dt>${words.receipt}</dt><dd>${id}</dd></dl>`;
  switch (standing.kind) {
    case 'received':
      return { title: words.receivedTitle, content: withReceipt(words.receivedText, standing.receipt) };
    case 'read':
      return { title: words.readTitle, content: withReceipt(words.readText, standing.receipt) };
    case 'joined':
      return { title: words.joinedTitle, content: withReceipt(words.joinedText, standing.receipt) };
    case 'case':
      return { title: words.caseTitle(standing.case.number), content: drawCase(standing, page) };
    case 'expired':
      return { title: words.expiredTitle, content: html`<p class="lead">${words.expiredText(standing.validDays)}</p>` };
    case 'invalid':
      return { title: words.invalidTitle, content: html`<p class="lead">${words.invalidText}</p>` };
  }
}

function drawCase(standing: CaseStanding, page: StatusPage): Html {
  const words = STATUS_WORDS[page.language];
  const { introduction, owner, steps, promises } = caseParts(standing, page);
  return html`${standing.isAdded === true && addedNotice(page.language)}
${standing.mergedFrom !== undefined && html`<p class="lead">${words.merged(standing.mergedFrom)}</p>`}
${introduction}${owner}
<h2>${words.howItStands}</h2>
${steps}${promises}
${addBox(standing.box, page.language)}`;
}
