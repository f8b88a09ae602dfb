import type { Language } from '../language.ts';
import type { Verdict } from '../metrics/figures.ts';
import type { PeriodKind } from '../metrics/period.ts';
import type { DeadlineKind } from '../recovery/policy.ts';
import { english } from './words-en.ts';
import { chinese } from './words-zh.ts';

/** What a number counts: percentage points, points of a score, complaints per 100 responses. */
export type Unit = 'share' | 'score' | 'rate';

/** Every sentence of a digest in one language. Numbers come formatted where they carry a sign or a unit. */
export interface DigestWords {
  /** BCP 47, for the mail's own `lang`. */
  readonly lang: string;
  reportName(kind: PeriodKind, isRunning: boolean): string;
  /** `Monday 16 November 2026`, `16–22 November 2026`. */
  periodName(from: string, to: string): string;
  /** The same for a subject line. */
  periodNameShort(from: string, to: string): string;
  /** A local date and time, `2026-11-19T17:00`. */
  dateTime(local: string): string;
  duration(minutes: number): string;
  range(low: string, high: string): string;

  subjectSatisfaction(score: string, n: number, verdict: Verdict | undefined): string;
  subjectNps(score: string, n: number, verdict: Verdict | undefined): string;
  subjectFew(feedback: number): string;
  subjectOverdue(count: number): string;

  readonly satisfied: string;
  readonly nps: string;
  tooFew(n: number): string;
  /** Of so few answers that not even their number is shown. */
  readonly notShown: string;
  basedOn(n: number): string;
  interval(range: string): string;
  verdict(verdict: Verdict): string;
  /** `points`: signed and formatted; of a share in percent, of a score, or of a number of cases. */
  change(points: string, unit: Unit, range: string, verdict: Verdict, kind: PeriodKind): string;
  incomparable(kind: PeriodKind): string;
  npsBand(band: 'low' | 'fair' | 'good'): string;

  readonly byBranch: string;
  readonly branchHeading: string;
  readonly changeHeading: string;
  moreRows(count: number): string;

  readonly overdueTitle: string;
  readonly caseHeading: string;
  readonly severityHeading: string;
  readonly ownerHeading: string;
  readonly overdueHeading: string;
  missed(missed: DeadlineKind, over: string, due: string): string;
  moreCases(count: number): string;

  commentsTitle(shown: number, read: number): string;
  /** By which rule they were chosen. */
  commentsRule(hasBest: boolean, isCut: boolean, read: number): string;
  readonly best: string;
  rating(value: number, max: number): string;
  npsRating(value: number): string;
  caseLabel(number: string): string;
  readonly separator: string;
  readonly colon: string;
  /** Between things of a list. */
  readonly listComma: string;
  /** Between two sentences. */
  readonly sentenceSpace: string;
}

const WORDS: Readonly<Record<Language, DigestWords>> = { en: english, 'zh-Hans': chinese };

export const wordsOf = (language: Language): DigestWords => WORDS[language];
