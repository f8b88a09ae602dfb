import { languageFor } from '../../shared/lambda/customer-page.ts';
import type { HttpRequest, HttpResponse } from '../../shared/lambda/on-http.ts';
import { formPage, missingPage } from '../../web/form/pages.ts';
import { viewOf } from '../../web/form/view.ts';
import { campaignOf, type Door } from './door.ts';
import { headersOfPages } from './headers.ts';

/**
 * `GET /f/{survey}?lang=&branch=&campaign=&view=`: the survey as a page; with `view=frame` for a frame, with `view=widget` for `<amends-feedback>`.
 * Reading it records nothing.
 * An unknown survey or branch is a page that says so, with 404: answers under a wrong name would be nobody's.
 */
export async function show(request: HttpRequest, door: Door): Promise<HttpResponse> {
  const language = languageFor(request, door);
  const brand = door.brand.name[language];
  const view = viewOf(request.query['view']);
  const headers = headersOfPages(door.photos())[view];
  const survey = door.surveys.find(({ id }) => id === request.path['survey']);
  const branch = request.query['branch'] || undefined;
  if (survey === undefined || (branch !== undefined && !door.branches.includes(branch))) {
    return { status: 404, headers, body: missingPage(language, brand, view) };
  }
  const submissionId = door.newSubmissionId();
  const links = await door.links();
  const startToken = links.signStart(survey.id, submissionId, door.now());
  const campaign = campaignOf(door, survey, request.query['campaign']);
  const page = { survey, language, brand, branch, campaign, submissionId, startToken, typed: new URLSearchParams(), issues: [], view };
  return { status: 200, headers, body: formPage(page) };
}
