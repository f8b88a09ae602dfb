import { CallDone, CallPage, CallsQuery, RepliesQuery, ReplyList } from './care-schemas.ts';
import { CustomerFile, CustomerPath } from './customer-schemas.ts';
import { Nothing } from './schemas.ts';

const get = { path: Nothing, reads: 'nothing', body: Nothing } as const;

/** Routes about calls by plan and answers written beforehand. */
export const careOperations = {
  'GET /api/calls': { ...get, query: CallsQuery, result: CallPage },
  'POST /api/customers/{key}/called': { path: CustomerPath, query: Nothing, reads: 'body', body: CallDone, result: CustomerFile },
  'GET /api/replies': { ...get, query: RepliesQuery, result: ReplyList },
} as const;
