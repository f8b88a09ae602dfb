import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults, openBrowser } from './browser.ts';
import { eventually, type FormSite, serveForm, serveHost } from './form-site.ts';

let site: FormSite;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  site = await serveForm();
  return () => site.stop();
});
afterAll(() => browser.close());

/** The strictest page that can hold the widget: it names the house, and nothing is inline. */
const strict = () =>
  `default-src 'none'; script-src ${site.url}; connect-src ${site.url}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types amends`;

interface Visit {
  readonly page: Page;
  /** What the browser complained of. */
  readonly broken: string[];
  /** Events of the widget, or messages of the frame, as the page around hears them. */
  readonly heard: () => Promise<unknown[]>;
}

async function onHost(
  body: string,
  policy: string,
  use: (visit: Visit) => Promise<void>,
  viewport = { width: 760, height: 900 },
): Promise<void> {
  const host = await serveHost(body, policy);
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    const broken: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && broken.push(message.text())));
    page.on('pageerror', (error) => void broken.push(String(error)));
    await page.addInitScript(`
      window.heard = [];
      for (const type of ['amends-ready', 'amends-sent', 'amends-failed']) addEventListener(type, (event) => heard.push([type, event.detail]));
      addEventListener('message', (event) => heard.push(event.data));
    `);
    await page.goto(host.url);
    await use({ page, broken, heard: () => page.evaluate('window.heard') });
    expect(await context.cookies()).toEqual([]);
  } finally {
    await context.close();
    await host.stop();
  }
}

const widget = (attributes = 'survey="service"') =>
  `<main><h1>A shop</h1><amends-feedback ${attributes}></amends-feedback></main><script type="module" src="${site.url}/widget.js"></script>`;
const choose = (page: Page, name: string, value: string) => page.check(`input[name="${name}"][value="${value}"]`, { force: true });
const send = (page: Page) => page.click('form button[type=submit]:not(.other)');

