import type { Verdict } from '../../shared/adapters/link.ts';
import { pageHeaders } from '../../shared/adapters/page-headers.ts';
import type { Invitation } from '../../shared/domain/campaign/invitation.ts';
import type { Language, Localized } from '../../shared/domain/language.ts';
import type { Survey } from '../../shared/domain/survey/survey.ts';
import { languageFor } from '../../shared/lambda/customer-page.ts';
import type { HttpRequest, HttpResponse } from '../../shared/lambda/on-http.ts';
import type { FeedbackQueue, InvitationDesk } from '../../shared/ports.ts';
import { closedPage } from '../../web/answer/page.ts';
import type { Closed } from '../../web/answer/words.ts';
import { STYLE } from '../../web/form/style.ts';

/** What the door of invitations knows and works with. */
export interface AnswerDoor {
  readonly brand: { readonly name: Localized; readonly defaultLanguage: Language; readonly timeZone: string };
  /** As the config has them now. */
  readonly surveys: readonly Survey[];
  readonly desk: InvitationDesk;
  readonly queue: FeedbackQueue;
  /** The instant it is. */
  readonly now: () => string;
  readonly feedbackId: (invitationId: string) => string;
  readonly links: () => Promise<AnswerLinks>;
  /** Notes a failure that is answered with a page; it is not noted anywhere else. */
  readonly onFault: (error: unknown) => void;
}

interface AnswerLinks {
  readonly verify: (token: string, now: string) => Verdict;
  readonly statusUrl: (origin: string, feedbackId: string, now: string) => string;
}

const HEADERS = { ...pageHeaders(STYLE), 'x-robots-tag': 'noindex' };

export const page = (status: number, body: string): HttpResponse => ({ status, headers: HEADERS, body });

/** An invitation that can be answered now, and what it asks. */
export interface Asked {
  readonly invitation: Invitation;
  /** In the version that was current when it was sent. Who they are is known, so it is not asked. */
  readonly survey: Survey;
}

/** What the link of a request opens: an invitation that can be answered, or a page that says why there is none. */
export async function askedBy(
  request: HttpRequest,
  door: AnswerDoor,
  typedLanguage?: string,
): Promise<Asked | { readonly closed: HttpResponse }> {
  const now = door.now();
  const closed = (why: Closed, status: number, own?: Language) => {
    const language = languageFor(request, door, own, typedLanguage);
    return { closed: page(status, closedPage(why, { language, brand: door.brand.name[language] })) };
  };
  const verdict = (await door.links()).verify(request.path['token'] ?? '', now);
  if (verdict.status !== 'valid') return verdict.status === 'expired' ? closed('expired', 410) : closed('invalid', 404);
  const invitation = await door.desk.invitation(verdict.subject);
  // Genuine, but what it was about has been erased.
  if (invitation === undefined) return closed('invalid', 404);
  if (invitation.expiresAt <= now) return closed('expired', 410, invitation.language);
  if (invitation.state === 'withheld') return closed('withheld', 410, invitation.language);
  const survey = await surveyOf(invitation, door);
  return survey === undefined ? closed('gone', 410, invitation.language) : { invitation, survey };
}

async function surveyOf({ survey: id, surveyVersion }: Invitation, { surveys, desk }: AnswerDoor): Promise<Survey | undefined> {
  // As it was kept at the start comes first: a config that was changed without a new version must not change what was asked.
  const kept = await desk.survey(id, surveyVersion);
  const survey = kept ?? surveys.find((current) => current.id === id && current.version === surveyVersion);
  return survey && { ...survey, questions: survey.questions.filter(({ kind }) => kind !== 'contact') };
}
