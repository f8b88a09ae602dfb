import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { BROWSER_FLAGS, findBrowser } from '../../local/browser.ts';

/** Chromium as machines run it: no network of its own, a fresh profile each time. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no Chromium was found; vitest.config.ts leaves the page tests out then');
  return chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
}

/** What axe finds against WCAG 2.2 A and AA, as readable lines; none is what we want. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const faults: { id: string; help: string; targets: string[] }[] = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, help, nodes }) => ({ id, help, targets: nodes.slice(0, 3).map(({ target }) => target.join(' ')) })))`,
  );
  return faults.map(({ id, help, targets }) => `${id}: ${help} (${targets.join('; ')})`);
}

/** Where AMENDS_SCREENSHOTS names a folder, a picture of the page lies there afterwards; `what` is in it: all of it, or what is in sight. */
export async function picture(page: Page, name: string, what: 'all' | 'in sight' = 'all'): Promise<void> {
  const folder = process.env['AMENDS_SCREENSHOTS'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: what === 'all' });
}
