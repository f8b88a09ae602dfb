import { describe, expect, it } from 'vitest';
import { feedbackId } from '../../../shared/adapters/ids.ts';
import { FeedbackPage } from '../../../shared/api/schemas.ts';
import { aFeedback } from '../../samples.ts';
import { claims, DeskWorld, parsed } from './world.ts';

const dayOf = (n: number) => `2026-11-${String(n).padStart(2, '0')}`;
const on = (day: number, hour: number, overrides = {}) => {
  const externalId = `${day}-${hour}`;
  return aFeedback({ externalId, receivedAt: `${dayOf(day)}T${String(hour).padStart(2, '0')}:00:00.000Z`, ...overrides });
};
const list = async (world: DeskWorld, query: Record<string, string>, as = claims('agent')) =>
  FeedbackPage.parse(parsed(await world.call('GET /api/feedback', { query, claims: as })));
const refusal = (world: DeskWorld, query: Record<string, string>) =>
  world.call('GET /api/feedback', { query }).catch((error: unknown) => error);

describe('GET /api/feedback', () => {
  it('lists newest first across days, each once, whatever the page size', async () => {
    const world = new DeskWorld();
    world.feedback = [3, 5, 6, 6, 6, 9].flatMap((day, i) => [on(day, i), on(day, i + 10)]);
    const expected = world.feedback
      .map(({ receivedAt }) => receivedAt)
      .toSorted()
      .reverse();
    for (const limit of ['1', '2', '3', '5', '100']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page: { items: { receivedAt: string }[]; cursor?: string | undefined } = await list(world, {
          from: dayOf(1),
          to: dayOf(20),
          limit,
          ...(cursor === undefined ? {} : { cursor }),
        });
        expect(page.items.length).toBeLessThanOrEqual(Number(limit));
        seen.push(...page.items.map(({ receivedAt }) => receivedAt));
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(seen).toEqual(expected);
    }
  });

  it('shows the last seven days without a wish, and asks for no other', async () => {
    const world = new DeskWorld();
    await list(world, {});
    expect(world.asked).toEqual([23, 22, 21, 20, 19, 18, 17].map(dayOf));
  });

  it.each([
    [{ form: '2026-11-01' }, 'form'],
    [{ from: '2026-11-31' }, 'from'],
    [{ from: '22.11.2026' }, 'from'],
    [{ from: '2026-11-10', to: '2026-11-09' }, 'from'],
    [{ from: '2026-10-01', to: '2026-11-09' }, 'from'],
    [{ limit: '0' }, 'limit'],
    [{ limit: '101' }, 'limit'],
    [{ limit: 'many' }, 'limit'],
    [{ limit: '2.5' }, 'limit'],
    [{ cursor: 'x' }, 'cursor'],
    [{ cursor: '2020-01-01.' }, 'cursor'],
  ])('refuses %j, naming the field and why (P10)', async (query, field) => {
    expect(await refusal(new DeskWorld(), query)).toMatchObject({
      status: 422,
      issues: [{ field, reason: expect.stringMatching(/.{5,}/) }],
    });
  });

  it('never repeats a strange name of a parameter as it came', async () => {
    expect(await refusal(new DeskWorld(), { 'ana@example.com': '1' })).toMatchObject({ issues: [{ field: '(unreadable name)' }] });
  });

  it('cuts long comments in lists and says so, but gives the whole of one', async () => {
    const world = new DeskWorld();
    const long = aFeedback({ comment: '没有人回电话。'.repeat(3000) });
    world.feedback = [long];
    const [item] = (await list(world, { to: '2026-11-22' })).items;
    expect(item?.isExcerpt).toBe(true);
    expect(item?.comment?.length).toBeLessThanOrEqual(500);
    expect(long.comment?.startsWith(item?.comment ?? '-')).toBe(true);
    expect(parsed(await world.call('GET /api/feedback/{id}', { path: { id: long.id } }))).toEqual(long);
  });

  it('shows agents of a branch their own branch only, and goes on through what they may not see (P29)', async () => {
    const world = new DeskWorld();
    world.feedback = [on(20, 1, { branch: 'east' }), ...Array.from({ length: 9 }, (_, i) => on(21, i, { branch: 'south' })), on(22, 1)];
    const page = await list(world, { to: dayOf(22), limit: '3' }, claims('agent', 'morgan'));
    expect(page.items.map(({ branch }) => branch)).toEqual(['east']);
    expect((await list(world, { to: dayOf(22), limit: '50' }, claims('manager', 'morgan'))).items).toHaveLength(11);
  });
});

describe('GET /api/feedback/{id}', () => {
  it('answers 404 alike for what is not there and for what is of another branch (P29)', async () => {
    const world = new DeskWorld();
    const other = aFeedback({ branch: 'south' });
    world.feedback = [other];
    const ask = (id: string) =>
      world.call('GET /api/feedback/{id}', { path: { id }, claims: claims('agent', 'morgan') }).catch((error: unknown) => error);
    const hidden = await ask(other.id);
    expect(hidden).toMatchObject({ status: 404 });
    expect(hidden).toEqual(await ask(feedbackId('form', 'never sent')));
  });

  it('refuses what is no id, by field', async () => {
    const ask = new DeskWorld().call('GET /api/feedback/{id}', { path: { id: '../CASE#1' } });
    await expect(ask).rejects.toMatchObject({ status: 422, issues: [{ field: 'id' }] });
  });
});
