import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ImportBody } from '../../../shared/api/customer-schemas.ts';
import { amends } from '../command-line.ts';

let folder = '';
let server: Server;
let url = '';
/** What came to the API, as JSON text. */
let sent: string[] = [];
let failAfter = Number.POSITIVE_INFINITY;

/** An API that knows who is in already, and refuses branch "nowhere". */
const known = new Set<string>();
function answerTo(text: string) {
  const { rows, isDryRun } = ImportBody.parse(JSON.parse(text));
  return rows.map((row, i) => {
    if (row.branch === 'nowhere') return { row: i, outcome: 'refused', field: 'branch', reason: 'expected one of east, south' };
    const id = row.email ?? row.ownId ?? '';
    const outcome = known.has(id) ? 'unchanged' : 'created';
    if (isDryRun !== true) known.add(id);
    return { row: i, outcome, customerKey: 'q1Zt0J3yB5nW8rVfXk2mLp7sDh4aGc9e' };
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-import-'));
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const isDown = sent.length >= failAfter;
      sent.push(text);
      response.writeHead(isDown ? 500 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isDown ? { title: 'Something failed on our side.' } : { results: answerTo(text) }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  sent = [];
  failAfter = Number.POSITIVE_INFINITY;
  known.clear();
});

const run = (...args: string[]) => amends(folder, ['customers', 'import', ...args], { env: { AMENDS_URL: url, AMENDS_TOKEN: 'token' } });
const put = (name: string, text: string | Uint8Array) => writeFile(join(folder, name), text);
const Outcome = z.object({
  rows: z.int(),
  created: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  faults: z.array(z.unknown()),
  rejectsFile: z.optional(z.string()),
});

describe('amends customers import', () => {
  it('brings rows in by hundreds, and the same file again changes nothing', async () => {
    const rows = Array.from({ length: 250 }, (_, i) => `a${i}@example.com,CRM-${i}`);
    await put('all.csv', `email,own id\n${rows.join('\n')}\n`);
    const first = await run('all.csv', '--json');
    expect(first.err).toBe('');
    expect(Outcome.parse(JSON.parse(first.out))).toMatchObject({ rows: 250, created: 250, refused: 0 });
    expect(sent.map((text) => ImportBody.parse(JSON.parse(text)).rows.length)).toEqual([100, 100, 50]);
    const again = await run('all.csv', '--json');
    expect(Outcome.parse(JSON.parse(again.out))).toMatchObject({ created: 0, unchanged: 250 });
    expect([first.code, again.code]).toEqual([0, 0]);
  });

  it('tells each bad row by line and column, brings the others in, and loses none: they lie in the rejects, as they came', async () => {
    const lines = [
      'email,name,branch,phone',
      'a@example.com,"Ana\nSilva",east,',
      'nonsense,=SUM(A1),east,+86 138',
      'b@example.com,Li,nowhere,',
      'c@example.com,"Wu',
      'd@example.com,Zhao,east,',
    ];
    await put('some.csv', lines.join('\r\n'));
    const { code, out, err } = await run('some.csv', '--json');
    expect(code).toBe(1);
    expect(Outcome.parse(JSON.parse(out))).toMatchObject({ rows: 5, created: 2, refused: 3, rejectsFile: 'some.csv.rejects.csv' });
    expect(err).toMatch(/some\.csv: line 4, column 1 \(email\): expected an e-mail address/);
    expect(err).toMatch(/some\.csv: line 5, column 3 \(branch\): expected one of east, south/);
    expect(err).toMatch(/some\.csv: line 6, column 2: a quote opens here and is not closed/);
    const rejects = (await readFile(join(folder, 'some.csv.rejects.csv'), 'utf8')).replace('\uFEFF', '').split('\r\n');
    expect(rejects[0]).toBe('email,name,branch,phone,line,reason');
    expect(rejects[1]).toMatch(/^nonsense,'=SUM\(A1\),east,'\+86 138,4,/);
  });

  it('takes its own rejects back when they have been set right (P36)', async () => {
    await put('few.csv', 'email,phone\nnonsense,+86 138 0000 0000\n');
    await run('few.csv');
    const rejects = await readFile(join(folder, 'few.csv.rejects.csv'), 'utf8');
    await put('right.csv', rejects.replace('nonsense', 'right@example.com'));
    const { code, out } = await run('right.csv');
    expect({ code, out }).toEqual({ code: 0, out: '1 rows: 1 created, 0 changed, 0 merged, 0 unchanged, 0 refused\n' });
    expect(sent.at(-1)).toContain('"phone":"+86 138 0000 0000"');
  });

  it('only says what would be, with --dry-run', async () => {
    await put('dry.csv', 'email\na@example.com\n');
    expect((await run('dry.csv', '--dry-run')).out).toMatch(/1 would be created/);
    expect(known.size).toBe(0);
    expect(sent[0]).toContain('"isDryRun":true');
  });

  it('reads what Chinese spreadsheets write, and says what to do where the encoding is another', async () => {
    // "email,姓名\nli@example.cn,李雷" in GB18030.
    const gb = Buffer.concat([
      Buffer.from('email;'),
      Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]),
      Buffer.from('\nli@example.cn;'),
      Buffer.from([0xc0, 0xee, 0xc0, 0xd7]),
    ]);
    await put('gb.csv', gb);
    const wrong = await run('gb.csv');
    expect(wrong).toMatchObject({
      code: 1,
      err: expect.stringMatching(/expected utf-8, and it is not\. Say which it is, e\.g\. --encoding gb18030/),
    });
    expect((await run('gb.csv', '--encoding', 'gb18030')).code).toBe(0);
    expect(sent.at(-1)).toContain('"name":"李雷"');
  });

  it('says from which line on nothing is known where the API fails, and ends with 1', async () => {
    await put('half.csv', `email\n${Array.from({ length: 150 }, (_, i) => `a${i}@example.com`).join('\n')}\n`);
    failAfter = 1;
    const { code, err } = await run('half.csv');
    expect(code).toBe(1);
    expect(err).toMatch(/from line 102 on nothing is known to be brought in\. Run it again/);
  });

  it.each([
    ['empty.csv', '', /the file is empty/],
    ['odd.csv', 'email,shoe size\n', /columns not known: 2 "shoe size"/],
  ])('refuses %s', async (name, text, message) => {
    await put(name, text);
    expect(await run(name)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(message) });
  });

  it('refuses a file that is not there', async () => {
    expect(await run('nowhere.csv')).toMatchObject({ code: 1, err: expect.stringMatching(/nowhere\.csv: expected a file, there is none/) });
  });
});

describe('amends customers, used wrongly', () => {
  it.each([
    [['find'], 2, /expected exactly one of --email, --own-id, --phone/],
    [['find', '--email', 'a@example.com', '--phone', '1'], 2, /expected exactly one/],
    [['correct', 'k'], 2, /nothing to correct/],
    [['correct', 'k', '--quiet', 'always'], 2, /two times of day/],
    [['consent', 'k', '--contact', 'perhaps'], 2, /expected yes or no/],
    [['consent', 'k', '--contact', 'yes', '--care', 'no'], 2, /--source/],
    [['import', 'x.csv', '--separator', 'xx'], 2, /a comma, a semicolon/],
  ])('%j ends with %i and says what was expected', async (args, code, message) => {
    const result = await amends(folder, ['customers', ...args], { env: { AMENDS_URL: url, AMENDS_TOKEN: 'token' } });
    expect({ code: result.code, out: result.out }).toEqual({ code, out: '' });
    expect(result.err).toMatch(message);
  });
});
