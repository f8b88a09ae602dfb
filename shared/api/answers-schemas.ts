import * as z from 'zod/mini';
import { FeedbackReceived } from '../domain/feedback.ts';
import { AnswersRow, MAX_ANSWER_ROWS } from '../domain/intake/answers-row.ts';

/** Answers gathered elsewhere. */
export const AnswersBody = z.strictObject({
  /** A row that is not like this is refused by itself, not the request. */
  rows: z.array(z.union([AnswersRow, z.unknown()])).check(z.minLength(1), z.maxLength(MAX_ANSWER_ROWS)),
  /** Are these of today: shall unhappy ones open cases? They do not where it is false: nobody waits for an answer to what was said long ago. */
  openCases: z._default(z.boolean(), false),
});

/** What became of one row. `not-taken`: nothing is wrong with it, and it did not get in; send it again. */
export const AnswersResult = z.strictObject({
  /** Place in the request, from 0. */
  row: z.int(),
  outcome: z.enum(['accepted', 'refused', 'not-taken']),
  receipt: z.optional(FeedbackReceived.shape.id),
  /** All that was wrong: where, and what was expected; never the value. */
  issues: z.optional(z.array(z.strictObject({ field: z.string(), reason: z.string() }))),
});
export const AnswersAnswer = z.strictObject({ results: z.array(AnswersResult) });
export type AnswersResult = z.infer<typeof AnswersResult>;

const rowExample = {
  externalId: 'R-2041',
  at: '2026-03-14T09:12:00.000Z',
  survey: 'service',
  branch: 'east',
  language: 'en',
  answers: { satisfaction: 4, recommendation: 9 },
  comment: 'Quick and friendly.',
};
export const answersBodyExample = { rows: [rowExample, { ...rowExample, externalId: 'R-2042', answers: { satisfaction: 6 } }] };
export const answersExample: z.output<typeof AnswersAnswer> = {
  results: [
    { row: 0, outcome: 'accepted', receipt: 'q7f2nqj4w6x3a5b7c2d4e6f7g3' },
    { row: 1, outcome: 'refused', issues: [{ field: 'answers.satisfaction', reason: 'The scale is 1 to 5.' }] },
  ],
};
