import { momentInWords } from '../../shared/domain/date-words.ts';
import { type Fragment, type Html, html } from '../../shared/domain/html.ts';
import type { Language } from '../../shared/domain/language.ts';
import { type Case, type Deadline, deadlineOf, isOpen } from '../../shared/domain/recovery/case.ts';
import { historyOf, whatOf } from './history.ts';
import type { CaseStanding, StatusPage } from './page.ts';
import { STATUS_WORDS, type StatusWords } from './words.ts';

interface Drawing {
  readonly words: StatusWords;
  readonly language: Language;
  readonly now: string;
  readonly inWords: (instant: string) => string;
}

/** The parts of the page about a case. */
export function caseParts(standing: CaseStanding, page: StatusPage) {
  const { language, timeZone, now } = page;
  const words = STATUS_WORDS[language];
  const drawing = { words, language, now, inWords: (instant: string) => momentInWords(instant, timeZone, language) };
  const { case: value, owner } = standing;
  return {
    introduction: introduction(value, drawing),
    owner: owner !== undefined && isOpen(value) && html`<dl class="receipt"><dt>${words.owner}</dt><dd class="name">${owner}</dd></dl>`,
    steps: html`<ol class="steps">
${past(standing, page, drawing)}${comingSteps(value, drawing)}
</ol>`,
    promises: promises(value, drawing),
  };
}

/** What matters most now. A promise that was not kept is said to be broken, not left to be noticed. */
function introduction(value: Case, drawing: Drawing): Html {
  const { words } = drawing;
  const isUnreachable = isOpen(value) && value.undeliverable !== undefined;
  return html`${isUnreachable && html`<p class="late">${words.undeliverable}</p>`}${whatMatters(value, drawing)}`;
}

function whatMatters(value: Case, { words, now, inWords }: Drawing): Html {
  if (value.solvedAt !== undefined) return html`<p class="lead">${words.resolved}</p>`;
  if (!isOpen(value)) return html`<p class="lead">${words.closed}</p>`;
  if (value.pause !== undefined) return html`<p class="asked">${words.waiting}</p>`;
  if (value.state === 'offered') return html`<p class="asked">${words.offered}</p>`;
  const answerBy = running(value, 'acknowledge')?.dueAt;
  if (value.state === 'opened' && answerBy !== undefined && now > answerBy)
    return html`<p class="late">${words.answerLate(inWords(answerBy))}</p>`;
  const solveBy = running(value, 'solution')?.dueAt;
  if (solveBy !== undefined && now > solveBy) return html`<p class="late">${words.solutionLate(inWords(solveBy))}</p>`;
  const known = value.state === 'opened' || value.state === 'accepted' ? value.state : 'acknowledged';
  return html`<p class="lead">${words[known]}</p>`;
}

const running = (value: Case, kind: Deadline['kind']): Deadline | undefined => {
  const found = deadlineOf(value, kind);
  return found?.endedAt === undefined ? found : undefined;
};

function past({ case: value, events, receivedAt }: CaseStanding, page: StatusPage, { words, inWords }: Drawing): Fragment {
  const told = [{ at: receivedAt, text: words.stepReceived, isBroken: false }, ...historyOf(value, events, page)];
  return told.map(
    ({ at, text, isBroken }) =>
      html`<li class="${isBroken === true ? 'done broken' : 'done'}"><b>${text}</b><span class="unseen">${words.done}: </span><time datetime="${at}">${inWords(at)}</time></li>
`,
  );
}

/** What comes by when: what runs of the promised times, what else was promised, and what waits for the customer. */
function comingSteps(value: Case, drawing: Drawing): Fragment {
  if (!isOpen(value)) return undefined;
  const { words, inWords } = drawing;
  const ofDeadline = (kind: Deadline['kind'], label: string) => {
    const deadline = running(value, kind);
    return deadline && ahead(label, deadlineText(deadline, drawing), deadline.dueAt, drawing);
  };
  const hasFirstAnswer = running(value, 'first-answer') !== undefined;
  const open = value.commitments.filter((one) => one.state === 'open' && one.deadline === undefined);
  const question = value.followUps.find((one) => one.round === value.round && one.askedAt === undefined && one.isDropped !== true);
  return [
    value.state === 'offered' && ahead(words.stepOffer, words.openOffer, undefined, drawing),
    ofDeadline('acknowledge', value.isReachable && !hasFirstAnswer ? words.stepAnswer : words.stepTakeUp),
    value.isReachable && ofDeadline('first-answer', words.stepFirstAnswer),
    open.map((one) => ahead(whatOf(one, drawing.language), words.by(inWords(one.dueAt)), one.dueAt, drawing)),
    ofDeadline('solution', words.stepSettled),
    value.solvedAt !== undefined &&
      value.isReachable &&
      question !== undefined &&
      ahead(words.stepFollowUp, words.from(inWords(question.dueAt)), question.dueAt, drawing),
  ];
}

function deadlineText({ since, breachedAt, dueAt }: Deadline, { words, inWords, now }: Drawing): string {
  if (breachedAt !== undefined || now > dueAt) return words.wasDue(inWords(dueAt));
  return since === undefined ? words.standsStill : words.by(inWords(dueAt));
}

const ahead = (label: string, text: string, at: string | undefined, { words }: Drawing): Html =>
  html`<li><b>${label}</b><span class="unseen">${words.ahead}: </span>${at === undefined ? html`<span class="time">${text}</span>` : html`<time datetime="${at}">${text}</time>`}</li>
`;

/** What was promised and kept, or not: for all to see (R2, R21). */
function promises(value: Case, { words, language, inWords }: Drawing): Html | undefined {
  const ended = value.commitments.filter(({ state }) => state === 'kept' || state === 'broken');
  if (ended.length === 0) return undefined;
  const lines = ended.map((one) => {
    const line = words[one.state === 'kept' ? 'kept' : 'broken'](whatOf(one, language), inWords(one.dueAt));
    return html`<li class="${one.state}">${line}</li>`;
  });
  return html`<h2>${words.promises}</h2>
<ul class="promises">${lines}</ul>`;
}
