import { BatchWriteCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { count, type RegisterRecord } from '../../../functions/count/count.ts';
import { claimedBefore } from '../../../shared/adapters/dynamo/claims.ts';
import { figuresReader, figuresWriter } from '../../../shared/adapters/dynamo/figures.ts';
import { bucketKey, claimKey } from '../../../shared/adapters/dynamo/keys.ts';
import type { BucketDelta } from '../../../shared/domain/metrics/bucket.ts';
import { COUNTERS, isDurationCounter } from '../../../shared/domain/metrics/counters.ts';
import { type Claim, MAX_CLAIMS_OF_A_SECOND } from '../../../shared/domain/metrics/packing.ts';
import { tallyOf } from '../../../shared/domain/metrics/tally.ts';
import type { FiguresWriter } from '../../../shared/ports.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { aFeedback } from '../../samples.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const NOW = '2026-11-22T08:30:00.000Z';
const writer = () => figuresWriter(dynamo.client, dynamo.figuresTable, () => NOW);
const reader = () => figuresReader(dynamo.client, dynamo.figuresTable);
const day = (dimension: string, start: string, deltas: BucketDelta['deltas']): BucketDelta => ({
  granularity: 'day',
  dimension,
  start,
  deltas,
});

/** Records of one second. Tests share a table, so each has a second of its own: what the first id begins with. */
const claims = (...eventIds: readonly string[]): Claim[] =>
  eventIds.map((eventId) => ({ eventId, second: `second-${eventIds[0]?.split('-')[0]}` }));
const of = (second: string, ...eventIds: readonly string[]): Claim[] => eventIds.map((eventId) => ({ eventId, second }));
const n = async (dimension: string) => (await reader().series(dimension, 'day', '2026-11-20', '2026-11-20'))[0]?.tally.n ?? 0;

describe('figures in DynamoDB', () => {
  it('adds to a bucket, whatever part of it a batch takes, and reads it as one', async () => {
    for (let i = 0; i < 12; i += 1) {
      expect(
        await writer().commit(claims(`parts-${i}`), [
          day('branch#parts', '2026-11-20', { n: 1, csatScoreSum: 7500, csat1: i === 3 ? -1 : 1 }),
        ]),
      ).toEqual({
        outcome: 'done',
      });
    }
    expect(await reader().series('branch#parts', 'day', '2026-11-20', '2026-11-20')).toEqual([
      { start: '2026-11-20', tally: tallyOf({ n: 12, csatScoreSum: 90_000, csat1: 10 }) },
    ]);
  });

  it('counts a record once: a claim that stands undoes the whole transaction and is named (P4)', async () => {
    await writer().commit(claims('once-1'), [day('branch#once', '2026-11-20', { n: 1 })]);
    expect(await writer().commit(claims('once-2', 'once-1', 'once-3'), [day('branch#once', '2026-11-20', { n: 3 })])).toEqual({
      outcome: 'counted-before',
      eventIds: ['once-1'],
    });
    expect(await reader().series('branch#once', 'day', '2026-11-20', '2026-11-20')).toMatchObject([{ tally: { n: 1 } }]);
  });

  it('adds to every counter at once: the expression stays under the 4 KB that DynamoDB takes', async () => {
    const deltas = Object.fromEntries(COUNTERS.map((counter) => [counter, 1]));
    await writer().commit(claims('wide'), [day('branch#wide', '2026-11-20', deltas)]);
    expect(await reader().series('branch#wide', 'day', '2026-11-20', '2026-11-20')).toMatchObject([{ tally: { n: 1, csatScoreSum: 1 } }]);
  });

  it('keeps a claim for 48 hours, twice as long as the stream keeps its record', async () => {
    await writer().commit(claims('kept'), [day('branch#kept', '2026-11-20', { n: 1 })]);
    const { Item } = await dynamo.client.send(new GetCommand({ TableName: dynamo.figuresTable, Key: claimKey('second-kept') }));
    expect(Item?.['expiresAt']).toBe(Date.parse('2026-11-24T08:30:00.000Z') / 1000);
  });

  it('reads the days asked for, both ends included, in order, and none of another dimension or granularity', async () => {
    const starts = ['2026-11-21', '2026-11-19', '2026-11-22', '2026-11-20'];
    await writer().commit(claims('series'), [
      ...starts.map((start) => day('branch#series', start, { n: 1 })),
      { granularity: 'hour', dimension: 'branch#series', start: '2026-11-20T08', deltas: { n: 5 } },
      day('branch#series2', '2026-11-20', { n: 9 }),
    ]);
    const series = await reader().series('branch#series', 'day', '2026-11-20', '2026-11-21');
    expect(series.map(({ start, tally }) => [start, tally.n])).toEqual([
      ['2026-11-20', 1],
      ['2026-11-21', 1],
    ]);
    expect(await reader().series('branch#series', 'hour', '2026-11-20T00', '2026-11-20T23')).toMatchObject([
      { start: '2026-11-20T08', tally: { n: 5 } },
    ]);
    expect(await reader().series('branch#nothing', 'day', '2026-11-20', '2026-11-21')).toEqual([]);
  });

  it('drops exactly the records that stand, of every second refused, in whatever order batches overlap (P4)', async () => {
    const [a, b] = [of('overlap-1', 'a1', 'a2', 'a3'), of('overlap-2', 'b1', 'b2')];
    await writer().commit([...a.slice(1, 2), ...b.slice(0, 1)], [day('branch#overlap', '2026-11-20', { n: 2 })]);
    const later = await writer().commit([...a, ...b], [day('branch#overlap', '2026-11-20', { n: 5 })]);
    expect(later).toEqual({ outcome: 'counted-before', eventIds: ['a2', 'b1'] });
    const earlier = await writer().commit([...b, ...a].reverse(), [day('branch#overlap', '2026-11-20', { n: 5 })]);
    expect(earlier).toEqual({ outcome: 'counted-before', eventIds: ['a2', 'b1'] });
    const left = [...a, ...b].filter(({ eventId }) => eventId !== 'a2' && eventId !== 'b1');
    expect(await writer().commit(left, [day('branch#overlap', '2026-11-20', { n: 3 })])).toEqual({ outcome: 'done' });
    expect(await n('branch#overlap')).toBe(5);
  });

  it('takes as many claims of one second as a transaction may have, twice over, and finds each again (P4)', async () => {
    const full = Array.from({ length: 2 * MAX_CLAIMS_OF_A_SECOND }, (_, i) => String(i).padStart(32, 'f'));
    const halves = [of('full', ...full.slice(0, MAX_CLAIMS_OF_A_SECOND)), of('full', ...full.slice(MAX_CLAIMS_OF_A_SECOND))];
    for (const half of halves)
      expect(await writer().commit(half, [day('branch#full', '2026-11-20', { n: 100 })])).toEqual({ outcome: 'done' });
    for (const half of halves) {
      const again = await writer().commit(half, [day('branch#full', '2026-11-20', { n: 100 })]);
      expect(again).toEqual({ outcome: 'counted-before', eventIds: half.map(({ eventId }) => eventId) });
    }
    expect(await n('branch#full')).toBe(200);
  });

  const sameRecord = (i: number, branch: string): RegisterRecord => ({
    eventId: `${branch}-${i}`,
    second: `${branch}-${Math.floor(i / 70)}`,
    sequenceNumber: String(i),
    new: { ...aFeedback({ externalId: `${branch}-${i}`, branch, receivedAt: '2026-11-20T08:30:00.000Z' }), type: 'feedback' },
  });
  const deliver = (records: readonly RegisterRecord[], figures: FiguresWriter) =>
    count(records, { figures, timeZone: 'UTC', pause: async () => {} }).catch((error: unknown) => error);

  it('counts once what several writers deliver at the same time, in batches that overlap (P4)', async () => {
    const records = Array.from({ length: 160 }, (_, i) => sameRecord(i, 'same'));
    // Whoever meets the others too often hands the stream back, as in production; the stream then brings its records again.
    await Promise.all([records, records, records.slice(50), records.slice(0, 90)].map((batch) => deliver(batch, writer())));
    expect(await deliver(records, writer())).toBeUndefined();
    expect(await n('branch#same')).toBe(160);
  });

  it('counts once where the answer was lost, and what came along with it the next time (P4)', async () => {
    const records = Array.from({ length: 160 }, (_, i) => sameRecord(i, 'lost'));
    let commits = 0;
    const losing: FiguresWriter = {
      async commit(asked, buckets) {
        const answer = await writer().commit(asked, buckets);
        commits += 1;
        return commits === 1 ? { outcome: 'busy', cause: new Error('timeout') } : answer;
      },
    };
    expect(await deliver(records.slice(20, 40), losing)).toBeUndefined();
    expect(await n('branch#lost')).toBe(20);
    expect(await deliver(records, writer())).toBeUndefined();
    expect(await n('branch#lost')).toBe(160);
  });

  it('never drops a record for a refusal it cannot explain: no item, none of ours in it, or a record twice (P4)', async () => {
    const asked = { second: '1', eventIds: ['mine'] };
    expect(claimedBefore(asked, { Item: { ids: { SS: ['other', 'mine'] } } })).toEqual(['mine']);
    expect(() => claimedBefore(asked, {})).toThrow(/no set of ids/);
    expect(() => claimedBefore(asked, { Item: { ids: { SS: ['other'] } } })).toThrow(/1 other ids/);
    await expect(writer().commit(claims('twice', 'twice'), [day('all', '2026-11-20', { n: 2 })])).rejects.toThrow(/twice/);
  });

  it('takes a transaction of a hundred operations', async () => {
    const hundred = Array.from({ length: 50 }, (_, i) => ({ eventId: `hundred-${i}`, second: `hundred-${i}` }));
    const buckets = Array.from({ length: 50 }, (_, i) => day(`topic#${i}`, '2026-11-20', { n: 1 }));
    expect(await writer().commit(hundred, buckets)).toEqual({ outcome: 'done' });
  });

  it('reads a busy year of one dimension in at most five queries: every named counter, and cases of fifteen lengths a day (R19)', async () => {
    const names = COUNTERS.filter((counter) => !isDurationCounter(counter) || /(1[0-9]|2[0-4])$/.test(counter));
    const deltas = Object.fromEntries(names.map((counter, i) => [counter, 10_000 + i]));
    const days = Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(2025, 0, 1) + i * 86_400_000).toISOString().slice(0, 10));
    const items = days.flatMap((start) => [0, 1, 2, 3].map((shard) => ({ ...bucketKey('day', 'branch#year', start, shard), ...deltas })));
    for (let i = 0; i < items.length; i += 25) {
      const puts = items.slice(i, i + 25).map((Item) => ({ PutRequest: { Item } }));
      await dynamo.client.send(new BatchWriteCommand({ RequestItems: { [dynamo.figuresTable]: puts } }));
    }
    let queries = 0;
    dynamo.client.middlewareStack.add(
      (next, context) => (args) => {
        if (context.commandName === 'QueryCommand') queries += 1;
        return next(args);
      },
      { step: 'initialize', name: 'count-queries' },
    );
    const series = await reader().series('branch#year', 'day', '2025-01-01', '2026-01-01');
    dynamo.client.middlewareStack.remove('count-queries');
    expect(series).toHaveLength(366);
    expect(series[365]?.tally).toMatchObject({ n: 40_000, solveTime10: 4 * (deltas['solveTime10'] ?? 0) });
    expect(queries).toBeGreaterThan(0);
    expect(queries).toBeLessThanOrEqual(5);
  });

  it('does not take a fault of ours for one that passes', async () => {
    await expect(
      figuresWriter(dynamo.client, 'No-Such-Table', () => NOW).commit(claims('x'), [day('all', '2026-11-20', { n: 1 })]),
    ).rejects.toThrow();
  });
});
