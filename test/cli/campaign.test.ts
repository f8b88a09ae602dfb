import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAudienceHeader, readAudienceRow } from '../../local/cli/campaign/audience-row.ts';
import config from '../../shared/config/current.ts';
import { conflict } from '../../shared/domain/errors.ts';
import { NOTHING } from '../../shared/domain/metrics/counters.ts';
import { emptyTally } from '../../shared/domain/metrics/tally.ts';
import { StudyWorld } from '../functions/study/world.ts';
import { serveDesk } from './desk-server.ts';
import { typed } from './in-process.ts';

let folder = '';
let world: StudyWorld;
let desk: Awaited<ReturnType<typeof serveDesk>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-campaign-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  world = new StudyWorld();
  Object.assign(world.ports.config, { campaigns: [...config.campaigns] });
  desk = await serveDesk({ study: world });
});
afterEach(async () => {
  process.exitCode = 0;
  await desk.close();
});

const run = (...args: string[]) => typed(['campaign', ...args], desk.env('root'));
async function file(text: string | Uint8Array, name = 'audience.csv'): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

describe('amends campaign start (R10)', () => {
  it('says what it would do, and does nothing without --yes', async () => {
    const csv = await file('email,name\nada@example.com,Ada Example\n');
    const { code, out, err } = await run('start', 'yearly', '--audience', csv);
    expect([code, out]).toEqual([0, 'Campaign yearly: 1 person could be asked.\n']);
    expect(err).toContain('say --yes');
    expect([world.campaigns.queued, world.campaigns.started.size]).toEqual([[], 0]);
  });

  it('asks all good rows, tells the others by line and column, and ends with 1 then', async () => {
    const rows = [
      'E-Mail;姓名;语言;分支;事由',
      'ada@example.com;Ada Example;en;east;visit-1',
      'not-an-address;;;;',
      'li@example.cn;李明;中文;north;',
      'zoe@example.com;;zh;;',
    ];
    const csv = await file(`\uFEFF${rows.join('\r\n')}\r\n`);
    const { code, out, err } = await run('start', 'yearly', '--audience', csv, '--yes');
    expect([code, out]).toEqual([1, 'Campaign yearly: 2 persons handed on to be asked.\n']);
    expect(err).toContain(`${csv}: line 3, column 1 (email): expected an e-mail address`);
    expect(err).toContain(`${csv}: line 4, column 4 (branch): expected the id of a branch: east, south`);
    expect(world.campaigns.queued).toEqual([
      { campaign: 'yearly', person: { email: 'ada@example.com', name: 'Ada Example', language: 'en', branch: 'east' }, cause: 'visit-1' },
      { campaign: 'yearly', person: { email: 'zoe@example.com', language: 'zh-Hans' } },
    ]);
    expect(world.campaigns.started.get('yearly')).toMatchObject({ step: 'open', audienceSize: 2 });
  });

  it('reads what a spreadsheet in China writes, and brings long files in parts', async () => {
    // "姓名" in GBK.
    const header = Buffer.concat([Buffer.from('email,'), Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]), Buffer.from('\n')]);
    const rows = Array.from({ length: 1200 }, (_, i) => `person-${i}@example.com,`).join('\n');
    const csv = await file(Buffer.concat([header, Buffer.from(rows)]));
    const { code } = await run('start', 'yearly', '--audience', csv, '--yes');
    expect([code, world.campaigns.queued.length]).toEqual([0, 1200]);
  });

  it.each([
    ['', 'expected a first line that names the columns; the file is empty'],
    [
      'email,shoe size\na@example.com,43\n',
      'line 1: columns not known: 2 "shoe size". Expected any of email, name, language, branch, cause',
    ],
    ['name\nAda\n', 'audience.csv: line 1: expected a column email'],
    ['email\n', 'no row names somebody who can be asked; nothing was done'],
    ['email,language\na@example.com,fr\n', 'line 2, column 2 (language): expected a language: en, zh-Hans'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'expected CSV, which is text'],
    ['email,email\na@example.com,b@example.com\n', 'line 1: expected each column once; email is there twice.'],
  ])('refuses the file %j', async (text, message) => {
    const { code, err } = await run('start', 'yearly', '--audience', await file(text), '--yes');
    expect([code, world.campaigns.queued, world.campaigns.started.size]).toEqual([1, [], 0]);
    expect(err).toContain(message);
  });

  it('does not repeat a first line that is a person (P33)', async () => {
    const { code, err, out } = await run('start', 'yearly', '--audience', await file('zoe@example.com,Zoe Example\n'), '--json');
    expect(code).toBe(1);
    expect(err).toContain('line 1: expected the names of the columns');
    expect(JSON.parse(out)).toEqual({ error: { message: expect.stringContaining('it seems to be a person') } });
    expect(err + out).not.toMatch(/zoe/i);
  });

  it('says how many are there twice', async () => {
    const csv = await file('email,cause\nada@example.com,1\nADA@example.com,1\nada@example.com,2\n');
    expect((await run('start', 'yearly', '--audience', csv)).out).toBe(
      'Campaign yearly: 3 persons could be asked. 1 of them is there twice; nobody is asked twice.\n',
    );
  });

  it('wants a file for a campaign of a file, and none for others', async () => {
    expect((await run('start', 'yearly', '--yes')).err).toContain('say which, --audience FILE.csv');
    expect((await run('start', 'regulars', '--audience', 'x.csv', '--yes')).err).toContain('leave out --audience');
    expect((await run('start', 'nowhere')).err).toContain('there is no campaign "nowhere"');
    expect((await run('start', 'regulars', '--yes')).out).toBe('Campaign regulars was started.\n');
    expect(world.campaigns.started.get('regulars')?.step).toBe('inviting');
  });

  it('says how far it came where the desk fails, and that it can be run again', async () => {
    let calls = 0;
    const { queue } = world.campaigns;
    const { send } = queue;
    Object.assign(queue, {
      send: async (messages: Parameters<typeof send>[0]) => {
        calls += 1;
        if (calls === 2) throw conflict('The queue is busy.');
        return send(messages);
      },
    });
    const rows = Array.from({ length: 700 }, (_, i) => `person-${i}@example.com`).join('\n');
    const { code, err } = await run('start', 'yearly', '--audience', await file(`email\n${rows}\n`), '--yes');
    expect(code).toBe(1);
    expect(err).toContain('500 of 700 were brought, then it failed. Run it again: nobody is asked twice.');
  });
});

