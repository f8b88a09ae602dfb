import { airline } from './ready/airline.ts';
import { dualRating } from './ready/dual-rating.ts';
import { effort } from './ready/effort.ts';
import { index } from './ready/index-questions.ts';
import { service } from './ready/service.ts';
import { servqual } from './ready/servqual.ts';
import type { SurveyDefinition } from './survey.ts';

/** Surveys that can be put as they are, by the name that amends.config.ts calls them. Whoever wants other words copies one and changes it. */
export const readySurveys = { service, effort, servqual, dualRating, index, airline } as const satisfies Readonly<
  Record<string, SurveyDefinition>
>;
