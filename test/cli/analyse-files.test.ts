import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { hasFigure } from '../../local/cli/analyse/has-figure.ts';
import { typed } from './in-process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-analyse-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
async function file(header: string, rows: readonly string[]): Promise<string> {
  files += 1;
  const path = join(folder, `${files}.csv`);
  await writeFile(path, [header, ...rows, ''].join('\n'));
  return path;
}

const analyse = (...line: string[]) => typed(['analyse', ...line], {});
const people = (count: number, row: (i: number) => string) => Array.from({ length: count }, (_, i) => row(i));

const PAIRS = 'tangibles.equipment.expectation,tangibles.equipment.perception';
const RATED = 'price.importance,price.satisfaction,staff.importance,staff.satisfaction';

describe('the scale of a file', () => {
  it('is that of the questions that are asked for: an age, a share or points beside them are no answers off it (R13)', async () => {
    const weights = 'importance.tangibles,importance.reliability,importance.responsiveness,importance.assurance,importance.empathy';
    const csv = await file(
      `${PAIRS},${weights}`,
      people(30, (i) => `${6 + (i % 2)},${4 + (i % 3)},40,30,10,10,10`),
    );
    const { code, out, err } = await analyse('servqual', '--in', csv);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('All, by importance');
    const nothing = await file(
      `${PAIRS},${weights}`,
      people(30, (i) => `${6 + (i % 2)},${4 + (i % 3)},0,0,0,0,0`),
    );
    expect((await analyse('servqual', '--in', nothing)).out).toMatch(/All, by importance +The weights sum to 0/);
  });

  it('is told from the attitude alone, where behaviour is counted otherwise (R15)', async () => {
    const csv = await file(
      'overall,share,phone',
      people(40, (i) => `${1 + (i % 5)},0.${i % 10},1380013${1000 + i}`),
    );
    const { code, err } = await analyse('loyalty', '--in', csv, '--attitude', 'overall', '--behaviour', 'share', '--behaviour-from', '0.5');
    expect(code).toBe(0);
    expect(err).toBe(`${csv}: the scale is taken from the answers, 1 to 5; say another with --scale\n`);
  });

  it('is asked for where all answers are the same', async () => {
    const csv = await file(
      RATED,
      people(20, () => '3,3,3,3'),
    );
    const { code, err } = await analyse('ipa', '--in', csv);
    expect(code).toBe(1);
    expect(err).toContain('are the same, so the scale cannot be told from them. Say it, e.g. --scale 1-5.');
    expect((await analyse('dual', '--in', csv, '--scale', '1-5')).code).toBe(0);
  });

  it('does not repeat a long number that is off it, which may be a telephone (P33)', async () => {
    const rows = people(20, (i) => `${1 + (i % 5)}`);
    const csv = await file('overall', [...rows, '13800138000', '9', '-13800138000']);
    const { err, out } = await analyse('ratings', '--in', csv, '--items', 'overall', '--scale', '1-5', '--json');
    expect(err).toContain(`${csv}:22, column "overall": expected a number from 1 to 5, came a number above it`);
    expect(err).toContain(`${csv}:23, column "overall": expected a number from 1 to 5, came 9`);
    expect(err).toContain(`${csv}:24, column "overall": expected a number from 1 to 5, came a number below it`);
    expect(err + out).not.toContain('13800138000');
  });
});

describe('no figure at all', () => {
  const FIGURES = z.looseObject({ error: z.object({ message: z.string() }) });

  it.each([
    ['servqual', PAIRS, [], /there are 0, and it takes 10/],
    ['coefficient', PAIRS, [], /None of 1 items has answers enough/],
    ['dual', RATED, [], /there are 0, and it takes 10/],
    ['ipa', RATED, [], /there are 0, and it takes 2/],
    ['ratings', 'overall', ['--items', 'overall'], /No question has answers enough/],
    ['branches', 'overall,branch', ['--item', 'overall'], /./],
    ['trend', 'overall,day', ['--item', 'overall'], /at least 9 are needed/],
  ] as const)('of %s over a file with its first line alone ends with 1, and JSON says why', async (kind, header, options, why) => {
    const { code, out } = await analyse(kind, '--in', await file(header, []), ...options, '--json');
    expect(FIGURES.parse(JSON.parse(out)).error.message).toMatch(why);
    expect(code).toBe(1);
  });

  it('is what a result of refusals alone holds, however deep they lie', () => {
    expect(hasFigure({ kind: 'measured', items: [{ id: 'a', result: { kind: 'refused' } }] })).toBe(false);
    expect(hasFigure({ kind: 'measured', items: [{ result: { kind: 'refused' } }, { result: { kind: 'measured' } }] })).toBe(true);
    expect(hasFigure({ refusal: { kind: 'too-few-answers' } })).toBe(false);
    expect(hasFigure({ items: [] })).toBe(false);
    expect(hasFigure({ constructs: [{ name: 'Quality', index: 70 }], items: [{ item: 'Q1' }] })).toBe(true);
  });
});

describe('what a file lacks', () => {
  it.each([
    ['trend', 'overall', ['--item', 'overall'], 'it lacks a column that tells the day, such as 2026-03-14: day, date, 日期'],
    ['branches', 'overall', ['--item', 'overall'], 'it lacks a column that names the branch: branch'],
    ['crosstab', 'overall,age', ['--rows', 'age', '--columns', 'sex'], 'it lacks the columns sex. It has: overall, age.'],
    ['gaps5', 'overall', ['--managers', 'm.csv', '--staff', 's.csv'], 'it lacks columns of customers, such as reliability.expectation'],
  ] as const)('is told of %s', async (kind, header, options, lack) => {
    const { code, err } = await analyse(kind, '--in', await file(header, ['1']), ...options);
    expect(err).toContain(lack);
    expect(code).toBe(1);
  });

  it('its days are read as people write them, and are the period', async () => {
    const csv = await file(
      'overall,date',
      people(200, (i) => `${1 + (i % 5)},2026/${1 + Math.floor(i / 20)}/${1 + (i % 20)}`),
    );
    const { code, out } = await analyse('trend', '--in', csv, '--item', 'overall', '--by', 'month');
    expect(code).toBe(0);
    expect(out).toContain('Period: 2026-01-01 to 2026-10-20.');
  });
});

describe('options', () => {
  it.each([
    [['ratings', '--in', 'x.csv', '--branch', 'east'], '--branch: of stored answers; a file (--in) is taken whole'],
    [['ratings', '--scale', '1-5'], '--scale: of a file. Name it with --in'],
    [['ratings', '--from', '2026-02-30'], 'expected a day that exists'],
    [['ratings', '--in', 'x.csv', '--encoding', 'morse'], 'Allowed choices are utf-8, gb18030, utf-16le, utf-16be'],
    [['ratings', '--in', 'x.csv', '--html', '--json'], '--html or --json, not both'],
    [['index', '--in', 'x.csv', '--model', 'ecsi', '--samples', '100000'], 'expected a whole number from 0 to 1000'],
    [['index', '--in', 'x.csv', '--model', 'ecsi', '--samples', '-1'], 'expected a whole number from 0 to 1000'],
    [['drivers', '--in', 'x.csv', '--target', 'a', '--items', 'a,b'], '--items: expected others than --target'],
    [['crosstab', '--in', 'x.csv', '--rows', 'a', '--columns', 'a'], '--columns: expected another question than --rows'],
  ])('%j is not understood, and why is told', async (line, why) => {
    const { code, err } = await analyse(...line);
    expect(err).toContain(why);
    expect(code).toBe(2);
  });
});
