import { deadlineWords } from '../../words.ts';
import type { StatisticsWords } from './words.ts';

const number = (n: number) => n.toLocaleString('en-GB');
const count = (n: number, one: string, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const english: StatisticsWords = {
  lang: 'en',
  name: 'Monthly case statistics',
  headline: (closed, inTime) =>
    closed === 0 ? 'No case was closed' : `${count(closed, 'case')} closed${inTime === undefined ? '' : `, ${inTime} of deadlines kept`}`,
  subject: (closed, month) => `Case statistics ${month}: ${closed === 0 ? 'none closed' : `${number(closed)} closed`}`,
  verdicts: (founded, partly, unfounded, undecided) =>
    `${number(founded)} founded, ${number(partly)} partly founded, ${number(unfounded)} unfounded, ${number(undecided)} closed without a decision.`,
  reopened: (n) => (n === 0 ? 'None had been opened again.' : `${number(n)} had been opened again.`),
  overdueNow: (n) =>
    n === 0 ? 'No open case is past its date.' : `${count(n, 'open case is', 'open cases are')} past ${n === 1 ? 'its' : 'their'} date.`,
  isCut: 'There were more cases than are read: these figures are of a part of them.',

  figures: 'At a glance',
  foundedRatio: 'Founded, wholly or partly',
  inTime: 'Deadlines kept',
  timeToSolve: 'Time to a solution',
  compensation: 'Compensation',
  satisfaction: 'Satisfaction before and after',
  reopenedLabel: 'Opened again',
  interval: (low, high) => `95% interval ${low} to ${high}`,
  hours: (median, p90, n) => `half within ${median} h, nine of ten within ${p90} h of business time (n\u00A0=\u00A0${number(n)})`,
  beforeAfter: (before, after, change, interval, n) =>
    `${before} before, ${after} after, of 100 points; ${change} (${interval}, n\u00A0=\u00A0${number(n)})`,
  tooFew: (n) => `too few (n\u00A0=\u00A0${number(n)})`,
  share: (percent) => `${percent} of all`,
  of: (part, whole) => `${number(part)} of ${number(whole)}`,

  byDepartment: 'By liable department',
  byCause: 'By cause',
  byProduct: 'By product',
  byOwner: 'By owner',
  byTeam: 'By team',
  byDeadline: 'By kind of deadline',
  deadline: (kind) => capital(deadlineWords[kind].en),
  closedCases: (n) => `${number(n)} closed`,
  foundedOf: (n, decided) => `${number(n)} of ${number(decided)} founded`,
  kept: (met, of) => `${number(met)} of ${count(of, 'deadline')} kept`,
  satisfiedAfter: (points, n) => `satisfaction after ${points} (n\u00A0=\u00A0${number(n)})`,
  moreRows: (n) => `${number(n)} more in the CSV`,

  overdueTitle: 'Past their date now',
  noneOverdue: 'No open case is past its date.',
  overdue: (n) => count(n, 'case'),
  longest: (days) => `the longest for ${count(days, 'day')}`,

  measuresTitle: 'Corrective actions',
  noMeasures: 'None was planned, done or overdue.',
  withoutMeasure: (n, exempt) =>
    `${count(n, 'founded case')} in our responsibility ${n === 1 ? 'has' : 'have'} no measure yet; ${number(exempt)} ${exempt === 1 ? 'is' : 'are'} exempt on the record.`,
  state: (state) =>
    ({
      planned: 'planned',
      overdue: 'past its date',
      done: 'done, not checked yet',
      effective: 'done and found effective',
      'not-effective': 'done and found not effective',
    })[state],
  due: (day) => `due ${day}`,
  effect: ({ before, daysBefore, after, daysAfter, undecidedAfter, verdict }, ratio) => {
    const counts = `${number(before)} of this cause in the ${count(daysBefore, 'day')} before, ${number(after)} in the ${count(daysAfter, 'day')} after`;
    const said = {
      fell: `became fewer (${ratio})`,
      rose: `became more${ratio === undefined ? '' : ` (${ratio})`}`,
      'no-clear-change': `no clear change${ratio === undefined ? '' : ` (${ratio})`}`,
      'too-early': 'too early to tell',
    }[verdict];
    return `${counts}: ${said}${undecidedAfter === 0 ? '' : `; ${number(undecidedAfter)} since are not decided yet`}`;
  },
  ratio: (value, interval) => `rate × ${value}, ${interval}`,
  caseLabel: (caseNumber) => `case ${caseNumber}`,

  separator: ' · ',
  sentenceSpace: ' ',
  methodTitle: 'How these figures are made',
  method: (timeZone, at) => [
    'Cases count in the month in which they were closed. Founded ones: of those with a decision. Compensation: what customers accepted, or got unasked for a broken promise.',
    'Deadlines keep what they came to, however often a case is opened again. Time to a solution is business time without pauses, over all rounds; only where its deadline counts business time.',
    'A ratio or mean is given where ten or more stand behind it, with its 95% interval (Wilson; Student’s t for paired differences).',
    'Effect of a measure: cases of its cause by the day they were opened, before and after it was done. The interval of the ratio of rates is by Wilson’s, given the sum; at its upper end, cases that nobody has decided yet count as of this cause. It does not tell why they became fewer.',
    `Months and days are of ${timeZone}; open cases and measures as of ${at}.`,
  ],
  columns: {
    month: 'month',
    list: 'list',
    id: 'id',
    name: 'name',
    closed: 'closed',
    share: 'share',
    founded: 'founded',
    partlyFounded: 'partly founded',
    unfounded: 'unfounded',
    undecided: 'without decision',
    compensation: 'compensation',
    deadlinesMet: 'deadlines met',
    deadlinesBreached: 'deadlines breached',
    reopened: 'reopened',
    solved: 'solved in business time',
    medianHours: 'median hours to solve',
    p90Hours: '90th percentile hours to solve',
    satisfactionN: 'satisfaction told',
    before: 'satisfaction before',
    after: 'satisfaction after',
    overdue: 'open past their date',
    longestDays: 'longest overdue days',
    case: 'case',
    measure: 'measure',
    cause: 'cause',
    department: 'department',
    owner: 'owner',
    dueOn: 'due',
    state: 'state',
    doneAt: 'done',
    countBefore: 'cases before',
    daysBefore: 'days before',
    countAfter: 'cases after',
    daysAfter: 'days after',
    undecidedAfter: 'undecided after',
    ratio: 'ratio of rates',
    ratioLow: 'ratio low',
    ratioHigh: 'ratio high',
    effect: 'effect',
  },
  lists: { total: 'total', department: 'department', cause: 'cause', product: 'product', owner: 'owner', team: 'team' },
};
