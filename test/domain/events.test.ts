import { describe, expect, it } from 'vitest';
import { caseEventItem, caseItem, feedbackItem } from '../../shared/adapters/dynamo/items.ts';
import { AmendsEvent, eventOf } from '../../shared/domain/events.ts';
import { CaseEvent } from '../../shared/domain/recovery/event.ts';
import { aCase, aDeadline, aFeedback, aMetDeadline, opened } from '../samples.ts';

const at = '2026-11-23T02:00:00.000Z';
const WORDS = 'Words of an agent';
const SECRETS = ['Two weeks late', 'Subject of Ana', 'customer-key-1', 'ana@example.com', WORDS, 'Ana'];

const feedback = aFeedback({
  subject: 'Subject of Ana',
  externalId: '<ana@example.com>',
  rawKey: 'raw/ana@example.com',
  caseNumber: '2611-0001',
});

const agent = { at, by: 'agent:ana@example.com' } as const;
const customer = { at, by: 'customer' } as const;
const system = { at, by: 'system' } as const;
const solution = aDeadline('solution', '2026-11-27T10:00:00.000Z');
const ended = aMetDeadline('acknowledge', '2026-11-23T09:00:00.000Z', at);
const deadlines = [solution, ended];
const running = [{ kind: 'solution', round: 1, dueAt: '2026-11-27T10:00:00.000Z' }];
const money = { amount: 5000, currency: 'CNY' };
const offer = {
  ...({ id: 'o1', round: 1, remedy: 'voucher', kind: 'voucher', money, note: WORDS, state: 'offered', at, by: agent.by } as const),
  budgetMonth: '2026-11',
};
const commitment = { id: 'p2', what: WORDS, dueAt: '2026-11-25T02:00:00.000Z', at, by: agent.by, state: 'open' } as const;
const verdict = {
  verdict: 'founded',
  department: 'logistics',
  cause: 'late-delivery',
  dispute: 'service',
  responsibility: 'company',
} as const;
const heard = { feedbackId: feedback.id, severity: 3, flags: ['danger'], topics: ['safety'], isUnhappy: true, isReply: true } as const;
const measure = { id: 'm1', what: WORDS, owner: 'lin', dueOn: '2026-12-01', dueAt: '2026-12-01T01:00:00.000Z', at, by: agent.by };
const full = aCase({ facts: { product: WORDS, wish: WORDS }, isSerious: true, flags: ['danger'], branch: 'east', resolution: WORDS });

