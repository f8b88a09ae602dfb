import type { Language } from '../language.ts';
import type { QuestionOf, Survey } from '../survey/survey.ts';

/** Values of a view of the mails that ask. */
export interface RatingRow {
  readonly question?: string | undefined;
  readonly ratingLabels: readonly string[];
  /** One for each label: the page with this answer ticked. Opening it records nothing. */
  readonly ratingLinks: readonly string[];
  readonly lowLabel?: string | undefined;
  readonly highLabel?: string | undefined;
}

/** The boxes of the survey's first scale, each a link to the page with its answer ticked; none where the survey begins with something else. */
export function ratingRow({ questions }: Pick<Survey, 'questions'>, language: Language, answerLink: string): RatingRow {
  const question = questions.find((one): one is QuestionOf<'scale'> => one.kind === 'scale' && one.showIf === undefined);
  if (question === undefined) return { ratingLabels: [], ratingLinks: [] };
  const { id, text, min, max, minLabel, maxLabel } = question;
  const values = Array.from({ length: max - min + 1 }, (_, i) => min + i);
  const separator = answerLink.includes('?') ? '&' : '?';
  return {
    question: text[language],
    ratingLabels: values.map(String),
    ratingLinks: values.map((value) => `${answerLink}${separator}${id}=${value}`),
    lowLabel: minLabel[language],
    highLabel: maxLabel[language],
  };
}
