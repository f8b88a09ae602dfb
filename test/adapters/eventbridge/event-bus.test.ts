import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { feedbackItem } from '../../../shared/adapters/dynamo/items.ts';
import { eventBus } from '../../../shared/adapters/eventbridge/event-bus.ts';
import { type AmendsEvent, eventOf } from '../../../shared/domain/events.ts';
import { aFeedback } from '../../samples.ts';
import { type StubbedAnswer, stubbed } from '../../sdk-stub.ts';

const Entry = z.object({ EventBusName: z.string(), Source: z.string(), DetailType: z.string(), Detail: z.string() });
const PutEvents = z.object({ Entries: z.array(Entry) });
const Id = z.object({ id: z.string() });

function events(count: number, answersEach = 1): AmendsEvent[] {
  return Array.from({ length: count }, (_, i) => {
    const answer = { question: 'q'.repeat(100), metric: 'csat', value: 1, min: 1, max: 5 } as const;
    const event = eventOf({
      new: feedbackItem(aFeedback({ externalId: `r${i}`, answers: Array.from({ length: answersEach }, () => answer) })),
    });
    if (event === undefined) throw new Error('expected an event');
    return event;
  });
}

/** A bus whose answer to each call the test decides, by the places of the entries among all events. */
function busThat(answer: (places: number[], call: number) => StubbedAnswer, all: readonly AmendsEvent[]) {
  const calls: number[][] = [];
  const sizes: number[] = [];
  const entries: z.infer<typeof Entry>[] = [];
  const retries: number[] = [];
  const ids = all.map(({ id }) => id);
  const client = new EventBridgeClient({
    ...stubbed((_, input) => {
      const asked = PutEvents.parse(input).Entries;
      const places = asked.map(({ Detail }) => ids.indexOf(Id.parse(JSON.parse(Detail)).id));
      calls.push(places);
      entries.push(...asked);
      sizes.push(asked.reduce((sum, one) => sum + 14 + Buffer.byteLength(one.Detail + one.Source + one.DetailType), 0));
      return answer(places, calls.length);
    }),
    maxAttempts: 1,
  });
  const bus = eventBus(client, 'amends-bus', async (retry) => void retries.push(retry));
  return { bus, calls, sizes, entries, retries };
}

const taken = (places: readonly number[], refused: readonly number[] = []) => ({
  FailedEntryCount: refused.length,
  Entries: places.map((place) => (refused.includes(place) ? { ErrorCode: 'ThrottlingException' } : { EventId: `e${place}` })),
});
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe('putting events on the bus', () => {
  it('puts them all, in order, ten to a call, in our own envelope', async () => {
    const all = events(25);
    const { bus, calls, entries } = busThat((places) => taken(places), all);
    expect(await bus.put(all)).toBe('all');
    expect(calls).toEqual([range(0, 10), range(10, 20), range(20, 25)]);
    expect(entries[0]).toMatchObject({ EventBusName: 'amends-bus', Source: 'amends', DetailType: 'FeedbackRecorded' });
    expect(JSON.parse(entries[0]?.Detail ?? '')).toEqual(JSON.parse(JSON.stringify(all[0])));
  });

  it('keeps a call under 256 KB', async () => {
    const all = events(12, 600);
    const { bus, calls, sizes } = busThat((places) => taken(places), all);
    expect(await bus.put(all)).toBe('all');
    expect(calls.length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(256 * 1024);
    expect(calls.flat()).toEqual(range(0, 12));
  });

  it('puts again only what was refused', async () => {
    const all = events(12);
    const { bus, calls, retries } = busThat((places, call) => (call === 1 ? taken(places, [2, 5]) : taken(places)), all);
    expect(await bus.put(all)).toBe('all');
    expect(calls).toEqual([range(0, 10), [2, 5], [10, 11]]);
    expect(retries).toEqual([1]);
  });

  it('says which was the first that did not get through, and goes no further', async () => {
    const all = events(25);
    const { bus, calls } = busThat((places) => taken(places, [13, 17]), all);
    expect(await bus.put(all)).toMatchObject({
      firstRefused: 13,
      cause: expect.objectContaining({ message: expect.stringContaining('ThrottlingException') }),
    });
    expect(calls).toEqual([range(0, 10), range(10, 20), [13, 17], [13, 17], [13, 17]]);
  });

  it('takes a call that fails, or an answer without its entries, for nothing taken', async () => {
    const all = events(3);
    const failing = busThat((places, call) => (call === 1 ? { errorCode: 'InternalException' } : call === 2 ? {} : taken(places)), all);
    expect(await failing.bus.put(all)).toBe('all');
    expect(failing.calls).toEqual([range(0, 3), range(0, 3), range(0, 3)]);
    const dead = busThat(() => ({ errorCode: 'AccessDeniedException' }), all);
    expect(await dead.bus.put(all)).toMatchObject({ firstRefused: 0 });
  });

  it('asks nothing for no events', async () => {
    const { bus, calls } = busThat((places) => taken(places), []);
    expect(await bus.put([])).toBe('all');
    expect(calls).toEqual([]);
  });
});
