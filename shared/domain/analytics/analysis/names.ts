import type { Localized } from '../../language.ts';
import type { Survey } from '../../survey/survey.ts';
import type { Cell } from '../report/report.ts';

/** What questions and items are called in reports, by the names of their answers; without one, a thing is called by its id. */
export type Names = ReadonlyMap<string, Localized>;

export const nameOf = (names: Names, id: string): Cell => names.get(id) ?? id;

/** The same in one language, for sentences. */
export const nameIn = (names: Names, id: string, language: keyof Localized): string => names.get(id)?.[language] ?? id;

/** Names of the questions of a survey, and of the rows of its matrices and pairs, as their answers are named; of a pair also without its half. */
export function namesOfSurvey({ questions }: Pick<Survey, 'questions'>): Names {
  const names = new Map<string, Localized>();
  for (const question of questions) {
    if ('text' in question) names.set(question.id, question.text);
    if (question.kind !== 'matrix' && question.kind !== 'pairs') continue;
    for (const row of question.rows) names.set(`${question.id}.${row.id}`, row.text);
  }
  return names;
}
