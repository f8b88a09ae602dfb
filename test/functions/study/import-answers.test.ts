import { describe, expect, it } from 'vitest';
import { feedbackId } from '../../../shared/adapters/ids.ts';
import { AnswersAnswer } from '../../../shared/api/answers-schemas.ts';
import { body, claims, NOW, parsed } from '../desk/world.ts';
import { StudyWorld } from './world.ts';

const row = { externalId: 'R-1', at: '2024-03-14T09:12:00.000Z', survey: 'service', answers: { satisfaction: 4 } };

async function send(world: StudyWorld, rows: readonly unknown[], more = {}, role = 'manager') {
  const response = await world.call('POST /api/answers', { body: body({ rows, ...more }), claims: claims(role, 'zhao') });
  return AnswersAnswer.parse(parsed(response)).results;
}
const refused = async (change: object) => (await send(new StudyWorld(), [{ ...row, ...change }]))[0]?.issues ?? [];

describe('POST /api/answers', () => {
  it('puts rows into the queue of all feedback at their own time, as history, with who brought them (R10)', async () => {
    const world = new StudyWorld();
    const results = await send(world, [{ ...row, channel: 'telephone', branch: 'east', language: 'zh-Hans', comment: ' 很好 ' }]);
    const id = feedbackId('import', 'service:R-1');
    expect(results).toEqual([{ row: 0, outcome: 'accepted', receipt: id }]);
    expect(world.received).toEqual([
      {
        ...{ id, source: 'import', channel: 'telephone', externalId: 'service:R-1', revision: 0, receivedAt: row.at },
        ...{ survey: 'service', surveyVersion: 1, branch: 'east', locale: 'zh-Hans', reasons: [], comment: '很好' },
        answers: [{ question: 'satisfaction', metric: 'csat', value: 4, min: 1, max: 5 }],
        ...{ enteredBy: 'agent:zhao', isHistoric: true },
      },
    ]);
  });

  it('gives a row the same identity whenever it comes, and another survey’s row another', async () => {
    const world = new StudyWorld();
    const [first] = await send(world, [row]);
    const [again, other] = await send(world, [row, { ...row, survey: 'effort', answers: { effort: 3 } }]);
    expect(again?.receipt).toBe(first?.receipt);
    expect(other?.receipt).not.toBe(first?.receipt);
  });

  it('requires nothing of the past, takes "cannot say", and words alone', async () => {
    const world = new StudyWorld();
    await send(world, [
      { ...row, answers: { recommendation: 'cannot-say' } },
      { ...row, externalId: 'R-2', answers: {}, comment: 'Nobody came.' },
    ]);
    expect(world.received).toMatchObject([{ answers: [], cannotSay: ['recommendation'] }, { comment: 'Nobody came.' }]);
  });

  it('opens cases where that is asked for', async () => {
    const world = new StudyWorld();
    await send(world, [row], { openCases: true });
    expect(world.received.map(({ isHistoric }) => isHistoric)).toEqual([undefined]);
  });

  it.each([
    ['at', { at: '2999-01-01T00:00:00.000Z' }],
    ['at', { at: '1024-03-14T09:12:00.000Z' }],
    ['at', { at: '2024-03-14' }],
    ['survey', { survey: 'other' }],
    ['surveyVersion', { surveyVersion: 7 }],
    ['branch', { branch: 'north' }],
    ['campaign', { campaign: 'spring' }],
    ['email', { email: 'nobody' }],
    ['answers.satisfaction', { answers: { satisfaction: 6 } }],
    ['answers.satisfaction', { answers: { satisfaction: '4' } }],
    ['answers.other', { answers: { other: 4 } }],
    ['answers', { answers: {} }],
    ['colour', { colour: 'red' }],
  ])('refuses a row for %s: %j', async (field, change) => {
    expect((await refused(change)).map((issue) => issue.field)).toEqual([field]);
  });

  it('tells all that is wrong with a row, never the value, and takes the others (R10)', async () => {
    const world = new StudyWorld();
    const results = await send(world, ['no row', { ...row, branch: 'my-secret', answers: { satisfaction: 99, recommendation: -5 } }, row]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'accepted']);
    expect(results[1]?.issues?.map(({ field }) => field)).toEqual(['branch', 'answers.satisfaction', 'answers.recommendation']);
    expect(JSON.stringify(results)).not.toMatch(/secret|99|-5/);
    expect(world.received).toHaveLength(1);
  });

  it('does not call accepted what the queue did not take (P12)', async () => {
    const world = new StudyWorld();
    world.isQueueDown = true;
    expect(await send(world, [row, { ...row, branch: 'north' }])).toMatchObject([{ outcome: 'not-taken' }, { outcome: 'refused' }]);
  });

  it('takes 200 rows, no more, from managers (P30)', async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, i) => ({ ...row, externalId: `R-${i}` }));
    expect(await send(new StudyWorld(), rows(200))).toHaveLength(200);
    await expect(send(new StudyWorld(), rows(201))).rejects.toMatchObject({ status: 422, issues: [{ field: 'rows' }] });
    await expect(send(new StudyWorld(), [])).rejects.toMatchObject({ status: 422 });
    await expect(send(new StudyWorld(), [row], {}, 'agent')).rejects.toMatchObject({ status: 403 });
  });

  it('counts the moment itself as past', async () => {
    expect(await refused({ at: NOW })).toEqual([]);
  });
});
