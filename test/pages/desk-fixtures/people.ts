import { type Browser, errors, type Page } from 'playwright-core';
import type { LocalCloud } from '../../../local/cloud.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { read, submit, unhappy } from '../../flows/cloud.ts';

export interface Looks {
  readonly language?: Language;
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** What no page may do: a script of a customer's ran, or one of ours failed. */
export interface Watched {
  readonly page: Page;
  readonly faults: string[];
}

/** A browser of its own for one person, with whatever goes wrong in it. */
export async function openPage(
  browser: Browser,
  { language = 'en', scheme = 'light', width = 1280, height = 900 }: Looks = {},
): Promise<Watched> {
  const locale = { en: 'en-GB', 'zh-Hans': 'zh-CN' }[language];
  const context = await browser.newContext({ locale, colorScheme: scheme, viewport: { width, height } });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // What the API refuses is told by the browser as well.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text());
  });
  return { page, faults };
}

/** Signs in by the local cloud's page as an agent of the config or somebody of a role. */
export async function signIn(page: Page, url: string, account: string, path = '/desk/'): Promise<void> {
  await page.goto(url + path);
  await page.click(`button[value="${account}"]`);
  await page.waitForSelector('.bar');
}

/** A case of an unhappy customer. @returns its number. */
export async function openCase(
  cloud: LocalCloud,
  comment: string,
  name = 'Ada Example',
  email = `${crypto.randomUUID()}@example.com`,
): Promise<string> {
  const answers = unhappy(email, comment);
  const { receipt } = await submit(cloud, { ...answers, contact: { ...answers.contact, name } });
  await cloud.idle();
  const { feedback } = await read(cloud, receipt);
  if (feedback.caseNumber === undefined) throw new Error(`expected a case for "${comment}"`);
  return feedback.caseNumber;
}

/** Presses Tab until the element has the focus, as somebody without a mouse. */
export async function tabTo(page: Page, selector: string, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) === true`)) return;
    await page.keyboard.press('Tab');
  }
  throw new errors.TimeoutError(`expected "${selector}" within ${most} presses of Tab`);
}
