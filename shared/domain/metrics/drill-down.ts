import type { Answer, Feedback } from '../feedback.ts';
import { isUnhappy, topicsOf } from './contributions.ts';
import { countedLanguage } from './counted.ts';
import { CES_COUNTERS, NPS_COUNTERS, ratingDeltas } from './rating.ts';

/** Groups of answers that figures tell apart: the top two boxes of CSAT and all others, and the three groups of NPS. */
export const BANDS = ['csat-top', 'csat-other', 'promoter', 'passive', 'detractor'] as const;
export type Band = (typeof BANDS)[number];

/** What a mark of a chart stands for. All that is given must hold. */
export interface Mark {
  readonly branch?: string | undefined;
  readonly channel?: string | undefined;
  readonly survey?: string | undefined;
  readonly campaign?: string | undefined;
  readonly topic?: string | undefined;
  /** As languages are counted: `other` for all that have no figures of their own. */
  readonly language?: string | undefined;
  /** `unknown` where nobody can tell who it was. */
  readonly tier?: string | undefined;
  readonly sentiment?: Feedback['understanding']['sentiment']['label'] | undefined;
  readonly band?: Band | undefined;
  readonly answer?: AnswerMark | undefined;
  readonly hasCase?: boolean | undefined;
  readonly isUnhappy?: boolean | undefined;
  readonly hasWords?: boolean | undefined;
  /** Does it count in figures? What a machine wrote and what was said within a case does not. */
  readonly isCounted?: boolean | undefined;
}

/** An answer: to a question, or of a metric as figures count it. Without `value`, any. `max`: the top of its scale. */
export interface AnswerMark {
  readonly question?: string | undefined;
  readonly metric?: Answer['metric'] | undefined;
  readonly value?: number | undefined;
  readonly max?: number | undefined;
}

/** Does this feedback stand behind the mark? By the very counters that the figures are added up from, so that a list holds what its bar counts. */
export const standsBehind = (feedback: Feedback, mark: Mark): boolean =>
  isPlacedIn(feedback, mark) && isReadAs(feedback, mark) && isAnsweredWith(feedback, mark) && hasComeTo(feedback, mark);

const is = <Value>(wanted: Value | undefined, value: Value | undefined): boolean => wanted === undefined || wanted === value;

const isPlacedIn = ({ branch, channel, survey, campaign, tier }: Feedback, mark: Mark) =>
  is(mark.branch, branch) &&
  is<string>(mark.channel, channel) &&
  is(mark.survey, survey) &&
  is(mark.campaign, campaign) &&
  is(mark.tier, tier ?? 'unknown');

function isReadAs(feedback: Feedback, { topic, language, sentiment }: Mark): boolean {
  const { understanding } = feedback;
  const isOfTopic = topic === undefined || topicsOf(feedback).some((one) => one === topic);
  // What could not be read has no mood.
  const isOfMood = sentiment === undefined || (understanding.sentiment.confidence > 0 && understanding.sentiment.label === sentiment);
  return isOfTopic && isOfMood && is<string>(language, countedLanguage(understanding.language));
}

function isAnsweredWith({ answers }: Feedback, { band, answer }: Mark): boolean {
  return (band === undefined || isInBand(answers, band)) && (answer === undefined || hasAnswer(answers, answer));
}

function isInBand(answers: readonly Answer[], band: Band): boolean {
  const counted = ratingDeltas(answers);
  if (band === 'csat-top') return counted.csatTop2 === 1;
  if (band === 'csat-other') return counted.csatTop2 === 0;
  const [from, to] = { detractor: [0, 7], passive: [7, 9], promoter: [9, 11] }[band];
  return NPS_COUNTERS.slice(from, to).some((counter) => counted[counter] === 1);
}

function hasAnswer(answers: readonly Answer[], { question, metric, value, max }: AnswerMark): boolean {
  const fitting = answers.filter((one) => is(question, one.question) && is(metric, one.metric) && is(max, one.max));
  if (value === undefined) return fitting.length > 0;
  // A question's answer is its own; of a metric one answer of a person is counted.
  const counters = question === undefined ? countersOf(metric, value, max) : undefined;
  if (counters === undefined) return fitting.some((one) => one.value === value);
  const counted = ratingDeltas(answers);
  return counters.some((counter) => counted[counter] === 1);
}

/** Counters of a value of those metrics whose answers are counted one by one. CSAT by fifth of the scale, which on 1–5 is the answer. */
function countersOf(metric: Answer['metric'] | undefined, value: number, max: number | undefined) {
  const { five, seven } = CES_COUNTERS;
  if (metric === 'csat') return [CSAT_COUNTERS[value - 1]].filter((one) => one !== undefined);
  if (metric === 'nps') return [NPS_COUNTERS[value]].filter((one) => one !== undefined);
  if (metric === 'ces')
    return [...(max === 7 ? [] : [five[value - 1]]), ...(max === 5 ? [] : [seven[value - 1]])].filter((one) => one !== undefined);
  return undefined;
}

const CSAT_COUNTERS = ['csat1', 'csat2', 'csat3', 'csat4', 'csat5'] as const;

function hasComeTo(feedback: Feedback, { hasCase, isUnhappy: unhappy, hasWords, isCounted }: Mark): boolean {
  const { caseNumber, subject, comment, automatic, isReply } = feedback;
  return (
    is(hasCase, caseNumber !== undefined) &&
    is(unhappy, isUnhappy(feedback)) &&
    is(hasWords, comment !== undefined || subject !== undefined) &&
    is(isCounted, automatic === undefined && isReply !== true)
  );
}
