import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import config from '#config';
import type { AnalysisDocument } from '../../shared/domain/analytics/analysis/request.ts';
import { seededRandom } from '../../shared/domain/analytics/random.ts';
import { reportOf } from '../domain/analytics/analysis/sample-reports.ts';
import { typed } from './in-process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-analyse-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
async function file(content: string | Uint8Array, ending = 'csv'): Promise<string> {
  files += 1;
  const path = join(folder, `${files}.${ending}`);
  await writeFile(path, content);
  return path;
}

const analyse = (...line: string[]) => typed(['analyse', ...line], {});

const Input = z.object({
  rows: z.number(),
  refusedRows: z.number(),
  refusedAnswers: z.number(),
  faults: z.array(z.object({ line: z.number(), column: z.optional(z.string()), reason: z.string() })),
});
const Json = z.looseObject({ basis: z.object({ responses: z.number() }), input: Input });
const json = async (...line: string[]) => {
  const { code, out, err } = await analyse(...line, '--json');
  return { code, err, data: Json.parse(JSON.parse(out)) };
};

/** Two items asked twice by some people, on 1 to 7. */
const HEADER =
  'tangibles.equipment.expectation,tangibles.equipment.perception,reliability.promises.expectation,reliability.promises.perception';
const rows = (count: number) => Array.from({ length: count }, (_, i) => `${6 + (i % 2)},${4 + (i % 3)},6,${3 + (i % 4)}`);
const servqual = (lines: readonly string[]) => [HEADER, ...lines].join('\n');

const MODEL = {
  constructs: [
    { name: 'Quality', items: ['Q1', 'Q2', 'Q3'], mode: 'A' },
    { name: 'Satisfaction', items: ['S1', 'S2'], mode: 'A' },
  ],
  paths: [['Quality', 'Satisfaction']],
  scale: { min: 1, max: 10 },
};

/** Answers that one thing behind each construct makes, and some chance. */
function simulated(people: number): string {
  const random = seededRandom(7);
  const answer = (truth: number) => Math.min(10, Math.max(1, Math.round(5.5 + 2 * truth + 2 * (random() - 0.5))));
  const lines = Array.from({ length: people }, () => {
    const quality = 2 * (random() - 0.5);
    const satisfaction = 0.8 * quality + 0.6 * (random() - 0.5);
    return [quality, quality, quality, satisfaction, satisfaction].map(answer).join(',');
  });
  return ['Q1,Q2,Q3,S1,S2', ...lines].join('\n');
}

