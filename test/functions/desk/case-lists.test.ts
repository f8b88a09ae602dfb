import { describe, expect, it } from 'vitest';
import { CasePage } from '../../../shared/api/case-schemas.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import { aCase, aDeadline, aFeedback } from '../../samples.ts';
import { worldWith } from './case-desk.ts';
import { claims, type DeskWorld, NOW, parsed } from './world.ts';

const numberOf = (n: number) => `2611-${String(n).padStart(4, '0')}`;
const page = async (world: DeskWorld, query: Record<string, string>, as = claims('agent')) =>
  CasePage.parse(parsed(await world.call('GET /api/cases', { query, claims: as })));
const numbers = async (...args: Parameters<typeof page>) => (await page(...args)).items.map(({ number }) => Number(number.slice(5)));

describe('GET /api/cases', () => {
  const closed3 = aCase({ number: numberOf(3), state: 'closed', closedAt: NOW, closedIn: '2026-11' });
  const closed = aCase({ number: numberOf(2), state: 'closed', closedAt: NOW, closedIn: '2026-11' });

  it('lists open cases, or those closed in a month', async () => {
    const world = worldWith(aCase(), closed);
    expect(await numbers(world, {})).toEqual([1]);
    expect(await numbers(world, { state: 'closed', month: '2026-11' })).toEqual([2]);
    expect(await numbers(world, { state: 'closed', month: '2026-12' })).toEqual([]);
  });

  it('lists the open cases of an agent by one query, however many others there are', async () => {
    const world = worldWith(
      ...Array.from({ length: 300 }, (_, i) => aCase({ number: numberOf(i + 1), owner: i % 60 === 0 ? 'chen' : 'lin' })),
    );
    expect(await numbers(world, { owner: 'chen' })).toEqual([1, 61, 121, 181, 241]);
    expect(await numbers(world, { owner: 'me' }, claims('agent', 'chen'))).toHaveLength(5);
    expect(world.asked).toEqual(['casesOf chen', 'casesOf chen']);
  });

  it.each([
    [{ branch: 'south' }, [2]],
    [{ severity: '4' }, [3]],
    [{ tier: 'vip' }, [4]],
    [{ topic: 'safety' }, [5]],
    [{ overdue: 'true' }, [6, 7]],
    [{ waiting: 'true' }, [8]],
    [{ waiting: 'false', overdue: 'false' }, [1, 2, 3, 4, 5]],
    [{ owner: 'zhao', severity: '4' }, []],
  ] as [Record<string, string>, number[]][])('filters by %j', async (query, expected) => {
    const late = '2026-11-23T01:30:00.000Z';
    const cases: Partial<Case>[] = [
      { branch: 'east' },
      { branch: 'south' },
      { severity: 4 },
      { tier: 'vip' },
      { topics: ['staff', 'safety'] },
      { deadlines: [aDeadline('solution', late)] },
      { commitments: [{ id: 'p1', what: 'a call', dueAt: late, at: late, by: 'agent:lin', state: 'open' }] },
      { pause: { since: NOW } },
    ];
    expect(await numbers(worldWith(...cases.map((one, i) => aCase({ number: numberOf(i + 1), ...one }))), query)).toEqual(expected);
  });

  it('goes through all pages, each once, whatever filter and page size, by few queries a page', async () => {
    const world = worldWith(...Array.from({ length: 400 }, (_, i) => aCase({ number: numberOf(i + 1), severity: i % 37 === 0 ? 4 : 2 })));
    for (const limit of ['1', '10', '100']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        world.asked.length = 0;
        const next: { items: Case[]; cursor?: string | undefined } = await page(world, {
          severity: '4',
          limit,
          ...(cursor === undefined ? {} : { cursor }),
        });
        expect(world.asked.length).toBeLessThanOrEqual(20);
        expect(next.items.length).toBeLessThanOrEqual(Number(limit));
        seen.push(...next.items.map(({ number }) => number));
        cursor = next.cursor;
      } while (cursor !== undefined);
      expect(seen).toEqual(Array.from({ length: 11 }, (_, i) => numberOf(i * 37 + 1)));
    }
  });

  it('says how each open one stands and what of it is due next (R6)', async () => {
    const late = aDeadline('solution', '2026-11-23T01:30:00.000Z');
    const world = worldWith(aCase({ deadlines: [late] }), aCase({ number: numberOf(2) }), closed3);
    const standings = (await page(world, {})).items.map(({ number, standing, nextDue }) => [number, standing, nextDue?.id]);
    expect(standings).toEqual([
      [numberOf(1), 'breached', 'solution'],
      [numberOf(2), 'on-track', 'acknowledge'],
    ]);
    expect((await page(world, { state: 'closed', month: '2026-11' })).items[0]?.standing).toBeUndefined();
  });

  it('searches the number, what was written and what the customer said, in any case and script', async () => {
    const world = worldWith(
      aCase({ number: numberOf(1), feedbackId: aFeedback().id }),
      aCase({ number: numberOf(2), feedbackId: 'none', finding: '仓库漏发了配件' }),
      aCase({ number: numberOf(3), feedbackId: 'none', facts: { product: 'Kettle X2' }, joined: [aFeedback().id] }),
    );
    world.feedback = [aFeedback()];
    expect(await numbers(world, { text: 'CALLED back' })).toEqual([1, 3]);
    expect(await numbers(world, { text: 'kettle called' })).toEqual([3]);
    expect(await numbers(world, { text: '漏发' })).toEqual([2]);
    expect(await numbers(world, { text: '2611-0002' })).toEqual([2]);
    expect(await numbers(world, { text: 'nothing of this' })).toEqual([]);
    await expect(world.call('GET /api/cases', { query: { text: ' ' } })).rejects.toMatchObject({ issues: [{ field: 'text' }] });
  });

  it.each([
    [{ state: 'closed' }, 'month'],
    [{ month: '2026-11' }, 'month'],
    [{ state: 'closed', month: '2611' }, 'month'],
    [{ state: 'closed', month: '2026-13' }, 'month'],
    [{ state: 'resolved' }, 'state'],
    [{ severity: '5' }, 'severity'],
    [{ tier: 'gold' }, 'tier'],
    [{ topic: 'weather' }, 'topic'],
    [{ overdue: 'yes' }, 'overdue'],
    [{ own: 'lin' }, 'own'],
  ])('refuses %j, naming the field', async (query, field) => {
    await expect(worldWith().call('GET /api/cases', { query })).rejects.toMatchObject({ status: 422, issues: [{ field }] });
  });

  it('shows agents of a branch its cases and those given to them, whatever they ask for (P29)', async () => {
    const world = worldWith(
      aCase({ number: numberOf(3), branch: 'east' }),
      aCase({ number: numberOf(4), branch: 'south' }),
      aCase({ number: numberOf(5), branch: 'south', owner: 'morgan' }),
    );
    expect(await numbers(world, {}, claims('agent', 'morgan'))).toEqual([3, 5]);
    expect(await numbers(world, { owner: 'lin' }, claims('agent', 'morgan'))).toEqual([3]);
    expect(await numbers(world, { branch: 'south' }, claims('agent', 'morgan'))).toEqual([5]);
  });
});
