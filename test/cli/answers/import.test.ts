import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { StudyWorld } from '../../functions/study/world.ts';
import { serveDesk } from '../desk-server.ts';
import { typed } from '../in-process.ts';

let folder = '';
let world = new StudyWorld();
let server: Awaited<ReturnType<typeof serveDesk>> | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-answers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  world = new StudyWorld();
  server = await serveDesk({ study: world });
});
afterEach(async () => {
  // The command sets it for a process of its own.
  process.exitCode = undefined;
  await server?.close();
});

const Outcome = z.object({
  rows: z.int(),
  accepted: z.int(),
  skipped: z.int(),
  refused: z.int(),
  faults: z.array(z.object({ line: z.int(), column: z.optional(z.int()), field: z.optional(z.string()), reason: z.string() })),
});

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** The command as a manager types it, as JSON. */
async function bringIn(path: string, ...options: string[]) {
  process.exitCode = undefined;
  const survey = options.includes('--survey') ? [] : ['--survey', 'service'];
  const ran = await typed(['import', 'answers', path, ...survey, ...options, '--json'], server?.env('root') ?? {});
  const printed: unknown = JSON.parse(ran.out);
  return { ...ran, printed, outcome: Outcome.safeParse(printed).data };
}

const HEADER = 'id,at,satisfaction,recommendation,branch,comment';
const file = (name: string, ...rows: string[]) => put(name, `${HEADER}\n${rows.join('\n')}\n`);

