import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '#config';
import { buildWeb } from '../../infra/web.ts';
import { BUDGETS, firstLoad, sizeOf, sizeWith } from '../../infra/web-sizes.ts';
import { LANGUAGES } from '../../shared/domain/language.ts';
import { formPage } from '../../web/form/pages.ts';

let web = '';

beforeAll(async () => {
  web = await mkdtemp(join(tmpdir(), 'amends-web-'));
  await buildWeb({ to: web });
});

afterAll(() => rm(web, { recursive: true, force: true }));

async function documents(): Promise<[string, string][]> {
  const names = (await readdir(web, { recursive: true })).filter((name) => name.endsWith('.html'));
  return Promise.all(names.map(async (name): Promise<[string, string]> => [name, await readFile(join(web, name), 'utf8')]));
}

describe('the built pages', () => {
  it.each(['desk', 'dashboard', 'signed-in'] as const)('keep to what %s may fetch at first', async (page) => {
    expect(await firstLoad(web, page)).toBeLessThanOrEqual(BUDGETS[page]);
  });

  it('keep the widget, in one file, to its size', async () => {
    expect(await sizeOf(web, 'widget.js')).toBeLessThanOrEqual(BUDGETS.widget);
    expect(await readFile(join(web, 'widget.js'), 'utf8')).not.toMatch(/\bimport\s*["'{]/);
  });

  it.each(config.surveys.flatMap((survey) => LANGUAGES.map((language) => ({ survey, language, name: `${survey.id} in ${language}` }))))(
    'keep the form page $name with its script to its size',
    async ({ survey, language }) => {
      const proof = { submissionId: crypto.randomUUID(), startToken: 'x'.repeat(90), typed: new URLSearchParams(), issues: [] };
      const page = formPage({ survey, language, brand: config.brand.name[language], ...proof });
      expect(await sizeWith(web, page, 'form.js')).toBeLessThanOrEqual(BUDGETS.form);
    },
  );

  it('have no script, style or handler in the document: the content security policy forbids it', async () => {
    const found = await documents();
    expect(found.map(([name]) => name).sort()).toEqual(['dashboard/index.html', 'desk/index.html', 'signed-in/index.html']);
    for (const [name, text] of found) expect([name, text.match(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/g)]).toEqual([name, null]);
  });

  it('name nothing of another site', async () => {
    for (const [name, text] of await documents())
      expect([name, text.match(/(?:src|href)="(?!\/(?:assets\/|\w)|data:,")[^"]*"/g)]).toEqual([name, null]);
  });

  it('are the same bytes when they are built again', async () => {
    const again = await mkdtemp(join(tmpdir(), 'amends-web-'));
    try {
      await buildWeb({ to: again });
      expect((await readdir(again, { recursive: true })).sort()).toEqual((await readdir(web, { recursive: true })).sort());
    } finally {
      await rm(again, { recursive: true, force: true });
    }
  });
});
