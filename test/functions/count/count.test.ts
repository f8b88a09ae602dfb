import { describe, expect, it } from 'vitest';
import { count, type RegisterRecord } from '../../../functions/count/count.ts';
import { MAX_CLAIMS_OF_A_SECOND, MAX_OPERATIONS } from '../../../shared/domain/metrics/packing.ts';
import { StreamStop } from '../../../shared/lambda/on-stream.ts';
import { aFeedback } from '../../samples.ts';
import { type Fate, figuresInMemory } from './figures-in-memory.ts';

const recordOf = (n: number, image: unknown, second = '1795336200'): RegisterRecord => ({
  eventId: `e${n}`,
  second,
  sequenceNumber: `s${n}`,
  new: image,
});
const feedbackRecord = (n: number, second?: string) => recordOf(n, { ...aFeedback({ externalId: `x${n}` }), type: 'feedback' }, second);
const given = (...fates: Fate[]) => {
  const figures = figuresInMemory(fates[Symbol.iterator]());
  const pauses: number[] = [];
  const ports = {
    figures: figures.writer,
    timeZone: 'UTC',
    pause: async (retry: number) => {
      pauses.push(retry);
    },
  };
  return { figures, pauses, ports };
};
const total = (figures: ReturnType<typeof figuresInMemory>) =>
  figures.buckets().find(({ dimension, granularity }) => dimension === 'all' && granularity === 'day')?.deltas.n;

describe('count', () => {
  it('puts the claims of a batch and its added-up buckets into one transaction', async () => {
    const { figures, ports } = given();
    await count(
      Array.from({ length: 20 }, (_, n) => feedbackRecord(n)),
      ports,
    );
    expect(figures.commits).toHaveLength(1);
    expect(figures.commits[0]?.claims).toHaveLength(20);
    expect(figures.commits[0]?.buckets).toHaveLength(11);
    expect(total(figures)).toBe(20);
  });

  it('splits a batch by whole records where the seconds and buckets do not fit', async () => {
    const { figures, ports } = given();
    await count(
      Array.from({ length: 250 }, (_, n) => feedbackRecord(n, `second-${n}`)),
      ports,
    );
    const fit = MAX_OPERATIONS - 11;
    expect(figures.commits.map(({ claims }) => claims.length)).toEqual([fit, fit, 250 - 2 * fit]);
    expect(total(figures)).toBe(250);
  });

  it('splits a batch where one second has more records than a condition can name', async () => {
    const { figures, ports } = given();
    await count(
      Array.from({ length: 250 }, (_, n) => feedbackRecord(n)),
      ports,
    );
    expect(figures.commits.map(({ claims }) => claims.length)).toEqual([MAX_CLAIMS_OF_A_SECOND, MAX_CLAIMS_OF_A_SECOND, 50]);
    expect(total(figures)).toBe(250);
  });

  it('writes nothing for records that change no figure', async () => {
    const { figures, ports } = given();
    await count([recordOf(1, { type: 'action', id: 'a' }), recordOf(2, { type: 'customer' })], ports);
    expect(figures.commits).toEqual([]);
  });

  it('counts the new ones of a batch in which some were counted before (P4)', async () => {
    const { figures, ports } = given();
    await count([feedbackRecord(1), feedbackRecord(2)], ports);
    await count([feedbackRecord(2), feedbackRecord(3), feedbackRecord(3)], ports);
    expect(total(figures)).toBe(3);
  });

  it('waits out conflicts, longer each time', async () => {
    const { figures, pauses, ports } = given('conflict', 'conflict', 'conflict', 'done');
    await count([feedbackRecord(1)], ports);
    expect(pauses).toEqual([1, 2, 3]);
    expect(total(figures)).toBe(1);
  });

  it('hands the stream back from the right record when conflicts do not end', async () => {
    const conflicts = Array.from({ length: 7 }, (): Fate => 'conflict');
    const { figures, pauses, ports } = given('done', ...conflicts);
    const records = Array.from({ length: 120 }, (_, n) => feedbackRecord(n, `second-${n}`));
    await expect(count(records, ports)).rejects.toMatchObject({ sequenceNumber: 's89' });
    expect(pauses).toHaveLength(6);
    expect(total(figures)).toBe(89);
  });

  it('counts what stands before an unreadable record and stops there (P43)', async () => {
    const { figures, ports } = given();
    const stop = await count([feedbackRecord(1), recordOf(2, { type: 'feedback' }), feedbackRecord(3)], ports).catch(
      (error: unknown) => error,
    );
    expect(stop).toBeInstanceOf(StreamStop);
    expect(stop).toMatchObject({ sequenceNumber: 's2' });
    expect(total(figures)).toBe(1);
  });

  it('stops at the first record of a transaction that failed for good', async () => {
    const { ports } = given('crash-before');
    await expect(count([feedbackRecord(1)], ports)).rejects.toMatchObject({ sequenceNumber: 's1', cause: new Error('crash') });
  });
});