describe('amends import answers', () => {
  it('brings rows in as the form would, at their own time in the zone of the brand, and opens no case (R10)', async () => {
    const path = await put(
      'excel.csv',
      '\uFEFF编号;提交时间;How satisfied are you with our service?;您有多大可能向朋友推荐我们？;门店;comment;Email;Consent\r\n' +
        '7;2024/3/14 9:30;5;０;east;"Good; really ""good""\r\nmore";ana@example.com;是\r\n',
    );
    const { outcome, code, err } = await bringIn(path);
    expect({ outcome, code, err }).toMatchObject({ outcome: { rows: 1, accepted: 1, refused: 0 }, code: 0, err: '' });
    expect(world.received).toEqual([
      {
        id: expect.stringMatching(/^[a-z2-7]{26}$/),
        ...{ source: 'import', channel: 'form', externalId: 'service:7', revision: 0, receivedAt: '2024-03-14T01:30:00.000Z' },
        ...{ survey: 'service', surveyVersion: 1, branch: 'east', enteredBy: 'agent:root', isHistoric: true, reasons: [] },
        answers: [
          { question: 'satisfaction', metric: 'csat', value: 5, min: 1, max: 5 },
          { question: 'recommendation', metric: 'nps', value: 0, min: 0, max: 10 },
        ],
        comment: 'Good; really "good"\nmore',
        customer: { email: 'ana@example.com', hasConsented: true },
      },
    ]);
  });

  it('opens cases only where it is asked to', async () => {
    await bringIn(await file('today.csv', '1,2024-03-14,1,0,east,bad'), '--open-cases');
    expect(world.received).toMatchObject([{ externalId: 'service:1' }]);
    expect(world.received[0]?.isHistoric).toBeUndefined();
  });

  it.each([
    ['GBK', Buffer.from('aWQsYXQsc2F0aXNmYWN0aW9uLGNvbW1lbnQKMSwyMDI0LTAzLTE0LDUsuty6wwo=', 'base64'), '很好'],
    ['UTF-16 with its mark', Buffer.from('\uFEFFid\tat\tsatisfaction\tcomment\r\n1\t2024-03-14\t5\t很好\r\n', 'utf16le'), '很好'],
    ['UTF-16 without one', Buffer.from('id\tat\tsatisfaction\tcomment\n1\t2024-03-14\t5\tfine\n', 'utf16le'), 'fine'],
    ['old line ends', Buffer.from('id|at|satisfaction|comment\r1|2024-03-14|5|fine\r'), 'fine'],
  ])('reads %s', async (_name, bytes, comment) => {
    const { outcome } = await bringIn(await put('encoded.csv', bytes));
    expect(outcome).toMatchObject({ accepted: 1, refused: 0 });
    expect(world.received).toMatchObject([{ comment }]);
  });

  it('keeps all good rows beside a bad one, and tells its line, column and what was expected, never the value (R10)', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `${i},2024-03-14,${i === 777 ? 'secret words' : 4},9,east,`);
    const path = await file('one-bad.csv', ...rows);
    const { outcome, code, out, err } = await bringIn(path);
    expect(outcome).toMatchObject({ rows: 1000, accepted: 999, refused: 1, faults: [{ line: 779, column: 3, field: 'satisfaction' }] });
    expect(code).toBe(1);
    expect(world.received).toHaveLength(999);
    const report = await readFile(`${path}.refused.csv`, 'utf8');
    expect(report).toBe(
      '\uFEFFline,column,field,expected\r\n779,3,satisfaction,"expected a whole number from 1 to 5, or ""cannot say"" (无法评价), came words"\r\n',
    );
    expect(out + err + report).not.toContain('secret');
  });

  it.each([
    ['five', /whole number from 1 to 5/],
    ['五', /whole number from 1 to 5/],
    ['4.5', /whole number from 1 to 5, came a fraction/],
    ['6', /whole number from 1 to 5, came one beyond it/],
    ['-1', /whole number from 1 to 5, came one beyond it/],
    ['1e0', /whole number/],
  ])('refuses the rating %s', async (cell, reason) => {
    const { outcome } = await bringIn(await file('rating.csv', `1,2024-03-14,${cell},9,east,x`));
    expect(outcome?.faults).toMatchObject([{ line: 2, column: 3, reason: expect.stringMatching(reason) }]);
    expect(world.received).toEqual([]);
  });

  it.each(['cannot say', 'N/A', '无法评价', '不适用', '说不清'])('takes "%s" for "cannot say", which is no answer', async (cell) => {
    await bringIn(await file('cannot-say.csv', `1,2024-03-14,${cell},9,east,x`));
    expect(world.received).toMatchObject([{ answers: [{ question: 'recommendation' }], cannotSay: ['satisfaction'] }]);
  });

  it('takes 5.0 of a spreadsheet for 5, and an empty cell for no answer', async () => {
    await bringIn(await file('spreadsheet.csv', '1,2024-03-14,5.0,,,'));
    expect(world.received).toMatchObject([{ answers: [{ question: 'satisfaction', value: 5 }] }]);
    expect(world.received[0]?.branch).toBeUndefined();
  });

  it('skips a row that is there twice, and refuses other content under the same id with both lines', async () => {
    const { outcome } = await bringIn(
      await file('twice.csv', '1,2024-03-14,5,9,east,x', '2,2024-03-14,4,9,east,y', '1,2024-03-14,5,9,east,x', '2,2024-03-14,3,9,east,y'),
    );
    expect(outcome).toMatchObject({ accepted: 2, skipped: 1, refused: 1 });
    expect(outcome?.faults).toMatchObject([{ line: 5, column: 1, field: 'id', reason: expect.stringContaining('line 3 has the same id') }]);
  });

  it('without ids knows a row by what stands in it: two who answered alike are two, and the same file again is the same', async () => {
    const path = await put('no-ids.csv', 'date,satisfaction\n2024-03-14,5\n2024-03-14,5\n2024-03-14,4\n');
    await bringIn(path);
    await bringIn(path);
    const ids = world.received.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids.slice(3)).toEqual(ids.slice(0, 3));
  });

  it('names at once every column that is missing', async () => {
    const path = await put('other.csv', 'Q1,Q2\n5,2\n');
    const { code, err } = await bringIn(path, '--map', 'Q3=satisfaction', '--map', 'Q4=at', '--map', 'Q1=happiness');
    expect(code).toBe(1);
    expect(err).toMatch(/column "Q3" is not in the file; column "Q4" is not in the file; "happiness" is no question of survey service/);
    expect((await bringIn(path)).err).toMatch(/expected a column for "at".*; and a column for at least one question of survey service/);
  });

  it('takes columns as they are given, by name, by place, and from a file', async () => {
    const path = await put('given.csv', 'Q1,When,Q2\n5,14/03/2024 23:30,Delivery; Waiting\n');
    const map = await put('map.json', '{"When": "at", "Q2": "reasons"}');
    const { outcome, err } = await bringIn(path, '--map-file', map, '--map', '#1=satisfaction', '--days', 'dmy');
    expect({ outcome, err }).toMatchObject({ outcome: { accepted: 1 }, err: '' });
    expect(world.received).toMatchObject([{ receivedAt: '2024-03-14T15:30:00.000Z', reasons: ['delivery', 'waiting'] }]);
  });

  it('brings in the pairs of SERVQUAL (R13)', async () => {
    const path = await put('servqual.csv', 'id,at,tangibles.equipment.expectation,tangibles.equipment.perception\n1,2024-03-14,7,n/a\n');
    const { outcome } = await bringIn(path, '--survey', 'servqual', '--dry-run');
    expect(outcome).toMatchObject({ rows: 1, accepted: 1, refused: 0 });
  });

  it.each([
    ['nothing at all', '', /the file is empty/],
    ['no time', 'satisfaction\n5\n', /expected a column for "at"/],
  ])('refuses a file with %s', async (_name, content, reason) => {
    const { code, err, printed } = await bringIn(await put('empty.csv', content));
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(reason) });
    expect(printed).toEqual({ error: { message: expect.stringMatching(reason) } });
  });

  it('says of a picture or a workbook that it is none of CSV', async () => {
    const { code, err } = await bringIn(await put('answers.xlsx', Buffer.from('504b0304140006000800000021', 'hex')));
    expect(code).toBe(1);
    expect(err).toContain('expected CSV, which is text; came something else');
  });

  it('expects an answer in every row, and says so in words of its own', async () => {
    const { outcome } = await bringIn(await file('nothing.csv', '1,2024-03-14,,,east,', '2,2024-03-14,,,east,only words'));
    expect(outcome?.faults).toEqual([{ line: 2, reason: 'expected an answer to at least one question, all their cells are empty' }]);
  });

  it('stops at Ctrl-C between two rows, and goes on from there', async () => {
    const rows = Array.from({ length: 900 }, (_, i) => `${i},2024-03-14,4,9,east,${'x'.repeat(200)}`);
    const path = await file('stopped.csv', ...rows);
    const { intake } = world.ports;
    const { sendAll } = intake;
    Object.assign(intake, {
      sendAll: (feedbacks: Parameters<typeof sendAll>[0]) => {
        process.emit('SIGINT');
        return sendAll(feedbacks);
      },
    });
    const stopped = await bringIn(path);
    expect(stopped.code).toBe(1);
    expect(stopped.err).toMatch(/stopped before line \d+\. What is in stays; run it again with --resume to go on\./);
    const before = world.received.length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(900);

    Object.assign(intake, { sendAll });
    expect((await bringIn(path, '--resume')).outcome).toMatchObject({ rows: 900, accepted: 900 });
    expect(process.listenerCount('SIGINT')).toBe(0);
  });

  it('brings nothing in from a file that has only its first line, which is no fault', async () => {
    const { outcome, code } = await bringIn(await put('head.csv', HEADER));
    expect({ outcome, code }).toMatchObject({ outcome: { rows: 0, accepted: 0, refused: 0 }, code: 0 });
  });

  it('refuses rows of too few cells, a time that is still to come, and one that is no day', async () => {
    const { outcome } = await bringIn(
      await file('rows.csv', '1,2024-03-14,5', '2,2999-01-01,5,9,east,', '3,2024-02-30,5,9,east,', ',2024-03-14,5,9,east,'),
    );
    expect(outcome?.faults.map(({ line, field }) => [line, field])).toEqual([
      [2, undefined],
      [3, 'at'],
      [4, 'at'],
      [5, 'id'],
    ]);
  });

  it('checks without bringing in, and needs no Amends for it', async () => {
    const path = await file('dry.csv', '1,2024-03-14,5,9,east,x', '2,2024-03-14,5,9,north,x');
    const ran = await typed(['import', 'answers', path, '--survey', 'service', '--dry-run', '--json'], {});
    expect(Outcome.parse(JSON.parse(ran.out))).toMatchObject({
      accepted: 1,
      refused: 1,
      faults: [{ line: 3, column: 5, field: 'branch' }],
    });
    expect(world.received).toEqual([]);
  });

  it('goes on where a run broke off, with the counts and the report of the whole', async () => {
    const rows = Array.from({ length: 900 }, (_, i) => `${i},2024-03-14,${i % 100 === 0 ? 9 : 4},9,east,${'x'.repeat(200)}`);
    const path = await file('long.csv', ...rows);
    const whole = await bringIn(path);
    const report = await readFile(`${path}.refused.csv`, 'utf8');
    const all = world.received.map(({ id }) => id);

    world.received.length = 0;
    const { intake } = world.ports;
    const { sendAll } = intake;
    let requests = 0;
    Object.assign(intake, {
      sendAll: async (feedbacks: Parameters<typeof sendAll>[0]) => {
        requests += 1;
        return requests === 3 ? feedbacks.map(({ id }) => id) : sendAll(feedbacks);
      },
    });
    const broken = await bringIn(path);
    expect(broken.code).toBe(1);
    expect(broken.err).toMatch(/from line \d+ on nothing is known to be in. Run it again with --resume/);
    const before = world.received.length;
    expect(before).toBeGreaterThan(0);

    const resumed = await bringIn(path, '--resume');
    expect(resumed.outcome).toMatchObject({ rows: 900, accepted: 891, refused: 9 });
    expect(resumed.outcome).toMatchObject({ accepted: whole.outcome?.accepted, refused: whole.outcome?.refused });
    expect(world.received.map(({ id }) => id)).toEqual(all);
    expect(await readFile(`${path}.refused.csv`, 'utf8')).toBe(report);
    await expect(stat(`${path}.import.json`)).rejects.toThrow();
  });

  it('does not go on with another file or other columns', async () => {
    const path = await file('changed.csv', '1,2024-03-14,5,9,east,x');
    expect((await bringIn(path, '--resume')).err).toMatch(/no run of this file to go on with/);
    world.isQueueDown = true;
    await bringIn(path);
    expect((await bringIn(path, '--resume', '--map', 'comment=-')).err).toMatch(/read another file, or this one otherwise/);
    world.isQueueDown = false;
    expect((await bringIn(path, '--resume')).outcome).toMatchObject({ accepted: 1 });
  });

  it('is a manager’s work (P30)', async () => {
    const path = await file('role.csv', '1,2024-03-14,5,9,east,x');
    const ran = await typed(['import', 'answers', path, '--survey', 'service', '--json'], server?.env('lin') ?? {});
    expect(ran.code).toBe(1);
    expect(world.received).toEqual([]);
  });
});
