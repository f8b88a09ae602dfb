import type { Answer, Selection } from '../feedback.ts';
import { member } from '../intake/json.ts';
import type { Topic } from '../understand/understanding.ts';
import type { AnswerIssue } from './answer-issue.ts';
import { visibleQuestions } from './branching.ts';
import { readMatrix, readPairs, readScale } from './read-ratings.ts';
import { readChoice, readChoices, readConsent, readDate, readRank, readReasons } from './read-selections.ts';
import { readComment, readContact } from './read-words.ts';
import { type Contact, isPlainObject, nameable, Reading } from './reading.ts';
import type { Question, Survey } from './survey.ts';

/** What somebody said in a survey: checked and cleaned. */
export interface Said {
  readonly answers: readonly Answer[];
  /** What was picked, put in order or agreed to, and days. */
  readonly selections: readonly Selection[];
  /** Names of answers that were "cannot say", as `answers` would name them. */
  readonly cannotSay: readonly string[];
  readonly reasons: readonly Topic[];
  readonly comment?: string | undefined;
  readonly contact?: Contact | undefined;
}

/**
 * Checks answers against their survey. Keys are question ids; a scale takes a whole number of its scale or `"cannot-say"`, `reasons` and `choices` a
 * list, a choice the id of an option, a rank ids in order (or `{option: place}`), a matrix `{row: 5}`, pairs `{row: {expectation: 6, perception: 4}}`,
 * a comment a text, a date `YYYY-MM-DD`, a consent `true`, a contact `{name, email, consent}`. Null and empty mean "not answered".
 * What is not asked, because its condition is not met, is neither required nor read. Every fault is listed, not only the first.
 */
export function readAnswers(survey: Survey, given: unknown): { readonly said: Said; readonly issues: readonly AnswerIssue[] } {
  const reading = new Reading();
  if (!isPlainObject(given)) {
    reading.refuse('answers', { kind: 'wrong-type', expected: 'object' });
  } else {
    const known = new Set(survey.questions.map((question) => question.id));
    for (const name of Object.keys(given)) if (!known.has(name)) reading.refuse(`answers.${nameable(name)}`, { kind: 'unknown-field' });
    for (const question of visibleQuestions(survey, given)) readQuestion(reading, question, member(given, question.id));
    if (reading.issues.length === 0 && reading.isSilent()) reading.refuse('answers', { kind: 'nothing-said' });
  }
  const { answers, selections, cannotSay, reasons, comments, contact, issues } = reading;
  const comment = comments.length > 0 ? comments.join('\n\n') : undefined;
  return { said: { answers, selections, cannotSay, reasons, comment, contact }, issues };
}

function readQuestion(reading: Reading, question: Question, value: unknown): undefined {
  switch (question.kind) {
    case 'scale':
      return readScale(reading, question, value);
    case 'matrix':
      return readMatrix(reading, question, value);
    case 'pairs':
      return readPairs(reading, question, value);
    case 'reasons':
      return readReasons(reading, question, value);
    case 'choice':
      return readChoice(reading, question, value);
    case 'choices':
      return readChoices(reading, question, value);
    case 'rank':
      return readRank(reading, question, value);
    case 'date':
      return readDate(reading, question, value);
    case 'consent':
      return readConsent(reading, question, value);
    case 'comment':
      return readComment(reading, question, value);
    case 'contact':
      return readContact(reading, question, value);
  }
}
