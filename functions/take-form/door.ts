import { notFound } from '../../shared/domain/errors.ts';
import type { Language, Localized } from '../../shared/domain/language.ts';
import type { Survey } from '../../shared/domain/survey/survey.ts';
import type { HttpRequest } from '../../shared/lambda/on-http.ts';
import type { FeedbackQueue } from '../../shared/ports.ts';

/** What the form's door knows and works with. */
export interface Door {
  readonly brand: { readonly name: Localized; readonly defaultLanguage: Language };
  readonly surveys: readonly Survey[];
  /** Origin to which browsers send photos; undefined where the house takes none. */
  readonly photos: () => string | undefined;
  /** Ids of the branches there are. */
  readonly branches: readonly string[];
  /** Campaigns by link and QR code: the survey that each puts. */
  readonly campaigns: readonly { readonly id: string; readonly survey: string }[];
  readonly queue: FeedbackQueue;
  /** The instant it is. */
  readonly now: () => string;
  readonly newSubmissionId: () => string;
  readonly feedbackId: (externalId: string) => string;
  readonly links: () => Promise<Links>;
  /** Notes a failure that is answered with a page; it is not noted anywhere else. */
  readonly onFault: (error: unknown) => void;
}

/** Signed links and tokens, bound to their keys. */
interface Links {
  readonly statusDays: number;
  readonly statusUrl: (origin: string, feedbackId: string, now: string) => string;
  readonly signStart: (survey: string, submissionId: string, now: string) => string;
  /** When the page was served, where the token proves it. */
  readonly startedAt: (survey: string, submissionId: string, token: string, now: string) => string | undefined;
}

export function surveyOf(door: Door, request: HttpRequest): Survey {
  const survey = door.surveys.find(({ id }) => id === request.path['survey']);
  if (survey === undefined) throw notFound('There is no such survey.');
  return survey;
}

/** The campaign whose link or code was followed, where it puts this survey. One that is over or mistyped must not keep anybody from speaking up. */
export const campaignOf = (door: Door, survey: Survey, id: string | null | undefined): string | undefined =>
  door.campaigns.find((campaign) => campaign.id === id && campaign.survey === survey.id)?.id;
