import type { DigestInput } from '../../../shared/domain/digest/digest.ts';
import type { Feedback } from '../../../shared/domain/feedback.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { previousPeriod } from '../../../shared/domain/metrics/period.ts';
import { ratingDeltas } from '../../../shared/domain/metrics/rating.ts';
import { addTallies, emptyTally, type Tally, tallyOf } from '../../../shared/domain/metrics/tally.ts';
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

/** A week of a house of middling size, in a language: satisfaction fell, three cases are overdue. */
export function aWeek(language: Language, overrides: Partial<DigestInput> = {}): DigestInput {
  return {
    language,
    brand: { name: { en: 'Example Company', 'zh-Hans': '示例公司' }, timeZone: 'Asia/Shanghai' },
    period: previousPeriod('week', '2026-11-23T00:00:00.000Z', 'Asia/Shanghai'),
    at: '2026-11-23T00:00:00.000Z',
    now: new Map([
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
    ]),
    before: new Map([
      ['all', aTally([6, 6, 13, 60, 71], [24, 44, 66])],
      ['branch#east', aTally([3, 4, 6, 27, 32])],
      ['branch#south', aTally([3, 2, 7, 33, 39])],
      ['topic#delivery', aTally([2, 3, 4, 15, 11])],
      ['topic#staff', aTally([1, 1, 3, 14, 20])],
      ['topic#waiting', aTally([3, 3, 3, 3, 0])],
    ]),
    branches: [
      { id: 'east', name: { en: 'East', 'zh-Hans': '华东' } },
      { id: 'south', name: { en: 'South', 'zh-Hans': '华南' } },
    ],
    redaction: { orderNumbers: ['SO-########'] },
    agents: [
      { id: 'lin', name: { en: 'Lin Yue', 'zh-Hans': '林悦' } },
      { id: 'morgan', name: { en: 'Morgan Reed', 'zh-Hans': '摩根·里德' } },
    ],
    openCases: [
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
    ],
    feedback: FEEDBACK[language],
    isFeedbackCut: false,
    ...overrides,
  };
}
