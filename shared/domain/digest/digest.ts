import type { Language } from '../language.ts';
import { type Change, changeOf, type Figures, figuresOf, npsEstimate } from '../metrics/figures.ts';
import type { Estimate } from '../metrics/interval.ts';
import type { Period } from '../metrics/period.ts';
import { emptyTally } from '../metrics/tally.ts';
import { MASKS } from '../redact/masks.ts';
import { TOPICS } from '../understand/understanding.ts';
import { type Attention, attentionOf } from './attention.ts';
import { type BranchStanding, branchStandings } from './branches.ts';
import { chooseComments, type DigestComment, isComment } from './comments.ts';
import { type Drivers, driversOf, type TopicTallies } from './drivers.ts';
import type { DigestInput, PeriodFigures } from './input.ts';
import { type DigestNumber, numbersOf } from './numbers.ts';
import { type ServiceFigures, serviceOf } from './service.ts';
import { judgeStandards, type StandardRow, servedIn } from './standards.ts';
import { pointsOf, type TrendPoint, type TrendVerdict, trendVerdict } from './trend.ts';

/** All that a digest says, before it is put into words. */
export interface DigestModel {
  readonly language: Language;
  readonly brandName: string;
  /** Of the branch, where it is a branch's digest. */
  readonly branchName?: string | undefined;
  /** In which clock times are told, and in which days begin. */
  readonly timeZone: string;
  readonly dayZone: string;
  readonly deskUrl?: string | undefined;
  readonly period: Period;
  readonly isRunning: boolean;
  readonly at: string;
  readonly figures: Figures;
  /** Feedback in the period before. */
  readonly nBefore: number;
  readonly satisfiedChange?: Change | undefined;
  readonly nps?: Estimate | undefined;
  readonly npsChange?: Change | undefined;
  readonly numbers: readonly DigestNumber[];
  readonly trend: readonly TrendPoint[];
  readonly trendVerdict: TrendVerdict;
  readonly drivers: Drivers;
  /** Topics could be counted, in this period and the one before. */
  readonly areTopicsRead: boolean;
  readonly branches: readonly BranchStanding[];
  readonly attention: Attention;
  /** By agent id. */
  readonly ownerNames: ReadonlyMap<string, string>;
  readonly comments: readonly DigestComment[];
  /** Comments that the five were chosen from. */
  readonly commentsRead: number;
  readonly isFeedbackCut: boolean;
  readonly branchNames: ReadonlyMap<string, string>;
  /** Of a week or month: the service done, and what the house's standards say of it. */
  readonly supervision?:
    | { readonly service: ServiceFigures; readonly standards: readonly StandardRow[]; readonly areCasesCut: boolean }
    | undefined;
  /** Who answers for the measuring. */
  readonly responsible?: string | undefined;
}

/** Nothing came in and nothing wants attention: no mail need be sent. */
export const hasNothingToTell = ({ figures, attention: { overdue, serious, alarms } }: DigestModel) =>
  figures.n === 0 && overdue.length + serious.length + alarms.length === 0;

export function buildDigest(input: DigestInput): DigestModel {
  const { language, at, figures: read, branches } = input;
  const { now, before } = lastTwo(read.periods);
  const { period } = now;
  const figures = figuresOf(now.tallies.get('all') ?? emptyTally);
  const earlier = figuresOf(before?.tallies.get('all') ?? emptyTally);
  const trend = pointsOf(read.periods);
  return {
    language,
    brandName: input.brand.name[language],
    branchName: branches.find(({ id }) => id === input.branch)?.name[language],
    timeZone: input.timeZone,
    dayZone: input.brand.timeZone,
    deskUrl: input.brand.deskUrl,
    period,
    isRunning: at < period.endsAt,
    at,
    figures,
    nBefore: earlier.n,
    satisfiedChange: changeOf(figures.csat.topTwoBox, earlier.csat.topTwoBox),
    nps: npsEstimate(figures.nps),
    npsChange: changeOf(npsEstimate(figures.nps), npsEstimate(earlier.nps)),
    numbers: numbersOf({ now: figures, before: earlier, openCases: read.openCases, period, periodBefore: before?.period, at }),
    trend,
    trendVerdict: trendVerdict(read.periods),
    ...topicsOf(input, now, before),
    branches: input.branch === undefined ? branchStandings(branches, now, before, language) : [],
    attention: attentionOf(read.openCases, read.alarms, period, at),
    ownerNames: new Map(input.agents.map(({ id, name }) => [id, name[language]])),
    ...commentsOf(input),
    branchNames: new Map(branches.map(({ id, name }) => [id, name[language]])),
    supervision: period.kind === 'day' ? undefined : supervisionOf(input, period, figures),
    responsible: input.standards.owner?.[language],
  };
}

/** @throws Error where no period was read. */
function lastTwo(periods: readonly PeriodFigures[]): { readonly now: PeriodFigures; readonly before: PeriodFigures | undefined } {
  const now = periods.at(-1);
  if (now === undefined) throw new Error('digest: expected the figures of at least its own period, came none');
  return { now, before: periods.at(-2) };
}

function topicsOf(
  { figures, branch }: DigestInput,
  now: PeriodFigures,
  before: PeriodFigures | undefined,
): Pick<DigestModel, 'drivers' | 'areTopicsRead'> {
  const earlier = before === undefined || !figures.hasTopicsBefore ? undefined : topicTallies(before);
  return { drivers: driversOf(topicTallies(now), earlier), areTopicsRead: branch === undefined || !figures.isFeedbackCut };
}

const topicTallies = ({ tallies }: PeriodFigures): TopicTallies => ({
  all: tallies.get('all') ?? emptyTally,
  topics: new Map(
    TOPICS.flatMap((topic) => {
      const tally = tallies.get(`topic#${topic}`);
      return tally === undefined ? [] : [[topic, tally] as const];
    }),
  ),
});

function commentsOf({
  figures,
  redaction,
  language,
  translations,
}: DigestInput): Pick<DigestModel, 'comments' | 'commentsRead' | 'isFeedbackCut'> {
  const { feedback, isFeedbackCut } = figures;
  const chosen = chooseComments(feedback, { ...redaction, masks: MASKS[language] });
  return {
    comments: chosen.map((comment) => ({ ...comment, translation: translations?.get(comment.id) })),
    commentsRead: feedback.filter((item) => isComment(item) && (item.comment ?? '').trim() !== '').length,
    isFeedbackCut,
  };
}

function supervisionOf(
  { figures: read, standards, at, branch }: DigestInput,
  period: Period,
  figures: Figures,
): DigestModel['supervision'] {
  const service = serviceOf([...read.openCases, ...read.closedCases], period, at);
  // Served are counted by months: of a week nobody knows.
  const served = period.kind === 'month' ? servedIn(standards, period.from.slice(0, 7), branch) : undefined;
  const { topTwoBox: satisfied, n: answers } = figures.csat;
  const rows = judgeStandards(standards, { satisfied, answers, service, served });
  return {
    service,
    standards: period.kind === 'month' ? rows : rows.filter(({ key }) => key !== 'complaints'),
    areCasesCut: read.areCasesCut,
  };
}
