import type { Feedback } from '../feedback.ts';
import { type RedactOptions, redact } from '../redact/redact.ts';
import type { Severity, Topic } from '../understand/understanding.ts';
import { shorten } from './shorten.ts';

const MAX_COMMENTS = 5;
const MAX_GRAPHEMES = 280;
/** From here on a comment may be shown as the best one. */
const GOOD_MOOD = 60;
/** A 'super' tells a manager nothing: a best comment of at least this length, in UTF-16 units, is preferred where there is one. */
const TELLING_LENGTH = 20;

export interface DigestComment {
  /** Of the feedback. */
  readonly id: string;
  /** Redacted and shortened; still to be escaped. */
  readonly text: string;
  /** The same in the reader's language, where it was translated by a machine. */
  readonly translation?: string | undefined;
  /** BCP 47 language of the text; `und` where nobody can tell. */
  readonly language: string;
  readonly isBest: boolean;
  readonly csat?: { readonly value: number; readonly max: number } | undefined;
  readonly nps?: number | undefined;
  readonly topics: readonly Topic[];
  readonly branch?: string | undefined;
  readonly severity: Severity;
  readonly caseNumber?: string | undefined;
}

/**
 * Five comments by a rule that nobody chooses in: the worst first, but the best one last, so that praise is heard as well.
 * Worst is the highest severity, then the lowest mood: the score of the ratings, or that of the words where none was given.
 * The same words are shown once. What a machine wrote is left out, and what was
 * said within a case there was already.
 */
export function chooseComments(feedback: readonly Feedback[], redaction: RedactOptions): DigestComment[] {
  const candidates = distinct(
    feedback
      .filter(isComment)
      .map((item) => ({ item, text: redact(item.comment ?? '', redaction) }))
      .filter(({ text }) => text !== '')
      .sort((a, b) => compareBadness(a.item, b.item)),
  );
  const praise = candidates.filter(({ item }) => isPraise(item));
  const best = praise.findLast(({ text }) => text.length >= TELLING_LENGTH) ?? praise.at(-1);
  const worst = candidates.filter((candidate) => candidate !== best).slice(0, best === undefined ? MAX_COMMENTS : MAX_COMMENTS - 1);
  return [
    ...worst.map(({ item, text }) => toComment(item, text, false)),
    ...(best === undefined ? [] : [toComment(best.item, best.text, true)]),
  ];
}

/** May what it says stand for itself in a digest? */
export const isComment = ({ automatic, isReply }: Feedback): boolean => automatic === undefined && isReply !== true;

interface Candidate {
  readonly item: Feedback;
  readonly text: string;
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ text }) => {
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

/** 0–100: what the ratings say, else what the words say. */
const mood = ({ score, understanding: { sentiment } }: Feedback) => score ?? (sentiment.confidence > 0 ? (sentiment.score + 1) * 50 : 50);

/** The lower of both, so that good ratings with bitter words are not shown as praise. */
function isPraise(item: Feedback): boolean {
  const { sentiment } = item.understanding;
  const words = sentiment.confidence > 0 ? (sentiment.score + 1) * 50 : 100;
  return item.understanding.severity === 1 && Math.min(mood(item), words) >= GOOD_MOOD;
}

function compareBadness(a: Feedback, b: Feedback): number {
  return (
    b.understanding.severity - a.understanding.severity ||
    mood(a) - mood(b) ||
    // Ties: the earlier one first, and by id where even that is equal, so that two runs choose alike.
    (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : a.id < b.id ? -1 : 1)
  );
}

function toComment(item: Feedback, text: string, isBest: boolean): DigestComment {
  const csat = item.answers.find(({ metric }) => metric === 'csat');
  return {
    id: item.id,
    text: shorten(text, MAX_GRAPHEMES),
    language: item.understanding.language,
    isBest,
    csat: csat === undefined ? undefined : { value: csat.value, max: csat.max },
    nps: item.answers.find(({ metric }) => metric === 'nps')?.value,
    topics: [...new Set([...item.understanding.topics.map(({ topic }) => topic), ...item.reasons])],
    branch: item.branch,
    severity: item.understanding.severity,
    caseNumber: item.caseNumber,
  };
}
