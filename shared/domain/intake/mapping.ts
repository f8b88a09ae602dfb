import * as z from 'zod/mini';
import type { InputIssue } from '../errors.ts';
import type { Answer, FeedbackReceived } from '../feedback.ts';
import { MAX_EMAIL_LENGTH, MAX_NAME_LENGTH } from '../survey/reading.ts';
import { readRating } from '../survey/scale.ts';
import { cleanLine, cleanText } from '../text.ts';
import { LANGUAGE_TAG } from './form.ts';
import type { Response } from './providers/provider.ts';
import type { RatingMapping, WebhookSource } from './source.ts';

/** What the mapped fields of a response say. */
export interface Mapped {
  readonly words: Pick<FeedbackReceived, 'answers' | 'comment' | 'isTruncated' | 'customer' | 'locale' | 'branch'>;
  /** Why it cannot be taken as it is. */
  readonly issues: readonly InputIssue[];
  /** Names of fields that hold something we cannot use and can do without (an address that is none, a branch we do not have). */
  readonly unusable: readonly string[];
}

/** Turns the fields of a provider's response into our words, as the source's config maps them. */
export function mapFields(response: Response, source: WebhookSource, branches: readonly string[]): Mapped {
  const { fields, read } = response;
  const issues: InputIssue[] = [];
  const unusable: string[] = [];
  const take = <Value>(field: string | undefined, toFitting: (value: unknown) => Value | undefined): Value | undefined => {
    const value = field === undefined ? undefined : only(read(field));
    if (field === undefined || value === undefined || value === null || value === '') return undefined;
    const fitting = toFitting(value);
    if (fitting === undefined) unusable.push(field);
    return fitting;
  };
  const answers = fields.ratings.flatMap((mapping) => rate(mapping, only(read(mapping.field)), issues));
  const { text, isTruncated } = readComment(fields.comment, fields.comment === undefined ? undefined : read(fields.comment), issues);
  const email = take(fields.email, toEmail);
  const name = take(fields.name, toName);
  const hasAgreed = fields.consent === undefined ? source.isContactAllowed : isYes(read(fields.consent));
  if (issues.length === 0 && answers.length === 0 && text === '') issues.push(nothingSaid(fields));
  return {
    words: {
      answers,
      comment: text === '' ? undefined : text,
      isTruncated: isTruncated || undefined,
      customer: email === undefined && name === undefined ? undefined : { email, name, hasConsented: hasAgreed && email !== undefined },
      locale: take(fields.locale, toLocale),
      branch: take(fields.branch, (value) => branches.find((id) => id === value)) ?? source.branch,
    },
    issues,
    unusable,
  };
}

function rate({ field, question, metric, min, max }: RatingMapping, value: unknown, issues: InputIssue[]): Answer[] {
  const rating = readRating(value, min, max);
  switch (rating.kind) {
    case 'rated':
      return [{ question, metric, value: rating.value, min, max }];
    case 'absent':
      return [];
    case 'out-of-scale':
      issues.push({ field, reason: `the scale is ${min} to ${max}` });
      return [];
    case 'not-a-whole-number':
      issues.push({ field, reason: `expected a whole number from ${min} to ${max}` });
      return [];
  }
}

function readComment(field: string | undefined, value: unknown, issues: InputIssue[]): { text: string; isTruncated: boolean } {
  const nothing = { text: '', isTruncated: false };
  if (field === undefined || value === undefined || value === null) return nothing;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return cleanText(value.join('\n'));
  if (typeof value === 'string') return cleanText(value);
  issues.push({ field, reason: 'expected a text' });
  return nothing;
}

const nothingSaid = ({ ratings, comment }: Response['fields']): InputIssue => ({
  field: '',
  reason: `expected an answer in one of: ${[...ratings.map(({ field }) => field), ...(comment === undefined ? [] : [comment])].join(', ')}`,
});

/** Choices of which one may be ticked come as lists of one. */
const only = (value: unknown): unknown => (Array.isArray(value) && value.length <= 1 ? value[0] : value);

const Email = z.email();

function toEmail(value: unknown): string | undefined {
  const email = typeof value === 'string' && value.length <= 4 * MAX_EMAIL_LENGTH ? cleanText(value).text : '';
  return email.length <= MAX_EMAIL_LENGTH && Email.safeParse(email).success ? email : undefined;
}

const toName = (value: unknown): string | undefined => (typeof value === 'string' && cleanLine(value, MAX_NAME_LENGTH)) || undefined;

function toLocale(value: unknown): string | undefined {
  const tag = typeof value === 'string' ? value.trim().replaceAll('_', '-') : '';
  return LANGUAGE_TAG.test(tag) ? tag : undefined;
}

const YES = new Set([
  'yes',
  'y',
  'true',
  '1',
  'on',
  'accepted',
  'agree',
  'i agree',
  '是',
  '是的',
  '同意',
  '我同意',
  '可以',
  '好',
  '好的',
  '愿意',
]);

/** Is this an agreement? Only a clear one is: silence, other words and several ticks are not. */
function isYes(value: unknown): boolean {
  const one = only(value);
  if (typeof one === 'boolean') return one;
  return (typeof one === 'string' || typeof one === 'number') && YES.has(String(one).trim().toLowerCase());
}
