import { analysisDocumentation } from './analysis-documentation.ts';
import { answersBodyExample, answersExample } from './answers-schemas.ts';
import { campaignDocumentation } from './campaign-documentation.ts';
import { careDocumentation } from './care-documentation.ts';
import { caseDocumentation } from './case-documentation.ts';
import { customerDocumentation } from './customer-documentation.ts';
import { alarmsExample, correctedExample, correctionExample, feedbackExample, metricsExample } from './examples.ts';
import type { ProtectedRoute } from './operations.ts';
import { outgoingDocumentation } from './outgoing-documentation.ts';
import { caseStatisticsExample } from './statistics-example.ts';

interface Documentation {
  readonly tag: 'Feedback' | 'Cases' | 'Customers' | 'Campaigns' | 'Staff' | 'Figures' | 'You' | 'Webhooks';
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly answer: string;
  readonly example: unknown;
  readonly bodyExample?: unknown;
  /** Statuses beside those that any route may answer. */
  readonly refusals?: readonly (404 | 409 | 412 | 413 | 415)[];
  /** Of what it answers; 200 where absent. */
  readonly status?: 202;
  /** Does an `Idempotency-Key` make sending it again harmless? */
  readonly isOnce?: boolean;
  /** Does the answer then say that it is one of before? */
  readonly isReplayed?: boolean;
}

const onStanding = [404, 409, 412, 413, 415] as const;

/** What people read about each route. */
export const documentation: Readonly<Record<ProtectedRoute, Documentation>> = {
  'GET /api/me': {
    tag: 'You',
    id: 'readMe',
    summary: 'Who am I?',
    description:
      'The account behind the token: its role, how much it may promise, and the agent of the config that it belongs to, by user name or verified address.',
    answer: 'You.',
    example: { id: 'lin', role: 'agent', name: { en: 'Lin Yue', 'zh-Hans': '林悦' }, authority: 'agent' },
  },
  'GET /api/feedback': {
    tag: 'Feedback',
    id: 'listFeedback',
    summary: 'Feedback by day, newest first',
    description:
      'Days are UTC, both ends included, 31 at most; without them, the last seven. Long comments are cut and marked `isExcerpt`. A page may hold fewer items than `limit`: only an absent `cursor` ends the list.',
    answer: 'A page of feedback.',
    example: { items: [feedbackExample] },
  },
  'POST /api/answers': {
    tag: 'Feedback',
    id: 'importAnswers',
    summary: 'Bring in answers that were gathered elsewhere',
    description:
      'Up to 200 rows, each the answers of one person to a survey of the config, as its form would take them; nothing is required of them, and any rating may be `"cannot-say"`. They count at their own time, `at`, which must be past, and open no case unless `openCases` is set. A row is the same for ever by survey and `externalId`: sent again it changes nothing, and other content under the same id is kept aside (`GET /api/quarantine`). Rows that are not as expected are refused by themselves; the others come in.',
    answer: 'What became of each row. Accepted ones can be read under their receipt within seconds.',
    example: answersExample,
    bodyExample: answersBodyExample,
    refusals: [413, 415],
  },
  'GET /api/feedback/{id}': {
    tag: 'Feedback',
    id: 'readFeedback',
    summary: 'One feedback, whole',
    description:
      'What the customer said, what was understood and what people corrected of it, and the number of the case that it opened, if any. The `ETag` is the version to hand back as `If-Match`.',
    answer: 'The feedback.',
    example: feedbackExample,
    refusals: [404],
  },
  'POST /api/feedback/{id}/correct': {
    tag: 'Feedback',
    id: 'correctFeedback',
    summary: 'Correct what was understood',
    description:
      'Any of sentiment, the whole list of topics, severity and intent; what is left out stays. The record keeps who, when, and what stood before; figures follow. It neither opens nor closes a case and moves no deadline: a case keeps the severity it was opened with, so compare both where you raise it. A correction outlives revisions of the ratings, not of the words. Problems: `nothing-to-correct`, `too-many-corrections`, `conflict`.',
    answer: 'The feedback as it stands now.',
    example: correctedExample,
    bodyExample: correctionExample,
    refusals: onStanding,
  },
  ...caseDocumentation,
  ...customerDocumentation,
  ...campaignDocumentation,
  ...careDocumentation,
  ...outgoingDocumentation,
  ...analysisDocumentation,
  'GET /api/metrics': {
    tag: 'Figures',
    id: 'readMetrics',
    summary: 'Figures with their uncertainty',
    description:
      'Over whole days of the brand’s time zone, both ends included, 366 at most; without them, the last seven. CSAT as the share of the top two boxes (Wilson interval) and as a mean of 0–100 points, NPS with its adjusted Wald interval, all at 95 %. A score is absent where fewer than ten answers stand behind it. Cases count on the day they were opened, invitations on the day of the invitation. Times are in seconds: calendar time from the opening of the case, and business time as the clock of its deadline ran, without pauses. `per` adds a series of days, weeks (from Monday) or months, 13 at most.',
    answer: 'The figures of each value of the dimension.',
    example: metricsExample,
  },
  'GET /api/statistics/cases': {
    tag: 'Figures',
    id: 'readCaseStatistics',
    summary: 'The case statistics of a month',
    description:
      'Cases closed in a `month` of the brand’s time zone (the last complete one where absent): by liable department, cause, product, owner and team, with ratios, compensation in minor units, time to a solution, deadlines, satisfaction before and after; open cases past their date as of now; corrective actions and whether cases of their cause became fewer. With `format=csv` a table for spreadsheets (`table=figures` or `measures`, headings in `language`), text/csv in UTF-8 with a byte order mark. Ratios and means are absent where fewer than ten stand behind them.',
    answer: 'The statistics.',
    example: caseStatisticsExample,
  },
  'GET /api/alarms': {
    tag: 'Figures',
    id: 'listAlarms',
    summary: 'Topics that rose suddenly, newest first',
    description:
      'Unhappy feedback of 24 hours that names the topic, against the days before and against all other feedback. `pValue` is the chance of such a count where nothing has changed; of all topics together, at most `falseAlarmsPerYear` false alarms a year are to be expected. Nothing is watched before there is history enough, see `watch`.',
    answer: 'A page of alarms.',
    example: alarmsExample,
  },
  'GET /api/quarantine': {
    tag: 'Feedback',
    id: 'listQuarantine',
    summary: 'What was kept aside, newest first',
    description: 'Things that came in and were not worked, each with its reason: spam, a filled honeypot, other content under a known id.',
    answer: 'A page of what was kept aside.',
    example: {
      items: [
        {
          id: 'c5w2zq7h3x6mkd4tyv2n7brja5',
          at: '2026-11-23T02:11:00.000Z',
          quarantine: { reason: 'honeypot' },
          received: {
            id: 'c5w2zq7h3x6mkd4tyv2n7brja5',
            source: 'form',
            channel: 'form',
            externalId: '0199b3c2-7d1e-7a55-9c3f-2f6f6f0d9a12',
            revision: 0,
            receivedAt: '2026-11-23T02:11:00.000Z',
            answers: [],
            reasons: [],
            comment: 'Cheap watches, best price.',
          },
        },
      ],
    },
  },
};
