import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import expected from '../../events/mail/expected.json' with { type: 'json' };
import { amends as inFolder, ROOT } from './command-line.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const amends = (args: readonly string[], run: Parameters<typeof inFolder>[2] = {}) => inFolder(folder, args, run);

describe('the command line, used wrongly', () => {
  it.each([
    [['nonsense'], 2, /unknown command 'nonsense'/],
    [['start', '--port', 'abc'], 2, /expected a port, 0 to 65535/],
    [['feedback', 'list', '--limit', '1000'], 2, /1 to 100/],
    [['feedback', 'correct', 'k3yq7x2m5v4ehwz6a7nbtcd2rs'], 2, /nothing to correct: expected at least one of --sentiment/],
    [['feedback', 'correct', '--severity', '3'], 2, /missing required argument 'id'/],
    [['feedback', 'correct', 'x', '--severity', '5'], 2, /expected 1 \(low\), 2 \(normal\), 3 \(high\) or 4 \(critical\)/],
    [['feedback', 'correct', 'x', '--sentiment', 'angry'], 2, /negative, neutral, positive/],
    [['feedback', 'correct', 'x', '--topic', 'weather=negative'], 2, /expected a topic: delivery, product-quality/],
    [['feedback', 'correct', 'x', '--topic', 'staff'], 2, /expected staff= with one of negative, neutral, positive/],
    [['feedback', 'correct', 'x', '--topic', 'staff=neutral', '--topic', 'staff=negative'], 2, /staff came twice/],
    [['feedback', 'correct', 'x', '--topic', 'none', '--topic', 'staff=negative'], 2, /expected "none" alone/],
    [['export', 'corrections', '--from', '2026-02-30'], 2, /expected a day that exists/],
    [['export', 'corrections', '--from', '2026-02-02', '--to', '2026-02-01'], 2, /--from: expected a day not after 2026-02-01/],
    [['classify', '--format', 'csv'], 2, /auto, json, text/],
    [['classify', '-', 'a', '-'], 2, /expected - \(standard input\) once, it came again/],
    [['classify', '.', 'reviews.txt'], 1, /^amends: \.: expected a file, it is a folder$/m],
    [['export', 'corrections'], 1, /no local cloud runs here/],
    [['cases', 'show'], 2, /missing required argument 'number'/],
    [['cases', 'do', '2611-0001', 'offer'], 2, /required option '--remedy <text>' not specified/],
    [['cases', 'do', '2611-0001', 'acknowledge'], 1, /no local cloud runs here/],
    [['token', '--role', 'king'], 2, /agent, manager, admin/],
    [['feedback', 'list'], 1, /no local cloud runs here\. Start one with "npm start"/],
    [['mail', 'parse', 'nowhere.eml'], 1, /nowhere\.eml: expected a file, there is none/],
    [['secrets', 'set', 'source/nobody', 'x'.repeat(30)], 1, /Expected one of:[\s\S]*amends\/source\/typeform/],
    [['secrets', 'set', 'source/typeform', 'short'], 1, /at least 24 characters/],
  ])('%j ends with %i and says what was expected', async (args, code, message) => {
    const result = await amends(args);
    expect({ code: result.code, out: result.out }).toEqual({ code, out: '' });
    expect(result.err).toMatch(message);
    expect(result.err).not.toMatch(/^\s+at /m);
  });

  it('what is no mail is told so', async () => {
    await writeFile(join(folder, 'odd.bin'), '{}');
    const { code, err } = await amends(['mail', 'parse', 'odd.bin']);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/expected a mail/) });
  });

  it('a deployed Amends that cannot be reached is told by its address, without the token', async () => {
    const { code, err } = await amends(['cases', 'list'], { env: { AMENDS_URL: 'http://127.0.0.1:9', AMENDS_TOKEN: 'very-secret' } });
    expect(code).toBe(1);
    expect(err).toMatch(/127\.0\.0\.1:9 cannot be reached/);
    expect(err).not.toMatch(/very-secret/);
  });
});

describe('the command line, used well', () => {
  it('mail parse gives what this person wrote, as JSON', async () => {
    const [[file, wanted] = ['', undefined]] = Object.entries(expected).filter(([name]) => name.startsWith('reply-outlook-zh'));
    const { code, out } = await amends(['mail', 'parse', join(ROOT, 'events', 'mail', file), '--json']);
    const { from, text, isAutomatic, isBounce, language } = wanted ?? {};
    expect({ code, mail: JSON.parse(out) }).toEqual({
      code: 0,
      mail: { from, subject: expect.any(String), text, isAutomatic, isBounce, language },
    });
  });

  it('secrets are set without a value on the command line, kept from others, rotated, and never shown', async () => {
    const first = 'first-secret-of-the-test-0123456789';
    const second = 'second-secret-of-the-test-987654321';
    expect((await amends(['secrets', 'set', 'source/typeform'], { stdin: `${first}\n` })).code).toBe(0);
    expect((await amends(['secrets', 'set', 'source/typeform', '--keep-previous'], { stdin: second })).code).toBe(0);
    const listed = await amends(['secrets', 'list', '--json']);
    expect(JSON.parse(listed.out)).toContainEqual({ name: 'amends/source/typeform', secrets: 2 });
    expect(listed.out).not.toMatch(/secret-of-the-test/);
    expect((await stat(join(folder, '.amends', 'secrets.json'))).mode & 0o077).toBe(0);
  });

  it('doctor finds a secret that is missing, with exit code 1', async () => {
    const { code, out } = await amends(['doctor', '--json']);
    const findings: { what: string; state: string }[] = JSON.parse(out);
    expect(findings.find(({ what }) => what.startsWith('Secrets'))?.state).toBe('fault');
    expect(code).toBe(1);
  });
});
