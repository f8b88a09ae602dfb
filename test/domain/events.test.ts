import { describe, expect, it } from 'vitest';
import { caseEventItem, caseItem, feedbackItem } from '../../shared/adapters/dynamo/items.ts';
import { AmendsEvent, eventOf } from '../../shared/domain/events.ts';
import type { CaseEvent } from '../../shared/domain/recovery/case.ts';
import { aCase, aFeedback, opened } from '../samples.ts';

const at = '2026-11-23T02:00:00.000Z';
const SECRETS = ['Two weeks late', 'Subject of Ana', 'customer-key-1', 'ana@example.com', 'Words of an agent', 'Ana'];

const feedback = aFeedback({
  subject: 'Subject of Ana',
  externalId: '<ana@example.com>',
  rawKey: 'raw/ana@example.com',
  caseNumber: '2611-0001',
});

describe('what the outside world is told', () => {
  it('of new feedback: ids, scores, topics and severity, and no words, name or address (R17)', () => {
    const event = eventOf({ new: feedbackItem(feedback) });
    expect(AmendsEvent.parse(event)).toMatchObject({
      id: `feedback:${feedback.id}:0`,
      type: 'FeedbackRecorded',
      version: 1,
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

  const events: CaseEvent[] = [
    opened(aCase()),
    { type: 'CaseAcknowledged', at, by: 'agent:ana@example.com', inTime: false },
    { type: 'CaseAssigned', at, by: 'agent:lin', from: 'lin', to: 'morgan' },
    { type: 'NoteAdded', at, by: 'agent:lin', text: 'Words of an agent' },
    { type: 'CaseResolved', at, by: 'system', resolution: 'Words of an agent' },
  ];
  it.each(events.map((event, i) => [event.type, event, i + 1] as const))(
    'of %s: that it happened, to which case, when',
    (type, event, version) => {
      const told = AmendsEvent.parse(eventOf({ new: caseEventItem('2611-0001', version, event) }));
      expect(told).toMatchObject({
        type,
        id: `case:2611-0001:${version}`,
        occurredAt: event.at,
        subject: 'case/2611-0001',
        data: { caseNumber: '2611-0001', caseVersion: version, by: event.by === 'system' ? 'system' : 'agent' },
      });
      for (const secret of SECRETS) expect(JSON.stringify(told)).not.toContain(secret);
    },
  );

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
