import { AnswersAnswer, AnswersBody } from './answers-schemas.ts';
import { FeedbackEntry, Receipt } from './entry-schemas.ts';
import { Nothing } from './schemas.ts';

const post = { path: Nothing, query: Nothing, reads: 'body' } as const;

/** Routes by which staff bring in what was said elsewhere: one by one (R18), or a file of answers (R10). */
export const entryOperations = {
  'POST /api/feedback': { ...post, body: FeedbackEntry, result: Receipt },
  'POST /api/answers': { ...post, body: AnswersBody, result: AnswersAnswer },
} as const;
