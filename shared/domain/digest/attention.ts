import type { TopicAlarm } from '../alarm/topic-alarm.ts';
import type { Period } from '../metrics/period.ts';
import { type Case, isOpen } from '../recovery/case.ts';
import type { Severity } from '../understand/understanding.ts';
import { type OverdueCase, overdueCases } from './overdue.ts';

/** A serious case that is not late yet: the head has to know of it all the same (R6). */
export interface SeriousCase {
  readonly number: string;
  readonly severity: Severity;
  /** Agent id. */
  readonly owner: string;
  readonly openedAt: string;
}

/** What a manager has to look at. */
export interface Attention {
  /** The most severe first, then the longest overdue. */
  readonly overdue: readonly OverdueCase[];
  /** Open serious cases of the period that are not among the overdue: the most severe first, then the oldest. */
  readonly serious: readonly SeriousCase[];
  /** Topics that rose in the period (R22), the newest first. */
  readonly alarms: readonly TopicAlarm[];
}

export function attentionOf(openCases: readonly Case[], alarms: readonly TopicAlarm[], period: Period, at: string): Attention {
  const overdue = overdueCases(openCases, at);
  const late = new Set(overdue.map(({ number }) => number));
  const isIn = (instant: string) => instant >= period.startsAt && instant < period.endsAt;
  return {
    overdue,
    serious: openCases
      .filter((item) => isOpen(item) && item.isSerious && isIn(item.openedAt) && !late.has(item.number))
      .map(({ number, severity, owner, openedAt }) => ({ number, severity, owner, openedAt }))
      .sort((a, b) => b.severity - a.severity || (a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : 0)),
    alarms: alarms.filter((alarm) => isIn(alarm.at)).sort((a, b) => (a.at < b.at ? 1 : -1)),
  };
}
