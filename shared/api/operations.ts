import type * as z from 'zod/mini';
import { Feedback } from '../domain/feedback.ts';
import { Correction } from '../domain/understand/correction.ts';
import { MetricsBody } from './metrics-schema.ts';
import type { DeskRoute } from './routes.ts';
import {
  AssignBody,
  CaseDetails,
  CasePage,
  CasePath,
  CaseQuery,
  ChangedCase,
  FeedbackPage,
  FeedbackPath,
  FeedbackQuery,
  Me,
  MetricsQuery,
  NoteBody,
  Nothing,
  PageQuery,
  QuarantinePage,
  ResolveBody,
} from './schemas.ts';

/** What goes in and out of a route: the desk checks requests by it, the compiler its answers, and the OpenAPI document is made from it. */
export interface Operation<Path, Query, Body, Result> {
  readonly path: z.ZodMiniType<Path>;
  readonly query: z.ZodMiniType<Query>;
  /** Does it take a body? Where it does not, whatever is sent is left unread. */
  readonly reads: 'body' | 'nothing';
  readonly body: z.ZodMiniType<Body>;
  readonly result: z.ZodMiniType<Result>;
}

const get = { path: Nothing, query: Nothing, reads: 'nothing', body: Nothing } as const;
const command = { path: CasePath, query: Nothing, reads: 'body', result: ChangedCase } as const;

/** Every route that takes or answers JSON. The two public ones answer documents. */
export const operations = {
  'GET /api/me': { ...get, result: Me },
  'GET /api/feedback': { ...get, query: FeedbackQuery, result: FeedbackPage },
  'GET /api/feedback/{id}': { ...get, path: FeedbackPath, result: Feedback },
  'POST /api/feedback/{id}/correct': { path: FeedbackPath, query: Nothing, reads: 'body', body: Correction, result: Feedback },
  'GET /api/cases': { ...get, query: CaseQuery, result: CasePage },
  'GET /api/cases/{number}': { ...get, path: CasePath, result: CaseDetails },
  'POST /api/cases/{number}/acknowledge': { ...command, body: Nothing },
  'POST /api/cases/{number}/assign': { ...command, body: AssignBody },
  'POST /api/cases/{number}/note': { ...command, body: NoteBody },
  'POST /api/cases/{number}/resolve': { ...command, body: ResolveBody },
  'GET /api/metrics': { ...get, query: MetricsQuery, result: MetricsBody },
  'GET /api/quarantine': { ...get, query: PageQuery, result: QuarantinePage },
} as const satisfies Record<ProtectedRoute, unknown>;

export type ProtectedRoute = Exclude<DeskRoute, 'GET /openapi.json' | 'GET /docs'>;
