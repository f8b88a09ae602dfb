import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAnswers } from '../../shared/adapters/parquet/read-answers.ts';
import type { AnswerPage } from '../../shared/api/analysis-schemas.ts';
import { AnswerRow } from '../../shared/domain/analytics/columns.ts';
import { anAnswer } from '../answers.ts';
import { typed } from './in-process.ts';

/** What the API answers, by the query of the page; a function is called at each request. */
let pages: Record<string, () => { status?: number; page: AnswerPage | object }> = {};
let server: Server;
let env: Record<string, string>;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-export-'));
  server = createServer((request, response) => {
    const { status = 200, page } = pages[new URL(request.url ?? '/', 'http://desk').search]?.() ?? { page: { items: [] } };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(page));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  env = { AMENDS_URL: `http://127.0.0.1:${address.port}`, AMENDS_TOKEN: 'token' };
});
beforeEach(() => {
  pages = {};
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

it('does not ask for a thousand months one by one', async () => {
  const { code, err } = await typed(['export', 'answers', '--from', '0001-01-01', '--to', '2026-11-30'], env);
  expect(code).toBe(2);
  expect(err).toContain('expected a day at most 10 years before 2026-11-30');
});

const answers = (...line: string[]) => typed(['export', 'answers', '--from', '2026-11-01', '--to', '2026-11-30', ...line], env);

describe('export answers', () => {
  it('writes each answer as it holds, over all pages, and no cell is a formula (P36)', async () => {
    pages['?month=2026-11'] = () => ({ page: { items: [anAnswer({ value: 1 }), anAnswer({ question: 'old' })], cursor: 'next' } });
    pages['?month=2026-11&cursor=next'] = () => ({ page: { items: [anAnswer({ revision: 2, value: 5, branch: '=HYPERLINK("x")' })] } });
    const { code, out } = await answers('--csv');
    expect(code).toBe(0);
    const [header, ...lines] = out.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(header).toBe(Object.keys(AnswerRow.shape).join(','));
    expect(lines).toEqual([
      `${anAnswer().feedbackId},2,0,2026-11-22T08:30:00.000Z,2026-11-22,"'=HYPERLINK(""x"")",form,en,service,1,,,satisfaction,csat,5,1,5,false,`,
    ]);
  });

  it('writes Parquet that reads back, whole or not at all', async () => {
    pages['?month=2026-11'] = () => ({ page: { items: [anAnswer(), anAnswer({ question: 'other', day: '2026-11-02' })] } });
    const out = join(folder, 'answers.parquet');
    expect((await answers('--parquet', '--out', out)).code).toBe(0);
    expect(await readAnswers(await readFile(out), AnswerRow)).toHaveLength(2);
    expect(await readdir(folder)).toEqual(['answers.parquet']);
  });

  it('leaves out days beyond those asked for', async () => {
    pages['?month=2026-11'] = () => ({
      page: { items: [anAnswer({ day: '2026-11-30' }), anAnswer({ day: '2026-11-01', question: 'other' })] },
    });
    const { out } = await typed(['export', 'answers', '--from', '2026-11-02', '--to', '2026-11-30'], env);
    expect(out.trimEnd().split('\r\n')).toHaveLength(2);
  });

  it('begins a month again whose files were put together meanwhile', async () => {
    let asked = 0;
    pages['?month=2026-11'] = () => {
      asked += 1;
      if (asked > 1) return { page: { items: [anAnswer()] } };
      return { status: 409, page: { title: 'The files of this month were put together between two pages.', issues: [] } };
    };
    const { code, out } = await answers();
    expect([code, asked]).toEqual([0, 2]);
    expect(out.trimEnd().split('\r\n')).toHaveLength(2);
  });

  it.each([[['--csv', '--parquet', '--out', 'x']], [['--parquet']], [['--from', '2026-12-01']], [['--to', 'yesterday']]])(
    'does not understand %j',
    async (line) => {
      expect((await answers(...line)).code).toBe(2);
    },
  );
});
