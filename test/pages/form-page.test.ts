import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { eventually, type FormSite, serveForm } from './form-site.ts';

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

async function within<Result>(
  use: (page: Page, context: BrowserContext) => Promise<Result>,
  options: BrowserContextOptions = {},
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 760, height: 900 }, ...options });
  try {
    return await use(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

const open = async (page: Page, survey = 'service', query = '') => {
  await page.goto(`${site.url}/f/${survey}?lang=en${query}`);
  await page.waitForSelector('.kept', { state: 'attached' });
};
const choose = (page: Page, name: string, value: string) => page.check(`input[name="${name}"][value="${value}"]`, { force: true });
const send = (page: Page) => page.click('form button[type=submit]:not(.other)');
const thanks = (page: Page) => page.waitForSelector('.receipt dd');
const kept = (page: Page) => page.evaluate<string>('JSON.stringify({ ...localStorage })');

describe('by keyboard alone (R11)', () => {
  it('digits choose a point, arrows choose the next and go no further, and it is sent without leaving the page', async () => {
    await within(async (page) => {
      await open(page);
      await page.focus('input[name=satisfaction][value="1"]');
      await page.keyboard.press('4');
      expect(await page.isChecked('input[name=satisfaction][value="4"]')).toBe(true);
      await page.keyboard.press('ArrowRight');
      expect(await page.isChecked('input[name=satisfaction][value="5"]')).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('1');
      await page.keyboard.press('0');
      expect(await page.isChecked('input[name=recommendation][value="10"]')).toBe(true);
      expect(await page.evaluate('document.activeElement.name')).toBe('recommendation');
      await page.focus('textarea');
      await page.keyboard.type('10 of 10');
      expect(await page.inputValue('textarea')).toBe('10 of 10');
      expect(await page.isChecked('input[name=satisfaction][value="5"]')).toBe(true);
      await page.focus('button[type=submit]');
      await page.keyboard.press('Enter');
      await thanks(page);
      expect(await page.evaluate('document.activeElement.localName')).toBe('h1');
      expect(site.queued).toMatchObject([{ answers: [{ value: 5 }, { value: 10 }], comment: '10 of 10', quarantine: undefined }]);
    });
  });

  it('focus goes to the first fault, whose words are its description', async () => {
    await within(async (page) => {
      await open(page);
      await choose(page, 'satisfaction', '2');
      await page.fill('input[name="contact.email"]', 'a@b');
      await send(page);
      await page.waitForSelector('.summary');
      expect(await page.evaluate('document.activeElement.name')).toBe('contact.email');
      const described = await page.getAttribute('input[name="contact.email"]', 'aria-describedby');
      expect(await page.textContent(`#${described}`)).toContain('e-mail address');
      expect(await page.title()).toContain('Please check');
      expect(site.queued).toEqual([]);
    });
  });
});

describe('without JavaScript', () => {
  it('it is sent, page by page, and nothing is said that only a script could hold', async () => {
    await within(
      async (page) => {
        await page.goto(`${site.url}/f/long?lang=en`);
        expect(await page.textContent('body')).not.toContain('kept in this browser');
        await choose(page, 'overall', '9');
        await send(page);
        expect(await page.textContent('.progress')).toBe('Page 2 of 3');
        await send(page);
        await page.fill('textarea', 'Fine');
        await send(page);
        await thanks(page);
        expect(site.queued).toMatchObject([{ comment: 'Fine', quarantine: undefined }]);
      },
      { javaScriptEnabled: false },
    );
  });

  it('a form on any page leads to ours, filled in; nothing is taken until it is sent from there (P9)', async () => {
    await within(
      async (page) => {
        await page.setContent(
          `<form method="post" action="${site.url}/f/service?lang=en"><input name="satisfaction" value="3"><textarea name="comment">From a shop</textarea><button>Go</button></form>`,
        );
        await page.click('button');
        expect(await page.textContent('.receipt')).toContain('nothing has been sent yet');
        expect(site.queued).toEqual([]);
        expect(await page.isChecked('input[name=satisfaction][value="3"]')).toBe(true);
        await send(page);
        await thanks(page);
        expect(site.queued).toMatchObject([{ comment: 'From a shop', quarantine: undefined }]);
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('what is typed', () => {
  it('is there again after a reload, on the page that was open; name and address are not, and are nowhere on the device (R17)', async () => {
    await within(async (page) => {
      await open(page, 'long');
      await choose(page, 'overall', '9');
      await send(page);
      await page.waitForSelector('input[name="cabin.seat"]', { state: 'attached' });
      await choose(page, 'cabin.seat', '2');
      await send(page);
      await page.fill('textarea', 'Half a senten');
      await page.fill('input[name="contact.name"]', 'Ada Example');
      await page.fill('input[name="contact.email"]', 'ada@example.com');
      await page.reload();
      await page.waitForSelector('.note');
      expect(await page.textContent('.progress')).toBe('Page 3 of 3');
      expect(await page.inputValue('textarea')).toBe('Half a senten');
      expect(await page.inputValue('input[name="contact.name"]')).toBe('');
      expect(await kept(page)).not.toMatch(/ada|Ada/);
      await send(page);
      await thanks(page);
      expect(site.queued).toMatchObject([
        {
          answers: [
            { question: 'overall', value: 9 },
            { question: 'cabin.seat', value: 2 },
          ],
          comment: 'Half a senten',
        },
      ]);
      expect(await kept(page)).toBe('{}');
    });
  });

  it('is deleted at a word, and after seven days by our clock, whatever the device says', async () => {
    await within(async (page, context) => {
      await context.addInitScript('Date.now = () => 0');
      await open(page);
      await page.fill('textarea', 'Not for others');
      await page.click('.kept button');
      await eventually(() => page.inputValue('textarea')).toBe('');
      await page.waitForSelector('.kept', { state: 'attached' });
      expect(await kept(page)).toBe('{}');
      await page.fill('textarea', 'Not for ever');
      site.advance(6 * 86_400_000);
      await page.reload();
      await page.waitForSelector('.note');
      expect(await page.inputValue('textarea')).toBe('Not for ever');
      site.advance(8 * 86_400_000);
      await open(page);
      expect(await page.inputValue('textarea')).toBe('');
      expect(await kept(page)).toBe('{}');
    });
  });

  it('10,000 characters are not cut: they are said to be too many, and stay', async () => {
    await within(async (page) => {
      await open(page);
      await choose(page, 'satisfaction', '1');
      await page.fill('textarea', '长'.repeat(10_000));
      expect(await page.textContent('.says')).toContain('5,000 characters too long');
      await send(page);
      expect(await page.evaluate('document.activeElement.localName')).toBe('textarea');
      expect((await page.inputValue('textarea')).length).toBe(10_000);
      expect(site.posted).toEqual([]);
      await page.fill('textarea', '长'.repeat(5_000));
      await send(page);
      await thanks(page);
      expect(site.queued[0]?.comment).toHaveLength(5_000);
    });
  });

  it.each(['<img src=x onerror=alert(1)>"\'&', '👩🏽‍🚀 ’s 🧳', 'محمد \u202e<script>alert(1)</script>'])(
    '%j is text and nothing else (P22)',
    async (words) => {
      await within(async (page) => {
        const alerts: string[] = [];
        page.on('dialog', (dialog) => {
          alerts.push(dialog.message());
          return dialog.dismiss();
        });
        await open(page);
        await choose(page, 'satisfaction', '1');
        await page.fill('textarea', words);
        await page.fill('input[name="contact.name"]', words);
        await page.fill('input[name="contact.email"]', 'nobody@b');
        await send(page);
        await page.waitForSelector('.summary');
        expect(await page.inputValue('textarea')).toBe(words);
        expect(await page.inputValue('input[name="contact.name"]')).toBe(words);
        expect(await page.locator('.sheet img, .sheet script').count()).toBe(0);
        expect(alerts).toEqual([]);
      });
    },
  );
});

describe('the way back', () => {
  it('leads to the page before with all that was filled in, and after the last one to a fresh form', async () => {
    await within(async (page) => {
      await open(page, 'long');
      await choose(page, 'overall', '9');
      await send(page);
      await page.waitForSelector('input[name="cabin.seat"]', { state: 'attached' });
      await choose(page, 'cabin.seat', '4');
      await page.goBack();
      await page.waitForSelector('input[name=overall]', { state: 'attached' });
      expect(await page.isChecked('input[name=overall][value="9"]')).toBe(true);
      await page.goForward();
      await page.waitForSelector('input[name="cabin.seat"]', { state: 'attached' });
      expect(await page.isChecked('input[name="cabin.seat"][value="4"]')).toBe(true);
      await page.click('button[value=back]');
      await page.waitForSelector('input[name=overall]', { state: 'attached' });
      await send(page);
      await page.waitForSelector('input[name="cabin.seat"]', { state: 'attached' });
      await send(page);
      await page.waitForSelector('textarea');
      await send(page);
      await thanks(page);
      await page.goBack();
      await page.waitForSelector('input[name=overall]', { state: 'attached' });
      expect(await page.isChecked('input[name=overall][value="9"]')).toBe(false);
      expect(site.queued).toHaveLength(1);
    });
  });
});

describe('the page', () => {
  it('sets no cookie, asks nobody else, and breaks no rule of its own content security policy', async () => {
    await within(async (page, context) => {
      const foreign: string[] = [];
      const broken: string[] = [];
      page.on('request', (request) => void (request.url().startsWith(site.url) || foreign.push(request.url())));
      page.on('console', (message) => void (message.type() === 'error' && broken.push(message.text())));
      page.on('pageerror', (error) => void broken.push(String(error)));
      await open(page, 'long');
      await choose(page, 'overall', '9');
      await send(page);
      await page.waitForSelector('input[name="cabin.seat"]', { state: 'attached' });
      expect(foreign).toEqual([]);
      expect(broken).toEqual([]);
      expect(await context.cookies()).toEqual([]);
    });
  });

  it('every target is at least 24 pixels each way at 320, eleven points too, and nothing is wider than the window', async () => {
    await within(
      async (page) => {
        for (const [survey, pages] of [
          ['service', 1],
          ['long', 3],
        ] as const) {
          await open(page, survey);
          for (let number = 1; number <= pages; number += 1) {
            const small = await page.evaluate<
              string[]
            >(`[...document.querySelectorAll('.sheet :is(input:not([type=hidden]), select, textarea, button)')]
              .filter((one) => one.offsetParent !== null && !one.closest('.away'))
              .map((one) => [one.name || one.textContent, (one.closest('label.consent') ?? one).getBoundingClientRect()])
              .filter(([, { width, height }]) => width < 24 || height < 24).map(([name, { width, height }]) => name + ' ' + width + 'x' + height)`);
            expect(small).toEqual([]);
            expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
            if (number < pages) {
              if (number === 1) await choose(page, 'overall', '9');
              await send(page);
              await eventually(() => page.textContent('.progress')).toContain(`Page ${number + 1}`);
            }
          }
        }
      },
      { viewport: { width: 320, height: 640 } },
    );
  });
});
