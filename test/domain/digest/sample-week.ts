import type { TopicAlarm } from '../../../shared/domain/alarm/topic-alarm.ts';
import type { DigestInput, HouseFigures, TalliesByDimension } from '../../../shared/domain/digest/input.ts';
import { Standards } from '../../../shared/domain/digest/standards.ts';
import type { Feedback } from '../../../shared/domain/feedback.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { type PeriodKind, periodsUpTo, previousPeriod } from '../../../shared/domain/metrics/period.ts';
import { ratingDeltas } from '../../../shared/domain/metrics/rating.ts';
import { addTallies, emptyTally, type Tally, tallyOf } from '../../../shared/domain/metrics/tally.ts';
import { type Case, Decision } from '../../../shared/domain/recovery/case.ts';
import type { Severity, Topic } from '../../../shared/domain/understand/understanding.ts';
import { aCase, aDeadline, aFeedback, aMetDeadline } from '../../samples.ts';

const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

/** A tally of CSAT answers (1 … 5, so many of each) and NPS answers (detractors, passives, promoters). */
export function aTally(csat: readonly number[], nps: readonly [number, number, number] = [0, 0, 0], rest: Partial<Tally> = {}): Tally {
  const answers = [
    ...csat.flatMap((count, i) => times(count, { metric: 'csat', value: i + 1, min: 1, max: 5 } as const)),
    ...nps.flatMap((count, i) => times(count, { metric: 'nps', value: [3, 8, 10][i] ?? 0, min: 0, max: 10 } as const)),
  ];
  const counted = answers.map((answer) => tallyOf(ratingDeltas([answer]))).reduce(addTallies, emptyTally);
  return addTallies(counted, tallyOf({ n: csat.reduce((sum, count) => sum + count, 0), ...rest }));
}

function said(id: string, comment: string, value: number, severity: Severity, topics: Topic[], more: Partial<Feedback> = {}): Feedback {
  const base = aFeedback();
  return aFeedback({
    externalId: id,
    comment,
    receivedAt: '2026-11-18T03:00:00.000Z',
    answers: [{ question: 'satisfaction', metric: 'csat', value, min: 1, max: 5 }],
    score: (value - 1) * 25,
    reasons: [],
    understanding: {
      ...base.understanding,
      language: /\p{Script=Han}/u.test(comment) ? 'zh-Hans' : 'en',
      severity,
      sentiment: { label: value > 3 ? 'positive' : 'negative', score: (value - 3) / 2.5, confidence: 0.9 },
      topics: topics.map((topic) => ({ topic, polarity: value > 3 ? 'positive' : 'negative', evidence: [] })),
    },
    ...more,
  });
}

const FEEDBACK = {
  en: [
    said(
      '1',
      'The heater gave off sparks when I plugged it in. My daughter stood next to it. I called 020 7946 0018 four times and nobody picked up.',
      1,
      4,
      ['safety', 'reachability'],
      { branch: 'east', caseNumber: '2611-0031' },
    ),
    said(
      '2',
      'Charged twice on card 4929 1234 5678 9012, and your reply went to my old address jane.roe@example.com. I want the second payment back.',
      1,
      3,
      ['price-and-billing'],
      { branch: 'south', caseNumber: '2611-0034' },
    ),
    said('3', 'Two weeks late, no message, no apology. The driver left it in the rain.', 1, 2, ['delivery'], {
      branch: 'east',
      caseNumber: '2611-0029',
    }),
    said(
      '4',
      'Forty minutes on hold, then the line was cut. <b>Not</b> what I expect & not the first time.',
      2,
      2,
      ['waiting', 'reachability'],
      { caseNumber: '2611-0037' },
    ),
    said('5', 'The new app forgets my basket each time I change the size.', 3, 1, ['website-and-app']),
    said(
      '6',
      'Li at the counter in East stayed after closing time to find a spare part for a twelve-year-old machine. I came in angry and left smiling 🙂',
      5,
      1,
      ['staff'],
      { branch: 'east' },
    ),
  ],
  'zh-Hans': [
    said('1', '取暖器一插电就冒火花，孩子就站在旁边！打了四次 13800138000 都没人接。', 1, 4, ['safety', 'reachability'], {
      branch: 'east',
      caseNumber: '2611-0031',
    }),
    said(
      '2',
      '同一笔订单扣了两次款，卡号 6222 0212 3456 7890 123，你们的回复还发到我的旧邮箱zhang.san@example.cn去了，请尽快退款。',
      1,
      3,
      ['price-and-billing'],
      { branch: 'south', caseNumber: '2611-0034' },
    ),
    said('3', '晚了整整两周，没有通知也没有道歉，快递员直接把箱子丢在雨里。', 1, 2, ['delivery'], {
      branch: 'east',
      caseNumber: '2611-0029',
    }),
    said('4', '电话等了四十分钟，接通就断线，已经不是第一次了。', 2, 2, ['waiting', 'reachability'], { caseNumber: '2611-0037' }),
    said('5', '新版应用一换尺码购物车就清空。', 3, 1, ['website-and-app']),
    said('6', '华东店的小李下班后还留下来帮我找十二年前老机器的配件。来的时候一肚子火，走的时候很开心🙂', 5, 1, ['staff'], {
      branch: 'east',
    }),
  ],
} as const;

