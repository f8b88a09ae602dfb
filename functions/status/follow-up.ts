import * as z from 'zod/mini';
import { type Question, questionOf } from '../../shared/adapters/link.ts';
import { invalidInput } from '../../shared/domain/errors.ts';
import type { Language } from '../../shared/domain/language.ts';
import { type Case, deadlineOf, isOpen } from '../../shared/domain/recovery/case.ts';
import type { CaseCommand } from '../../shared/domain/recovery/command.ts';
import { cleanText } from '../../shared/domain/text.ts';
import { languageFor, seeOther } from '../../shared/lambda/customer-page.ts';
import type { HttpRequest, HttpResponse } from '../../shared/lambda/on-http.ts';
import { type FollowUpPage, type FollowUpStanding, followUpPage, MAX_COMMENT_LENGTH } from '../../web/follow-up/page.ts';
import { answer } from './answer.ts';
import { deadLink, done, laterPage, page, sentBy, subjectOf, typedTexts } from './customer-page.ts';
import type { StatusPorts } from './ports.ts';

const Answer = z.object({
  isSolved: z.enum(['yes', 'no']),
  /** 1–5; a page sends an empty one where nothing was chosen. */
  satisfaction: z.optional(z.union([z.literal(''), z.coerce.number().check(z.int(), z.minimum(1), z.maximum(5))])),
  comment: z.optional(z.string()),
});
type Answer = z.infer<typeof Answer>;

interface Seen {
  readonly case: Case;
  readonly question: Question;
}

/** `GET /r/{token}`: asks whether it is really solved, or shows what comes of the answer. Opening it answers nothing (promise 28). */
export async function showFollowUp(request: HttpRequest, ports: StatusPorts): Promise<HttpResponse> {
  const found = await seenBy(request, ports);
  if ('dead' in found) return found.dead;
  // Of a case that is closed already a "yes" is thanked for; there is nothing left to record it on.
  const isThanked = request.query['thanks'] === '1' && isClosedUnanswered(found);
  return page(200, followUpPage(pageOf(found, languageFor(request, ports, found.case.language), ports, isThanked)));
}

/**
 * `POST /r/{token}` `isSolved=yes|no`, `satisfaction=1…5`, `comment`: the customer's answer (R7), as a page's form or JSON. A "no" opens the case again. Once:
 * a question that was answered stays so. 303 to the page, or 200 `{state}`; 422 for a fault.
 */
export async function answerFollowUp(request: HttpRequest, ports: StatusPorts): Promise<HttpResponse> {
  const found = await seenBy(request, ports);
  if ('dead' in found) return found.dead;
  const sent = sentBy(request);
  const typed = typedTexts(sent);
  const language = languageFor(request, ports, found.case.language, typed['language']);
  const again = (fault: FollowUpPage['fault']) => followUpPage({ ...pageOf(found, language, ports), fault, typed });
  const parsed = Answer.safeParse(sent.fields);
  const comment = cleanText(parsed.data?.comment ?? '').text;
  if (!parsed.success || comment.length > MAX_COMMENT_LENGTH) {
    if (!sent.isPageWanted) throw faults();
    return page(422, again(parsed.success ? 'tooLong' : 'chooseOne'));
  }
  try {
    const { case: after } = await answer(found.case.number, ports, (seen) => commandFor({ ...found, case: seen }, parsed.data, comment));
    const isThanked = parsed.data.isSolved === 'yes' && after !== undefined && isClosedUnanswered({ ...found, case: after });
    if (sent.isPageWanted) return seeOther({ lang: language, ...(isThanked ? { thanks: '1' } : {}) });
    return done({ state: standingOf({ ...found, case: after ?? found.case }, language, ports, isThanked).state });
  } catch (error) {
    if (!sent.isPageWanted) throw error;
    ports.onFault('answer to a follow-up not taken', error);
    return laterPage(again('failed'));
  }
}

/** Points on a scale of 1 to 5 as 0–100. */
const SCORE_PER_POINT = 25;

