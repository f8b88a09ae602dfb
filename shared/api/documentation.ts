import { analysisDocumentation } from './analysis-documentation.ts';
import { answersBodyExample, answersExample } from './answers-schemas.ts';
import { campaignDocumentation } from './campaign-documentation.ts';
import { careDocumentation } from './care-documentation.ts';
import { caseDocumentation } from './case-documentation.ts';
import { customerDocumentation } from './customer-documentation.ts';
import { alarmsExample, correctedExample, correctionExample, feedbackExample, metricsExample } from './examples.ts';
import { inspectDocumentation } from './inspect-documentation.ts';
import type { ProtectedRoute } from './operations.ts';
import { outgoingDocumentation } from './outgoing-documentation.ts';
import { caseStatisticsExample } from './statistics-example.ts';

interface Documentation {
  readonly tag: 'Feedback' | 'Cases' | 'Customers' | 'Campaigns' | 'Staff' | 'Figures' | 'You' | 'Webhooks' | 'Operation';
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
      'Days are those of the brand’s time zone, both ends included, 366 at most; without them, the last seven. The filters lead from a figure to what stands behind it, and all that are given must hold: `topic` ticked or read, `language` and `tier` as figures count them, `sentiment` of what could be read, `band` of CSAT or NPS. `metric` with `value`: of several answers of one person the one that is counted, CSAT by fifth of its scale, `max` 5 or 7 for the scale of CES; `question` with `value`: the answer to that question. `unhappy`: a recovery rule found it so, or it belongs to a case. `words`: something was written. `counted`: what figures leave out, written by machines or within a case, is left out here. Long comments are cut and marked `isExcerpt`. A page ends after a bounded search and may hold fewer items than `limit`, even none: only an absent `cursor` ends the list, and a larger `limit` searches further at a time.',
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
      'Over whole days of the brand’s time zone, both ends included, 397 at most; without them, the last seven. `value` asks for one value of `by` alone. CSAT as the share of the top two boxes (Wilson interval) and as a mean of 0–100 points, NPS with its adjusted Wald interval, all at 95 %. A score is absent where fewer than ten answers stand behind it. Cases count on the day they were opened, invitations on the day of the invitation. Times are in seconds: calendar time from the opening of the case, and business time as the clock of its deadline ran, without pauses. `per` adds a series of 31 days, 27 weeks (from Monday) or 13 months at most, 1000 periods of all values together; `isPartial` tells a period that is cut by the days asked for or still runs. `compare=previous` adds the equal period right before (of whole months as many months, else as many days) and `changes`: the difference with its 95 % interval, clear only where that leaves out 0, or that there are too few on which side. `funnel` counts complaints on the day they were opened, each step with all before it, so that none is greater than the one before; `anyway` counts the steps whatever came before them; `unhappy` counts feedback on the day it came. `tier` is that of the customer when the feedback came, `unknown` where nobody can be told.',
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
  ...inspectDocumentation,
};
