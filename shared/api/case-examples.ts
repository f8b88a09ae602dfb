import type * as z from 'zod/mini';
import type { Action } from '../domain/recovery/action.ts';
import type { Case, Deadline, Offer } from '../domain/recovery/case.ts';
import type { CaseEvent } from '../domain/recovery/event.ts';
import type { CaseDetails, ChangedCase } from './case-schemas.ts';
import type { FeedbackEntry } from './entry-schemas.ts';
import { feedbackExample } from './examples.ts';
import type { StaffBoardAnswer } from './staff-schemas.ts';

const OPENED_AT = '2026-11-23T02:10:06.000Z';
const TAKEN_UP_AT = '2026-11-23T03:00:00.000Z';
const DECIDED_AT = '2026-11-23T06:00:00.000Z';
const OFFERED_AT = '2026-11-23T06:10:00.000Z';
const HOUR_MS = 3_600_000;

const running = (kind: Deadline['kind'], dueAt: string, hours: number): Deadline & { since: string } => ({
  ...{ kind, round: 1, counts: 'business', startedAt: OPENED_AT, totalMs: hours * HOUR_MS, ranMs: 0, since: OPENED_AT, dueAt, steps: [] },
});
const met = ({ since: _, ...rest }: ReturnType<typeof running>, endedAt: string, ranMs: number): Deadline => ({
  ...{ ...rest, ranMs, outcome: 'met', endedAt },
});
const firstAnswer = running('first-answer', '2026-11-24T01:10:06.000Z', 8);
const solution = running('solution', '2026-11-25T02:10:06.000Z', 18);

const openedCase: Case = {
  number: '2611-0042',
  version: 1,
  state: 'opened',
  round: 1,
  feedbackId: feedbackExample.id,
  joined: [],
  customerKey: 'q1Zt0J3yB5nW8rVfXk2mLp7sDh4aGc9e',
  isReachable: true,
  language: 'en',
  branch: 'east',
  channel: 'form',
  survey: 'service',
  topics: ['delivery'],
  severity: 2,
  flags: [],
  tier: 'regular',
  isSerious: false,
  isComplex: false,
  reasons: ['low-satisfaction'],
  facts: {},
  owner: 'lin',
  team: 'care',
  openedAt: OPENED_AT,
  deadlines: [firstAnswer, solution],
  offers: [],
  commitments: [{ id: 'p1', what: 'a solution', dueAt: solution.dueAt, at: OPENED_AT, by: 'system', state: 'open', deadline: 'solution' }],
  followUps: [],
  satisfactionBefore: 0,
  measures: [],
};

const decision: NonNullable<Case['decision']> = {
  ...{ at: DECIDED_AT, by: 'agent:lin', round: 1, verdict: 'founded', department: 'logistics', cause: 'late-delivery', dispute: 'service' },
  ...{ responsibility: 'company', explanation: 'The parcel lay two weeks in our depot. That is our fault.' },
};
const offer: Offer = {
  ...{ id: 'o1', round: 1, remedy: 'refund', kind: 'refund', money: { amount: 12850, currency: 'CNY' }, state: 'offered' },
  ...{ at: OFFERED_AT, by: 'agent:lin', budgetMonth: '2026-11' },
};

export const caseExample: Case = {
  ...openedCase,
  version: 5,
  state: 'offered',
  facts: { product: 'Teapot, 1.2 l', order: 'SO-20261109', wish: 'The postage back.' },
  acknowledgedAt: TAKEN_UP_AT,
  isAcknowledgedInTime: true,
  decision,
  offers: [offer],
  deadlines: [met(firstAnswer, DECIDED_AT, 3.83 * HOUR_MS), solution],
};

export const historyExample: CaseEvent[] = [
  { type: 'CaseOpened', at: OPENED_AT, by: 'system', case: openedCase },
  { type: 'CaseAcknowledged', at: TAKEN_UP_AT, by: 'agent:lin', inTime: true },
  { type: 'FactsRegistered', at: TAKEN_UP_AT, by: 'agent:lin', facts: caseExample.facts },
  { type: 'CaseDecided', at: DECIDED_AT, by: 'agent:lin', decision, via: 'mail' },
  { type: 'OfferMade', at: OFFERED_AT, by: 'agent:lin', offer, via: 'mail' },
];

const sent: Action = {
  ...{ id: '2611-0042:offer:5', kind: 'mail', caseNumber: '2611-0042', template: 'offer', to: 'customer', event: 5, state: 'done' },
  ...{ dueAt: OFFERED_AT, attempts: 0, startedAt: '2026-11-23T06:10:01.000Z', endedAt: '2026-11-23T06:10:02.000Z' },
  sesMessageId: '0102018f2d0b7a31-6f0a1c52-000000',
};
const allowed: CaseDetails['allowed'] = [
  'assign',
  'note',
  'register',
  'classify',
  'answer',
  'ask',
  'withdraw',
  'accept',
  'refuse',
  'promise',
];

export const caseDetailsExample: CaseDetails = {
  case: caseExample,
  history: historyExample,
  feedback: [feedbackExample],
  customer: { name: 'Ana Silva', email: 'ana@example.com', phone: '+44 20 7946 0000', language: 'en', since: OPENED_AT },
  actions: [sent],
  allowed,
  remedies: [
    {
      ...{ id: 'voucher', kind: 'voucher', title: { en: 'A voucher', 'zh-Hans': '代金券' } },
      text: { en: 'A voucher that you can use for anything we sell, for a year.', 'zh-Hans': '代金券全场通用，一年内有效。' },
      ...{ money: { amount: 5000, currency: 'CNY' }, isAmountOpen: true, needs: 'nothing' },
    },
  ],
  authority: {
    role: 'agent',
    committed: { amount: 12850, currency: 'CNY' },
    left: { amount: 7150, currency: 'CNY' },
    leftWithApproval: { amount: 1987150, currency: 'CNY' },
  },
  nextDue: { at: solution.dueAt, what: 'deadline', id: 'solution' },
};

export const changedCaseExample: z.output<typeof ChangedCase> = { case: caseExample, events: historyExample.slice(4), allowed };

export const entryExample: z.input<typeof FeedbackEntry> = {
  channel: 'telephone',
  customer: { name: 'Ana Silva', email: 'ana@example.com', consent: true },
  comment: 'The teapot came broken and she wants another one.',
  branch: 'east',
  language: 'en',
  facts: { product: 'Teapot, 1.2 l', order: 'SO-20261109', occurredOn: '2026-11-22', wish: 'A new teapot.' },
  openCase: true,
};

export const staffExample: z.output<typeof StaffBoardAnswer> = {
  agents: [
    { id: 'lin', name: { en: 'Lin Yue', 'zh-Hans': '林悦' }, authority: 'agent', openCases: 3 },
    {
      ...{ id: 'chen', name: { en: 'Chen Wei', 'zh-Hans': '陈伟' }, authority: 'head', openCases: 0 },
      absence: { from: '2026-11-23', until: '2026-11-27' },
    },
  ],
  teams: [{ id: 'care', name: { en: 'Customer care', 'zh-Hans': '客户服务组' }, members: ['lin'], head: 'chen' }],
};
