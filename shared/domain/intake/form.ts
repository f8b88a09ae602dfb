import * as z from 'zod/mini';
import type { FeedbackReceived, Quarantine } from '../feedback.ts';
import { asksForPhotos, PhotoKey } from '../photo.ts';
import { MAX_PHOTOS } from '../photo-limits.ts';
import type { AnswerIssue } from '../survey/answer-issue.ts';
import { readAnswers, type Said } from '../survey/answers.ts';
import { nameable } from '../survey/reading.ts';
import type { Survey } from '../survey/survey.ts';

/** Nobody reads and answers the shortest survey in less, in milliseconds (promise 9). */
export const MIN_FILL_MS = 2_000;

/** Name of the field that people never see. Plausible to a machine that fills all it finds; no browser fills it by itself. */
export const HONEYPOT = 'website';

/** A language tag, BCP 47 in shape. */
export const LANGUAGE_TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;
/** Made by the client, so that sending again is the same submission: a UUID or anything as long. */
const SUBMISSION_ID = /^[A-Za-z0-9_-]{16,64}$/;

const text = (fits: RegExp) => z.nullish(z.string().check(z.regex(fits)));

const Envelope = z.strictObject({
  submissionId: text(SUBMISSION_ID),
  language: text(LANGUAGE_TAG),
  branch: z.nullish(z.string().check(z.maxLength(40))),
  campaign: z.nullish(z.string().check(z.maxLength(40))),
  startToken: z.nullish(z.string().check(z.maxLength(300))),
  photos: z.nullish(z.array(PhotoKey).check(z.maxLength(MAX_PHOTOS))),
  [HONEYPOT]: z.nullish(z.string().check(z.maxLength(65_536))),
  answers: z.unknown(),
});

/** A submission as sent: its form is checked, its answers are. */
export interface Submission {
  readonly submissionId?: string | undefined;
  readonly language?: string | undefined;
  readonly branch?: string | undefined;
  /** The campaign whose link or QR code was followed. */
  readonly campaign?: string | undefined;
  readonly startToken?: string | undefined;
  /** Keys of photos, all of them of this submission. */
  readonly photos?: readonly string[] | undefined;
  readonly honeypot?: string | undefined;
  readonly said: Said;
}

const FAULTS: Readonly<Record<string, AnswerIssue['fault']>> = {
  submissionId: { kind: 'not-an-id' },
  language: { kind: 'not-a-language' },
  branch: { kind: 'unknown-branch' },
  campaign: { kind: 'unknown-campaign' },
  startToken: { kind: 'wrong-type', expected: 'text' },
  photos: { kind: 'unknown-photo' },
  [HONEYPOT]: { kind: 'wrong-type', expected: 'text' },
};

/** Ids that a submission may name. */
export interface Known {
  readonly branches: readonly string[];
  readonly campaigns: readonly string[];
  /** Keys that photos of a submission can have; nobody may name another's. */
  readonly photoKeysOf?: ((submissionId: string) => readonly string[]) | undefined;
}

/**
 * Reads a submission `{submissionId?, language?, branch?, campaign?, startToken?, photos?, answers}` against its survey and what there is.
 * Returns the submission, or every fault in it.
 */
export function readSubmission(
  survey: Survey,
  known: Known,
  body: unknown,
): { readonly submission: Submission } | { readonly issues: readonly AnswerIssue[] } {
  const parsed = Envelope.safeParse(body);
  const { answers, envelope, issues } = parsed.success
    ? { answers: parsed.data.answers, envelope: parsed.data, issues: [] }
    : { answers: undefined, envelope: undefined, issues: parsed.error.issues.flatMap(toIssues) };
  if (envelope === undefined) return { issues };
  const reading = readAnswers(survey, answers);
  const branch = envelope.branch || undefined;
  const campaign = envelope.campaign || undefined;
  const all = [
    ...(branch === undefined || known.branches.includes(branch) ? [] : [unknownBranch]),
    ...(campaign === undefined || known.campaigns.includes(campaign) ? [] : [unknownCampaign]),
    ...(arePhotosOwn(survey, known, envelope) ? [] : [unknownPhoto]),
    ...reading.issues,
  ];
  if (all.length > 0) return { issues: all };
  return {
    submission: {
      submissionId: envelope.submissionId ?? undefined,
      language: envelope.language ?? undefined,
      branch,
      campaign,
      startToken: envelope.startToken ?? undefined,
      photos: envelope.photos ?? undefined,
      honeypot: envelope[HONEYPOT] ?? undefined,
      said: reading.said,
    },
  };
}