/** All that can happen to a case, and what is told of it beside the case's number, its version and who did it. */
const TOLD: readonly (readonly [CaseEvent, Record<string, unknown>])[] = [
  [
    opened(full),
    {
      ...{ feedbackId: full.feedbackId, severity: 2, topics: ['delivery'], flags: ['danger'], tier: 'regular', isSerious: true },
      ...{ reasons: ['low-satisfaction'], owner: 'lin', team: 'care', branch: 'east', channel: 'form', survey: 'service' },
      ...{ language: 'en', isReachable: true, acknowledgeDueAt: '2026-11-23T09:00:00.000Z' },
      deadlines: [{ kind: 'acknowledge', round: 1, dueAt: '2026-11-23T09:00:00.000Z' }, ...running],
    },
  ],
  [{ type: 'CaseAcknowledged', ...agent, inTime: false }, { inTime: false }],
  [
    { type: 'CaseAssigned', ...agent, from: 'lin', to: 'morgan', team: 'care', note: WORDS },
    { from: 'lin', to: 'morgan', team: 'care' },
  ],
  [{ type: 'NoteAdded', ...agent, text: WORDS }, {}],
  [{ type: 'FactsRegistered', ...agent, facts: { product: WORDS, wish: WORDS } }, {}],
  [
    { type: 'SeverityChanged', ...agent, from: 2, to: 4, reason: WORDS, isSerious: true },
    { from: 2, to: 4, isSerious: true },
  ],
  [
    { type: 'CustomerAnswered', ...agent, text: WORDS, kind: 'standing', via: 'mail', nextBy: '2026-11-25T02:00:00.000Z' },
    { kind: 'standing', via: 'mail', nextBy: '2026-11-25T02:00:00.000Z' },
  ],
  [{ type: 'CustomerAsked', ...agent, question: WORDS, via: 'telephone' }, { via: 'telephone' }],
  [{ type: 'CustomerHeard', ...customer, heard: { ...heard, flags: ['danger'], topics: ['safety'] } }, heard],
  [{ type: 'CasePaused', ...agent, deadlines }, {}],
  [{ type: 'CaseResumed', ...customer, deadlines }, { deadlines: running }],
  [
    { type: 'InvestigationBegan', ...agent, isComplex: true, deadlines },
    { isComplex: true, deadlines: running },
  ],
  [{ type: 'FindingMade', ...agent, finding: WORDS }, {}],
  [
    { type: 'CaseDecided', ...agent, decision: { at, by: agent.by, round: 1, ...verdict, explanation: WORDS }, via: 'mail' },
    { ...verdict, via: 'mail' },
  ],
  [
    { type: 'ApprovalRequested', ...agent, offer: { ...offer, state: 'awaiting-approval' }, via: 'mail' },
    { offerId: 'o1', remedy: 'voucher', kind: 'voucher', money, via: 'mail' },
  ],
  [{ type: 'ApprovalGiven', ...agent, offerId: 'o1' }, { offerId: 'o1' }],
  [{ type: 'ApprovalRefused', ...agent, offerId: 'o1', reason: WORDS }, { offerId: 'o1' }],
  [
    { type: 'OfferMade', ...system, offer: { ...offer, isAutomatic: true }, via: 'mail' },
    { offerId: 'o1', remedy: 'voucher', kind: 'voucher', money, isAutomatic: true, via: 'mail' },
  ],
  [{ type: 'OfferAccepted', ...customer, offerId: 'o1' }, { offerId: 'o1' }],
  [{ type: 'OfferRefused', ...customer, offerId: 'o1', reason: WORDS }, { offerId: 'o1' }],
  [{ type: 'OfferWithdrawn', ...agent, offerId: 'o1', reason: WORDS }, { offerId: 'o1' }],
  [{ type: 'CaseSolved', ...agent, resolution: WORDS, via: 'visit', followUps: [] }, { via: 'visit' }],
  [
    { type: 'CommitmentMade', ...agent, commitment, via: 'mail' },
    { commitmentId: 'p2', dueAt: '2026-11-25T02:00:00.000Z', via: 'mail' },
  ],
  [{ type: 'CommitmentKept', ...agent, commitmentId: 'p2' }, { commitmentId: 'p2' }],
  [
    { type: 'CommitmentMoved', ...agent, commitmentId: 'p2', from: commitment.dueAt, to: '2026-11-26T02:00:00.000Z', reason: WORDS },
    { commitmentId: 'p2', dueAt: '2026-11-26T02:00:00.000Z', movedFrom: '2026-11-25T02:00:00.000Z' },
  ],
  [{ type: 'CommitmentReminded', ...system, commitmentId: 'p2' }, { commitmentId: 'p2' }],
  [
    { type: 'CommitmentBroken', ...system, commitmentId: 'p2', dueAt: at },
    { commitmentId: 'p2', dueAt: at },
  ],
  [{ type: 'FollowUpAsked', ...system, n: 1 }, { n: 1 }],
  [
    { type: 'FollowUpAnswered', ...customer, n: 1, isSolved: true, satisfaction: 75, comment: WORDS },
    { n: 1, isSolved: true, satisfaction: 75 },
  ],
  [
    {
      type: 'CaseReopened',
      ...customer,
      round: 2,
      reason: WORDS,
      deadlines: [{ ...solution, round: 2 }],
      commitments: [{ ...commitment }],
    },
    { round: 2, deadlines: [{ kind: 'solution', round: 2, dueAt: '2026-11-27T10:00:00.000Z' }] },
  ],
  [{ type: 'CaseClosed', ...agent, reason: 'no-agreement', note: WORDS, closedIn: '2026-11' }, { reason: 'no-agreement' }],
  [{ type: 'CaseMerged', ...agent, into: '2611-0002' }, { into: '2611-0002' }],
  [
    { type: 'CaseTakenIn', ...agent, from: '2611-0003', feedbackIds: [feedback.id] },
    { from: '2611-0003', feedbackIds: [feedback.id] },
  ],
  [{ type: 'ReportFiled', ...agent, report: { cause: WORDS, effect: WORDS, handling: WORDS, prevention: WORDS } }, {}],
  [
    { type: 'MeasurePlanned', ...agent, measure },
    { measureId: 'm1', owner: 'lin', dueOn: '2026-12-01' },
  ],
  [{ type: 'MeasureReminded', ...system, measureId: 'm1' }, { measureId: 'm1' }],
  [{ type: 'MeasureCompleted', ...agent, measureId: 'm1', note: WORDS }, { measureId: 'm1' }],
  [
    { type: 'MeasureChecked', ...agent, measureId: 'm1', isEffective: false, note: WORDS },
    { measureId: 'm1', isEffective: false },
  ],
  [{ type: 'MeasureExempted', ...agent, reason: WORDS }, {}],
  [{ type: 'MailUndeliverable', ...system, reason: 'bounce: ana@example.com', addressKeys: ['k'] }, {}],
  [{ type: 'CustomerReachable', ...agent, note: WORDS }, {}],
  [
    { type: 'DeadlineReached', ...system, kind: 'solution', round: 1, percent: 100, dueAt: at, isTold: true },
    { kind: 'solution', round: 1, percent: 100, dueAt: at },
  ],
  [
    { type: 'DeadlineEnded', ...agent, deadline: ended },
    { kind: 'acknowledge', round: 1, dueAt: '2026-11-23T09:00:00.000Z', outcome: 'met' },
  ],
];