describe('amends campaign status and list (R10)', () => {
  it('tells the response rate with its interval, and who was not asked or reached', async () => {
    world.series.set('campaign#yearly', [
      {
        start: '2026-11-23',
        tally: {
          ...emptyTally,
          ...NOTHING,
          invited: 120,
          invitationsWithheld: 20,
          invitationsNotReached: 10,
          invitationsSent: 90,
          invitationsBegun: 50,
          invitationsAnswered: 45,
        },
      },
    ]);
    const { out } = await run('status', 'yearly');
    expect(out).toContain(
      'response     50.0 % (95 % interval 39.9 % to 60.1 %) of those reached; 45.0 % (95 % interval 35.6 % to 54.8 %) of those invited',
    );
    expect(out).toContain('not asked    20');
    expect((await run('status')).out).toContain('regulars: 2026-01-01 to 2027-12-31, owner chen, not started');
    expect(JSON.parse((await run('status', 'yearly', '--json')).out)).toMatchObject({ id: 'yearly', response: { answered: 45 } });
  });

  it('lists what the config has', async () => {
    const { out } = await run('list');
    expect(out).toContain('yearly');
    expect(out).toContain('customers');
  });
});

describe('a row of an audience', () => {
  const header = readAudienceHeader(['email', 'Name']);

  it('with another number of cells is refused', () => {
    expect(readAudienceRow(header, ['a@example.com'], 7, [])).toEqual({
      faults: [{ line: 7, reason: 'expected 2 cells, as in line 1, came 1' }],
    });
  });
});
