import { invalidInput, unsupportedMediaType } from '../../shared/domain/errors.ts';
import { readSubmission, type Start, type Submission, suspicion, toFeedback } from '../../shared/domain/intake/form.ts';
import { fromFields, MAX_FIELDS } from '../../shared/domain/intake/form-fields.ts';
import { parseJson } from '../../shared/domain/intake/json.ts';
import { pageOfFirst, turnPage } from '../../shared/domain/intake/page-turn.ts';
import { chooseLanguage } from '../../shared/domain/language.ts';
import { photoKeysOf } from '../../shared/domain/photo.ts';
import { type AnswerIssue, toInputIssue } from '../../shared/domain/survey/answer-issue.ts';
import type { Survey } from '../../shared/domain/survey/survey.ts';
import { languageFor } from '../../shared/lambda/customer-page.ts';
import { type HttpRequest, type HttpResponse, json } from '../../shared/lambda/on-http.ts';
import { bodyText, mediaTypeOf, wantsPage } from '../../shared/lambda/request-body.ts';
import { formPage, thanksPage } from '../../web/form/pages.ts';
import { viewOf } from '../../web/form/view.ts';
import { campaignOf, type Door, surveyOf } from './door.ts';
import { headersOfPages } from './headers.ts';

/** A submission is flat: anything deeper or wider is no mistake of a form. */
const MAX_DEPTH = 8;
const MAX_VALUES = 500;
const MAX_ISSUES = 50;

/**
 * `POST /f/{survey}`: takes a submission, as JSON or as a page's form.
 *
 * JSON: `{submissionId?, language?, branch?, campaign?, startToken?, photos?, answers}`. The keys of `answers` are the survey's question ids; for the default survey
 * `{satisfaction: 5, recommendation: 9, reasons: ["delivery"], comment: "…", contact: {name, email, consent}}`. A `submissionId` (16–64 letters,
 * digits, `-`, `_`, e.g. a UUID) makes sending again harmless. `language` is a language tag such as `en` or `zh-Hans`.
 *
 * Page (`application/x-www-form-urlencoded`): the same, flat: `satisfaction=5&reasons=delivery&reasons=staff&contact.name=…&contact.consent=yes`.
 * A survey of several pages comes back with the next one (200), which carries what was told before; nothing is taken until the last is sent.
 * A form on somebody else's site has no `startToken`: it comes back filled in as our page (200), to be sent from there.
 *
 * Answers 202 `{receipt, status}`, or a page for a page unless JSON is asked for by Accept: receipt is the feedback's id, status a link for the
 * customer. It is given only after the queue has the feedback (promise 12). 400 unreadable, 404 no such survey, 413 too large, 415 another
 * content type, 422 with `{field, reason}` for each fault; a page comes back with its faults beside the fields and all that was typed.
 */
export async function take(request: HttpRequest, door: Door): Promise<HttpResponse> {
  const survey = surveyOf(door, request);
  const mediaType = mediaTypeOf(request);
  if (mediaType === 'application/json') return takeJson(request, door, survey);
  if (mediaType === 'application/x-www-form-urlencoded') return takeFields(request, door, survey);
  throw unsupportedMediaType('Send application/json or application/x-www-form-urlencoded.');
}

async function takeJson(request: HttpRequest, door: Door, survey: Survey): Promise<HttpResponse> {
  const reading = readSubmission(survey, knownTo(door, survey), parseJson(bodyText(request), MAX_DEPTH, MAX_VALUES));
  if ('issues' in reading) throw refused(reading.issues);
  const { receipt, status } = await accept(request, door, survey, reading.submission, 'may-lack-start');
  return json(202, { receipt, status });
}

async function takeFields(request: HttpRequest, door: Door, survey: Survey): Promise<HttpResponse> {
  const typed = new URLSearchParams(bodyText(request));
  const isPageWanted = wantsPage(request);
  // A page that was opened before its campaign was taken out must still be sent.
  if (campaignOf(door, survey, typed.get('campaign')) === undefined) typed.delete('campaign');
  const body = fromFields(survey, typed);
  if (body === undefined) throw invalidInput('There are too many fields.', [{ field: '', reason: `expected at most ${MAX_FIELDS}` }], 400);
  const turn = turnPage(survey, typed);
  if (isPageWanted && turn.kind !== 'send') {
    const issues = turn.kind === 'stay' ? turn.issues : [];
    return pageAgain(issues.length > 0 ? 422 : 200, request, door, survey, typed, { at: turn.page, issues });
  }
  const reading = readSubmission(survey, knownTo(door, survey), body);
  if ('issues' in reading) {
    if (!isPageWanted) throw refused(reading.issues);
    const at = pageOfFirst(survey, reading.issues, turn.page);
    return pageAgain(422, request, door, survey, typed, { at, issues: reading.issues.slice(0, MAX_ISSUES) });
  }
  // Taken at once it would be any machine's way in; quarantined, it would be a person's words that nobody hears.
  if (isPageWanted && !typed.has('startToken')) {
    return pageAgain(200, request, door, survey, typed, { at: turn.page, issues: [], isAlmost: true });
  }
  if (!isPageWanted) return json(202, await accept(request, door, survey, reading.submission, 'needs-start'));
  return acceptPage(request, door, survey, reading.submission, typed, turn.page);
}

