import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alarmsExample } from '../../shared/api/examples.ts';
import { caseStatisticsExample } from '../../shared/api/statistics-example.ts';
import { amends } from './command-line.ts';

/** The API, as far as these commands know it. */
let server: Server;
let folder: string;
const asked: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-statistics-'));
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const body = request.url?.startsWith('/api/alarms') ? alarmsExample : caseStatisticsExample;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const port = () => {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  return address.port;
};
const run = (...args: string[]) => amends(folder, args, { env: { AMENDS_URL: `http://127.0.0.1:${port()}`, AMENDS_TOKEN: 'a-token' } });

describe('amends statistics cases (R9)', () => {
  it('tells a month in words, with the names of the house', async () => {
    const { code, out } = await run('statistics', 'cases', '--month', '2026-10');
    expect(code).toBe(0);
    expect(asked).toContain('/api/statistics/cases?month=2026-10');
    expect(out).toContain('24 cases closed, 92% of deadlines kept');
    expect(out).toContain('Logistics  24');
  });

  it('writes tables for a spreadsheet, and says where', async () => {
    const { code, out, err } = await run(
      'statistics',
      'cases',
      '--csv',
      'to/cases.csv',
      '--measures-csv',
      'measures.csv',
      '--language',
      'zh-Hans',
    );
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('to/cases.csv: 2026-10');
    expect(await readFile(join(folder, 'to/cases.csv'), 'utf8')).toMatch(/^\uFEFF月份,类别,.*\r\n2026-10,合计,,,24,1,15,4,4,1,1285,/);
    expect(await readFile(join(folder, 'measures.csv'), 'utf8')).toContain('2607-0011,A second courier for the old town,配送延误,物流部,');
  });

  it('hands out the data as it is with --json', async () => {
    const { out } = await run('statistics', 'cases', '--json');
    expect(JSON.parse(out)).toEqual(caseStatisticsExample);
  });

  it('does not understand a month that is none', async () => {
    const { code, err } = await run('statistics', 'cases', '--month', '2026-13');
    expect(code).toBe(2);
    expect(err).toContain('expected a month, YYYY-MM');
  });
});

describe('amends alarms list (R22)', () => {
  it('tells what rose, against what, and how many false alarms are to be expected', async () => {
    const { code, out } = await run('alarms', 'list', '--limit', '5');
    expect(code).toBe(0);
    expect(asked).toContain('/api/alarms?limit=5');
    expect(out).toMatch(/delivery +42 +10\.3 +21\.0 % +6\.0 %/);
    expect(out).toContain('At most 4 false alarms a year are to be expected');
  });
});
