import { ON_PAGE } from '../../shared/domain/intake/form-fields.ts';
import { pageNamed } from '../../shared/domain/intake/page-turn.ts';
import { allPages } from '../../shared/domain/survey/branching.ts';
import { fieldsOf } from '../../shared/domain/survey/draft.ts';
import { readRating } from '../../shared/domain/survey/scale.ts';
import type { Survey } from '../../shared/domain/survey/survey.ts';
import { languageFor } from '../../shared/lambda/customer-page.ts';
import type { HttpRequest, HttpResponse } from '../../shared/lambda/on-http.ts';
import { answeredPage, answerPage, keptPage } from '../../web/answer/page.ts';
import { type AnswerDoor, type Asked, askedBy, page } from './door.ts';

/**
 * `GET /a/{token}?lang=&page=&{question}={value}`: the questions with what is filled in so far. A rating chosen in the mail stands there chosen; it is
 * recorded by nothing but sending the page (promise 28): mail scanners open every link, some of them each one.
 */
export async function show(request: HttpRequest, door: AnswerDoor): Promise<HttpResponse> {
  const asked = await askedBy(request, door);
  if ('closed' in asked) return asked.closed;
  const { invitation, survey } = asked;
  const language = languageFor(request, door, invitation.language);
  const { timeZone } = door.brand;
  const place = { language, brand: door.brand.name[language], timeZone, expiresAt: invitation.expiresAt };
  if (request.query['done'] === 'kept') return page(200, keptPage(place));
  if (request.query['done'] === 'sent' && invitation.state === 'answered') return answered(request, door, asked, place);
  const typed = fieldsOf(invitation.draft);
  const chosen = chosenIn(request, survey);
  if (chosen !== undefined) typed.set(chosen.question, chosen.value);
  const at = pageNamed(survey, request.query['page']) ?? chosen?.page ?? pageNamed(survey, typed.get(ON_PAGE));
  const { answeredAt } = invitation;
  return page(200, answerPage({ ...place, survey, typed, issues: [], at, answeredAt, isChosen: chosen !== undefined }));
}

async function answered(
  request: HttpRequest,
  door: AnswerDoor,
  { invitation }: Asked,
  place: Parameters<typeof keptPage>[0],
): Promise<HttpResponse> {
  const receipt = door.feedbackId(invitation.id);
  const statusUrl = (await door.links()).statusUrl(request.origin, receipt, door.now());
  return page(200, answeredPage({ ...place, receipt, statusUrl }));
}

/** The rating that the address names; what is no rating of this survey is passed over. */
function chosenIn({ query }: HttpRequest, survey: Survey): { question: string; value: string; page: number } | undefined {
  for (const { number, questions } of allPages(survey)) {
    for (const question of questions) {
      const value = query[question.id];
      if (question.kind !== 'scale' || value === undefined) continue;
      if (readRating(value, question.min, question.max).kind === 'rated') return { question: question.id, value, page: number };
    }
  }
  return undefined;
}
