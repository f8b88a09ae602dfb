import { pageHeaders } from '../../shared/adapters/page-headers.ts';
import { languageFor } from '../../shared/lambda/customer-page.ts';
import type { HttpRequest, HttpResponse } from '../../shared/lambda/on-http.ts';
import { formPage, missingPage } from '../../web/form/pages.ts';
import { STYLE } from '../../web/form/style.ts';
import { campaignOf, type Door } from './door.ts';

/** Headers of every page this door gives. */
export const PAGE_HEADERS = { ...pageHeaders(STYLE), vary: 'accept-language' };

/**
 * `GET /f/{survey}?lang=&branch=&campaign=`: the survey as a page. Reading it records nothing.
 * An unknown survey or branch is a page that says so, with 404: answers under a wrong name would be nobody's.
 */
export async function show(request: HttpRequest, door: Door): Promise<HttpResponse> {
  const language = languageFor(request, door);
  const brand = door.brand.name[language];
  const survey = door.surveys.find(({ id }) => id === request.path['survey']);
  const branch = request.query['branch'] || undefined;
  if (survey === undefined || (branch !== undefined && !door.branches.includes(branch))) {
    return { status: 404, headers: PAGE_HEADERS, body: missingPage(language, brand) };
  }
  const submissionId = door.newSubmissionId();
  const links = await door.links();
  const startToken = links.signStart(survey.id, submissionId, door.now());
  const campaign = campaignOf(door, survey, request.query['campaign']);
  const page = { survey, language, brand, branch, campaign, submissionId, startToken, typed: new URLSearchParams(), issues: [] };
  return { status: 200, headers: PAGE_HEADERS, body: formPage(page) };
}
