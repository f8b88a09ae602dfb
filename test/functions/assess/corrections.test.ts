import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedbackRegister } from '../../../shared/adapters/dynamo/feedback-register.ts';
import { feedbackWriter } from '../../../shared/adapters/dynamo/feedback-writer.ts';
import type { FeedbackReceived } from '../../../shared/domain/feedback.ts';
import { correctFeedback } from '../../../shared/domain/understand/correct-feedback.ts';
import type { Correction } from '../../../shared/domain/understand/correction.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { MortalProcess } from '../../faults.ts';
import { received, recoveryWorld } from '../recovery-world.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

type World = ReturnType<typeof recoveryWorld>;
const standing = async (world: World, { id }: FeedbackReceived) => {
  const feedback = await world.reader.feedback(id);
  if (feedback === undefined) throw new Error('expected the feedback to be there');
  return feedback;
};
async function correct(world: World, of: FeedbackReceived, to: Correction) {
  const seen = await standing(world, of);
  const next = correctFeedback(seen, to, { by: 'agent:lin', now: world.time });
  await feedbackWriter(dynamo.client, dynamo.registerTable).saveFeedback(next, seen);
}
const rated = (id: string, revision: number, value: number, overrides = {}) =>
  received(id, { revision, answers: [{ question: 'satisfaction', metric: 'csat', value, min: 1, max: 5 }], ...overrides });

describe('a revision of what a person has corrected', () => {
  it('of the ratings only keeps the corrected parts, the case and the record', async () => {
    const world = recoveryWorld(dynamo);
    const first = rated('ratings', 1, 1);
    await world.assess(first);
    await correct(world, first, { sentiment: 'neutral', severity: 4 });
    const before = await standing(world, first);
    expect(await world.assess(rated('ratings', 2, 4))).toBe('revised');
    const { understanding, corrections, caseNumber, score } = await standing(world, first);
    expect(understanding).toMatchObject({ sentiment: { label: 'neutral', confidence: 1 }, severity: 4 });
    expect({ corrections, caseNumber, score }).toEqual({ corrections: before.corrections, caseNumber: before.caseNumber, score: 75 });
  });

  it('of the words is read anew, with the corrections as history', async () => {
    const world = recoveryWorld(dynamo);
    const first = rated('words', 1, 1);
    await world.assess(first);
    await correct(world, first, { sentiment: 'neutral', severity: 4 });
    expect(await world.assess(rated('words', 2, 1, { comment: 'Terrible. I am very angry about this awful service.' }))).toBe('revised');
    const { understanding, corrections, outdatedCorrections } = await standing(world, first);
    expect(understanding.sentiment.label).toBe('negative');
    expect(understanding.severityReasons).not.toContain('corrected');
    expect([corrections?.length, outdatedCorrections]).toEqual([1, 1]);
  });

  it('is judged as it was corrected: the case that no correction opens by itself opens then, as severe as the person found it', async () => {
    const world = recoveryWorld(dynamo);
    const happy = rated('judged', 1, 5, { comment: 'Fine.' });
    expect(await world.assess(happy)).toBe('stored');
    await correct(world, happy, { severity: 4 });
    expect((await standing(world, happy)).caseNumber).toBeUndefined();
    await world.assess(rated('judged', 2, 4, { comment: 'Fine.' }));
    const revised = await standing(world, happy);
    expect(revised.caseNumber).toMatch(/^2611-/);
    expect((await world.reader.case(revised.caseNumber ?? ''))?.case.severity).toBe(4);
  });

  it('loses no correction that is saved between its reading and its writing', async () => {
    const world = recoveryWorld(dynamo);
    const first = rated('between', 1, 5, { comment: 'Fine.' });
    await world.assess(first);
    const register = feedbackRegister(dynamo.client, dynamo.registerTable);
    let revisions = 0;
    const outcome = await world.assess(rated('between', 2, 4, { comment: 'Fine.' }), new MortalProcess(), {
      register: {
        ...register,
        revise: async (...args) => {
          revisions += 1;
          if (revisions === 1) await correct(world, first, { intent: 'suggestion' });
          return register.revise(...args);
        },
      },
    });
    expect([outcome, revisions]).toEqual(['revised', 2]);
    expect(await standing(world, first)).toMatchObject({
      revision: 2,
      understanding: { intent: 'suggestion' },
      corrections: [{ by: 'agent:lin' }],
    });
  });

  it('changes nothing when the first delivery comes again (P4)', async () => {
    const world = recoveryWorld(dynamo);
    const first = rated('again', 1, 1);
    await world.assess(first);
    await correct(world, first, { severity: 4 });
    const before = await standing(world, first);
    expect(await world.assess(first)).toBe('duplicate');
    expect(await standing(world, first)).toEqual(before);
  });
});
