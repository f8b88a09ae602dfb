import type { House } from '../../browser/parts/signed-in.tsx';
import type { AnalysisRequest } from '../ask-analysis.ts';
import type { Days } from '../days.ts';

/** What managers look at without asking for more: what drives satisfaction, where expectations are missed, what to begin with. */
export const KINDS = ['drivers', 'servqual', 'ipa'] as const;
export type ShownKind = (typeof KINDS)[number];

type Survey = House['surveys'][number];
type Question = Survey['questions'][number];

const PAIRS: Readonly<Record<Exclude<ShownKind, 'drivers'>, string>> = {
  servqual: 'expectation-perception',
  ipa: 'importance-satisfaction',
};

/** The question that asks for the whole: satisfaction, or the willingness to recommend. */
const wholeOf = ({ questions }: Survey): Question | undefined =>
  questions.find(({ metric }) => metric === 'csat') ?? questions.find(({ metric }) => metric === 'nps');

/** Questions with numbers: one that is driven, and at least one that drives. */
const hasDrivers = (survey: Survey) =>
  wholeOf(survey) !== undefined &&
  survey.questions.filter(({ kind }) => ['scale', 'stars', 'matrix', 'pairs', 'yes-no'].includes(kind)).length > 1;

/** The surveys whose answers an analysis of a kind can be made of. */
export const surveysFor = (kind: ShownKind, { surveys }: Pick<House, 'surveys'>): readonly Survey[] =>
  surveys.filter((survey) => (kind === 'drivers' ? hasDrivers(survey) : survey.questions.some(({ pair }) => pair === PAIRS[kind])));

/** The question to the API, over the page's own days. */
export function requestOf(kind: ShownKind, survey: Survey, { from, to }: Days): AnalysisRequest {
  const asked = { survey: survey.id, from, to };
  return kind === 'drivers' ? { kind, ...asked, target: wholeOf(survey)?.id ?? '' } : { kind, ...asked };
}
