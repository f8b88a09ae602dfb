import type { Feedback } from '../feedback.ts';
import type { Language, Localized } from '../language.ts';
import { type Change, changeOf, type Figures, figuresOf, npsEstimate } from '../metrics/figures.ts';
import type { Estimate } from '../metrics/interval.ts';
import type { Period } from '../metrics/period.ts';
import { emptyTally, type Tally } from '../metrics/tally.ts';
import { type Case, deadlineOf } from '../recovery/case.ts';
import { MASKS } from '../redact/masks.ts';
import type { Redaction } from '../redact/redact.ts';
import { TOPICS } from '../understand/understanding.ts';
import { topicWords } from '../words.ts';
import { chooseComments, type DigestComment, isComment } from './comments.ts';
import { type OverdueCase, overdueCases } from './overdue.ts';

/** Tallies of a period by dimension (`all`, `branch#east`, `topic#delivery`); a dimension without figures may be absent. */
export type TalliesByDimension = ReadonlyMap<string, Tally>;

export interface DigestInput {
  readonly language: Language;
  readonly brand: { readonly name: Localized; readonly timeZone: string };
  readonly period: Period;
  /** When the figures were read: what is overdue is overdue then. Before the period's end, it is still running. */
  readonly at: string;
  readonly now: TalliesByDimension;
  /** The equal period right before. */
  readonly before: TalliesByDimension;
  readonly branches: readonly { readonly id: string; readonly name: Localized }[];
  readonly agents: readonly { readonly id: string; readonly name: Localized }[];
  readonly openCases: readonly Case[];
  /** Feedback of the period. */
  readonly feedback: readonly Feedback[];
  readonly redaction: Redaction;
  /** There was more than was read; the comments are chosen from the newest. */
  readonly isFeedbackCut: boolean;
}

/** One part of the house or one topic, compared with itself in the period before. */
export interface DigestRow {
  readonly name: string;
  /** CSAT answers. */
  readonly n: number;
  /** Absent where too few answers stand behind it. */
  readonly satisfied?: Estimate | undefined;
  readonly change?: Change | undefined;
}

/** All that a digest says, before it is put into words. */
export interface DigestModel {
  readonly language: Language;
  readonly brandName: string;
  readonly timeZone: string;
  readonly period: Period;
  readonly isRunning: boolean;
  readonly at: string;
  readonly figures: Figures;
  /** Feedback in the period before. */
  readonly nBefore: number;
  readonly satisfiedChange?: Change | undefined;
  readonly nps?: Estimate | undefined;
  readonly npsChange?: Change | undefined;
  readonly branches: readonly DigestRow[];
  readonly topics: readonly DigestRow[];
  /** Of the cases opened in the period whose first deadline is known to be kept or missed: how many were taken up in time. */
  readonly takenUp: { readonly inTime: number; readonly of: number };
  readonly overdue: readonly (OverdueCase & { readonly ownerName: string })[];
  readonly comments: readonly DigestComment[];
  /** Comments that the five were chosen from. */
  readonly commentsRead: number;
  readonly isFeedbackCut: boolean;
  readonly branchNames: ReadonlyMap<string, string>;
}

/** Nothing came in and nothing is late: no mail need be sent. */
export const hasNothingToTell = ({ figures, overdue }: DigestModel) => figures.n === 0 && overdue.length === 0;

export function buildDigest(input: DigestInput): DigestModel {
  const { language, period, at } = input;
  const figures = figuresOf(input.now.get('all') ?? emptyTally);
  const before = figuresOf(input.before.get('all') ?? emptyTally);
  const overdue = overdueCases(input.openCases, at);
  const owners = new Map(input.agents.map(({ id, name }) => [id, name[language]]));
  const row = rowOf(input);
  return {
    language,
    brandName: input.brand.name[language],
    timeZone: input.brand.timeZone,
    period,
    isRunning: at < period.endsAt,
    at,
    figures,
    nBefore: before.n,
    satisfiedChange: changeOf(figures.csat.topTwoBox, before.csat.topTwoBox),
    nps: npsEstimate(figures.nps),
    npsChange: changeOf(npsEstimate(figures.nps), npsEstimate(before.nps)),
    branches: worstFirst(input.branches.map(({ id, name }) => row(`branch#${id}`, name[language]))),
    topics: worstFirst(TOPICS.map((topic) => row(`topic#${topic}`, topicWords[topic][language]))),
    takenUp: takenUp(figures, input.openCases, period, at),
    overdue: overdue.map((item) => ({ ...item, ownerName: owners.get(item.owner) ?? item.owner })),
    comments: chooseComments(input.feedback, { ...input.redaction, masks: MASKS[language] }),
    commentsRead: input.feedback.filter((item) => isComment(item) && (item.comment ?? '').trim() !== '').length,
    isFeedbackCut: input.isFeedbackCut,
    branchNames: new Map(input.branches.map(({ id, name }) => [id, name[language]])),
  };
}

const rowOf = ({ now, before }: DigestInput) => {
  return (dimension: string, name: string): DigestRow => {
    const { csat } = figuresOf(now.get(dimension) ?? emptyTally);
    const earlier = figuresOf(before.get(dimension) ?? emptyTally).csat.topTwoBox;
    return { name, n: csat.n, satisfied: csat.topTwoBox, change: changeOf(csat.topTwoBox, earlier) };
  };
};

/** Rows with answers; the least satisfied first, those with too few answers last, by how many they have. */
function worstFirst(rows: readonly DigestRow[]): DigestRow[] {
  return rows
    .filter(({ n }) => n > 0)
    .sort((a, b) => (a.satisfied?.value ?? 2) - (b.satisfied?.value ?? 2) || b.n - a.n || (a.name < b.name ? -1 : 1));
}

/** Cases nobody has taken up count as missed from their deadline on, not only when somebody takes them up late. */
function takenUp({ cases }: Figures, openCases: readonly Case[], { startsAt, endsAt }: Period, at: string): DigestModel['takenUp'] {
  const missed = openCases.filter((item) => {
    const dueAt = deadlineOf(item, 'acknowledge')?.dueAt;
    const isOfPeriod = item.openedAt >= startsAt && item.openedAt < endsAt;
    return isOfPeriod && item.acknowledgedAt === undefined && dueAt !== undefined && dueAt < at;
  }).length;
  return { inTime: cases.acknowledgedInTime, of: cases.acknowledgedInTime + cases.acknowledgedLate + missed };
}
