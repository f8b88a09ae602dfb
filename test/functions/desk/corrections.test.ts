import { describe, expect, it } from 'vitest';
import { Feedback } from '../../../shared/domain/feedback.ts';
import { aFeedback } from '../../samples.ts';
import { body, claims, DeskWorld, NOW, parsed } from './world.ts';

const feedback = aFeedback({ branch: 'south' });
function worldWith(...all: Feedback[]): DeskWorld {
  const world = new DeskWorld();
  world.feedback = all;
  return world;
}
const correct = (world: DeskWorld, sent: unknown, { id = feedback.id, ifMatch = '', as = claims('agent') } = {}) =>
  world.call('POST /api/feedback/{id}/correct', {
    path: { id },
    body: body(sent),
    claims: as,
    headers: { 'content-type': 'application/json', ...(ifMatch === '' ? {} : { 'if-match': ifMatch }) },
  });
const refusal = (...args: Parameters<typeof correct>) => correct(...args).catch((error: unknown) => error);

describe('POST /api/feedback/{id}/correct', () => {
  it('stores what the agent set right, under their name, and answers with the feedback as it stands', async () => {
    const world = worldWith(feedback);
    const response = await correct(world, { sentiment: 'positive', severity: 1 });
    const answered = Feedback.parse(parsed(response));
    expect(answered).toMatchObject({
      understanding: { sentiment: { label: 'positive' }, severity: 1 },
      corrections: [{ at: NOW, by: 'agent:lin', to: { sentiment: 'positive', severity: 1 } }],
    });
    expect(world.feedback).toEqual([answered]);
    expect(response.headers).toMatchObject({ etag: '"0.1"' });
  });

  it('holds to the version that the caller has seen (If-Match), as reading gives it', async () => {
    const world = worldWith(feedback);
    const read = await world.call('GET /api/feedback/{id}', { path: { id: feedback.id } });
    const seen = read.headers?.['etag'] ?? '';
    expect(seen).toBe('"0.0"');
    expect((await correct(world, { severity: 4 }, { ifMatch: seen })).status).toBe(200);
    expect(await refusal(world, { severity: 3 }, { ifMatch: seen })).toMatchObject({ status: 412, code: 'version-mismatch' });
    expect(world.feedback[0]?.understanding.severity).toBe(4);
  });

  it('tells the second of two agents at once, and loses neither the first', async () => {
    const world = worldWith(feedback);
    const results = await Promise.allSettled([correct(world, { severity: 4 }), correct(world, { severity: 1 })]);
    expect(results).toEqual([
      expect.objectContaining({ status: 'fulfilled' }),
      expect.objectContaining({ reason: expect.objectContaining({ status: 409 }) }),
    ]);
    expect(world.feedback[0]?.corrections).toHaveLength(1);
  });

  it('sent again after a lost answer is told to stand already, and is not recorded twice', async () => {
    const world = worldWith(feedback);
    await correct(world, { severity: 4 });
    expect(await refusal(world, { severity: 4 })).toMatchObject({ status: 409, code: 'nothing-to-correct' });
    expect(world.feedback[0]?.corrections).toHaveLength(1);
  });

  it('answers 404 alike for what is not there and for what is of another branch, and changes nothing (P29)', async () => {
    const world = worldWith(feedback);
    const hidden = await refusal(world, { severity: 4 }, { as: claims('agent', 'morgan') });
    expect(hidden).toMatchObject({ status: 404 });
    expect(hidden).toEqual(await refusal(world, { severity: 4 }, { id: aFeedback({ externalId: 'none' }).id }));
    expect(world.feedback).toEqual([feedback]);
  });

  it('leaves cases as they are', async () => {
    const world = worldWith(aFeedback({ caseNumber: '2611-0001', branch: 'south' }));
    await correct(world, { severity: 4 });
    expect(world.cases.size).toBe(0);
    expect(world.feedback[0]).toMatchObject({ caseNumber: '2611-0001', recoveryReasons: ['low-satisfaction'] });
  });

  it.each([
    [{}, '', /at least one of/],
    [{ severity: 9 }, 'severity', /1 \(low\)/],
    [{ sentiment: 'angry' }, 'sentiment', /negative/],
    [{ topics: [{ topic: 'weather', polarity: 'negative' }] }, 'topics.0.topic', /delivery/],
    [{ topics: [{ topic: 'staff' }] }, 'topics.0.polarity', /negative/],
    [{ topics: 'staff' }, 'topics', /array/],
    [{ intent: 'rant' }, 'intent', /complaint/],
    [{ severity: 4, language: 'de' }, 'language', /not known here/],
  ])('refuses %j, naming the field and what was expected (P10)', async (sent, field, reason) => {
    expect(await refusal(worldWith(feedback), sent)).toMatchObject({
      status: 422,
      issues: [{ field, reason: expect.stringMatching(reason) }],
    });
  });
});
