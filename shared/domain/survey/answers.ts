import * as z from 'zod/mini';
import type { Answer } from '../feedback.ts';
import { member } from '../intake/json.ts';
import { cleanLine, cleanText } from '../text.ts';
import type { Topic } from '../understand/understanding.ts';
import type { AnswerFault, AnswerIssue } from './answer-issue.ts';
import { readRating } from './scale.ts';
import type { Question, Survey } from './survey.ts';

/** Longest comment of a form, in UTF-16 units: even all in Chinese, urlencoded at nine bytes a character, it fits the door's 64 KB. */
export const MAX_COMMENT_LENGTH = 5_000;
export const MAX_NAME_LENGTH = 200;
export const MAX_EMAIL_LENGTH = 254;

interface Contact {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  /** Only a tick together with an address is a consent to write. */
  readonly hasConsented: boolean;
}

/** What somebody said in a survey: checked and cleaned. */
export interface Said {
  readonly answers: readonly Answer[];
  readonly reasons: readonly Topic[];
  readonly comment?: string | undefined;
  readonly contact?: Contact | undefined;
}

type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

/** Gathers what was said and what is wrong; the one reader of a submission that keeps state, for one call. */
class Reading {
  readonly issues: AnswerIssue[] = [];
  readonly answers: Answer[] = [];
  readonly reasons: Topic[] = [];
  readonly comments: string[] = [];
  contact: Contact | undefined;

  refuse(field: string, fault: AnswerFault): undefined {
    this.issues.push({ field, fault });
  }
}

/**
 * Checks answers against their survey: keys are question ids; a scale takes a whole number of its scale, `reasons` a list of its topics,
 * a comment a text, a contact `{name, email, consent}`. Null and empty mean "not answered".
 * Every fault is listed, not only the first.
 */
export function readAnswers(survey: Survey, given: unknown): { readonly said: Said; readonly issues: readonly AnswerIssue[] } {
  const reading = new Reading();
  if (!isPlainObject(given)) {
    reading.refuse('answers', { kind: 'wrong-type', expected: 'object' });
  } else {
    const known = new Set(survey.questions.map((question) => question.id));
    for (const name of Object.keys(given)) if (!known.has(name)) reading.refuse(`answers.${nameable(name)}`, { kind: 'unknown-field' });
    for (const question of survey.questions) readQuestion(reading, question, member(given, question.id));
    if (reading.issues.length === 0 && isSilent(reading)) reading.refuse('answers', { kind: 'nothing-said' });
  }
  const { answers, reasons, comments, contact, issues } = reading;
  return { said: { answers, reasons, comment: comments.length > 0 ? comments.join('\n\n') : undefined, contact }, issues };
}

function readQuestion(reading: Reading, question: Question, value: unknown): undefined {
  switch (question.kind) {
    case 'scale':
      return readScale(reading, question, value);
    case 'reasons':
      return readReasons(reading, question, value);
    case 'comment':
      return readComment(reading, question, value);
    case 'contact':
      return readContact(reading, question, value);
  }
}

function readScale(reading: Reading, question: QuestionOf<'scale'>, value: unknown): undefined {
  const { id, metric, min, max } = question;
  const field = `answers.${id}`;
  if (Array.isArray(value)) return reading.refuse(field, { kind: 'given-twice' });
  // In JSON a number is a number: a rating in quotes is a client's mistake that we would rather name than guess at.
  if (typeof value === 'string' && value !== '') return reading.refuse(field, { kind: 'not-a-whole-number', min, max });
  const rating = readRating(value, min, max);
  if (rating.kind === 'rated') reading.answers.push({ question: id, metric, value: rating.value, min, max });
  else if (rating.kind !== 'absent') reading.refuse(field, { kind: rating.kind, min, max });
  else if (question.isRequired) reading.refuse(field, { kind: 'required' });
}

function readReasons(reading: Reading, question: QuestionOf<'reasons'>, value: unknown): undefined {
  if (isBlank(value)) return;
  const field = `answers.${question.id}`;
  if (!Array.isArray(value)) return reading.refuse(field, { kind: 'wrong-type', expected: 'list' });
  const ticked = question.options.map((option) => option.topic).filter((topic) => value.includes(topic));
  const isAllKnown = value.every((item) => ticked.some((topic) => topic === item));
  if (!isAllKnown) return reading.refuse(field, { kind: 'not-a-choice', choices: question.options.map((option) => option.topic) });
  for (const topic of ticked) if (!reading.reasons.includes(topic)) reading.reasons.push(topic);
}

function readComment(reading: Reading, question: QuestionOf<'comment'>, value: unknown): undefined {
  const text = readText(reading, `answers.${question.id}`, value, MAX_COMMENT_LENGTH);
  if (text !== undefined) reading.comments.push(text);
}

const CONTACT_FIELDS = ['name', 'email', 'consent'];

function readContact(reading: Reading, question: QuestionOf<'contact'>, value: unknown): undefined {
  if (isBlank(value)) return;
  const field = `answers.${question.id}`;
  if (!isPlainObject(value)) return reading.refuse(field, { kind: 'wrong-type', expected: 'object' });
  for (const name of Object.keys(value)) {
    if (!CONTACT_FIELDS.includes(name)) reading.refuse(`${field}.${nameable(name)}`, { kind: 'unknown-field' });
  }
  const name = readText(reading, `${field}.name`, member(value, 'name'), MAX_NAME_LENGTH);
  const email = readEmail(reading, `${field}.email`, member(value, 'email'));
  const consent = member(value, 'consent');
  if (!isBlank(consent) && typeof consent !== 'boolean') reading.refuse(`${field}.consent`, { kind: 'wrong-type', expected: 'yes-or-no' });
  if (name === undefined && email === undefined) return;
  reading.contact = {
    name: name === undefined ? undefined : cleanLine(name, MAX_NAME_LENGTH),
    email,
    hasConsented: consent === true && email !== undefined,
  };
}

function readText(reading: Reading, field: string, value: unknown, max: number): string | undefined {
  if (isBlank(value)) return undefined;
  if (Array.isArray(value)) return reading.refuse(field, { kind: 'given-twice' });
  if (typeof value !== 'string') return reading.refuse(field, { kind: 'wrong-type', expected: 'text' });
  const { text, isTruncated } = cleanText(value, max);
  if (isTruncated) return reading.refuse(field, { kind: 'too-long', max });
  return text === '' ? undefined : text;
}

const Email = z.email();

function readEmail(reading: Reading, field: string, value: unknown): string | undefined {
  const text = readText(reading, field, value, MAX_EMAIL_LENGTH);
  if (text === undefined || Email.safeParse(text).success) return text;
  return reading.refuse(field, { kind: 'not-an-email' });
}

const isSilent = (reading: Reading) => reading.answers.length + reading.reasons.length + reading.comments.length === 0;

const isBlank = (value: unknown) => value === undefined || value === null || value === '';

const isPlainObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field's name goes into answers and logs, so a name that could be somebody's words or address is not repeated. */
export const nameable = (name: string) => (/^[A-Za-z_][A-Za-z0-9_-]{0,39}$/.test(name) ? name : '(unreadable name)');
