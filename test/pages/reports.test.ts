import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPage } from '../../shared/domain/analytics/report/html.ts';
import { LANGUAGES } from '../../shared/domain/language.ts';
import { reportOf, SAMPLES } from '../domain/analytics/analysis/sample-reports.ts';
import { accessibilityFaults, openBrowser, picture } from './browser.ts';

const VIEWS = Object.keys(SAMPLES).flatMap((name) => LANGUAGES.map((language) => ({ name, language })));

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const pageOf = async ({ name, language }: (typeof VIEWS)[number]) => {
  const { report } = await reportOf(name);
  const brandName = language === 'en' ? 'Example Company' : '示例公司';
  return reportPage({ report, language, brandName, day: '2026-11-01', owner: language === 'en' ? 'Head of service' : '客服主管' });
};

describe('reports of analyses (R14)', () => {
  it.each(VIEWS)('$name in $language: readable wide and narrow, light and dark, without a script and without a request', async (view) => {
    const html = await pageOf(view);
    for (const [width, colorScheme] of [
      [320, 'light'],
      [880, 'dark'],
      [880, 'light'],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled: true });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.setContent(html);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(asked).toEqual([]);
      expect(await page.evaluate('document.scripts.length')).toBe(0);
      // Beside each picture stands the table of what it shows.
      expect(
        await page.evaluate(
          'document.querySelectorAll("section:has(svg)").length === document.querySelectorAll("section:has(svg):has(table)").length',
        ),
      ).toBe(true);
      if (width === 880 && colorScheme === 'light') await picture(page, `${view.name}.${view.language}`);
      await page.close();
    }
  });

  it.each(LANGUAGES)('names of items on the importance–performance picture do not cover each other: %s', async (language) => {
    const page = await browser.newPage({ viewport: { width: 880, height: 900 } });
    await page.setContent(await pageOf({ name: 'ipa', language }));
    const covering = await page.evaluate(`(() => {
      const boxes = [...document.querySelectorAll('svg text.name')].map((name) => name.getBoundingClientRect());
      return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom)).length;
    })()`);
    expect(covering).toBe(0);
    await page.close();
  });
});