function commandFor(seen: Seen, { isSolved, satisfaction }: Answer, words: string): CaseCommand | undefined {
  const comment = words === '' ? undefined : words;
  if (isClosedUnanswered(seen)) {
    if (isSolved === 'yes') return undefined;
    // Nobody had answered for so long that it was closed: a "no" still opens it again.
    return { type: 'reopen', reason: comment ?? UNSOLVED[seen.case.language] };
  }
  if (!isAwaited(seen)) return undefined;
  const points = satisfaction === undefined || satisfaction === '' ? undefined : (satisfaction - 1) * SCORE_PER_POINT;
  return { type: 'follow-up', isSolved: isSolved === 'yes', satisfaction: points, comment };
}

const UNSOLVED = { en: 'The customer says that it is not solved.', 'zh-Hans': '客户表示问题尚未解决。' } as const;

async function seenBy(request: HttpRequest, ports: StatusPorts): Promise<Seen | { readonly dead: HttpResponse }> {
  const linked = await subjectOf('follow-up', request, ports);
  if ('dead' in linked) return linked;
  const about = questionOf(linked.subject);
  const found = about && (await ports.cases.load(about.caseNumber)).case;
  const isAsked = found?.followUps.some(({ round, n }) => round === about?.round && n === about.n);
  if (about === undefined || found === undefined || isAsked !== true) return { dead: deadLink('invalid', 0, request, ports) };
  return { case: found, question: about };
}

/** The answer that this link gave, or a later one of its round: either way it has been used. */
const answerTo = ({ case: { followUps }, question: { round, n } }: Seen) =>
  followUps.find((one) => one.round === round && one.n >= n && one.answeredAt !== undefined);

const isAwaited = (seen: Seen): boolean =>
  seen.case.round === seen.question.round &&
  answerTo(seen) === undefined &&
  (seen.case.state === 'remedied' || seen.case.state === 'followed-up');

const isClosedUnanswered = (seen: Seen): boolean =>
  seen.case.round === seen.question.round && answerTo(seen) === undefined && seen.case.state === 'closed';

function pageOf(seen: Seen, language: Language, ports: StatusPorts, isThanked = false): FollowUpPage {
  const { name, timeZone } = ports.brand;
  const standing = standingOf(seen, language, ports, isThanked);
  return { language, brand: name[language], timeZone, caseNumber: seen.case.number, standing };
}

function standingOf(seen: Seen, language: Language, { recovery: { agents } }: StatusPorts, isThanked: boolean): FollowUpStanding {
  const { case: value, question } = seen;
  if (isThanked) return { state: 'closed-solved' };
  if (isAwaited(seen) || isClosedUnanswered(seen)) return { state: 'asked' };
  const given = answerTo(seen);
  if (given?.isSolved === true) return { state: 'solved' };
  const isReopenedByIt = given?.isSolved === false || (given === undefined && value.round === question.round + 1);
  if (!isReopenedByIt || !isOpen(value)) return { state: 'overtaken' };
  // What happens now is of the round that it opened; later ones have a question of their own.
  if (value.round !== question.round + 1 || value.solvedAt !== undefined) return { state: given === undefined ? 'overtaken' : 'unsolved' };
  const due = deadlineOf(value, 'first-answer') ?? deadlineOf(value, 'solution');
  const isRunning = due !== undefined && due.round === value.round && due.endedAt === undefined;
  return {
    state: 'unsolved',
    owner: agents.find(({ id }) => id === value.owner)?.name[language],
    answerBy: isRunning ? due.dueAt : undefined,
  };
}

const faults = () =>
  invalidInput('The answer could not be taken.', [
    { field: 'isSolved', reason: 'expected "yes" or "no"' },
    { field: 'satisfaction', reason: 'expected a whole number from 1 to 5, or nothing' },
    { field: 'comment', reason: `expected at most ${MAX_COMMENT_LENGTH} characters` },
  ]);
