import { analysisOperations } from './analysis-operations.ts';
import { campaignOperations } from './campaign-operations.ts';
import { entryOperations } from './entry-operations.ts';
import type { StudyRoute } from './routes.ts';

/** What goes in and out of every route of `study`. */
export const studyOperations = {
  ...entryOperations,
  ...campaignOperations,
  ...analysisOperations,
} as const satisfies Record<StudyRoute, unknown>;