describe('analyse over a file (R13)', () => {
  it('says the sentence first, then tables with n and intervals', async () => {
    const { code, out } = await analyse('servqual', '--in', await file(servqual(rows(40))));
    expect(code).toBe(0);
    const [first = ''] = out.split('\n');
    expect(first).toMatch(
      /^What customers perceive is \d\.\d\d below what they expect, on a scale from 1 to 7 \(95% interval .*, n\u00A0=\u00A040\)\.$/,
    );
    expect(out).toMatch(/Promises kept\s+6\.00\s+4\.50\s+−1\.50\s+−\d/);
  });

  it('speaks Chinese', async () => {
    const { out } = await analyse('servqual', '--in', await file(servqual(rows(40))), '--language', 'zh-Hans');
    expect(out).toContain('在 1 至 7 分的量表上，客户感知比期望低');
  });

  it('writes a page', async () => {
    const out = join(folder, 'page.html');
    const { code } = await analyse('servqual', '--in', await file(servqual(rows(40))), '--html', '--out', out);
    expect(code).toBe(0);
    const page = await readFile(out, 'utf8');
    expect(page).toMatch(/^<!DOCTYPE html>/);
    expect(page).toContain(`Owner: ${config.standards.owner?.en}`);
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  it('reads a byte order mark, semicolons and decimal commas', async () => {
    const text = `\uFEFF${servqual(rows(20)).replaceAll(',', ';')}\r\n6,5;4,5;6;3\r\n`;
    const { data } = await json('servqual', '--in', await file(text));
    expect(data).toMatchObject({ kind: 'measured', input: { rows: 21, refusedAnswers: 0, refusedRows: 0 } });
  });

  it('reads GBK without being told', async () => {
    // 服务.importance;服务.satisfaction, as a spreadsheet of a Chinese Windows saves it.
    const service = Buffer.from([0xb7, 0xfe, 0xce, 0xf1]);
    const header = Buffer.concat([
      service,
      Buffer.from('.importance;'),
      service,
      Buffer.from('.satisfaction;price.importance;price.satisfaction\r\n'),
    ]);
    const lines = Array.from({ length: 12 }, (_, i) => `${4 + (i % 2)};${2 + (i % 2)};${2 + (i % 3)};4\r\n`).join('');
    const { code, data } = await json('ipa', '--in', await file(Buffer.concat([header, Buffer.from(lines)])), '--scale', '1-5');
    expect(code).toBe(0);
    expect(JSON.stringify(data)).toContain('"id":"服务"');
  });

  it('keeps all good rows where one of many is bad, and says which by line', async () => {
    const lines = rows(1000);
    lines[499] = '6,5,6';
    lines[700] = '6,"5,6,4';
    const { code, data, err } = await json('servqual', '--in', await file(servqual(lines)));
    expect(code).toBe(0);
    expect(data.input).toMatchObject({ rows: 998, refusedRows: 2 });
    expect(data.input.faults.map(({ line }) => line)).toEqual([501, 702]);
    expect(err).toContain(':501: expected 4 cells as in the first line, came 3');
  });

  it('leaves out words and answers off the scale by themselves, naming row and column', async () => {
    const lines = [...rows(30), 'five,4,6,3', '六,4,6,3', '6,4,6,9', '6,cannot say,6,无法回答', '6,NA,6,'];
    const { data } = await json('servqual', '--in', await file(servqual(lines)));
    expect(data.input).toMatchObject({ rows: 35, refusedRows: 0, refusedAnswers: 3 });
    expect(data.input.faults).toEqual([
      { line: 32, column: 'tangibles.equipment.expectation', reason: 'expected a number from 1 to 7, came words' },
      { line: 33, column: 'tangibles.equipment.expectation', reason: 'expected a number from 1 to 7, came words' },
      { line: 34, column: 'reliability.promises.perception', reason: 'expected a number from 1 to 7, came 9' },
    ]);
  });

  it('keeps the first of two rows with one id, and tells whether the other says the same', async () => {
    const text = [
      'id,overall,a',
      ...Array.from({ length: 70 }, (_, i) => `p${i},${1 + (i % 5)},${1 + ((i * 3) % 5)}`),
      'p3,4,1',
      'p4,5,3',
    ].join('\n');
    const { data } = await json('drivers', '--in', await file(text), '--target', 'overall', '--samples', '100');
    expect(data.input.rows).toBe(70);
    expect(data.input.faults.map(({ line, reason }) => [line, reason])).toEqual([
      [72, 'the id of line 5 with other answers; the first one holds'],
      [73, 'the same row as line 6'],
    ]);
  });
});

describe('analyse index (R14)', () => {
  const model = () => file(JSON.stringify(MODEL), 'json');
  const Index = z.looseObject({
    constructs: z.array(
      z.looseObject({ name: z.string(), index: z.number(), communality: z.number(), ave: z.number(), compositeReliability: z.number() }),
    ),
    items: z.array(z.looseObject({ construct: z.string(), item: z.string(), weight: z.number(), loading: z.number() })),
    paths: z.array(z.looseObject({ from: z.string(), to: z.string(), coefficient: z.number(), interval: z.looseObject({}) })),
    gof: z.number(),
    n: z.number(),
  });

  it('answers in the stated shape, the same for the same seed', async () => {
    const [data, structure] = [await file(simulated(300)), await model()];
    const line = ['index', '--in', data, '--model', structure, '--scheme', 'path', '--samples', '50', '--seed', '3', '--json'];
    const first = await analyse(...line);
    expect(first.code).toBe(0);
    const index = Index.parse(JSON.parse(first.out));
    expect(index.constructs.map(({ name }) => name)).toEqual(['Quality', 'Satisfaction']);
    expect(index.paths[0]?.coefficient).toBeGreaterThan(0.5);
    expect(index.n).toBe(300);
    expect((await analyse(...line)).out).toBe(first.out);
  });

  it('names all columns of the model that are missing at once', async () => {
    const { code, err } = await analyse('index', '--in', await file('Q1,S1\n1,2\n'), '--model', await model());
    expect(code).toBe(1);
    expect(err).toContain('it lacks the columns Q2, Q3, S2. It has: Q1, S1.');
  });

  it('gives no number of too few answers, says how many are needed, and ends with 1', async () => {
    const { code, out } = await analyse('index', '--in', await file(simulated(6)), '--model', await model());
    expect(code).toBe(1);
    expect(out).toContain('6 usable answers, and this model needs at least 10. No index is computed. Gather 4 more');
  });

  it.each([
    ['no JSON', '{', 'expected JSON'],
    ['a path to nowhere', JSON.stringify({ ...MODEL, paths: [['Quality', 'Price']] }), 'there is no construct "Price"'],
    ['no scale', JSON.stringify({ ...MODEL, scale: undefined }), 'scale'],
  ])('says what is wrong with a model: %s', async (_, text, message) => {
    const { code, err } = await analyse('index', '--in', await file(simulated(30)), '--model', await file(text, 'json'));
    expect(code).toBe(1);
    expect(err).toContain(message);
  });
});

describe('analyse, what cannot be done', () => {
  it('is told in JSON where JSON is asked for', async () => {
    const { code, out } = await analyse('servqual', '--in', join(folder, 'none.csv'), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ error: { message: expect.stringContaining('expected a file, there is none') } });
  });

  it.each([
    ['an empty file', '', 'the file is empty'],
    ['columns named twice', 'a,a\n1,2\n', 'named twice'],
    ['no pairs at all', 'a,b\n1,2\n', 'it lacks the columns <item>.expectation, <item>.perception'],
    ['half of a pair', 'a.expectation,b\n1,2\n', 'it lacks the columns a.perception'],
  ])('says so of %s', async (_, text, message) => {
    const { code, err } = await analyse('servqual', '--in', await file(text));
    expect(code).toBe(1);
    expect(err).toContain(message);
  });

  it.each([
    [['drivers', '--in', 'x.csv']],
    [['index', '--in', 'x.csv', '--model', 'm.json', '--scheme', 'other']],
    [['servqual', '--in', 'x.csv', '--scale', '7-1']],
    [['tea-leaves']],
  ])('is not understood: %j', async (line) => {
    expect((await analyse(...line)).code).toBe(2);
  });

  it('shows examples', async () => {
    const { code, out } = await analyse('index', '--help');
    expect(code).toBe(0);
    expect(out).toContain('amends analyse index --in answers.csv --model model.json --scheme path');
  });
});

describe('other kinds over a file', () => {
  const people = Array.from(
    { length: 120 },
    (_, i) => `${1 + (i % 5)},${1 + ((i * 2) % 5)},${['east', 'south', 'west'][i % 3]},${['young', 'old'][i % 2]},${0 + (i % 2)}`,
  );
  const text = ['overall,staff,branch,age,buys', ...people].join('\n');

  it.each([
    ['branches', ['--item', 'overall', '--scale', '1-5'], 'The house:'],
    ['crosstab', ['--rows', 'branch', '--columns', 'age'], 'Counts and shares of the row'],
    ['loyalty', ['--attitude', 'overall', '--behaviour', 'buys', '--behaviour-from', '1'], 'of customers are loyal'],
    ['ratings', ['--items', 'overall', '--scale', '1-5'], 'chose one of the two best answers to “overall”'],
    ['drivers', ['--target', 'overall', '--items', 'staff', '--samples', '100'], 'Regression on 1 item'],
  ])('%s', async (kind, options, said) => {
    const { code, out } = await analyse(kind, '--in', await file(text), ...options);
    expect(out).toContain(said);
    expect(code).toBe(0);
  });

  it('the five gaps, from three files', async () => {
    const of = (aspects: readonly string[], value: number) =>
      file(
        [
          aspects.map((aspect) => `reliability.${aspect}`).join(','),
          ...Array.from({ length: 12 }, (_, i) => aspects.map(() => value + (i % 2)).join(',')),
        ].join('\n'),
      );
    const [customers, managers, staff] = [
      await of(['expectation', 'perception'], 5),
      await of(['belief', 'standard'], 4),
      await of(['delivery', 'told'], 3),
    ];
    const { code, out } = await analyse('gaps5', '--in', customers, '--managers', managers, '--staff', staff);
    expect(code).toBe(0);
    expect(out).toMatch(/Reliability\s+−1\.00/);
  });
});

describe('analyse over stored answers', () => {
  it('asks, waits until it is computed, and prints what it comes to', async () => {
    const { report, basis, result } = await reportOf('servqual');
    const request = { kind: 'servqual', survey: 'servqual', from: '2026-10-01', to: '2026-10-31' } as const;
    const waiting: AnalysisDocument = { id: 'a'.repeat(26), request, state: 'waiting', requestedAt: '2026-11-01T00:00:00.000Z' };
    const asked: string[] = [];
    const server = createServer((incoming, response) => {
      asked.push(`${incoming.method} ${incoming.url}`);
      const isDone = asked.length > 2;
      const document = isDone ? { ...waiting, state: 'done', computedAt: '2026-11-01T00:00:04.000Z', basis, result, report } : waiting;
      incoming.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const line = ['analyse', 'servqual', '--survey', 'servqual', '--from', '2026-10-01', '--to', '2026-10-31'];
    const { code, out } = await typed(line, { AMENDS_URL: url, AMENDS_TOKEN: 'token' });
    await new Promise((resolve) => server.close(resolve));
    expect(code).toBe(0);
    expect(asked).toEqual(['POST /api/analyses', `GET /api/analyses/${waiting.id}`, `GET /api/analyses/${waiting.id}`]);
    expect(out).toContain(report.sentences[0]?.en);
  });

  it('tells that it has failed and why, and ends with 1', async () => {
    const request = { kind: 'servqual', survey: 'servqual', from: '2026-10-01', to: '2026-10-31' } as const;
    const failed: AnalysisDocument = {
      ...{ id: 'a'.repeat(26), request, state: 'failed', failure: 'not-computable', requestedAt: '2026-11-01T00:00:00.000Z' },
    };
    const server = createServer((incoming, response) => {
      incoming.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(failed)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const line = ['analyse', 'servqual', '--survey', 'servqual', '--from', '2026-10-01', '--to', '2026-10-31'];
    const { code, err } = await typed(line, { AMENDS_URL: url, AMENDS_TOKEN: 'token' });
    await new Promise((resolve) => server.close(resolve));
    expect([code, err]).toEqual([1, expect.stringContaining(`analysis ${failed.id} has failed: these answers make it fail each time`)]);
  });
});
