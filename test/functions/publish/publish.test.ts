import { describe, expect, it } from 'vitest';
import type { Listeners } from '../../../functions/publish/note-down.ts';
import { publish as publishBy, type RegisterChange } from '../../../functions/publish/publish.ts';
import { caseEventItem, caseItem, customerItem, feedbackItem } from '../../../shared/adapters/dynamo/items.ts';
import type { AnsweredFeedback } from '../../../shared/domain/analytics/columns.ts';
import type { Delivery } from '../../../shared/domain/outgoing/delivery.ts';
import type { NoticeLine } from '../../../shared/domain/outgoing/notice/line.ts';
import type { Outbox, OutgoingQueue } from '../../../shared/domain/outgoing/ports.ts';
import { StreamStop } from '../../../shared/lambda/on-stream.ts';
import type { AnswerQueue, EventBus } from '../../../shared/ports.ts';
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
/** Notes what it is given once each; `failAt` refuses the delivery or line of that event for as long as it is set. */
function outboxOf() {
  const state = { failAt: undefined as string | undefined, deliveries: new Map<string, Delivery>(), lines: new Map<string, NoticeLine>() };
  const outbox: Outbox = {
    addDelivery: async (delivery) => {
      if (delivery.eventId === state.failAt) throw new Error('the register is down');
      const isNew = !state.deliveries.has(delivery.id);
      if (isNew) state.deliveries.set(delivery.id, delivery);
      return isNew;
    },
    addLine: async (room, line) => {
      if (!state.lines.has(`${room}:${line.eventId}`)) state.lines.set(`${room}:${line.eventId}`, line);
    },
  };
  return Object.assign(state, { outbox });
}

function queueOf() {
  const state = { isDown: false, sent: [] as string[] };
  const queue: OutgoingQueue = {
    send: async (jobs) => {
      if (state.isDown) throw new Error('the queue is down');
      state.sent.push(...jobs.flatMap(({ deliveryId }) => deliveryId ?? []));
    },
  };
  return Object.assign(state, { queue });
}

const NOW = '2026-11-23T02:00:00.000Z';
const nobody: Listeners = { webhooks: [], notices: [] };
/** Takes answers on their way to the column files. */
function answersOf() {
  const state = { isDown: false, sent: [] as AnsweredFeedback[] };
  const queue: AnswerQueue = {
    send: async (answered) => {
      if (state.isDown) throw new Error('the answer queue is down');
      state.sent.push(...answered);
    },
  };
  return Object.assign(state, { queue });
}
const publish = (
  changed: readonly RegisterChange[],
  bus: EventBus,
  listeners = nobody,
  noted = outboxOf(),
  queued = queueOf(),
  answers = answersOf(),
) =>
  publishBy(
    changed,
    { bus, outbox: noted.outbox, queue: queued.queue, answers: answers.queue, timeZone: 'Asia/Shanghai', now: () => NOW },
    listeners,
  );

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

