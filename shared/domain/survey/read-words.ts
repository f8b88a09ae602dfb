import * as z from 'zod/mini';
import { member } from '../intake/json.ts';
import { cleanLine } from '../text.ts';
import {
  isBlank,
  isPlainObject,
  MAX_COMMENT_LENGTH,
  MAX_EMAIL_LENGTH,
  MAX_NAME_LENGTH,
  type Reading,
  readText,
  refuseStrangers,
} from './reading.ts';
import type { QuestionOf } from './survey.ts';

export function readComment(reading: Reading, question: QuestionOf<'comment'>, value: unknown): undefined {
  const text = readText(reading, `answers.${question.id}`, value, MAX_COMMENT_LENGTH);
  if (text !== undefined) reading.comments.push(text);
}

export const CONTACT_PARTS = ['name', 'email', 'consent'] as const;

/** `{name, email, consent}`. */
export function readContact(reading: Reading, question: QuestionOf<'contact'>, value: unknown): undefined {
  if (isBlank(value)) return;
  const field = `answers.${question.id}`;
  if (!isPlainObject(value)) return reading.refuse(field, { kind: 'wrong-type', expected: 'object' });
  refuseStrangers(reading, field, value, CONTACT_PARTS);
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

const Email = z.email();

function readEmail(reading: Reading, field: string, value: unknown): string | undefined {
  const text = readText(reading, field, value, MAX_EMAIL_LENGTH);
  if (text === undefined || Email.safeParse(text).success) return text;
  return reading.refuse(field, { kind: 'not-an-email' });
}
