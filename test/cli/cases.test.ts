import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseIn, DECIDE, NUMBER, send } from '../functions/desk/case-desk.ts';
import { DeskWorld } from '../functions/desk/world.ts';
import { StudyWorld } from '../functions/study/world.ts';
import { aCase, aFeedback, opened } from '../samples.ts';
import { serveDesk } from './desk-server.ts';
import { typed } from './in-process.ts';

let folder = '';
let world = new DeskWorld();
let study = new StudyWorld();
let desk: Awaited<ReturnType<typeof serveDesk>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-cases-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  world = new DeskWorld();
  study = new StudyWorld();
  world.cases.set(NUMBER, { case: aCase(), history: [opened(aCase())] });
  world.feedback = [aFeedback()];
  desk = await serveDesk({ desk: world, study });
  return () => desk.close();
});

const amends = (line: readonly string[], as = 'lin') => typed(line, desk.env(as));
const doing = (line: readonly string[], as = 'lin') => amends(['cases', 'do', NUMBER, ...line], as);

describe('amends cases do', () => {
  it('says what happened, how the case stands and what is possible next', async () => {
    const { code, out, err } = await doing(['answer', '--text', 'I am looking for it.', '--via', 'telephone']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/agent:lin {2}taken up, in time\n[\s\S]*answered by telephone\n/);
    expect(out).toMatch(/Case 2611-0001 is acknowledged, owner lin, version \d+\.\npossible next: assign, note, /);
  });

  it('offers a sum typed in whole units and parts, and sends it up above the limit (R5)', async () => {
    await send(world, DECIDE);
    const { code, out } = await doing(['offer', '--remedy', 'refund', '--amount', '500.50', '--currency', 'CNY']);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/o1 refund of CN¥500\.50 goes up for approval/) });
    const approved = await doing(['approve', '--offer', 'o1'], 'chen');
    expect(approved.out).toMatch(/o1 approved\n[\s\S]*o1 refund of CN¥500\.50 offered/);
    expect(caseIn(world).offers).toMatchObject([{ money: { amount: 50_050, currency: 'CNY' } }]);
  });

  it('takes any command as JSON, and answers it in JSON', async () => {
    const { code, out } = await doing(['--json', '{"type":"note","text":"Called."}']);
    expect({ code, answer: JSON.parse(out) }).toMatchObject({ code: 0, answer: { case: { version: 2 }, events: [{ text: 'Called.' }] } });
  });

  it('is decided on what stands: the version that was read, and a key of its own, go with it', async () => {
    const seen: Record<string, string | undefined>[] = [];
    const { call } = world;
    world.call = (route, request) => {
      if (route.endsWith('/commands')) seen.push({ ...request?.headers });
      return call.call(world, route, request);
    };
    await doing(['note', '--text', 'One.']);
    await doing(['note', '--text', 'Two.']);
    expect(seen.map((headers) => headers['if-match'])).toEqual(['"1"', '"2"']);
    const keys = seen.map((headers) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(2);
    expect(keys.every((key) => key !== undefined && key.length >= 32)).toBe(true);
  });

  it.each([
    [['accept', '--offer', 'o1'], 1, /^amends: Case 2611-0001 is opened; "accept" is for cases that are offered\.$/m],
    [['assign', '--to', 'nobody'], 1, /to: expected one of lin, morgan, chen, zhao/],
    [['note'], 2, /required option '--text <text>' not specified/],
    [['offer', '--remedy', 'refund', '--amount', '128.505'], 2, /CNY has 2 digits behind the point, got 3/],
    [['fly'], 2, /unknown command 'fly'/],
    [[], 2, /missing required argument 'command'/],
  ] as [string[], number, RegExp][])('%j ends with %i, in words, and changes nothing', async (line, code, message) => {
    const result = await doing(line);
    expect({ code: result.code, out: result.out }).toEqual({ code, out: '' });
    expect(result.err).toMatch(message);
    expect(result.err).not.toMatch(/^\s+at /m);
    expect(caseIn(world).version).toBe(1);
  });

  it('tells the flags of a command', async () => {
    const { code, out } = await doing(['offer', '--help']);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/--remedy <text>[\s\S]*--amount <amount>[\s\S]*--for-approval/) });
  });
});

