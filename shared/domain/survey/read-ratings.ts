import type { Metric } from '../feedback.ts';
import { member } from '../intake/json.ts';
import { PAIRS } from './pairs.ts';
import { CANNOT_SAY, isBlank, isPlainObject, type Reading, refuseStrangers } from './reading.ts';
import { readRating } from './scale.ts';
import type { QuestionOf } from './survey.ts';

/** One thing to rate: a question, a row of a matrix, one half of a pair. */
interface Rated {
  readonly name: string;
  readonly metric: Metric;
  readonly min: number;
  readonly max: number;
  readonly hasCannotSay: boolean;
  readonly isRequired: boolean;
}

/** `5`, or `"cannot-say"` where that may be answered. */
export const readScale = (reading: Reading, question: QuestionOf<'scale'>, value: unknown): undefined =>
  rate(reading, { ...question, name: question.id }, value);

/** `{"crew": 5, "meals": "cannot-say"}`, by row. */
export function readMatrix(reading: Reading, question: QuestionOf<'matrix'>, value: unknown): undefined {
  const { id, rows } = question;
  const field = `answers.${id}`;
  if (!isBlank(value) && !isPlainObject(value)) return reading.refuse(field, { kind: 'wrong-type', expected: 'object' });
  if (isPlainObject(value)) refuseStrangers(reading, field, value, idsOf(rows));
  for (const row of rows) rate(reading, { ...question, name: `${id}.${row.id}` }, member(value, row.id));
}

/** `{"crew": {"expectation": 6, "perception": 4}}`, by row. */
export function readPairs(reading: Reading, question: QuestionOf<'pairs'>, value: unknown): undefined {
  const { id, rows } = question;
  const field = `answers.${id}`;
  if (!isBlank(value) && !isPlainObject(value)) return reading.refuse(field, { kind: 'wrong-type', expected: 'object' });
  if (isPlainObject(value)) refuseStrangers(reading, field, value, idsOf(rows));
  for (const row of rows) readPair(reading, question, row.id, member(value, row.id));
}

function readPair(reading: Reading, question: QuestionOf<'pairs'>, row: string, value: unknown): undefined {
  const metrics = PAIRS[question.pair];
  const name = `${question.id}.${row}`;
  if (!isBlank(value) && !isPlainObject(value)) return reading.refuse(`answers.${name}`, { kind: 'wrong-type', expected: 'object' });
  if (isPlainObject(value)) refuseStrangers(reading, `answers.${name}`, value, metrics);
  for (const metric of metrics) rate(reading, { ...question, name: `${name}.${metric}`, metric }, member(value, metric));
}

function rate(reading: Reading, { name, metric, min, max, hasCannotSay, isRequired }: Rated, value: unknown): undefined {
  const field = `answers.${name}`;
  if (Array.isArray(value)) return reading.refuse(field, { kind: 'given-twice' });
  if (hasCannotSay && value === CANNOT_SAY) {
    reading.cannotSay.push(name);
    return;
  }
  // In JSON a number is a number: a rating in quotes is a client's mistake that we would rather name than guess at.
  if (typeof value === 'string' && value !== '') return reading.refuse(field, { kind: 'not-a-whole-number', min, max });
  const rating = readRating(value, min, max);
  if (rating.kind === 'rated') reading.answers.push({ question: name, metric, value: rating.value, min, max });
  else if (rating.kind !== 'absent') reading.refuse(field, { kind: rating.kind, min, max });
  else if (isRequired) reading.refuse(field, { kind: 'required' });
}

const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
