import type { CaseDetails, Paths } from '../browser/api/paths.ts';

// As the domain has them: what the API answers is one of these.
export type { Feedback } from '../../shared/domain/feedback.ts';
export type { Action } from '../../shared/domain/recovery/action.ts';
export type { CaseEvent } from '../../shared/domain/recovery/event.ts';
/** What the API answers, by the names that the desk has for it. */
export type {
  Case,
  CaseCommand,
  CaseDetails,
  ChangedCase,
  CommandType,
  CustomerFile,
} from '../browser/api/paths.ts';
export type ListedCase = Paths['/api/cases']['get']['responses'][200]['content']['application/json']['items'][number];
export type CaseQuery = NonNullable<NonNullable<Paths['/api/cases']['get']['parameters']['query']>>;
export type RemedyOption = CaseDetails['remedies'][number];
export type Standing = NonNullable<ListedCase['standing']>;
