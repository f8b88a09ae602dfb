import { describe, expect, it } from 'vitest';
import { publish, type RegisterChange } from '../../../functions/publish/publish.ts';
import { caseEventItem, caseItem, customerItem, feedbackItem } from '../../../shared/adapters/dynamo/items.ts';
import { StreamStop } from '../../../shared/lambda/on-stream.ts';
import type { EventBus } from '../../../shared/ports.ts';
import { aCase, aFeedback, opened } from '../../samples.ts';

const changes: RegisterChange[] = [
  { sequenceNumber: '100', new: feedbackItem(aFeedback({ externalId: 'a', caseNumber: '2611-0001' })) },
  { sequenceNumber: '101', new: caseItem(aCase()) },
  { sequenceNumber: '102', new: caseEventItem('2611-0001', 1, opened(aCase())) },
  { sequenceNumber: '103', new: customerItem({ customerKey: 'k', email: 'ana@example.com', language: 'en', since: aCase().openedAt }) },
  { sequenceNumber: '104', new: feedbackItem(aFeedback({ externalId: 'b' })) },
];

/** A bus that takes events up to a place. */
function busUpTo(limit = Number.POSITIVE_INFINITY) {
  const got: string[] = [];
  const bus: EventBus = {
    put: async (events) => {
      got.push(...events.slice(0, limit).map(({ type }) => type));
      return events.length <= limit ? 'all' : { firstRefused: limit, cause: new Error('refused') };
    },
  };
  return { bus, got };
}
const stopOf = (run: Promise<void>) =>
  run.then(
    () => undefined,
    (error: unknown) => (error instanceof StreamStop ? error : undefined),
  );

describe('publish', () => {
  it('tells each happening once, in the order of the stream', async () => {
    const { bus, got } = busUpTo();
    await publish(changes, bus);
    expect(got).toEqual(['FeedbackRecorded', 'CaseOpened', 'FeedbackRecorded']);
  });

  it('gives a batch that is brought again the same ids', async () => {
    const ids: string[][] = [];
    const bus: EventBus = {
      put: async (events) => {
        ids.push(events.map(({ id }) => id));
        return 'all';
      },
    };
    await publish(changes, bus);
    await publish(changes, bus);
    expect(ids[1]).toEqual(ids[0]);
    expect(new Set(ids[0]).size).toBe(3);
  });

  it.each([
    [0, '100'],
    [1, '102'],
    [2, '104'],
  ])('stops at the first record whose event did not get through: %i through, stop at %s', async (limit, sequenceNumber) => {
    expect((await stopOf(publish(changes, busUpTo(limit).bus)))?.sequenceNumber).toBe(sequenceNumber);
  });

  it('passes on what comes before a record it cannot read, then stops there (P43)', async () => {
    const { bus, got } = busUpTo();
    const poison = { sequenceNumber: '102.5', new: { type: 'feedback', id: 'broken' } };
    const stop = await stopOf(publish([...changes.slice(0, 3), poison, ...changes.slice(3)], bus));
    expect(stop?.sequenceNumber).toBe('102.5');
    expect(got).toEqual(['FeedbackRecorded', 'CaseOpened']);
  });

  it('stops at the earlier of the two where the bus refuses before an unreadable record', async () => {
    const poison = { sequenceNumber: '105', new: { type: 'feedback' } };
    expect((await stopOf(publish([...changes, poison], busUpTo(1).bus)))?.sequenceNumber).toBe('102');
  });
});
