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
    // The first of them begins in Shanghai at four in the afternoon of the day before, UTC.
    expect(world.asked).toEqual([23, 22, 21, 20, 19, 18, 17, 16].map(dayOf));
  });

  it.each([
    [{ form: '2026-11-01' }, 'form'],
    [{ from: '2026-11-31' }, 'from'],
    [{ from: '22.11.2026' }, 'from'],
    [{ from: '2026-11-10', to: '2026-11-09' }, 'from'],
    [{ from: '2025-11-08', to: '2026-11-09' }, 'from'],
    [{ value: '4' }, 'value'],
    [{ metric: 'mood' }, 'metric'],
    [{ band: 'top' }, 'band'],
    [{ unhappy: 'yes' }, 'unhappy'],
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

describe('GET /api/feedback, from a mark of a chart', () => {
  it('keeps to the days of the business’s zone and to what stands behind the mark, whatever the page size', async () => {
    const world = new DeskWorld();
    // Eight hours before UTC: 16:00 is the next day in Shanghai.
    const before = on(20, 15);
    const first = on(20, 16, { branch: 'east' });
    const last = on(21, 15, { branch: 'east' });
    world.feedback = [before, first, ...Array.from({ length: 9 }, (_, i) => on(21, i, { branch: 'south' })), last, on(21, 16)];
    const days = { from: dayOf(21), to: dayOf(21) };
    expect((await list(world, { ...days, limit: '100' })).items).toHaveLength(11);
    for (const limit of ['1', '2', '100']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page: { items: { id: string }[]; cursor?: string | undefined } = await list(world, {
          ...{ ...days, branch: 'east', metric: 'csat', value: '1', limit },
          ...(cursor === undefined ? {} : { cursor }),
        });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(seen).toEqual([last.id, first.id]);
    }
    expect((await list(world, { ...days, branch: 'east', value: '2', question: 'satisfaction' })).items).toEqual([]);
    expect((await list(world, { ...days, hasCase: 'true' })).items).toEqual([]);
  });

  it('goes through a year by bounded pages', async () => {
    const world = new DeskWorld();
    world.feedback = [on(3, 3)];
    let pages = 0;
    let cursor: string | undefined;
    const found: string[] = [];
    do {
      world.asked.length = 0;
      const page: { items: { id: string }[]; cursor?: string | undefined } = await list(world, {
        ...{ from: '2025-11-24', to: dayOf(23) },
        ...(cursor === undefined ? {} : { cursor }),
      });
      expect(world.asked.length).toBeLessThanOrEqual(40);
      found.push(...page.items.map(({ id }) => id));
      cursor = page.cursor;
      pages += 1;
    } while (cursor !== undefined);
    expect(found).toEqual([on(3, 3).id]);
    expect(pages).toBe(10);
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