/** People get a page even where we fail: with all they wrote still in it. */
async function acceptPage(
  request: HttpRequest,
  door: Door,
  survey: Survey,
  submission: Submission,
  typed: URLSearchParams,
  at: number,
): Promise<HttpResponse> {
  const language = chooseLanguage(submission.language, languageFor(request, door));
  try {
    const { receipt, status } = await accept(request, door, survey, submission, 'needs-start');
    const { statusDays } = await door.links();
    const view = viewOf(request.query['view']);
    const page = { language, brand: door.brand.name[language], receipt, statusUrl: status, validDays: statusDays, view };
    return { status: 202, headers: headersOfPages(door.photos())[view], body: thanksPage(page) };
  } catch (error) {
    door.onFault(error);
    const page = await pageAgain(503, request, door, survey, typed, { at, issues: [] });
    return { ...page, headers: { ...page.headers, 'retry-after': '30' } };
  }
}

interface Accepted {
  readonly receipt: string;
  readonly status: string;
}

async function accept(
  request: HttpRequest,
  door: Door,
  survey: Survey,
  submission: Submission,
  policy: 'needs-start' | 'may-lack-start',
): Promise<Accepted> {
  const now = door.now();
  const links = await door.links();
  const submissionId = submission.submissionId ?? door.newSubmissionId();
  const servedAt = links.startedAt(survey.id, submissionId, submission.startToken ?? '', now);
  const isTokenMissing = submission.startToken === undefined;
  const start: Start = servedAt !== undefined ? 'served' : isTokenMissing && policy === 'may-lack-start' ? 'not-needed' : 'unproven';
  const elapsedMs = servedAt === undefined ? 0 : Date.parse(now) - Date.parse(servedAt);
  const receipt = door.feedbackId(submissionId);
  const quarantine = suspicion(submission.honeypot, start, elapsedMs);
  await door.queue.send(toFeedback(survey, submission, { id: receipt, externalId: submissionId, receivedAt: now, quarantine }));
  return { receipt, status: links.statusUrl(request.origin, receipt, now) };
}

/** The page as it was sent, with what is wrong, or another of its pages. It stays the same submission, so that sending it again cannot make two. */
async function pageAgain(
  status: 200 | 422 | 503,
  request: HttpRequest,
  door: Door,
  survey: Survey,
  typed: URLSearchParams,
  { at, issues, isAlmost = false }: { readonly at: number; readonly issues: readonly AnswerIssue[]; readonly isAlmost?: boolean },
): Promise<HttpResponse> {
  const language = chooseLanguage(typed.get('language') ?? undefined, languageFor(request, door));
  const isIdWrong = issues.some(({ field }) => field === 'submissionId' || field === 'startToken');
  const submissionId = (isIdWrong ? undefined : typed.get('submissionId')) || door.newSubmissionId();
  const startToken =
    typed.get('submissionId') === submissionId && typed.get('startToken')
      ? typed.get('startToken')
      : (await door.links()).signStart(survey.id, submissionId, door.now());
  const branch = door.branches.find((id) => id === typed.get('branch'));
  const brand = door.brand.name[language];
  const campaign = campaignOf(door, survey, typed.get('campaign'));
  const proof = { submissionId, startToken: startToken ?? '' };
  const view = viewOf(request.query['view']);
  const page = { survey, language, brand, branch, campaign, ...proof, typed, issues, at, isNotSent: status === 503, isAlmost, view };
  return { status, headers: headersOfPages(door.photos())[view], body: formPage(page) };
}

const knownTo = (door: Door, survey: Survey) => ({
  branches: door.branches,
  campaigns: door.campaigns.filter((campaign) => campaign.survey === survey.id).map(({ id }) => id),
  photoKeysOf: (submissionId: string) => photoKeysOf(door.feedbackId(submissionId)),
});

const refused = (issues: readonly AnswerIssue[]) =>
  invalidInput('Some answers could not be taken.', issues.slice(0, MAX_ISSUES).map(toInputIssue));
