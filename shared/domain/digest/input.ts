import type { TopicAlarm } from '../alarm/topic-alarm.ts';
import type { Feedback } from '../feedback.ts';
import type { Language, Localized } from '../language.ts';
import type { Period } from '../metrics/period.ts';
import type { Tally } from '../metrics/tally.ts';
import type { Case } from '../recovery/case.ts';
import type { Redaction } from '../redact/redact.ts';
import type { Standards } from './standards.ts';

/** Tallies of a period by dimension (`all`, `branch#east`, `topic#delivery`); a dimension without figures may be absent. */
export type TalliesByDimension = ReadonlyMap<string, Tally>;

/** A digest looks back over this and the twelve equal periods before: a quarter of weeks, a year of months and the same month a year ago. */
export const PERIODS_SHOWN = 13;

export interface PeriodFigures {
  readonly period: Period;
  readonly tallies: TalliesByDimension;
}

/** Everything that is read of the stores, once for all recipients of a digest. */
export interface HouseFigures {
  /** Oldest first; the last is the digest's own. Topics and branches nobody looks back on may be there in the last two only. */
  readonly periods: readonly PeriodFigures[];
  /** The topics of the period before are known too. */
  readonly hasTopicsBefore: boolean;
  readonly openCases: readonly Case[];
  /** Closed since the period began; empty for a day, whose digest judges no standards. */
  readonly closedCases: readonly Case[];
  /** More cases than are read: service figures are of a part. */
  readonly areCasesCut: boolean;
  /** Feedback of the period. */
  readonly feedback: readonly Feedback[];
  /** Of the period before, where a branch needs it and all of it could be read. */
  readonly feedbackBefore?: readonly Feedback[] | undefined;
  /** There was more than was read; the comments are chosen from the newest. */
  readonly isFeedbackCut: boolean;
  /** Of late, the newest first. */
  readonly alarms: readonly TopicAlarm[];
}

/** What the house has decided. */
export interface DigestHouse {
  readonly brand: {
    readonly name: Localized;
    readonly timeZone: string;
    /** Where staff work cases; digests have links where it is known. */
    readonly deskUrl?: string | undefined;
  };
  readonly branches: readonly { readonly id: string; readonly name: Localized }[];
  readonly agents: readonly { readonly id: string; readonly name: Localized }[];
  readonly redaction: Redaction;
  readonly standards: Standards;
}

export interface DigestInput extends DigestHouse {
  readonly language: Language;
  /** In which clock times are told. */
  readonly timeZone: string;
  /** Whose digest it is; the whole house's where absent. */
  readonly branch?: string | undefined;
  /** When the figures were read: what is overdue is overdue then. Before the period's end, it is still running. */
  readonly at: string;
  /** Already narrowed to the branch, see `figuresOfBranch`. */
  readonly figures: HouseFigures;
  /** Ids of feedback by their comment in the reader's language; redacted. Of those that were translated. */
  readonly translations?: ReadonlyMap<string, string> | undefined;
}
