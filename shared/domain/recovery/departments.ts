import type { Answer } from '../feedback.ts';
import { isRating, scoreOf } from '../score.ts';
import type { Survey } from '../survey/survey.ts';
import type { RecoveryRule } from './policy.ts';

/** Of an answer whose question is `id.row`, or `id.row.perception`, the question's own id. */
const questionOf = ({ question }: Pick<Answer, 'question'>): string => question.split('.')[0] ?? question;

/**
 * The departments whose questions were answered badly, each once, in the order of the survey (R10): those of answers at or below what a rule of the config
 * finds unhappy. They are asked first; who is liable is decided with the case.
 */
export function departmentsAnsweredBadly(
  answers: readonly Answer[],
  survey: Pick<Survey, 'questions'> | undefined,
  rules: readonly RecoveryRule[],
): string[] {
  if (survey === undefined) return [];
  const isBad = (answer: Answer) =>
    rules.some((rule) => {
      if (rule.when === 'item') return isRating(answer) && scoreOf(answer) <= rule.scoreAtMost;
      return rule.when === 'rating' && answer.metric === rule.metric && scoreOf(answer) <= rule.scoreAtMost;
    });
  const bad = new Set(answers.filter(isBad).map(questionOf));
  const departments = survey.questions.flatMap((question) =>
    'department' in question && question.department !== undefined && bad.has(question.id) ? [question.department] : [],
  );
  return [...new Set(departments)];
}
