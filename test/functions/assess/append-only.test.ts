import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedbackWriter } from '../../../shared/adapters/dynamo/feedback-writer.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { received, recoveryWorld } from '../recovery-world.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const rated = (id: string, value: number, revision: number, comment: string) =>
  received(id, { revision, comment, answers: [{ question: 'satisfaction', metric: 'csat', value, min: 1, max: 5 }] });

describe('answers are append-only (R10)', () => {
  it('a correction by the customer keeps what stood before, each version of it', async () => {
    const world = recoveryWorld(dynamo);
    const writer = feedbackWriter(dynamo.client, dynamo.registerTable);
    const first = rated('append', 5, 0, 'All is well, thank you.');
    await world.assess(first);
    expect(await writer.earlierVersions(first.id)).toEqual([]);
    // The second one is unhappy and opens a case: the version is kept in that transaction too.
    await world.assess(rated('append', 1, 1, 'It broke today and nobody helps.'));
    await world.assess(rated('append', 2, 2, 'It broke today, one person helped.'));
    const standing = await world.reader.feedback(first.id);
    const earlier = await writer.earlierVersions(first.id);
    expect(earlier.map(({ revision, comment, answers }) => [revision, comment, answers[0]?.value])).toEqual([
      [0, 'All is well, thank you.', 5],
      [1, 'It broke today and nobody helps.', 1],
    ]);
    expect([standing?.revision, standing?.answers[0]?.value]).toEqual([2, 2]);
    expect(standing?.caseNumber).toMatch(/^2611-/);
  });

  it('the same correction brought twice, and an older one, add no version', async () => {
    const world = recoveryWorld(dynamo);
    const first = rated('twice', 5, 0, 'Fine.');
    await world.assess(first);
    await Promise.all([1, 2].map(() => world.assess(rated('twice', 4, 2, 'Fine, nearly.'))));
    expect(await world.assess(rated('twice', 1, 1, 'Late.'))).toBe('stale');
    expect(await feedbackWriter(dynamo.client, dynamo.registerTable).earlierVersions(first.id)).toHaveLength(1);
  });
});