const WHO = new Map([
  [agent.by, 'agent'],
  ['customer', 'customer'],
  ['system', 'system'],
]);
/** As it is on the wire: what is not known is not there. */
const sent = (event: unknown): unknown => JSON.parse(JSON.stringify(event));

describe('what the outside world is told', () => {
  it('of new feedback: ids, scores, topics and severity, and no words, name or address (R17)', () => {
    const event = eventOf({ new: feedbackItem(feedback) });
    expect(AmendsEvent.parse(event)).toMatchObject({
      id: `feedback:${feedback.id}:0`,
      type: 'FeedbackRecorded',
      version: 2,
      occurredAt: feedback.receivedAt,
      subject: `feedback/${feedback.id}`,
      data: {
        score: 0,
        topics: ['delivery'],
        severity: 2,
        sentiment: { label: 'negative' },
        caseNumber: '2611-0001',
        answers: [{ value: 1, max: 5 }],
      },
    });
    for (const secret of SECRETS) expect(JSON.stringify(event)).not.toContain(secret);
  });

  it('of a revision, once for each; of the same revision written again, nothing', () => {
    const revised = { ...feedback, revision: 7 };
    expect(eventOf({ old: feedbackItem(feedback), new: feedbackItem(revised) })).toMatchObject({
      id: `feedback:${feedback.id}:7`,
      type: 'FeedbackRevised',
    });
    expect(eventOf({ old: feedbackItem(revised), new: feedbackItem(revised) })).toBeUndefined();
  });

  it.each(TOLD.map(([event, data], i) => [event.type, event, data, i + 1] as const))(
    'of %s: that it happened, to which case, when, and no word of anybody (R17)',
    (type, event, data, version) => {
      const told = AmendsEvent.parse(eventOf({ new: caseEventItem('2611-0001', version, event) }));
      expect(sent(told)).toEqual({
        type,
        id: `case:2611-0001:${version}`,
        version: 2,
        occurredAt: event.at,
        subject: 'case/2611-0001',
        data: { caseNumber: '2611-0001', caseVersion: version, by: WHO.get(event.by), ...data },
      });
      for (const secret of SECRETS) expect(JSON.stringify(told)).not.toContain(secret);
    },
  );

  it('of everything that can happen to a case, but for what only moves our own clock', () => {
    const all = CaseEvent.def.options.flatMap((option) => option.shape.type.def.values);
    expect(new Set(TOLD.map(([{ type }]) => type))).toEqual(new Set(all.filter((type) => type !== 'DeadlinesSet')));
    expect(eventOf({ new: caseEventItem('2611-0001', 2, { type: 'DeadlinesSet', ...system, deadlines }) })).toBeUndefined();
  });

  it('of what else is in the register: nothing', () => {
    expect(eventOf({ new: caseItem(aCase()) })).toBeUndefined();
    expect(eventOf({ old: feedbackItem(feedback) })).toBeUndefined();
    expect(eventOf({ new: { pk: 'a', sk: 'b', type: 'customer', email: 'ana@example.com' } })).toBeUndefined();
    const item = caseEventItem('2611-0001', 1, opened(aCase()));
    expect(eventOf({ old: item, new: item })).toBeUndefined();
  });

  it('of an item that is not as it should be: an error, not silence', () => {
    expect(() => eventOf({ new: { ...feedbackItem(feedback), understanding: 'x' } })).toThrow();
    expect(() => eventOf({ new: { no: 'type' } })).toThrow();
  });
});