describe('publish, where others listen (P39)', () => {
  const listeners: Listeners = {
    webhooks: [
      { id: 'all', url: 'https://hooks.example.com/', events: 'all', isEnabled: true },
      { id: 'cases', url: 'https://hooks.example.com/', events: ['CaseOpened'], isEnabled: true },
    ],
    notices: [{ id: 'team', kind: 'slack', events: ['CaseOpened'], language: 'en', isEnabled: true }],
  };
  const first = `all:feedback:${aFeedback({ externalId: 'a' }).id}:0`;
  const last = `all:feedback:${aFeedback({ externalId: 'b' }).id}:0`;
  const all = [first, 'all:case:2611-0001:1', 'cases:case:2611-0001:1', last];

  it('notes each event down for each who wants it, and wakes deliver', async () => {
    const [{ bus }, noted, queued] = [busUpTo(), outboxOf(), queueOf()];
    await publish(changes, bus, listeners, noted, queued);
    expect([...noted.deliveries.keys()]).toEqual(all);
    expect([...noted.lines.keys()]).toEqual(['team:case:2611-0001:1']);
    expect(queued.sent).toEqual(all);
  });

  it('notes nothing down twice when the batch is brought again, and wakes nobody', async () => {
    const [{ bus }, noted, queued] = [busUpTo(), outboxOf(), queueOf()];
    for (let i = 0; i < 2; i += 1) await publish(changes, bus, listeners, noted, queued);
    expect(noted.deliveries.size).toBe(4);
    expect(queued.sent).toEqual(all);
  });

  it('stops at the event that cannot be noted down: what comes before is on the bus and on its way, what comes after waits', async () => {
    const [{ bus, got }, noted, queued] = [busUpTo(), outboxOf(), queueOf()];
    noted.failAt = 'case:2611-0001:1';
    expect((await stopOf(publish(changes, bus, listeners, noted, queued)))?.sequenceNumber).toBe('102');
    expect(got).toEqual(['FeedbackRecorded']);
    expect(queued.sent).toEqual([first]);
    noted.failAt = undefined;
    await publish(changes.slice(2), bus, listeners, noted, queued);
    expect(queued.sent).toEqual(all);
  });

  it('loses nothing where the bus stops earlier than the outbox: all is noted down once when it is brought again', async () => {
    const [noted, queued] = [outboxOf(), queueOf()];
    expect((await stopOf(publish(changes, busUpTo(0).bus, listeners, noted, queued)))?.sequenceNumber).toBe('100');
    await publish(changes, busUpTo().bus, listeners, noted, queued);
    expect([...noted.deliveries.keys()]).toEqual(all);
    expect(queued.sent).toEqual(all);
  });

  it('a queue that is down fails the batch, which the alarm sees, and holds up nothing when it is brought again', async () => {
    const [{ bus, got }, noted, queued] = [busUpTo(), outboxOf(), queueOf()];
    queued.isDown = true;
    await expect(publish(changes, bus, listeners, noted, queued)).rejects.toThrow('the queue is down');
    expect(got).toHaveLength(3);
    await publish(changes, bus, listeners, noted, queued);
    expect(noted.deliveries.size).toBe(4);
  });
});

describe('publish, on the way to the column files', () => {
  const send = (changed: readonly RegisterChange[], answers = answersOf(), bus = busUpTo().bus) =>
    publish(changed, bus, nobody, outboxOf(), queueOf(), answers).then(() => answers.sent);
  const image = (overrides: Parameters<typeof aFeedback>[0] = {}) => feedbackItem(aFeedback({ externalId: 'a', ...overrides }));

  it('sends new feedback, and nothing of cases and customers', async () => {
    expect((await send(changes)).map(({ feedbackId }) => feedbackId)).toEqual([
      aFeedback({ externalId: 'a' }).id,
      aFeedback({ externalId: 'b' }).id,
    ]);
  });

  it('sends a revision, and a correction within a revision, which is no event to the outside', async () => {
    const correction = { at: NOW, by: 'agent:lin', from: { severity: 2 }, to: { severity: 3 } } as const;
    const corrected = image({ corrections: [correction], understanding: { ...aFeedback().understanding, severity: 3 } });
    const sent = await send([
      { sequenceNumber: '1', old: image(), new: corrected },
      { sequenceNumber: '2', old: corrected, new: image({ revision: 7 }) },
    ]);
    expect(sent.map(({ revision, corrections }) => [revision, corrections])).toEqual([
      [0, 1],
      [7, 0],
    ]);
  });

  it('sends nothing where the answers are as they were: an erasure keeps its figures (P35)', async () => {
    const erased = image({ comment: '[erased]', contentHash: 'erased', isReachable: false });
    expect(await send([{ sequenceNumber: '1', old: image(), new: erased }])).toEqual([]);
  });

  it('sends nothing that a machine wrote or that was said within a case', async () => {
    const sent = await send([
      { sequenceNumber: '1', new: image({ automatic: 'bounce' }) },
      { sequenceNumber: '2', new: image({ isReply: true }) },
    ]);
    expect(sent).toEqual([]);
  });

  it('fails the batch where the queue is down, before anything else happens', async () => {
    const answers = Object.assign(answersOf(), { isDown: true });
    const { bus, got } = busUpTo();
    await expect(send(changes, answers, bus)).rejects.toThrow('the answer queue is down');
    expect(got).toEqual([]);
  });

  it('sends what lies before a record that cannot be read (P43)', async () => {
    const answers = answersOf();
    await stopOf(
      send([changes[0] ?? { sequenceNumber: '0' }, { sequenceNumber: '9', new: { type: 'feedback' } }], answers).then(() => undefined),
    );
    expect(answers.sent).toHaveLength(1);
  });
});
