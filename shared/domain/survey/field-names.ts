import { PAIRS } from './pairs.ts';
import { CONTACT_PARTS } from './read-words.ts';
import type { Question } from './survey.ts';

/** The names of a question's fields in a page's form: its id, or one for each row, half of a pair, option to be ranked, part of a contact. */
export function fieldNamesOf(question: Question): readonly string[] {
  const { id } = question;
  switch (question.kind) {
    case 'matrix':
      return question.rows.map((row) => `${id}.${row.id}`);
    case 'pairs':
      return question.rows.flatMap((row) => PAIRS[question.pair].map((half) => `${id}.${row.id}.${half}`));
    case 'rank':
      return question.options.map((option) => `${id}.${option.id}`);
    case 'contact':
      return CONTACT_PARTS.map((part) => `${id}.${part}`);
    default:
      return [id];
  }
}
