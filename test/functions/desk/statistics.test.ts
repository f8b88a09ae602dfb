import { describe, expect, it } from 'vitest';
import { CaseStatistics } from '../../../shared/domain/recovery/statistics/report.ts';
import { aClosedCase } from '../../domain/recovery/statistics/a-month.ts';
import { claims, DeskWorld, parsed } from './world.ts';

const given = () => {
  const world = new DeskWorld();
  for (const n of [1, 2]) {
    const item = aClosedCase(n, { facts: { product: '=1+1' } });
    world.cases.set(item.number, { case: item, history: [] });
  }
  return world;
};
const call = (world: DeskWorld, query: Record<string, string>, role = 'manager') =>
  world.call('GET /api/statistics/cases', { query, claims: claims(role) });

describe('GET /api/statistics/cases (R9)', () => {
  it('answers the statistics of a month, and of the last complete one where none is named', async () => {
    const statistics = CaseStatistics.parse(parsed(await call(given(), {})));
    expect(statistics).toMatchObject({ month: '2026-10', timeZone: 'Asia/Shanghai', total: { closed: 2, founded: 2 } });
    expect(CaseStatistics.parse(parsed(await call(given(), { month: '2026-09' }))).total.closed).toBe(0);
  });

  it('answers CSV that a spreadsheet opens and no cell of which is a formula (P36)', async () => {
    const response = await call(given(), { month: '2026-10', format: 'csv', language: 'zh-Hans' });
    expect(response.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="cases-2026-10-figures.csv"',
    });
    expect(response.body?.startsWith('\uFEFF月份,')).toBe(true);
    expect(response.body).toContain(",'=1+1,'=1+1,2,");
    expect((await call(given(), { format: 'csv', table: 'measures' })).body).toMatch(/^\uFEFFmonth,case,measure,/);
  });

  it.each([
    [{ month: '2026-13' }, 'month'],
    [{ month: '2610' }, 'month'],
    [{ format: 'xlsx' }, 'format'],
    [{ table: 'owners' }, 'table'],
  ])('refuses %j, naming the field', async (query, field) => {
    await expect(call(given(), query)).rejects.toMatchObject({ status: 422, issues: [{ field }] });
  });

  it('is not for agents (P29)', async () => {
    await expect(call(given(), {}, 'agent')).rejects.toMatchObject({ status: 403 });
  });
});
