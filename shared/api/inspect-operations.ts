import { House } from './house-schema.ts';
import {
  DeadLetterList,
  DeadLetterPath,
  DeadLetterQueues,
  DiscardBody,
  ListedQuarantine,
  MailOfFeedback,
  PhotosOfFeedback,
  QuarantinePage,
  QuarantinePath,
  QuarantineQuery,
  Redriven,
} from './inspect-schemas.ts';
import { outgoingOperations } from './outgoing-operations.ts';
import type { InspectRoute } from './routes.ts';
import { FeedbackPath, Nothing } from './schemas.ts';

const get = { path: Nothing, query: Nothing, reads: 'nothing', body: Nothing } as const;

/** What goes in and out of every route of `inspect`. */
export const inspectOperations = {
  'GET /api/house': { ...get, result: House },
  'GET /api/feedback/{id}/mail': { ...get, path: FeedbackPath, result: MailOfFeedback },
  'GET /api/feedback/{id}/photos': { ...get, path: FeedbackPath, result: PhotosOfFeedback },
  'GET /api/quarantine': { ...get, query: QuarantineQuery, result: QuarantinePage },
  'POST /api/quarantine/{id}/release': { path: QuarantinePath, query: Nothing, reads: 'body', body: Nothing, result: ListedQuarantine },
  'POST /api/quarantine/{id}/discard': { path: QuarantinePath, query: Nothing, reads: 'body', body: DiscardBody, result: ListedQuarantine },
  ...outgoingOperations,
  'GET /api/dead-letters': { ...get, result: DeadLetterQueues },
  'GET /api/dead-letters/{queue}': { ...get, path: DeadLetterPath, result: DeadLetterList },
  'POST /api/dead-letters/{queue}/redrive': { path: DeadLetterPath, query: Nothing, reads: 'body', body: Nothing, result: Redriven },
} as const satisfies Record<InspectRoute, unknown>;
