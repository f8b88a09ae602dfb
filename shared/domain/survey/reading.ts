import type { Answer, Selection } from '../feedback.ts';
import { cleanText } from '../text.ts';
import type { Topic } from '../understand/understanding.ts';
import type { AnswerFault, AnswerIssue } from './answer-issue.ts';

/** Longest comment of a form, in UTF-16 units: even all in Chinese, urlencoded at nine bytes a character, it fits the door's 64 KB. */
export const MAX_COMMENT_LENGTH = 5_000;
export const MAX_NAME_LENGTH = 200;
export const MAX_EMAIL_LENGTH = 254;

/** The answer of who has no opinion or no experience of it; in JSON the text, in a page the value of its radio button. */
export const CANNOT_SAY = 'cannot-say';

export interface Contact {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  /** Only a tick together with an address is a consent to write. */
  readonly hasConsented: boolean;
}

/** Gathers what was said and what is wrong; the one reader of a submission that keeps state, for one call. */
export class Reading {
  readonly issues: AnswerIssue[] = [];
  readonly answers: Answer[] = [];
  readonly selections: Selection[] = [];
  readonly cannotSay: string[] = [];
  readonly reasons: Topic[] = [];
  readonly comments: string[] = [];
  contact: Contact | undefined;

  refuse(field: string, fault: AnswerFault): undefined {
    this.issues.push({ field, fault });
  }

  /** Nothing was said of the service: a consent or an address alone tells us nothing. */
  isSilent(): boolean {
    const chosen = this.selections.filter(({ kind }) => kind !== 'consent');
    return this.answers.length + this.cannotSay.length + chosen.length + this.reasons.length + this.comments.length === 0;
  }
}

export const isBlank = (value: unknown) => value === undefined || value === null || value === '';

export const isPlainObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field's name goes into answers and logs, so a name that could be somebody's words or address is not repeated. */
export const nameable = (name: string) => (/^[A-Za-z_][A-Za-z0-9_-]{0,39}$/.test(name) ? name : '(unreadable name)');

/** Refuses members that a question does not have. */
export function refuseStrangers(reading: Reading, field: string, value: object, known: readonly string[]): void {
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) reading.refuse(`${field}.${nameable(name)}`, { kind: 'unknown-field' });
  }
}

export function readText(reading: Reading, field: string, value: unknown, max: number): string | undefined {
  if (isBlank(value)) return undefined;
  if (Array.isArray(value)) return reading.refuse(field, { kind: 'given-twice' });
  if (typeof value !== 'string') return reading.refuse(field, { kind: 'wrong-type', expected: 'text' });
  const { text, isTruncated } = cleanText(value, max);
  if (isTruncated) return reading.refuse(field, { kind: 'too-long', max });
  return text === '' ? undefined : text;
}