describe('amends cases list, show, print', () => {
  it('lists an agent’s cases by what is due next, with filters', async () => {
    const { code, out } = await amends(['cases', 'list', '--owner', 'me', '--severity', '2', '--overdue']);
    expect({ code, out }).toEqual({ code: 0, out: 'No such cases.\n' });
    expect((await amends(['cases', 'list', '--owner', 'me'])).out).toMatch(
      /2611-0001 .*opened .*lin .*2026-11-23T09:00 +deadline acknowledge/,
    );
    expect(JSON.parse((await amends(['cases', 'list', '--owner', 'lin', '--json'])).out)).toMatchObject({ items: [{ number: NUMBER }] });
    expect((await amends(['cases', 'list', '--month', '2611'])).err).toMatch(/month: expected a month, YYYY-MM/);
  });

  it('shows a case with what is possible', async () => {
    const { code, out } = await amends(['cases', 'show', NUMBER]);
    expect(code).toBe(0);
    expect(out).toMatch(/Two weeks late[\s\S]*possible now: acknowledge, assign/);
  });

  it.each([
    ['en', 'Complaint register sheet'],
    ['zh-Hans', '客诉处理表'],
  ])('prints the register sheet in %s, to a file or to the output (R1)', async (language, title) => {
    const file = join(folder, `${language}.html`);
    const { code, out, err } = await amends(['cases', 'print', NUMBER, '--language', language, '--out', file]);
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: expect.stringContaining(file) });
    expect(await readFile(file, 'utf8')).toContain(`<h1>${title}</h1>`);
    expect((await amends(['cases', 'print', NUMBER, '--language', language])).out).toContain(`<h1>${title}</h1>`);
  });

  it('says where it cannot write', async () => {
    const { code, err } = await amends(['cases', 'print', NUMBER, '--out', join(folder, 'nowhere', 'x.html')]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/x\.html: cannot be written \(ENOENT\)/) });
  });
});

describe('amends feedback add (R18)', () => {
  it('enters what somebody said, and gives the receipt', async () => {
    const who = ['--name', 'Ana Silva', '--email', 'ana@example.com', '--phone', '+44 20 7946 0000', '--consent'];
    const said = [
      '--comment',
      'It came broken.',
      '--survey',
      'service',
      '--answer',
      'satisfaction=1',
      '--answer',
      'reasons=delivery,staff',
    ];
    const { code, out } = await amends([
      'feedback',
      'add',
      '--channel',
      'telephone',
      ...who,
      ...said,
      '--wish',
      '换货',
      '--open-case',
      '--json',
    ]);
    expect(code).toBe(0);
    expect(study.received).toMatchObject([
      {
        ...{ id: JSON.parse(out).receipt, channel: 'telephone', enteredBy: 'agent:lin', mustOpenCase: true, facts: { wish: '换货' } },
        ...{ answers: [{ value: 1 }], reasons: ['delivery', 'staff'], customer: { phone: '+44 20 7946 0000', hasConsented: true } },
      },
    ]);
  });

  it.each([
    [['--comment', 'x'], 2, /required option '--channel <channel>' not specified/],
    [['--channel', 'pigeon'], 2, /telephone, visit, letter, shop, social, chat/],
    [['--channel', 'visit', '--answer', 'satisfaction'], 2, /expected question=answer/],
    [['--channel', 'visit'], 1, /comment: expected words, or answers to a survey/],
  ] as [string[], number, RegExp][])('%j ends with %i and says what was expected', async (line, code, message) => {
    const result = await amends(['feedback', 'add', ...line]);
    expect({ code: result.code, received: study.received }).toEqual({ code, received: [] });
    expect(result.err).toMatch(message);
  });
});

describe('amends staff', () => {
  it('lists who has how much in hand, and who is away', async () => {
    expect((await amends(['staff', 'absent', 'lin', '--from', '2026-11-23', '--until', '2026-11-27'])).out).toBe(
      'lin is away from 2026-11-23 until 2026-11-27.\n',
    );
    expect((await amends(['staff', 'list'])).out).toMatch(/lin +Lin Yue .* 2026-11-23 – 2026-11-27\n[\s\S]*TEAM/);
    expect((await amends(['staff', 'back', 'lin'])).out).toBe('lin is back.\n');
    const others = await amends(['staff', 'absent', 'chen', '--from', '2026-11-23']);
    expect({ code: others.code, err: others.err }).toEqual({ code: 1, err: expect.stringMatching(/role "manager"/) });
  });
});
