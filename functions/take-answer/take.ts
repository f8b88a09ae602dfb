import { invalidInput, unsupportedMediaType } from '../../shared/domain/errors.ts';
import { answersOf, MAX_FIELDS, ON_PAGE } from '../../shared/domain/intake/form-fields.ts';
import { pageNamed, pageOfFirst, turnPage } from '../../shared/domain/intake/page-turn.ts';
import type { AnswerIssue } from '../../shared/domain/survey/answer-issue.ts';
import { readAnswers } from '../../shared/domain/survey/answers.ts';
import { draftOf, fieldsOf, withPage } from '../../shared/domain/survey/draft.ts';
import { languageFor, seeOther } from '../../shared/lambda/customer-page.ts';
import type { HttpRequest, HttpResponse } from '../../shared/lambda/on-http.ts';
import { bodyText, mediaTypeOf } from '../../shared/lambda/request-body.ts';
import { answerPage } from '../../web/answer/page.ts';
import { type AnswerDoor, type Asked, askedBy, page } from './door.ts';
import { toFeedback } from './feedback.ts';

/** Two windows of the same person send at the same moment; more often than so, something else is wrong. */
const MAX_TRIES = 5;
const MAX_ISSUES = 50;

/**
 * `POST /a/{token}`: takes one page of an invitation's survey, as a form. Going to another page, or keeping for later, keeps what is filled in; the last
 * page sends it all. It is accepted only after the queue has it (promise 12): until then the customer is told that it did not reach us, and sends again.
 * A correction is a newer revision of the same feedback, by the customer alone.
 */
export async function take(request: HttpRequest, door: AnswerDoor): Promise<HttpResponse> {
  const sent = fieldsIn(request);
  for (let attempt = 1; ; attempt += 1) {
    const asked = await askedBy(request, door, sent.get('language') ?? undefined);
    if ('closed' in asked) return asked.closed;
    const again = pageAgain(request, door, asked, sent);
    try {
      const answer = await answerTo(door, asked, again);
      if (answer !== 'changed-meanwhile') return answer;
      if (attempt === MAX_TRIES) throw new Error(`an invitation was changed by others ${MAX_TRIES} times in a row`);
    } catch (error) {
      door.onFault(error);
      return again.show(503, again.from, []);
    }
  }
}

type Again = ReturnType<typeof pageAgain>;

async function answerTo(door: AnswerDoor, { invitation, survey }: Asked, again: Again): Promise<HttpResponse | 'changed-meanwhile'> {
  const { typed, language, turn } = again;
  if (turn.kind === 'stay') return again.show(422, turn.page, turn.issues);
  if (turn.kind !== 'send') {
    const kept = await door.desk.keepDraft(invitation, draftOf(survey, typed, turn.page), door.now());
    if (kept === 'changed-meanwhile') return kept;
    return seeOther({ lang: language, ...(turn.kind === 'keep' ? { done: 'kept' } : { page: String(turn.page) }) });
  }
  const { said, issues } = readAnswers(survey, answersOf(survey, typed));
  if (issues.length > 0) return again.show(422, pageOfFirst(survey, issues, turn.page), issues.slice(0, MAX_ISSUES));
  const taken = await door.desk.answer(invitation, draftOf(survey, typed), door.now());
  if (taken === 'changed-meanwhile') return taken;
  await door.queue.send(toFeedback(taken, said, { id: door.feedbackId(taken.id), now: door.now(), language }));
  return seeOther({ lang: language, done: 'sent' });
}

/** What was sent, laid over what was kept; and how to show it again with what is wrong, all of it still there. */
function pageAgain(request: HttpRequest, door: AnswerDoor, { invitation, survey }: Asked, sent: URLSearchParams) {
  const from = pageNamed(survey, sent.get(ON_PAGE));
  const typed = withPage(survey, fieldsOf(invitation.draft), sent, from);
  const language = languageFor(request, door, invitation.language, sent.get('language') ?? undefined);
  const { name, timeZone } = door.brand;
  const { expiresAt, answeredAt } = invitation;
  return {
    typed,
    language,
    /** The page that was sent. */
    from: from ?? 0,
    turn: turnPage(survey, typed),
    show(status: 422 | 503, at: number, issues: readonly AnswerIssue[]): HttpResponse {
      const isNotSent = status === 503;
      const shown = answerPage({ survey, typed, language, brand: name[language], timeZone, expiresAt, answeredAt, at, issues, isNotSent });
      const answer = page(status, shown);
      return isNotSent ? { ...answer, headers: { ...answer.headers, 'retry-after': '30' } } : answer;
    },
  };
}

function fieldsIn(request: HttpRequest): URLSearchParams {
  if (mediaTypeOf(request) !== 'application/x-www-form-urlencoded') throw unsupportedMediaType('Send application/x-www-form-urlencoded.');
  const fields = new URLSearchParams(bodyText(request));
  if (fields.size <= MAX_FIELDS) return fields;
  throw invalidInput('There are too many fields.', [{ field: '', reason: `expected at most ${MAX_FIELDS}` }], 400);
}
