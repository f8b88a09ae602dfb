import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEMPLATE_NAMES } from '../../shared/domain/recovery/mail/tokens.ts';
import { amends } from './command-line.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-templates-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('amends templates', () => {
  it('lint finds no fault in what comes with Amends, and says how much it looked at', async () => {
    const { code, out } = await amends(folder, ['templates', 'lint', '--json']);
    expect(JSON.parse(out)).toEqual({ texts: TEMPLATE_NAMES.length * 2, findings: [] });
    expect(code).toBe(0);
  });

  it('preview writes each mail as HTML and text, with an index', async () => {
    const { code, err } = await amends(folder, ['templates', 'preview', '--out', 'mails', '--language', 'zh-Hans', '--template', 'offer']);
    expect({ code, err }).toEqual({ code: 0, err: '2 mails in mails; begin with mails/index.html\n' });
    expect((await readdir(join(folder, 'mails'))).sort()).toEqual([
      'index.html',
      'offer.least.zh-Hans.html',
      'offer.least.zh-Hans.txt',
      'offer.zh-Hans.html',
      'offer.zh-Hans.txt',
    ]);
    expect(await readFile(join(folder, 'mails', 'offer.zh-Hans.txt'), 'utf8')).toContain('李明，您好：');
    expect(await readFile(join(folder, 'mails', 'index.html'), 'utf8')).toContain('<a href="offer.zh-Hans.html">');
  });

  it('list names all mails, and refuses one that there is not', async () => {
    const { out } = await amends(folder, ['templates', 'list', '--json']);
    expect(JSON.parse(out)).toHaveLength(TEMPLATE_NAMES.length);
    const { code, err } = await amends(folder, ['templates', 'preview', '--out', 'mails', '--template', 'farewell']);
    expect(code).toBe(2);
    expect(err).toContain("argument 'farewell' is invalid");
  });
});
