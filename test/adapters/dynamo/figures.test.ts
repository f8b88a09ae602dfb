import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresReader, figuresWriter } from '../../../shared/adapters/dynamo/figures.ts';
import { claimKey } from '../../../shared/adapters/dynamo/keys.ts';
import type { BucketDelta } from '../../../shared/domain/metrics/bucket.ts';
import { tallyOf } from '../../../shared/domain/metrics/tally.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';

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

describe('figures in DynamoDB', () => {
  it('adds to a bucket, whatever part of it a batch takes, and reads it as one', async () => {
    for (let i = 0; i < 12; i += 1) {
      expect(
        await writer().commit([`parts-${i}`], [day('branch#parts', '2026-11-20', { n: 1, csatScoreSum: 7500, csat1: i === 3 ? -1 : 1 })]),
      ).toEqual({
        outcome: 'done',
      });
    }
    expect(await reader().series('branch#parts', 'day', '2026-11-20', '2026-11-20')).toEqual([
      { start: '2026-11-20', tally: tallyOf({ n: 12, csatScoreSum: 90_000, csat1: 10 }) },
    ]);
  });

  it('counts a record once: a claim that stands undoes the whole transaction and is named (P4)', async () => {
    await writer().commit(['once-1'], [day('branch#once', '2026-11-20', { n: 1 })]);
    expect(await writer().commit(['once-2', 'once-1', 'once-3'], [day('branch#once', '2026-11-20', { n: 3 })])).toEqual({
      outcome: 'counted-before',
      eventIds: ['once-1'],
    });
    expect(await reader().series('branch#once', 'day', '2026-11-20', '2026-11-20')).toMatchObject([{ tally: { n: 1 } }]);
  });

  it('keeps a claim for 48 hours, twice as long as the stream keeps its record', async () => {
    await writer().commit(['kept'], [day('branch#kept', '2026-11-20', { n: 1 })]);
    const { Item } = await dynamo.client.send(new GetCommand({ TableName: dynamo.figuresTable, Key: claimKey('kept') }));
    expect(Item?.['expiresAt']).toBe(Date.parse('2026-11-24T08:30:00.000Z') / 1000);
  });

  it('reads the days asked for, both ends included, in order, and none of another dimension or granularity', async () => {
    const starts = ['2026-11-21', '2026-11-19', '2026-11-22', '2026-11-20'];
    await writer().commit(
      ['series'],
      [
        ...starts.map((start) => day('branch#series', start, { n: 1 })),
        { granularity: 'hour', dimension: 'branch#series', start: '2026-11-20T08', deltas: { n: 5 } },
        day('branch#series2', '2026-11-20', { n: 9 }),
      ],
    );
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

  it('takes a transaction of a hundred operations', async () => {
    const claims = Array.from({ length: 50 }, (_, i) => `hundred-${i}`);
    const buckets = Array.from({ length: 50 }, (_, i) => day(`topic#${i}`, '2026-11-20', { n: 1 }));
    expect(await writer().commit(claims, buckets)).toEqual({ outcome: 'done' });
  });

  it('does not take a fault of ours for one that passes', async () => {
    await expect(
      figuresWriter(dynamo.client, 'No-Such-Table', () => NOW).commit(['x'], [day('all', '2026-11-20', { n: 1 })]),
    ).rejects.toThrow();
  });
});
