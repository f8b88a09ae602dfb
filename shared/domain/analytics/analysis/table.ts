import type { Metric } from '../../feedback.ts';
import type { Replies, Reply, Scale } from '../measures/reply.ts';
import type { AnswerTable, NumberColumn } from '../pivot.ts';

/** Everybody's replies to some questions. */
export function peopleOf({ rows, numbers }: AnswerTable, questions: readonly string[]): Replies[] {
  const columns = questions.flatMap((question) => {
    const column = numbers.get(question);
    return column === undefined ? [] : [{ question, column }];
  });
  return Array.from({ length: rows }, (_, row) => new Map(columns.map(({ question, column }) => [question, replyAt(column, row)])));
}

/** Everybody's reply to one question. */
export const repliesTo = (column: NumberColumn): Reply[] => Array.from(column.values, (_, row) => replyAt(column, row));

export function replyAt({ values, cannotSay }: NumberColumn, row: number): Reply {
  const value = values[row];
  if (value !== undefined && !Number.isNaN(value)) return value;
  return cannotSay[row] === 1 ? 'cannot-say' : undefined;
}

/** Ids of items that were asked twice, e.g. for expectation and perception, in the order in which they came. */
export function itemsInPairs({ numbers }: AnswerTable, first: string, second: string, wanted?: readonly string[]): string[] {
  const found = [...numbers.keys()].flatMap((question) => {
    const item = question.endsWith(`.${first}`) ? question.slice(0, -first.length - 1) : undefined;
    return item !== undefined && numbers.has(`${item}.${second}`) ? [item] : [];
  });
  return wanted === undefined ? found.sort() : wanted.filter((item) => found.includes(item));
}

/** The scale that the answers to some questions were given on: the widest of them; nothing where there are none. */
export function scaleOf({ numbers }: AnswerTable, questions: readonly string[]): Scale | undefined {
  const scales = questions.flatMap((question) => numbers.get(question)?.scale ?? []);
  if (scales.length === 0) return undefined;
  return { min: Math.min(...scales.map(({ min }) => min)), max: Math.max(...scales.map(({ max }) => max)) };
}

/** Answers that a person gave; what was understood of their words is none. */
export const isAsked = (question: string) => !question.includes(':');

/** Questions whose answers measure one of these, in the order of their names. */
export const questionsOf = ({ numbers }: AnswerTable, metrics: readonly Metric[]): string[] =>
  [...numbers]
    .filter(([question, { metric }]) => isAsked(question) && metric !== undefined && metrics.includes(metric))
    .map(([question]) => question)
    .sort();

/** Questions that were changed to another scale while answers came in. */
export const onSeveralScales = ({ numbers }: AnswerTable, questions: readonly string[]): string[] =>
  questions.filter((question) => (numbers.get(question)?.scales ?? 0) > 1);
