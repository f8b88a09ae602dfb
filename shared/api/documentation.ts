import { caseExample, correctedExample, correctionExample, feedbackExample, historyExample, metricsExample } from './examples.ts';
import type { ProtectedRoute } from './operations.ts';

interface Documentation {
  readonly tag: 'Feedback' | 'Cases' | 'Figures' | 'You';
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly answer: string;
  readonly example: unknown;
  readonly bodyExample?: unknown;
  /** Statuses beside those that any route may answer. */
  readonly refusals?: readonly (404 | 409 | 412 | 413 | 415)[];
}

const changed = (event: unknown, version: number) => ({ case: { ...caseExample, version }, events: [event] });
const onStanding = [404, 409, 412, 413, 415] as const;
const at = '2026-11-23T03:00:00.000Z';

/** What people read about each route. */
export const documentation: Readonly<Record<ProtectedRoute, Documentation>> = {
  'GET /api/me': {
    tag: 'You',
    id: 'readMe',
    summary: 'Who am I?',
    description:
      'The account behind the token: its role, and the agent of the config that it belongs to, by user name or verified address.',
    answer: 'You.',
    example: { id: 'lin', role: 'agent', name: { en: 'Lin Yue', 'zh-Hans': '林悦' } },
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
  'GET /api/cases': {
    tag: 'Cases',
    id: 'listCases',
    summary: 'Cases, oldest first',
    description:
      'The open ones all together, or (`state=resolved`) those resolved whose number is of a `month`, YYMM. A page may hold fewer items than `limit`: only an absent `cursor` ends the list.',
    answer: 'A page of cases.',
    example: { items: [caseExample] },
  },
  'GET /api/cases/{number}': {
    tag: 'Cases',
    id: 'readCase',
    summary: 'One case with all that belongs to it',
    description:
      'History, feedback, the customer, and what was sent: an action `refused` or `unknown` means that the customer may not have heard from us. The `ETag` is the version to hand back as `If-Match`.',
    answer: 'The case.',
    example: {
      case: caseExample,
      history: historyExample,
      feedback: feedbackExample,
      customer: { name: 'Ana Silva', email: 'ana@example.com', language: 'en', since: '2026-11-23T02:10:06.000Z' },
      actions: [
        {
          id: '2611-0042:acknowledgement',
          kind: 'acknowledgement',
          state: 'done',
          dueAt: '2026-11-23T02:10:06.000Z',
          attempts: 0,
          startedAt: '2026-11-23T02:10:07.000Z',
          endedAt: '2026-11-23T02:10:08.000Z',
          sesMessageId: '0102018f2d0b7a31-6f0a1c52-000000',
          caseNumber: '2611-0042',
        },
      ],
    },
    refusals: [404],
  },
  'POST /api/cases/{number}/acknowledge': {
    tag: 'Cases',
    id: 'acknowledgeCase',
    summary: 'Take a case up',
    description:
      'A person has taken the case up and answers for it. Done once; in time or late against `acknowledgeDueAt`. Needs no body. Problems: `case-resolved`, `already-acknowledged`.',
    answer: 'The case as it stands now, and what happened.',
    example: changed({ type: 'CaseAcknowledged', at, by: 'agent:lin', inTime: true }, 2),
    bodyExample: {},
    refusals: onStanding,
  },
  'POST /api/cases/{number}/assign': {
    tag: 'Cases',
    id: 'assignCase',
    summary: 'Hand a case over',
    description:
      'To an agent of the config, by id; the record keeps from whom to whom. Problems: `case-resolved`, `unknown-agent`, `already-owner`.',
    answer: 'The case as it stands now, and what happened.',
    example: changed({ type: 'CaseAssigned', at, by: 'agent:lin', from: 'lin', to: 'morgan' }, 3),
    bodyExample: { to: 'morgan' },
    refusals: onStanding,
  },
  'POST /api/cases/{number}/note': {
    tag: 'Cases',
    id: 'noteOnCase',
    summary: 'Add a note',
    description: 'For colleagues; customers never see it. The one thing that a resolved case still takes.',
    answer: 'The case as it stands now, and what happened.',
    example: changed({ type: 'NoteAdded', at, by: 'agent:lin', text: 'Called at ten; the parcel arrives today.' }, 3),
    bodyExample: { text: 'Called at ten; the parcel arrives today.' },
    refusals: onStanding,
  },
  'POST /api/cases/{number}/resolve': {
    tag: 'Cases',
    id: 'resolveCase',
    summary: 'Resolve a case',
    description: 'With what was done. A case that nobody had taken up is acknowledged by it too. Problem: `case-resolved`.',
    answer: 'The case as it stands now, and what happened.',
    example: {
      case: { ...caseExample, version: 3, state: 'resolved', resolvedAt: at, resolution: 'Delivered, and the postage paid back.' },
      events: [{ type: 'CaseResolved', at, by: 'agent:lin', resolution: 'Delivered, and the postage paid back.' }],
    },
    bodyExample: { resolution: 'Delivered, and the postage paid back.' },
    refusals: onStanding,
  },
  'GET /api/metrics': {
    tag: 'Figures',
    id: 'readMetrics',
    summary: 'Figures with their uncertainty',
    description:
      'Over whole days of the brand’s time zone, both ends included, 366 at most; without them, the last seven. CSAT as the share of the top two boxes (Wilson interval) and as a mean of 0–100 points, NPS with its adjusted Wald interval, all at 95 %. A score is absent where fewer than ten answers stand behind it. Cases count on the day they were opened.',
    answer: 'The figures of each value of the dimension.',
    example: metricsExample,
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
