import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedbackRegister } from '../../../shared/adapters/dynamo/feedback-register.ts';
import { feedbackWriter } from '../../../shared/adapters/dynamo/feedback-writer.ts';
import { ERASED_CONTENT, withoutPersonIn } from '../../../shared/domain/customer/erasure/person.ts';
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

  it('a correction that overtakes what it corrects loses neither, nor does the older one touch what stands (P42)', async () => {
    const world = recoveryWorld(dynamo);
    const writer = feedbackWriter(dynamo.client, dynamo.registerTable);
    const first = rated('overtaken', 1, 0, 'It broke today.');
    await world.assess(rated('overtaken', 5, 1, 'It works again.'));
    expect(await world.assess(first)).toBe('stale');
    expect(await world.assess(first)).toBe('stale');
    expect((await writer.earlierVersions(first.id)).map(({ revision, comment }) => [revision, comment])).toEqual([[0, 'It broke today.']]);
    expect(await world.reader.feedback(first.id)).toMatchObject({ revision: 1, comment: 'It works again.' });
    expect((await world.reader.feedback(first.id))?.caseNumber).toBeUndefined();
  });

  it('what was erased between reading and revising stays erased (P35)', async () => {
    const world = recoveryWorld(dynamo);
    const writer = feedbackWriter(dynamo.client, dynamo.registerTable);
    const { revise } = feedbackRegister(dynamo.client, dynamo.registerTable);
    const first = rated('erased-meanwhile', 5, 0, 'All is well.');
    await world.assess(first);
    const seen = await world.reader.feedback(first.id);
    if (seen === undefined) throw new Error('expected the feedback that was stored');
    await writer.saveFeedback(withoutPersonIn(seen), seen);
    expect(await revise({ ...seen, revision: 1, comment: 'Anna again.' }, seen, undefined)).toMatchObject({
      standing: { contentHash: ERASED_CONTENT },
    });
    expect(await world.assess(rated('erased-meanwhile', 5, 1, 'Anna again.'))).toBe('duplicate');
    expect(await writer.earlierVersions(first.id)).toEqual([]);
    expect(JSON.stringify(await world.reader.feedback(first.id))).not.toContain('Anna');
  });

  it('the same correction brought twice, and an older one whose time has come, are each kept once', async () => {
    const world = recoveryWorld(dynamo);
    const first = rated('twice', 5, 0, 'Fine.');
    await world.assess(first);
    await Promise.all([1, 2].map(() => world.assess(rated('twice', 4, 2, 'Fine, nearly.'))));
    expect(await world.assess(rated('twice', 1, 1, 'Late.'))).toBe('stale');
    expect((await feedbackWriter(dynamo.client, dynamo.registerTable).earlierVersions(first.id)).map(({ revision }) => revision)).toEqual([
      0, 1,
    ]);
  });
});
