import type { Selection } from '../feedback.ts';
import { isDay } from './day.ts';
import { isBlank, isPlainObject, type Reading, refuseStrangers } from './reading.ts';
import type { QuestionOf } from './survey.ts';

/** A list of topics. */
export function readReasons(reading: Reading, question: QuestionOf<'reasons'>, value: unknown): undefined {
  if (isBlank(value)) return;
  const field = `answers.${question.id}`;
  if (!Array.isArray(value)) return reading.refuse(field, { kind: 'wrong-type', expected: 'list' });
  const ticked = question.options.map((option) => option.topic).filter((topic) => value.includes(topic));
  const isAllKnown = value.every((item) => ticked.some((topic) => topic === item));
  if (!isAllKnown) return reading.refuse(field, { kind: 'not-a-choice', choices: question.options.map((option) => option.topic) });
  for (const topic of ticked) if (!reading.reasons.includes(topic)) reading.reasons.push(topic);
}

/** Id of an option. */
export function readChoice(reading: Reading, question: QuestionOf<'choice'>, value: unknown): undefined {
  const field = `answers.${question.id}`;
  if (isBlank(value)) return refuseAbsent(reading, question);
  if (Array.isArray(value)) return reading.refuse(field, { kind: 'given-twice' });
  const chosen = idsOf(question).find((id) => id === value);
  if (chosen === undefined) return reading.refuse(field, { kind: 'not-an-option', options: idsOf(question) });
  take(reading, question.id, 'choice', [chosen]);
}

/** A list of ids of options. */
export function readChoices(reading: Reading, question: QuestionOf<'choices'>, value: unknown): undefined {
  const field = `answers.${question.id}`;
  if (isBlank(value)) return refuseAbsent(reading, question);
  if (!Array.isArray(value)) return reading.refuse(field, { kind: 'wrong-type', expected: 'list' });
  const options = idsOf(question);
  const ticked = options.filter((id) => value.includes(id));
  if (!value.every((item) => ticked.some((id) => id === item))) return reading.refuse(field, { kind: 'not-a-choice', choices: options });
  if (ticked.length === 0) return refuseAbsent(reading, question);
  const { atMost } = question;
  if (atMost !== undefined && ticked.length > atMost) return reading.refuse(field, { kind: 'too-many', max: atMost });
  take(reading, question.id, 'choice', ticked);
}

/** A list of ids in order, the best first, or the place of each: `{"price": 1, "speed": 2}`. Whoever ranks only the first few says enough. */
export function readRank(reading: Reading, question: QuestionOf<'rank'>, value: unknown): undefined {
  const field = `answers.${question.id}`;
  const options = idsOf(question);
  if (isBlank(value)) return refuseAbsent(reading, question);
  if (!Array.isArray(value) && !isPlainObject(value)) return reading.refuse(field, { kind: 'wrong-type', expected: 'list' });
  if (isPlainObject(value)) refuseStrangers(reading, field, value, options);
  const order: readonly unknown[] = Array.isArray(value) ? value : inOrder(value);
  if (order.length === 0) return refuseAbsent(reading, question);
  const ranked = order.flatMap((item) => options.filter((id) => id === item));
  if (ranked.length !== order.length || new Set(ranked).size !== ranked.length) {
    return reading.refuse(field, { kind: 'not-a-ranking', places: options.length });
  }
  take(reading, question.id, 'rank', ranked);
}

/** Names by their places; a place that is missing or taken twice leaves a hole, which no option fills. */
function inOrder(places: object): readonly unknown[] {
  const given = Object.entries(places).filter(([, place]) => !isBlank(place));
  return given.map((_, i) => {
    const [only, ...others] = given.filter(([, place]) => place === i + 1);
    return others.length === 0 ? only?.[0] : undefined;
  });
}

/** `"2026-11-27"`. */
export function readDate(reading: Reading, question: QuestionOf<'date'>, value: unknown): undefined {
  const field = `answers.${question.id}`;
  if (isBlank(value)) return refuseAbsent(reading, question);
  if (Array.isArray(value)) return reading.refuse(field, { kind: 'given-twice' });
  if (typeof value !== 'string' || !isDay(value)) return reading.refuse(field, { kind: 'not-a-date' });
  take(reading, question.id, 'date', [value]);
}

/** `true` where it is given; anything else gives none. */
export function readConsent(reading: Reading, question: QuestionOf<'consent'>, value: unknown): undefined {
  if (!isBlank(value) && typeof value !== 'boolean') {
    return reading.refuse(`answers.${question.id}`, { kind: 'wrong-type', expected: 'yes-or-no' });
  }
  if (value !== true) return refuseAbsent(reading, question);
  take(reading, question.id, 'consent', ['yes']);
}

function refuseAbsent(reading: Reading, { id, isRequired }: { readonly id: string; readonly isRequired: boolean }): undefined {
  if (isRequired) reading.refuse(`answers.${id}`, { kind: 'required' });
}

function take(reading: Reading, question: string, kind: Selection['kind'], values: string[]): undefined {
  reading.selections.push({ question, kind, values });
}

const idsOf = ({ options }: { readonly options: readonly { readonly id: string }[] }) => options.map(({ id }) => id);
