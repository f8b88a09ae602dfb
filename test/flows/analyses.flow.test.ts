import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../local/cloud.ts';
import { desk } from '../../local/demo/register-view.ts';
import { AnalysisList, AnswerPage } from '../../shared/api/analysis-schemas.ts';
import { analyse } from '../../shared/domain/analytics/analysis/analyse.ts';
import { AnalysisDocument, type AnalysisRequest } from '../../shared/domain/analytics/analysis/request.ts';
import type { AnswerRow } from '../../shared/domain/analytics/columns.ts';
import { pivot } from '../../shared/domain/analytics/pivot.ts';
import { localDay } from '../../shared/domain/metrics/contributions.ts';
import { startCloud, submissionId, submit } from './cloud.ts';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.stop());

/** Answers to the one rated question, as fourteen people give them. */
const VALUES = [5, 4, 4, 3, 5, 2, 4, 5, 3, 4, 5, 4, 4, 3];

const manager = () => desk(cloud, 'manager');

async function answersOf(month: string): Promise<AnswerRow[]> {
  const api = await manager();
  const rows: AnswerRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.get(`/api/answers?${new URLSearchParams({ month, ...(cursor !== undefined && { cursor }) })}`, AnswerPage);
    rows.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
}

async function analysed(request: AnalysisRequest): Promise<AnalysisDocument> {
  const api = await manager();
  const asked = AnalysisDocument.parse(await api.post('/api/analyses', request));
  expect(asked.state).toBe('waiting');
  await cloud.idle();
  return api.get(`/api/analyses/${asked.id}`, AnalysisDocument);
}

describe('answers, from the form to an analysis', () => {
  it('are archived and analysed as the same answers are by hand; put together at night they say the same (R13, R14, R23)', async () => {
    const words = 'SECRET words of a customer';
    for (const satisfaction of VALUES) {
      await submit(
        cloud,
        { satisfaction, comment: words, contact: { name: 'Ada Example', email: 'ada@example.com', consent: true } },
        submissionId(),
        {
          branch: 'east',
        },
      );
    }
    await cloud.idle();
    const day = localDay(cloud.now(), 'Asia/Shanghai');
    const month = day.slice(0, 7);

    const rows = await answersOf(month);
    const given = rows.filter(({ question }) => question === 'satisfaction');
    expect(given.map(({ value }) => value).sort()).toEqual([...VALUES].sort());
    expect(given.every((row) => row.branch === 'east' && row.survey === 'service' && row.min === 1 && row.max === 5)).toBe(true);
    expect(JSON.stringify(rows)).not.toMatch(/SECRET|ada@example|Ada Example/);

    const request: AnalysisRequest = { kind: 'ratings', survey: 'service', from: `${month}-01`, to: day, items: ['satisfaction'] };
    const first = await analysed(request);
    const byHand = await analyse(request, async () => pivot(rows));
    expect(first).toMatchObject({ state: 'done', basis: { responses: VALUES.length } });
    expect(first.result).toEqual(JSON.parse(JSON.stringify(byHand.result)));

    await cloud.invoke('compact', { at: cloud.now() });
    await cloud.idle();
    const together = await answersOf(month);
    expect(together).toHaveLength(rows.length);
    const second = await analysed(request);
    expect(second.id).toBe(first.id);
    expect(second.result).toEqual(first.result);

    const list = await (await manager()).get('/api/analyses', AnalysisList);
    expect(list.items.map(({ id }) => id)).toContain(first.id);
  });

  it('are none for agents: analyses are for managers (P29)', async () => {
    const agent = await desk(cloud, 'agent');
    await expect(agent.get('/api/analyses', AnalysisList)).rejects.toThrow(/403|manager/);
  });
});
