import { momentInWords } from '../../shared/domain/date-words.ts';
import { type Fragment, type Html, html } from '../../shared/domain/html.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Case } from '../../shared/domain/recovery/case.ts';
import { framed } from '../form/frame.ts';
import { STATUS_STYLE } from './style.ts';
import { STATUS_WORDS } from './words.ts';

/** How it stands with what a customer told us. Nothing in it says who they are or what they said: links are passed on. */
export type Standing =
  | { readonly kind: 'received'; readonly receipt: string }
  | { readonly kind: 'read'; readonly receipt: string }
  | { readonly kind: 'case'; readonly case: Case; readonly receivedAt: string }
  | { readonly kind: 'expired'; readonly validDays: number }
  | { readonly kind: 'invalid' };

export interface StatusPage {
  readonly standing: Standing;
  readonly language: Language;
  readonly brand: string;
  readonly timeZone: string;
  readonly now: string;
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
  switch (standing.kind) {
    case 'received':
      return {
        title: words.receivedTitle,
        content: html`<p class="lead">${words.receivedText}</p>${receipt(words.receipt, standing.receipt)}`,
      };
    case 'read':
      return { title: words.readTitle, content: html`<p class="lead">${words.readText}</p>${receipt(words.receipt, standing.receipt)}` };
    case 'case':
      return { title: words.caseTitle(standing.case.number), content: drawCase(standing.case, standing.receivedAt, page) };
    case 'expired':
      return { title: words.expiredTitle, content: html`<p class="lead">${words.expiredText(standing.validDays)}</p>` };
    case 'invalid':
      return { title: words.invalidTitle, content: html`<p class="lead">${words.invalidText}</p>` };
  }
}

const receipt = (label: string, id: string) => html`<dl class="receipt"><dt>${label}</dt><dd>${id}</dd></dl>`;

function drawCase(of: Case, receivedAt: string, { language, timeZone, now }: StatusPage): Html {
  const words = STATUS_WORDS[language];
  const inWords = (instant: string) => momentInWords(instant, timeZone, language);
  const step = (label: string, doneAt: string | undefined, dueAt: string): Fragment =>
    doneAt === undefined
      ? html`<li><b>${label}</b><span class="unseen">${words.ahead}: </span><time datetime="${dueAt}">${words.by(inWords(dueAt))}</time></li>`
      : html`<li class="done"><b>${label}</b><span class="unseen">${words.done}: </span><time datetime="${doneAt}">${inWords(doneAt)}</time></li>`;
  const takingUp = of.isReachable ? words.stepAnswer : words.stepTakeUp;
  return html`${introduction(of, now, words, inWords)}
<h2 class="unseen">${words.howItStands}</h2>
<ol class="steps">
${step(words.stepReceived, receivedAt, receivedAt)}
${step(of.acknowledgedAt === undefined ? takingUp : words.stepTakenUp, of.acknowledgedAt, of.acknowledgeDueAt)}
${step(words.stepSettled, of.resolvedAt, of.resolveDueAt)}
</ol>`;
}

/** A promise that was not kept is said to be broken, not left to be noticed. */
function introduction(of: Case, now: string, words: (typeof STATUS_WORDS)[Language], inWords: (instant: string) => string): Html {
  if (of.state === 'resolved') return html`<p class="lead">${words.resolved}</p>`;
  if (of.state === 'opened' && now > of.acknowledgeDueAt)
    return html`<p class="late">${words.answerLate(inWords(of.acknowledgeDueAt))}</p>`;
  if (now > of.resolveDueAt) return html`<p class="late">${words.solutionLate(inWords(of.resolveDueAt))}</p>`;
  return html`<p class="lead">${of.state === 'opened' ? words.opened : words.acknowledged}</p>`;
}