export const THIS_WEEK: TalliesByDimension = new Map([
  [
    'all',
    aTally([14, 10, 17, 48, 54], [31, 40, 52], {
      sentimentNegative: 34,
      sentimentNeutral: 18,
      sentimentPositive: 41,
      casesOpened: 19,
      casesAcknowledgedInTime: 15,
      casesAcknowledgedLate: 2,
    }),
  ],
  ['branch#east', aTally([11, 7, 9, 19, 16])],
  ['branch#south', aTally([3, 3, 8, 29, 38])],
  ['topic#delivery', aTally([9, 6, 6, 9, 5])],
  ['topic#staff', aTally([1, 0, 3, 12, 21])],
  ['topic#price-and-billing', aTally([3, 3, 2, 6, 3])],
  ['topic#waiting', aTally([4, 2, 3, 3, 1])],
  ['topic#safety', aTally([3, 0, 0, 1, 0])],
  ['topic#website-and-app', aTally([0, 2, 3, 2, 0])],
]);

const BEFORE: TalliesByDimension = new Map([
  ['all', aTally([6, 6, 13, 60, 71], [24, 44, 66])],
  ['branch#east', aTally([3, 4, 6, 27, 32])],
  ['branch#south', aTally([3, 2, 7, 33, 39])],
  ['topic#delivery', aTally([1, 1, 3, 19, 16])],
  ['topic#staff', aTally([1, 1, 3, 14, 20])],
  ['topic#waiting', aTally([3, 3, 3, 3, 0])],
]);

/** Eleven periods of a house whose satisfaction goes up and down by chance alone, around 84 %. */
const EARLIER: readonly TalliesByDimension[] = [128, 133, 130, 127, 134, 131, 129, 132, 130, 133, 128].map(
  (satisfied, i) => new Map([['all', aTally([6, 6, 156 - 12 - satisfied, satisfied - 70 - i, 70 + i], [24, 44, 66])]]),
);

const OPEN_CASES: readonly Case[] = [
  aCase({
    number: '2611-0029',
    severity: 2,
    openedAt: '2026-11-17T02:00:00.000Z',
    acknowledgedAt: '2026-11-17T05:00:00.000Z',
    isAcknowledgedInTime: true,
    state: 'acknowledged',
    deadlines: [
      aMetDeadline('acknowledge', '2026-11-18T01:00:00.000Z', '2026-11-17T05:00:00.000Z'),
      aDeadline('solution', '2026-11-20T09:00:00.000Z'),
    ],
  }),
  aCase({
    number: '2611-0031',
    severity: 4,
    owner: 'morgan',
    openedAt: '2026-11-20T08:00:00.000Z',
    deadlines: [aDeadline('acknowledge', '2026-11-20T09:00:00.000Z'), aDeadline('solution', '2026-11-23T09:00:00.000Z')],
  }),
  aCase({
    number: '2611-0034',
    severity: 3,
    openedAt: '2026-11-20T03:00:00.000Z',
    deadlines: [aDeadline('acknowledge', '2026-11-20T07:00:00.000Z'), aDeadline('solution', '2026-11-24T09:00:00.000Z')],
  }),
  aCase({
    number: '2611-0040',
    severity: 2,
    openedAt: '2026-11-22T03:00:00.000Z',
    deadlines: [aDeadline('acknowledge', '2026-11-23T09:00:00.000Z'), aDeadline('solution', '2026-11-27T09:00:00.000Z')],
  }),
];

