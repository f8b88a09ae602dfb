import { Temporal } from 'temporal-polyfill';
import type { Verdict } from '../metrics/figures.ts';
import type { PeriodKind } from '../metrics/period.ts';
import type { DeadlineKind } from '../recovery/policy.ts';
import type { DigestWords } from './words.ts';

const count = (n: number, one: string, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;
/** `n = 143` is not to be torn apart at a line's end. */
const N_IS = 'n\u00A0=\u00A0';
const number = (n: number) => n.toLocaleString('en-GB');
const before = (kind: PeriodKind) => `the ${kind} before`;
const NAMES = {
  day: 'Daily customer feedback',
  week: 'Weekly report: customer feedback and service',
  month: 'Monthly supervision report: customer feedback and service',
} as const satisfies Record<PeriodKind, string>;

const VERDICTS: Readonly<Record<Verdict, string>> = {
  'clearly-up': 'clearly up',
  'clearly-down': 'clearly down',
  'no-clear-change': 'no clear change',
};

function datePart(day: Temporal.PlainDate, options: { day?: boolean; month?: 'long' | 'short'; year?: boolean }): string {
  const month = options.month === undefined ? '' : day.toLocaleString('en-GB', { month: options.month });
  return [options.day === false ? '' : String(day.day), month, options.year ? String(day.year) : '']
    .filter((part) => part !== '')
    .join(' ');
}

const isWholeMonth = (first: Temporal.PlainDate, last: Temporal.PlainDate) =>
  first.day === 1 && last.day === last.daysInMonth && first.toPlainYearMonth().equals(last.toPlainYearMonth());

function dates(from: string, to: string, month: 'long' | 'short', isWeekdayNamed: boolean): string {
  const first = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to);
  const end = datePart(last, { month, year: month === 'long' });
  if (isWholeMonth(first, last)) return datePart(first, { day: false, month, year: true });
  if (first.equals(last)) return isWeekdayNamed ? `${first.toLocaleString('en-GB', { weekday: 'long' })} ${end}` : end;
  if (first.year !== last.year && month === 'long') return `${datePart(first, { month, year: true })} – ${end}`;
  return first.month === last.month ? `${first.day}–${end}` : `${datePart(first, { month })} – ${end}`;
}

function duration(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return hours === 0 ? count(days, 'day') : `${count(days, 'day')} ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

const MISSED: Readonly<Record<DeadlineKind, string>> = {
  acknowledge: 'Not taken up',
  'first-answer': 'Not answered',
  finding: 'No finding',
  offer: 'Nothing offered',
  solution: 'Not solved',
  approval: 'Approval not decided',
  report: 'No report',
  'follow-up': 'Not followed up',
};

export const english: DigestWords = {
  lang: 'en',
  reportName: (kind, isRunning) => `${NAMES[kind]}${isRunning ? ', so far' : ''}`,
  periodName: (from, to) => dates(from, to, 'long', true),
  periodNameShort: (from, to) => dates(from, to, 'short', false),
  dateTime: (local) => {
    const at = Temporal.PlainDateTime.from(local);
    const weekday = at.toLocaleString('en-GB', { weekday: 'short' });
    return `${weekday} ${datePart(at.toPlainDate(), { month: 'short' })}, ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  },
  duration,
  range: (low, high) => `${low} to ${high}`,

  subjectSatisfaction: (score, n, verdict) =>
    `${score} satisfied (${N_IS}${number(n)})${verdict === undefined ? '' : `, ${VERDICTS[verdict]}`}`,
  subjectNps: (score, n, verdict) => `NPS ${score} (${N_IS}${number(n)})${verdict === undefined ? '' : `, ${VERDICTS[verdict]}`}`,
  subjectFew: (feedback) => (feedback === 0 ? 'No feedback' : count(feedback, 'response')),
  subjectOverdue: (n) => `${count(n, 'case')} overdue`,

  satisfied: 'Satisfied customers',
  nps: 'Net Promoter Score',
  tooFew: (n) => `too few answers (${N_IS}${number(n)})`,
  notShown: 'too few answers to be shown',
  basedOn: (n) => `${N_IS}${number(n)}`,
  interval: (range) => `95% interval ${range}`,
  verdict: (verdict) => VERDICTS[verdict],
  change: (signed, unit, range, verdict, kind) =>
    `${signed}${unit === 'rate' ? '' : ' points'} on ${before(kind)} (${range}): ${VERDICTS[verdict]}`,
  incomparable: (kind) => `The ${kind} before had too few answers to compare.`,
  npsBand: (band) => ({ low: 'low', fair: 'fair', good: 'good' })[band],

  byBranch: 'By branch',
  branchHeading: 'Branch',
  changeHeading: 'Change',
  moreRows: (n) => `and ${number(n)} more`,

  overdueTitle: 'Overdue',
  caseHeading: 'Case',
  severityHeading: 'Severity',
  ownerHeading: 'Owner',
  overdueHeading: 'What is late',
  missed: (missed, over, due) => `${MISSED[missed]}: ${over} over (was due ${due})`,
  moreCases: (n) => `and ${count(n, 'more case', 'more cases')} past the deadline`,

  commentsTitle: (shown, read) => (read > shown ? `${shown} of ${number(read)} comments` : 'In their own words'),
  commentsRule: (hasBest, isCut, read) =>
    `${hasBest ? 'The most serious first, the best one last.' : 'The most serious first.'}${isCut ? ` Chosen from the newest ${number(read)}.` : ''} E-mail addresses, house numbers, order numbers and long numbers are masked.`,
  best: 'The best',
  rating: (value, max) => `rated ${value} of ${max}`,
  npsRating: (value) => `recommends ${value} of 10`,
  caseLabel: (caseNumber) => `case ${caseNumber}`,
  separator: ' · ',
  colon: ': ',
  listComma: ', ',
  sentenceSpace: ' ',
};
