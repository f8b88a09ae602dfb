import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../shared/domain/recovery/case.ts';
import { gatherStatistics } from '../../../../shared/domain/recovery/statistics/gather.ts';
import { aCase } from '../../../samples.ts';
import { aClosedCase } from './a-month.ts';

/** A register of these cases that hands out a hundred at a time, and what was asked of it. */
function given(closed: Readonly<Record<string, readonly Case[]>>, open: readonly Case[] = []) {
  const months: string[] = [];
  const page = (items: readonly Case[], { limit, cursor }: { limit: number; cursor?: string | undefined }) => {
    const start = Number(cursor ?? 0);
    return { items: items.slice(start, start + limit), cursor: start + limit < items.length ? String(start + limit) : undefined };
  };
  return {
    months,
    lists: {
      async casesClosedIn(month: string, request: { limit: number; cursor?: string | undefined }) {
        months.push(month);
        return page(closed[month] ?? [], request);
      },
      openCases: async (request: { limit: number; cursor?: string | undefined }) => page(open, request),
    },
  };
}

const many = (count: number) => Array.from({ length: count }, (_, n) => aClosedCase(n));
const when = (at: string) => ({ timeZone: 'Asia/Shanghai', at });

describe('gathering the statistics of a month (R9)', () => {
  it('reads the month, six months before it, and what has been closed since', async () => {
    const { months, lists } = given({ '2026-10': many(250) });
    const statistics = await gatherStatistics('2026-10', when('2026-11-05T00:00:00.000Z'), lists);
    expect(statistics).toMatchObject({ month: '2026-10', total: { closed: 250 }, isCut: false });
    expect([...new Set(months)].sort()).toEqual(['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11']);
  });

  it('ends after five thousand of a list, and says so', async () => {
    const { lists } = given({ '2026-10': many(5001) });
    expect(await gatherStatistics('2026-10', when('2026-11-05T00:00:00.000Z'), lists)).toMatchObject({
      total: { closed: 5000 },
      isCut: true,
    });
  });

  it('takes a case that was closed while it was read once, as closed', async () => {
    const late = aCase({ number: '2610-0000', deadlines: [] });
    const { lists } = given({ '2026-10': many(1) }, [late, aCase({ number: '2611-0009', state: 'closed' })]);
    expect(await gatherStatistics('2026-10', when('2026-11-05T00:00:00.000Z'), lists)).toMatchObject({ total: { closed: 1 }, overdue: [] });
  });
});
