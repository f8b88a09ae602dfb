import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedbackRegister } from '../../../shared/adapters/dynamo/feedback-register.ts';
import { feedbackWriter } from '../../../shared/adapters/dynamo/feedback-writer.ts';
import { registerReader } from '../../../shared/adapters/dynamo/register-reader.ts';
import type { Feedback } from '../../../shared/domain/feedback.ts';
import { correctFeedback } from '../../../shared/domain/understand/correct-feedback.ts';
import type { Correction } from '../../../shared/domain/understand/correction.ts';
import type { FeedbackRegister, FeedbackWriter, RegisterReader } from '../../../shared/ports.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { aFeedback } from '../../samples.ts';

let dynamo: DynamoForTests;
let register: FeedbackRegister;
let reader: RegisterReader;
let writer: FeedbackWriter;
beforeAll(async () => {
  dynamo = await startDynamo();
  register = feedbackRegister(dynamo.client, dynamo.registerTable);
  reader = registerReader(dynamo.client, dynamo.registerTable);
  writer = feedbackWriter(dynamo.client, dynamo.registerTable);
});
afterAll(() => dynamo.stop());

const stored = async (externalId: string): Promise<Feedback> => {
  const feedback = aFeedback({ externalId });
  await register.add(feedback);
  return feedback;
};
const corrected = (feedback: Feedback, to: Correction, by = 'agent:lin') =>
  correctFeedback(feedback, to, { by, now: '2026-11-23T02:00:00.000Z' });
const refused = { status: 409, code: 'conflict', message: expect.stringMatching(/Read it again/) };

describe('corrected feedback in the register', () => {
  it('is read back whole, and listed on the day it came', async () => {
    const once = corrected(await stored('once'), { severity: 4 });
    await writer.saveFeedback(once, await stored('once'));
    const twice = corrected(once, { severity: 1, topics: [] });
    await writer.saveFeedback(twice, once);
    expect(await reader.feedback(once.id)).toEqual(twice);
    expect((await reader.feedbackOfDay('2026-11-22', { limit: 100 })).items).toContainEqual(twice);
  });

  it('of many agents at once is corrected by one, and the others are told to read again; nothing is lost', async () => {
    const seen = await stored('at-once');
    const agents = ['lin', 'morgan', 'kim', 'ana'];
    const results = await Promise.allSettled(
      agents.map((agent) => writer.saveFeedback(corrected(seen, { severity: 4 }, `agent:${agent}`), seen)),
    );
    const lost = results.filter((result) => result.status === 'rejected');
    expect(lost.map(({ reason }) => reason)).toEqual([
      expect.objectContaining(refused),
      expect.objectContaining(refused),
      expect.objectContaining(refused),
    ]);
    expect((await reader.feedback(seen.id))?.corrections).toHaveLength(1);
  });

  it('is not written over what was corrected or revised since it was read', async () => {
    const seen = await stored('stale');
    const once = corrected(seen, { severity: 4 });
    await writer.saveFeedback(once, seen);
    await expect(writer.saveFeedback(corrected(seen, { severity: 1 }), seen)).rejects.toMatchObject(refused);
    await register.revise({ ...once, revision: 1 }, once);
    await expect(writer.saveFeedback(corrected(once, { severity: 1 }), once)).rejects.toMatchObject(refused);
    expect(await reader.feedback(seen.id)).toEqual({ ...once, revision: 1 });
  });

  it('stands before a revision that was made of what stood earlier, and is handed to it', async () => {
    const seen = await stored('revised-late');
    const once = corrected(seen, { severity: 4 });
    await writer.saveFeedback(once, seen);
    expect(await register.revise({ ...seen, revision: 1 }, seen)).toEqual({ standing: once });
    expect(await reader.feedback(seen.id)).toEqual(once);
  });
});
