import { type Browser, chromium } from 'playwright-core';
import { BROWSER_FLAGS, findBrowser } from '../local/browser.ts';
import type { Finding } from './figure.ts';
import { type Settings, withCloud } from './measured-cloud.ts';
import { median } from './statistics.ts';

/** "Slow 4G" of Chromium's developer tools: 1.6 Mbit/s down and 750 kbit/s up, of which nine tenths are had, and 562.5 ms for each way there and back. */
const SLOW_4G = { offline: false, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9, latency: 562.5 };
const VISITS = 9;
const FORM = '/f/service?lang=en';

interface Visit {
  /** Milliseconds from the start of the navigation until the first question can be answered: it is drawn. */
  readonly usableMs: number;
  /** … until the script has run too. */
  readonly enhancedMs: number;
  readonly bytes: number;
}

/** How soon a customer can begin on a poor telephone network, each time with an empty cache, beside the same without the throttle. */
export async function measureFormPage({ engine }: Settings): Promise<Finding> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no Chromium was found; AMENDS_CHROMIUM names one');
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
  try {
    const [slow, fast] = await withCloud({ engine }, async ({ url }) => [
      await visits(browser, `${url}${FORM}`, true),
      await visits(browser, `${url}${FORM}`, false),
    ]);
    const of = (made: readonly Visit[], what: keyof Visit) => median(made.map((visit) => visit[what]));
    return {
      title: 'Form page on Slow 4G',
      figures: [
        { name: 'first question usable', value: of(slow ?? [], 'usableMs'), unit: 'ms', goal: { atMost: 1000 } },
        { name: 'script loaded', value: of(slow ?? [], 'enhancedMs'), unit: 'ms' },
        { name: 'first question usable, unthrottled', value: of(fast ?? [], 'usableMs'), unit: 'ms' },
        { name: 'page and script, as they travelled', value: of(slow ?? [], 'bytes') / 1000, unit: 'KB' },
      ],
      how: [
        `Median of ${VISITS} visits with an empty cache each. Usable: the first paint with content; the form works before its script is there.`,
        'Page and script travel compressed, as in AWS; the way to the region is not in it.',
      ],
    };
  } finally {
    await browser.close();
  }
}

async function visits(browser: Browser, url: string, isSlow: boolean): Promise<Visit[]> {
  const made: Visit[] = [];
  for (let i = 0; i < VISITS; i++) made.push(await visit(browser, url, isSlow));
  return made;
}

async function visit(browser: Browser, url: string, isSlow: boolean): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await devTools.send('Network.enable');
    if (isSlow) await devTools.send('Network.emulateNetworkConditions', SLOW_4G);
    await page.goto(url, { waitUntil: 'load' });
    await page.locator('input[type=radio]').first().waitFor({ state: 'attached' });
    return await page.evaluate(
      `({ usableMs: performance.getEntriesByName('first-contentful-paint')[0].startTime,
          enhancedMs: performance.getEntriesByType('navigation')[0].loadEventStart,
          bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, one) => sum + one.transferSize, 0) })`,
    );
  } finally {
    await context.close();
  }
}
