import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askMapping } from '../../../local/cli/answers/ask-mapping.ts';
import { mappingOf, toGiven } from '../../../local/cli/answers/mapping.ts';
import { Seen } from '../../../local/cli/answers/seen.ts';
import { timeReader } from '../../../local/cli/answers/times.ts';
import { encodingOf } from '../../../local/cli/csv/encoding-of.ts';
import { readySurveys } from '../../../shared/domain/survey/ready-surveys.ts';
import { Survey } from '../../../shared/domain/survey/survey.ts';

const service = Survey.parse(readySurveys.service);
const namesIn = (mapping: ReturnType<typeof mappingOf>) => mapping.map((target) => target?.name);

describe('times in cells', () => {
  const shanghai = timeReader('Asia/Shanghai', undefined);
  it.each([
    ['2024-03-14', '2024-03-14T04:00:00.000Z'],
    ['2024/3/4 9:05', '2024-03-04T01:05:00.000Z'],
    ['2024年3月14日', '2024-03-14T04:00:00.000Z'],
    ['2024年3月14日 23:59:58', '2024-03-14T15:59:58.000Z'],
    ['2024-03-14T09:30:00Z', '2024-03-14T09:30:00.000Z'],
    ['2024-03-14T09:30:00.250+01:00', '2024-03-14T08:30:00.000Z'],
    ['2024-03-14 00:10 -0530', '2024-03-14T05:40:00.000Z'],
  ])('reads %s', (cell, instant) => {
    expect(shanghai(cell)).toBe(instant);
  });

  it.each(['14/03/2024', '2024-02-30', '2024-13-01', '24-03-14', '2024-03-14 25:00', 'yesterday', '45365', ''])(
    'does not guess at %j',
    (cell) => {
      expect(shanghai(cell)).toBeUndefined();
    },
  );

  it('takes the day or the month first only where it is told which', () => {
    expect(timeReader('UTC', 'dmy')('03/04/2024')).toBe('2024-04-03T12:00:00.000Z');
    expect(timeReader('UTC', 'mdy')('03/04/2024')).toBe('2024-03-04T12:00:00.000Z');
    expect(timeReader('UTC', 'dmy')('2024-04-03')).toBe('2024-04-03T12:00:00.000Z');
  });

  it('keeps to the clock of the zone in summer and winter', () => {
    const london = timeReader('Europe/London', undefined);
    expect(london('2024-07-01 10:00')).toBe('2024-07-01T09:00:00.000Z');
    expect(london('2024-12-01 10:00')).toBe('2024-12-01T10:00:00.000Z');
  });
});

describe('mapping of columns', () => {
  it('proposes by id, by the words of a question and by usual names in both languages, and nothing where it would guess', () => {
    const header = ['答卷编号', 'Submitted at', '您对我们的服务有多满意？', 'In your own words', 'Q7'];
    expect(namesIn(mappingOf(service, header, new Map()))).toEqual(['id', 'at', 'satisfaction', 'comment', undefined]);
  });

  it('proposes nothing twice, and leaves out what is to be left out', () => {
    expect(namesIn(mappingOf(service, ['date', 'time', 'satisfaction'], new Map()))).toEqual(['at', undefined, 'satisfaction']);
    expect(namesIn(mappingOf(service, ['date', 'time', 'satisfaction'], new Map([['date', '-']])))).toEqual([
      undefined,
      'at',
      'satisfaction',
    ]);
    const twice = new Map([
      ['#1', 'at'],
      ['#2', 'at'],
    ]);
    expect(() => mappingOf(service, ['a', 'b'], twice)).toThrow(/two columns for "at"/);
  });

  it('takes a column whose name has an equals sign', () => {
    expect(toGiven('a=b=satisfaction')).toEqual(['a=b', 'satisfaction']);
    expect(toGiven('satisfaction')).toBeUndefined();
  });

  it('knows the columns of pairs by item and half, in both languages (R13)', () => {
    const servqual = Survey.parse(readySurveys.servqual);
    const pairs = servqual.questions.find(({ kind }) => kind === 'pairs');
    const row = pairs?.kind === 'pairs' ? pairs.rows[0] : undefined;
    const header = [`${row?.text.en} – expectation`, `${row?.text['zh-Hans']}（感知）`];
    expect(namesIn(mappingOf(servqual, header, new Map()))).toEqual([
      `${pairs?.id}.${row?.id}.expectation`,
      `${pairs?.id}.${row?.id}.perception`,
    ]);
  });

  it('asks for what no name tells, again where there is no such thing, and goes on only after a yes', async () => {
    const asked: string[] = [];
    const typing =
      (...answers: string[]) =>
      async (question: string) => {
        asked.push(question);
        return answers.shift() ?? '';
      };
    const header = ['at', 'Q1', 'Q2'];
    const mapping = await askMapping(service, header, new Map(), typing('happiness', 'satisfaction', '', 'y'));
    expect(namesIn(mapping)).toEqual(['at', 'satisfaction', undefined]);
    expect(asked).toHaveLength(4);
    expect(asked[1]).toMatch(/There is no such thing. One of satisfaction, recommendation/);
    await expect(askMapping(service, header, new Map(), typing('satisfaction', '', 'n'))).rejects.toThrow(/nothing was brought in/);
  });
});

describe('Seen', () => {
  it('tells of every id what a map would, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), fc.nat(2)), { maxLength: 300 }), (rows) => {
        const seen = new Seen();
        const map = new Map<number, { line: number; content: number }>();
        rows.forEach(([id, content], i) => {
          const before = map.get(id);
          const expected = before && { line: before.line, isSame: before.content === content };
          expect(seen.note(`id-${id}`, `content-${content}`, i + 1)).toEqual(expected);
          if (before === undefined) map.set(id, { line: i + 1, content });
        });
      }),
    );
  });

  it('forgets none as it grows, and counts how often a row came', () => {
    const seen = new Seen();
    for (let i = 0; i < 100_000; i += 1) expect(seen.note(`id-${i}`, '', i + 1) === undefined).toBe(true);
    expect(seen.note('id-77', '', 200_000)).toEqual({ line: 78, isSame: true });
    expect(seen.note('id-99999', 'other', 200_000)).toEqual({ line: 100_000, isSame: false });
    const counts = new Seen();
    expect(['a', 'b', 'a', 'a'].map((row) => counts.times(row))).toEqual([1, 1, 2, 3]);
  });
});

describe('encodingOf', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amends-encoding-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['utf-8', Buffer.from('姓名,评价\n')],
    ['utf-8', Buffer.from('')],
    // Characters of three bytes that lie across the pieces in which a file is read.
    ['utf-8', Buffer.from(`x${'很'.repeat(60_000)}`)],
    ['gb18030', Buffer.from([0xc4, 0xe3, 0xba, 0xc3, 0x2c, 0x31])],
    ['gb18030', Buffer.concat([Buffer.from(`${'x'.repeat(100_000)}`), Buffer.from([0xc4, 0xe3])])],
    ['utf-16le', Buffer.from('\uFEFF你', 'utf16le')],
    ['utf-16be', Buffer.from([0xfe, 0xff, 0x4f, 0x60])],
    ['utf-16le', Buffer.from('id,at', 'utf16le')],
  ])('tells %s', async (encoding, bytes) => {
    const path = join(folder, 'file.csv');
    await writeFile(path, bytes);
    expect(await encodingOf(path)).toBe(encoding);
  });
});
