import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Language } from '../../../shared/domain/language.ts';
import { openBrowser } from '../browser.ts';
import { type Answers, answerApi, USUAL } from './answers.ts';
import { type Site, serveWeb } from './site.ts';

let browser: Browser;
let site: Site;

/** One browser and one build of the page for all tests of a file. */
export function onStage(): void {
  beforeAll(async () => {
    [site, browser] = await Promise.all([serveWeb(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });
}

interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What was asked of the API. */
  readonly asked: readonly string[];
  /** What the browser complained of. */
  readonly complaints: readonly string[];
}

interface Options extends BrowserContextOptions {
  readonly language?: Language;
  readonly answers?: Answers;
}

/** The page as a manager sees it who is signed in, with an API that answers as it is told. */
export async function withDashboard<Result>(
  query: string,
  { language = 'en', answers = {}, ...options }: Options,
  use: (opened: Opened) => Promise<Result>,
) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  try {
    await context.addInitScript(`if (sessionStorage.getItem('amends.session') === null) sessionStorage.setItem('amends.session', '{"idToken":"x","endsAt":9999999999999}');
      localStorage.setItem('amends.language', '${language}')`);
    const asked = await answerApi(context, { ...USUAL, ...answers });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (said) => /Content Security Policy|TrustedHTML/.test(said.text()) && complaints.push(said.text()));
    await page.goto(`${site.url}/dashboard/${query}`);
    return await use({ page, context, asked, complaints });
  } finally {
    await context.close();
  }
}

/** All panels have what they asked for. */
export const settled = async (page: Page) => {
  await page.waitForSelector('#ipa');
  await page.waitForSelector('.skeleton', { state: 'detached' });
};

/** Nothing is wider than the window. */
export const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');
