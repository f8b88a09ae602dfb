import type { Language } from '../language.ts';
import type { Verdict } from '../metrics/figures.ts';
import type { PeriodKind } from '../metrics/period.ts';
import type { NumberKey } from './numbers.ts';
import { englishReport } from './report-words-en.ts';
import { chineseReport } from './report-words-zh.ts';
import type { StandardKey, StandardVerdict } from './standards.ts';
import type { TrendVerdict } from './trend.ts';

/** Numbers and shares come formatted. */
export interface ReportWords {
  readonly numbers: Readonly<Record<NumberKey, string>>;
  /** `18 of 20`. */
  countOf(count: number, of: number): string;
  readonly noneDue: string;

  trendTitle(count: number, kind: PeriodKind): string;
  /** The whole trend in words, for those who do not see the picture. */
  trendAlt(values: readonly string[], kind: PeriodKind): string;
  readonly tooFewShort: string;
  trendVerdict(verdict: TrendVerdict, kind: PeriodKind): string;
  trendScale(from: string, to: string): string;

  readonly driversTitle: string;
  readonly topicHeading: string;
  readonly satisfiedHeading: string;
  readonly moveHeading: string;
  moved(points: string, range: string, kind: PeriodKind): string;
  readonly upLabel: string;
  readonly downLabel: string;
  weighing(topics: string): string;
  /** `Delivery (−6 points, 40% satisfied, n = 35)`. */
  weighs(topic: string, points: string, satisfied: string, n: number): string;
  noneMoved(compared: number, kind: PeriodKind): string;
  tooFewTopics(kind: PeriodKind): string;
  readonly topicsNotRead: string;

  readonly attentionTitle: string;
  readonly nothing: string;
  /** A serious case that is not late. */
  serious(opened: string): string;
  moreSerious(count: number): string;
  rise(topic: string, count: number, usual: string, at: string): string;

  readonly original: string;

  standardsTitle(kind: PeriodKind): string;
  readonly standardHeading: string;
  readonly targetHeading: string;
  readonly reachedHeading: string;
  readonly verdictHeading: string;
  readonly standards: Readonly<Record<StandardKey, string>>;
  target(value: string, isAtLeast: boolean): string;
  hours(value: string): string;
  readonly verdicts: Readonly<Record<StandardVerdict, string>>;
  /** Why something is not known. */
  notKnown(key: StandardKey): string;
  served(count: number, of: number): string;
  serviceDone(of: ServiceDone): string;
  readonly casesCut: string;

  /** How a branch stands among the others, where chance does not explain it. */
  readonly standings: Readonly<Record<'above' | 'below', string>>;
  branchesAlike(compared: number): string;
  branchesDiffer(compared: number): string;

  readonly methodTitle: string;
  sample(of: SampleWords): string;
  period(name: string, zone: string, kind: PeriodKind): string;
  method(kind: PeriodKind): readonly string[];
  owner(name: string): string;
  readonly noOwner: string;
  asOf(at: string, zone: string): string;

  /** On stopping the mails: where, and for whom. */
  stop(address: string): string;
  readonly stopLink: string;
  readonly open: string;

  readonly csv: CsvWords;
}

export interface ServiceDone {
  readonly opened: number;
  readonly closed: number;
  readonly justified: number;
  readonly firstAnswers: { readonly met: number; readonly of: number };
  readonly solutions: { readonly met: number; readonly of: number };
}

export interface SampleWords {
  readonly scope: string | undefined;
  readonly responses: number;
  readonly csat: number;
  readonly nps: number;
  /** Invitations are not counted by branch: of one nobody can say who was asked. */
  readonly isInvitingKnown: boolean;
  /** Where people were invited. */
  readonly invited?:
    | { readonly sent: number; readonly answered: number; readonly rate?: { value: string; range: string } | undefined }
    | undefined;
}

export interface CsvWords {
  readonly header: readonly [string, string, string, string, string, string, string, string, string, string, string, string];
  readonly sections: Readonly<
    Record<'numbers' | 'trend' | 'topics' | 'pulls' | 'branches' | 'branchesShrunk' | 'csat' | 'nps' | 'sentiment' | 'standards', string>
  >;
  readonly csatAnswers: readonly [string, string, string, string, string];
  readonly npsGroups: readonly [string, string, string];
  readonly sentiment: readonly [string, string, string];
  readonly responses: string;
  readonly changes: Readonly<Record<Verdict, string>>;
  /** Of the file, without its ending; letters of any script. */
  fileName(kind: PeriodKind, from: string): string;
}

const WORDS: Readonly<Record<Language, ReportWords>> = { en: englishReport, 'zh-Hans': chineseReport };

export const reportWordsOf = (language: Language): ReportWords => WORDS[language];
