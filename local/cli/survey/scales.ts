import { LANGUAGES, type Language } from '../../../shared/domain/language.ts';
import type { QuestionOf } from '../../../shared/domain/survey/survey.ts';
import { type Finding, fault, hint, isRating, ofEach, type Rule } from './finding.ts';

/** More different scales than so have to be learnt anew each time. */
const MAX_SCALES = 2;

/** Ends of scales by their tone; what is in neither list is left alone. */
const BAD: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:not|no|never|dis\w+|un\w+|poor|bad|worst|difficult|hard|low|little|slow)\b/iu,
  'zh-Hans': /不|没|从未|差|难|低|慢/u,
};
const GOOD: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:yes|satisfied|agree|likely|good|excellent|best|easy|high|much|always|fast|very|extremely|completely)\b/iu,
  'zh-Hans': /是|满意|同意|可能|好|容易|高|快|非常|完全|总是/u,
};

const toneOf = (label: string, language: Language) => (BAD[language].test(label) ? 'bad' : GOOD[language].test(label) ? 'good' : 'open');

type Rated = QuestionOf<'scale'> | QuestionOf<'matrix'> | QuestionOf<'pairs'>;

const ofScales = (rule: (question: Rated, path: string) => readonly Finding[]): Rule =>
  ofEach((question, path) =>
    question.kind === 'scale' || question.kind === 'matrix' || question.kind === 'pairs' ? rule(question, path) : [],
  );

const labels = ofScales(({ minLabel, maxLabel }, path) =>
  LANGUAGES.flatMap((language) => {
    const [low, high] = [minLabel[language].trim(), maxLabel[language].trim()];
    const isNamed = [low, high].every((label) => /\p{L}/u.test(label)) && low !== high;
    return isNamed
      ? []
      : [fault('no-labels', `${path}.minLabel.${language}`, 'the ends of the scale are not named; say in words what each means')];
  }),
);

/** The top of a scale is the best in every metric: one the other way round turns figures upside down. */
const turned = ofScales(({ minLabel, maxLabel }, path) =>
  LANGUAGES.flatMap((language) => {
    const isTurned = toneOf(minLabel[language], language) === 'good' && toneOf(maxLabel[language], language) === 'bad';
    return isTurned
      ? [
          fault(
            'turned-scale',
            `${path}.minLabel.${language}`,
            'the lowest point is the best here, but figures take the highest for it; turn the scale',
          ),
        ]
      : [];
  }),
);

const metrics = ofScales((question, path) => {
  if (question.kind === 'pairs') return [];
  const { metric, min, max } = question;
  const points = max - min + 1;
  if (metric === 'nps' && (min !== 0 || max !== 10))
    return [fault('nps-scale', path, `NPS is asked on 0 to 10, not ${min} to ${max}; change min and max`)];
  if (metric === 'fcr' && (min !== 0 || max !== 1))
    return [fault('fcr-scale', path, `"fcr" is 0 for no and 1 for yes, not ${min} to ${max}; change min and max`)];
  if (metric === 'ces' && points !== 5 && points !== 7) {
    return [hint('ces-scale', path, `CES is asked on 5 or 7 points, so that there is a middle; here are ${points}`)];
  }
  return [];
});

const mixed: Rule = ({ questions }) => {
  const scales = new Set(
    questions.flatMap((question) =>
      isRating(question) && 'min' in question && !('metric' in question && (question.metric === 'nps' || question.metric === 'fcr'))
        ? [`${question.min}–${question.max}`]
        : [],
    ),
  );
  if (scales.size <= MAX_SCALES) return [];
  return [hint('mixed-scales', 'questions', `${scales.size} different scales (${[...scales].join(', ')}); use one or two throughout`)];
};

export const SCALES: readonly Rule[] = [labels, turned, metrics, mixed];