describe('<amends-feedback>', () => {
  it('asks, sends and thanks on a page of another origin with a strict policy, and breaks none of it', async () => {
    await onHost(widget('survey="service" branch="east" campaign="spring"'), strict(), async ({ page, broken, heard }) => {
      await page.waitForSelector('amends-feedback form');
      expect(await heard()).toEqual([['amends-ready', null]]);
      expect(await accessibilityFaults(page)).toEqual([]);
      await choose(page, 'satisfaction', '4');
      await page.fill('textarea', 'From a shop');
      await send(page);
      await page.waitForSelector('.receipt dd');
      const receipt = await page.textContent('.receipt dd');
      expect(await heard()).toEqual([
        ['amends-ready', null],
        ['amends-sent', { receipt }],
      ]);
      expect(site.queued).toMatchObject([
        { id: receipt, comment: 'From a shop', branch: 'east', campaign: 'spring', locale: 'en', quarantine: undefined },
      ]);
      expect(await page.getAttribute('amends-feedback a', 'rel')).toBe('noopener');
      expect(await page.getAttribute('amends-feedback a', 'target')).toBe('_blank');
      expect(broken).toEqual([]);
    });
  });

  it('is the same form: every page, condition and fault of it, by keyboard too (R11)', async () => {
    await onHost(widget('survey="long" lang="zh-Hans"'), strict(), async ({ page }) => {
      await page.waitForSelector('amends-feedback form');
      await page.focus('input[name=overall][value="1"]');
      await page.keyboard.press('2');
      await send(page);
      await page.waitForSelector('input[name=wrong]', { state: 'attached' });
      await send(page);
      await page.waitForSelector('.summary');
      expect(await page.textContent('.summary')).toContain('请检查以下内容');
      expect(await page.evaluate("document.querySelector('amends-feedback').shadowRoot.activeElement.name")).toBe('wrong');
      expect(await accessibilityFaults(page)).toEqual([]);
      await choose(page, 'wrong', 'crew');
      await send(page);
      await page.waitForSelector('input[name="cabin.seat"]', { state: 'attached' });
      expect(await page.textContent('.progress')).toContain('第 3 页');
    });
  });

  it('takes the colours and parts that the page around gives it, and its light or dark', async () => {
    const style = `<style>amends-feedback{--amends-accent:#123456;color-scheme:dark}amends-feedback::part(title){letter-spacing:3px}</style>`;
    await onHost(style + widget(), `${strict()}; style-src 'unsafe-inline'`, async ({ page }) => {
      await page.waitForSelector('amends-feedback form');
      const of = (selector: string, property: string) =>
        page.evaluate(`getComputedStyle(document.querySelector('amends-feedback').shadowRoot.querySelector('${selector}')).${property}`);
      expect(await of('button[type=submit]', 'backgroundColor')).toBe('rgb(18, 52, 86)');
      expect(await of('h1', 'letterSpacing')).toBe('3px');
      expect(await of('.sheet', 'backgroundColor')).toBe('rgb(26, 39, 37)');
    });
  });

  it('has targets of 24 pixels in a narrow column of a wide page: it looks at its own room', async () => {
    const column = `<style>main{width:300px}</style>`;
    await onHost(
      column + widget(),
      `${strict()}; style-src 'unsafe-inline'`,
      async ({ page }) => {
        await page.waitForSelector('amends-feedback form');
        const boxes = await page.locator('input[name=recommendation]').all();
        const sizes = await Promise.all(boxes.map((box) => box.boundingBox()));
        expect(sizes).toHaveLength(12);
        expect(sizes.filter((size) => size === null || size.width < 24 || size.height < 24)).toEqual([]);
      },
      { width: 1280, height: 900 },
    );
  });

  it('keeps what was typed for the next visit, on that page’s own shelf', async () => {
    await onHost(widget(), strict(), async ({ page }) => {
      await page.waitForSelector('amends-feedback form');
      await page.fill('textarea', 'Half a senten');
      await page.reload();
      await page.waitForSelector('amends-feedback .note');
      expect(await page.inputValue('textarea')).toBe('Half a senten');
    });
  });

  it('says that it cannot be loaded, tells the page around, and tries again', async () => {
    await onHost(widget('survey="service" base="http://127.0.0.1:9"'), strict(), async ({ page, heard }) => {
      await page.waitForSelector('amends-feedback button');
      expect(await page.textContent('amends-feedback [role=status]')).toBe('The form could not be loaded.');
      expect(await heard()).toEqual([['amends-failed', null]]);
      await page.evaluate(`document.querySelector('amends-feedback').setAttribute('base', ${JSON.stringify(site.url)})`);
      await page.waitForSelector('amends-feedback form');
    });
  });

  it('shows a survey that there is not as what it is', async () => {
    await onHost(widget('survey="nothing"'), strict(), async ({ page, heard }) => {
      await page.waitForSelector('amends-feedback h1');
      expect(await page.textContent('amends-feedback h1')).toBe('There is no form here.');
      expect(await heard()).toEqual([['amends-failed', null]]);
    });
  });
});

describe('a frame', () => {
  const frame = (query = 'view=frame&lang=en') =>
    `<main><h1>A shop</h1><iframe title="Your opinion" width="700" height="900" src="${site.url}/f/service?${query}"></iframe></main>`;
  const policy = () => `default-src 'none'; frame-src ${site.url}`;

  it('tells the page around when it is ready, how high it is, and that it was sent; and nothing of what was said', async () => {
    await onHost(frame(), policy(), async ({ page, heard, broken }) => {
      const form = page.frameLocator('iframe');
      await form.locator('.kept').waitFor({ state: 'attached' });
      await form.locator('input[name=satisfaction][value="4"]').check({ force: true });
      await form.locator('textarea').fill('Framed');
      await form.locator('form button[type=submit]').click();
      await form.locator('.receipt dd').waitFor();
      await eventually(async () => JSON.stringify(await heard())).toContain('amends:sent');
      const messages = await heard();
      expect(messages[0]).toEqual({ type: 'amends:ready' });
      expect(messages).toContainEqual({ type: 'amends:resize', height: expect.any(Number) });
      expect(JSON.stringify(messages)).not.toContain('Framed');
      expect(await form.locator('header').count()).toBe(0);
      expect(await form.locator('.sheet a').getAttribute('target')).toBe('_blank');
      expect(site.queued).toMatchObject([{ comment: 'Framed', quarantine: undefined }]);
      expect(broken).toEqual([]);
    });
  });

  it('is not made of the page itself, which no other site may show', async () => {
    await onHost(frame('lang=en'), policy(), async ({ page, broken }) => {
      await eventually(() => broken.join()).toContain('frame-ancestors');
      expect(await page.frameLocator('iframe').locator('form').count()).toBe(0);
    });
  });
});