const aSolvedCase = (n: number, isLate: boolean, verdict?: 'founded' | 'unfounded'): Case => {
  const inTime = [
    aMetDeadline('first-answer', '2026-11-18T09:00:00.000Z', '2026-11-18T05:00:00.000Z'),
    aMetDeadline('solution', '2026-11-20T09:00:00.000Z', '2026-11-19T09:00:00.000Z'),
  ];
  const decision =
    verdict &&
    Decision.parse({
      ...{ at: '2026-11-18T06:00:00.000Z', by: 'agent:lin', round: 1, verdict, department: 'logistics', cause: 'late-delivery' },
      ...{ dispute: 'service', responsibility: 'company', explanation: 'So it was.' },
    });
  return aCase({
    number: `2611-${String(n).padStart(4, '0')}`,
    branch: n % 2 === 0 ? 'east' : 'south',
    state: 'closed',
    openedAt: '2026-11-17T02:00:00.000Z',
    closedAt: '2026-11-19T10:00:00.000Z',
    closedIn: '2026-11',
    deadlines: inTime.map((one, i) => ({ ...one, ranMs: (i === 0 ? 1.5 + n / 10 : 12) * 3_600_000, outcome: isLate ? 'breached' : 'met' })),
    decision,
  });
};

const CLOSED_CASES: readonly Case[] = Array.from({ length: 14 }, (_, n) =>
  aSolvedCase(n + 1, n === 3 || n === 9, n < 6 ? 'founded' : n < 12 ? 'unfounded' : undefined),
);

export const A_RISE: TopicAlarm = {
  id: 'rise:waiting:2026-11-19T09',
  at: '2026-11-19T09:05:00.000Z',
  topic: 'waiting',
  from: '2026-11-18T09:00:00.000Z',
  to: '2026-11-19T09:00:00.000Z',
  count: 14,
  expected: 3.2,
  share: 0.4,
  usualShare: 0.1,
  pValue: 0.00001,
  falseAlarmsPerYear: 4,
  historyDays: 56,
  feedbackIds: [],
};

/** What of a week may be otherwise: what the digest is told, and what was read. */
export interface Otherwise extends Partial<Omit<DigestInput, 'figures'>>, Partial<Omit<HouseFigures, 'periods'>> {
  readonly kind?: PeriodKind;
  readonly now?: TalliesByDimension;
  readonly before?: TalliesByDimension;
  /** Of the periods before those, oldest first. */
  readonly earlier?: readonly TalliesByDimension[];
}

/** A week of a house of middling size, in a language: satisfaction fell, three cases are overdue. Or a day or month like it. */
export function aWeek(language: Language, otherwise: Otherwise = {}): DigestInput {
  const { kind = 'week', now = THIS_WEEK, before = BEFORE, earlier = EARLIER, ...rest } = otherwise;
  const at = kind === 'month' ? '2026-12-01T00:00:00.000Z' : '2026-11-23T00:00:00.000Z';
  const tallies = [...earlier, before, now];
  const periods = periodsUpTo(previousPeriod(kind, at, 'Asia/Shanghai'), tallies.length, 'Asia/Shanghai');
  return {
    language,
    timeZone: 'Asia/Shanghai',
    brand: { name: { en: 'Example Company', 'zh-Hans': '示例公司' }, timeZone: 'Asia/Shanghai' },
    at,
    branches: [
      { id: 'east', name: { en: 'East', 'zh-Hans': '华东' } },
      { id: 'south', name: { en: 'South', 'zh-Hans': '华南' } },
    ],
    redaction: { orderNumbers: ['SO-########'] },
    agents: [
      { id: 'lin', name: { en: 'Lin Yue', 'zh-Hans': '林悦' } },
      { id: 'morgan', name: { en: 'Morgan Reed', 'zh-Hans': '摩根·里德' } },
    ],
    standards: STANDARDS,
    ...rest,
    figures: {
      periods: periods.map((period, i) => ({ period, tallies: tallies[i] ?? new Map() })),
      hasTopicsBefore: true,
      openCases: OPEN_CASES,
      closedCases: CLOSED_CASES,
      areCasesCut: false,
      feedback: FEEDBACK[language],
      isFeedbackCut: false,
      alarms: [A_RISE],
      ...rest,
    },
  };
}

export const STANDARDS = Standards.parse({
  satisfiedAtLeast: 0.8,
  firstAnswersInTimeAtLeast: 0.95,
  firstAnswerHoursAtMost: 4,
  solvedInTimeAtLeast: 0.9,
  served: [{ month: '2026-11', count: 4200 }],
  owner: { en: 'Customer care', 'zh-Hans': '客户服务组' },
});
