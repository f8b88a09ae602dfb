import type * as z from 'zod/mini';
import { Feedback } from '../domain/feedback.ts';
import { CaseCommand } from '../domain/recovery/command.ts';
import { CaseStatistics } from '../domain/recovery/statistics/report.ts';
import { Correction } from '../domain/understand/correction.ts';
import { AlarmPage } from './alarm-schema.ts';
import { careOperations } from './care-operations.ts';
import { CaseDetails, CasePage, CasePath, CaseQuery, ChangedCase } from './case-schemas.ts';
import { customerOperations } from './customer-operations.ts';
import { FeedbackQuery } from './feedback-query.ts';
import { MetricsBody } from './metrics-schema.ts';
import type { DeskRoute, InspectRoute, PublicRoute, StudyRoute } from './routes.ts';
import { FeedbackPage, FeedbackPath, Me, MetricsQuery, Nothing, PageQuery } from './schemas.ts';
import { AbsenceAnswer, AbsenceBody, StaffBoardAnswer, StaffPath } from './staff-schemas.ts';
import { StatisticsQuery } from './statistics-schema.ts';

/** What goes in and out of a route: the function behind it checks requests by it, the compiler its answers, and the OpenAPI document is made from it. */
export interface Operation<Path, Query, Body, Result> {
  readonly path: z.ZodMiniType<Path>;
  readonly query: z.ZodMiniType<Query>;
  /** Does it take a body? Where it does not, whatever is sent is left unread. */
  readonly reads: 'body' | 'nothing';
  readonly body: z.ZodMiniType<Body>;
  readonly result: z.ZodMiniType<Result>;
}

const get = { path: Nothing, query: Nothing, reads: 'nothing', body: Nothing } as const;

/** Every route of the desk that takes or answers JSON. Its public ones answer documents, and where people sign in. */
export const operations = {
  'GET /api/me': { ...get, result: Me },
  'GET /api/feedback': { ...get, query: FeedbackQuery, result: FeedbackPage },
  'GET /api/feedback/{id}': { ...get, path: FeedbackPath, result: Feedback },
  'POST /api/feedback/{id}/correct': { path: FeedbackPath, query: Nothing, reads: 'body', body: Correction, result: Feedback },
  'GET /api/cases': { ...get, query: CaseQuery, result: CasePage },
  'GET /api/cases/{number}': { ...get, path: CasePath, result: CaseDetails },
  'POST /api/cases/{number}/commands': { path: CasePath, query: Nothing, reads: 'body', body: CaseCommand, result: ChangedCase },
  'GET /api/staff': { ...get, result: StaffBoardAnswer },
  'POST /api/staff/{id}/absence': { path: StaffPath, query: Nothing, reads: 'body', body: AbsenceBody, result: AbsenceAnswer },
  ...customerOperations,
  ...careOperations,
  'GET /api/metrics': { ...get, query: MetricsQuery, result: MetricsBody },
  'GET /api/statistics/cases': { ...get, query: StatisticsQuery, result: CaseStatistics },
  'GET /api/alarms': { ...get, query: PageQuery, result: AlarmPage },
} as const satisfies Record<Exclude<ProtectedRoute, StudyRoute | InspectRoute>, unknown>;

export type ProtectedRoute = Exclude<DeskRoute | StudyRoute | InspectRoute, PublicRoute>;
