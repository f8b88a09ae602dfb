import { LANGUAGES, type Language, type Localized } from '../../../shared/domain/language.ts';
import type { Question, Survey } from '../../../shared/domain/survey/survey.ts';

/** `fault`: answers would be wrong or people could not read it. `hint`: it works, and could be asked better. */
export interface Finding {
  readonly level: 'fault' | 'hint';
  readonly rule: string;
  /** From the survey: `questions[2].text.en`; empty for the survey as a whole. */
  readonly path: string;
  /** What is there, and what to do. */
  readonly message: string;
}

export const fault = (rule: string, path: string, message: string): Finding => ({ level: 'fault', rule, path, message });
export const hint = (rule: string, path: string, message: string): Finding => ({ level: 'hint', rule, path, message });

export type Rule = (survey: Survey) => readonly Finding[];

/** A rule of single questions. */
export const ofEach =
  (rule: (question: Question, path: string) => readonly Finding[]): Rule =>
  ({ questions }) =>
    questions.flatMap((question, i) => rule(question, `questions[${i}]`));

/** A text of the survey in one language, and where it stands. */
export interface Told {
  readonly language: Language;
  readonly text: string;
  readonly path: string;
}

export const told = (text: Localized, path: string): readonly Told[] =>
  LANGUAGES.map((language) => ({ language, text: text[language], path: `${path}.${language}` }));

/** Every text of anything, wherever it stands in it: whatever has all languages is one. */
export function textsIn(value: unknown, path = ''): readonly Told[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const isText = entries.length === LANGUAGES.length && entries.every(([name, text]) => isLanguage(name) && typeof text === 'string');
  if (isText)
    return entries.flatMap(([name, text]) => (isLanguage(name) ? [{ language: name, text: String(text), path: `${path}.${name}` }] : []));
  return entries.flatMap(([name, inner]) =>
    textsIn(inner, Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`),
  );
}

const isLanguage = (name: string): name is Language => LANGUAGES.some((language) => language === name);

/** What people are asked to judge: the question, or the rows of a table. */
export function judged(question: Question, path: string): readonly Told[] {
  if (question.kind === 'scale') return told(question.text, `${path}.text`);
  if (question.kind !== 'matrix' && question.kind !== 'pairs') return [];
  return question.rows.flatMap((row, i) => told(row.text, `${path}.rows[${i}].text`));
}

export const isRating = ({ kind }: Question): boolean => kind === 'scale' || kind === 'matrix' || kind === 'pairs';
