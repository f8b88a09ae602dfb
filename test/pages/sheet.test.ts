import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../shared/domain/language.ts';
import { caseSheet } from '../../web/sheet/sheet.ts';
import { house, REOPENED, sampleCase } from '../web/sheet/sample-case.ts';
import { accessibilityFaults, openBrowser, picture } from './browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
});
afterAll(() => browser.close());

/** Pages of the PDF that Chromium prints, each of the size that the sheet asks for. Points. */
async function printed(html: string): Promise<{ pages: number; size: string | undefined }> {
  await page.setContent(html);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  return { pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0, size: `${Math.round(Number(width))} × ${Math.round(Number(height))}` };
}

describe.each(LANGUAGES)('the register sheet in %s (R1)', (language) => {
  it.each([
    ['an ordinary case', sampleCase()],
    ['a case of two rounds', sampleCase(REOPENED)],
  ])('prints %s on one page of A4', async (name, matter) => {
    expect(await printed(caseSheet(matter, house, language))).toEqual({ pages: 1, size: '595 × 842' });
    await picture(page, `sheet-${name.replaceAll(' ', '-')}-${language}`);
  });

  it('goes on to further pages where a case is long, and loses nothing', async () => {
    const matter = sampleCase();
    const notes = Array.from(
      { length: 120 },
      (_, i) => ({ type: 'NoteAdded', at: matter.case.openedAt, by: 'agent:lin', text: `n${i}` }) as const,
    );
    const { pages } = await printed(caseSheet({ ...matter, history: [...matter.history, ...notes] }, house, language));
    expect(pages).toBeGreaterThan(1);
  });

  it('can be read by everybody', async () => {
    await page.setContent(caseSheet(sampleCase(), house, language));
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