/** Only a form that asks for photos has any, and only those of its own names, each once. */
function arePhotosOwn(survey: Survey, { photoKeysOf }: Known, { submissionId, photos }: z.infer<typeof Envelope>): boolean {
  if (photos === undefined || photos === null || photos.length === 0) return true;
  if (!asksForPhotos(survey) || !submissionId || photoKeysOf === undefined) return false;
  const own = photoKeysOf(submissionId);
  return new Set(photos).size === photos.length && photos.every((key) => own.includes(key));
}

const unknownPhoto: AnswerIssue = { field: 'photos', fault: { kind: 'unknown-photo' } };
const unknownBranch: AnswerIssue = { field: 'branch', fault: { kind: 'unknown-branch' } };
const unknownCampaign: AnswerIssue = { field: 'campaign', fault: { kind: 'unknown-campaign' } };

function toIssues(issue: z.core.$ZodIssue): AnswerIssue[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ field: nameable(key), fault: { kind: 'unknown-field' } }));
  const [name] = issue.path;
  const fault = typeof name === 'string' ? FAULTS[name] : undefined;
  return [{ field: typeof name === 'string' ? name : '', fault: fault ?? { kind: 'wrong-type', expected: 'object' } }];
}

/** What the page's start token proved: that the page was served, or nothing. `not-needed`: a JSON client that sent none. */
export type Start = 'served' | 'unproven' | 'not-needed';

/**
 * Is this a machine's work (promise 9)? Such submissions get the answer that all get, and lie in quarantine for an operator to judge.
 * @param elapsedMs since the page was served, where that was proven.
 */
export function suspicion(honeypot: string | undefined, start: Start, elapsedMs: number): Quarantine | undefined {
  if (honeypot !== undefined && honeypot !== '') return { reason: 'honeypot', detail: 'a field that people cannot see was filled' };
  if (start === 'unproven') return { reason: 'no-start-token', detail: 'nothing proves that this page was served before it was sent' };
  if (start === 'served' && elapsedMs < MIN_FILL_MS) {
    return { reason: 'too-fast', detail: `sent less than ${MIN_FILL_MS / 1000} s after the page was served` };
  }
  return undefined;
}

/** A submission in the words that every door hands on. */
export function toFeedback(
  survey: Survey,
  { language, branch, campaign, photos, said }: Submission,
  { id, externalId, receivedAt, quarantine }: Pick<FeedbackReceived, 'id' | 'externalId' | 'receivedAt' | 'quarantine'>,
): FeedbackReceived {
  return {
    id,
    source: 'form',
    channel: 'form',
    externalId,
    revision: 0,
    receivedAt,
    survey: survey.id,
    surveyVersion: survey.version,
    campaign,
    branch,
    locale: language,
    ...wordsOf(said),
    photos: photos === undefined || photos.length === 0 ? undefined : photos.map((key) => ({ key })),
    customer: said.contact === undefined ? undefined : { ...said.contact },
    quarantine,
  };
}

/** What was said, as feedback carries it: without a customer, whom each door knows in its own way. */
export const wordsOf = ({
  answers,
  selections,
  cannotSay,
  reasons,
  comment,
}: Said): Pick<FeedbackReceived, 'answers' | 'selections' | 'cannotSay' | 'reasons' | 'comment'> => ({
  answers: [...answers],
  selections: selections.length === 0 ? undefined : [...selections],
  cannotSay: cannotSay.length === 0 ? undefined : [...cannotSay],
  reasons: [...reasons],
  comment,
});
