import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../shared/domain/language.ts';
import { accessibilityFaults, picture } from './browser.ts';
import { metrics } from './dashboard-fixtures/answers.ts';
import { noFeedback } from './dashboard-fixtures/metrics.ts';
import { fits, onStage, settled, withDashboard } from './dashboard-fixtures/stage.ts';

onStage();

const PRESS_TABLES = "document.querySelectorAll('button[aria-expanded]').forEach((button) => button.click())";

const LOOKS = LANGUAGES.flatMap((language) =>
  (['light', 'dark'] as const).flatMap((scheme) => ([320, 1280] as const).map((width) => ({ language, scheme, width }))),
);

describe('the dashboard looks as it should (WCAG 2.2 AA)', () => {
  it.each(LOOKS)('$language, $scheme, $width px: all panels, and the comments behind a bar', async ({ language, scheme, width }) => {
    const device = width === 320 ? 'phone' : 'desk';
    await withDashboard('', { language, colorScheme: scheme, viewport: { width, height: 900 } }, async ({ page, complaints }) => {
      await settled(page);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      await page.evaluate(PRESS_TABLES);
      await page.waitForSelector('#distribution tbody');
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await fits(page)).toBe(true);
      await page.evaluate(PRESS_TABLES);
      await page.waitForSelector('#distribution tbody', { state: 'hidden' });
      await picture(page, `dashboard.${language}.${scheme}.${device}`);
      await page.locator('#distribution .bars a').first().click();
      await page.waitForSelector('dialog .comments li');
      await picture(page, `dashboard-behind.${language}.${scheme}.${device}`, 'in sight');
      // What lies behind a dialog cannot be reached, was looked at above, and takes long.
      await page.evaluate("document.querySelectorAll('main > :not(dialog, h1)').forEach((part) => part.remove())");
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await fits(page)).toBe(true);
      expect(complaints).toEqual([]);
    });
  });

  it.each(LOOKS)('$language, $scheme, $width px: nothing yet, with the way to send a test answer', async ({ language, scheme, width }) => {
    const answers = { 'GET /api/metrics': metrics(noFeedback) };
    await withDashboard('', { language, colorScheme: scheme, viewport: { width, height: 900 }, answers }, async ({ page }) => {
      await page.waitForSelector('.nothing a[href="/f/service"]');
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await fits(page)).toBe(true);
      await picture(page, `dashboard-nothing.${language}.${scheme}.${width === 320 ? 'phone' : 'desk'}`);
    });
  });

  it.each(LANGUAGES)('on paper in %s: light, tables open, filters named, nothing to press', async (language) => {
    const options = { language, colorScheme: 'dark' as const, viewport: { width: 794, height: 1123 } };
    await withDashboard('?branch=east', options, async ({ page }) => {
      await settled(page);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.tools, .toolbar, .choices').filter({ visible: true }).count()).toBe(0);
      expect(await page.locator('#scores table').isVisible()).toBe(true);
      expect(await page.textContent('.heading')).toContain(language === 'en' ? 'Branch: East' : '分支机构：华东');
      expect(await fits(page)).toBe(true);
      // Nobody touches paper: how large its links are says nothing.
      expect((await accessibilityFaults(page)).filter((fault) => !fault.startsWith('target-size'))).toEqual([]);
      await picture(page, `dashboard-print.${language}.light.desk`);
    });
  });
});
