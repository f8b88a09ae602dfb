import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { eventually, type FormSite, type Mood, serveForm } from './form-site.ts';

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

async function within<Result>(use: (page: Page, context: BrowserContext) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 760, height: 900 } });
  try {
    return await use(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

const open = async (page: Page, survey = 'service') => {
  await page.goto(`${site.url}/f/${survey}?lang=en`);
  await page.waitForSelector('.kept', { state: 'attached' });
};
const choose = (page: Page, name: string, value: string) => page.check(`input[name="${name}"][value="${value}"]`, { force: true });
const send = (page: Page) => page.click('form button[type=submit]:not(.other)');
const thanks = (page: Page) => page.waitForSelector('.receipt dd');
const kept = (page: Page) => page.evaluate<string>('JSON.stringify({ ...localStorage })');

async function fillIn(page: Page, words = 'It rained in') {
  await open(page);
  await choose(page, 'satisfaction', '2');
  await page.fill('textarea', words);
  await page.fill('input[name="contact.name"]', 'Ada Example');
  await page.fill('input[name="contact.email"]', 'ada@example.com');
  await page.check('input[name="contact.consent"]');
}

describe('without a network', () => {
  it('it is kept, said so, and sent once by itself under the same id as soon as there is one (P4)', async () => {
    await within(async (page, context) => {
      await fillIn(page);
      const id = await page.getAttribute('input[name=submissionId]', 'value');
      await context.setOffline(true);
      await send(page);
      await page.waitForSelector('.waiting');
      expect(await page.textContent('.waiting')).toContain('There is no connection to us at the moment.');
      expect(await page.textContent('.waiting [role=status]')).toMatch(/Trying again in about \d+ seconds/);
      expect(await page.evaluate('document.activeElement.textContent')).toBe('It has not been sent yet.');
      expect(site.queued).toEqual([]);
      await context.setOffline(false);
      await thanks(page);
      expect(site.queued).toMatchObject([
        { externalId: id, comment: 'It rained in', customer: { email: 'ada@example.com' }, quarantine: undefined },
      ]);
      expect(await kept(page)).toBe('{}');
    });
  });

  it('it is sent at the next visit, weeks later too, and does not land in quarantine for that (P9)', async () => {
    await within(async (page, context) => {
      await fillIn(page);
      await context.setOffline(true);
      await send(page);
      await page.waitForSelector('.waiting');
      await page.close();
      await context.setOffline(false);
      site.advance(45 * 86_400_000);
      const later = await context.newPage();
      await open(later);
      await later.waitForSelector('.note');
      expect(await later.textContent('.note')).toContain('Now it has: your receipt is');
      expect(await later.inputValue('textarea')).toBe('');
      expect(site.queued).toMatchObject([{ comment: 'It rained in', quarantine: undefined }]);
      expect(await kept(later)).toBe('{}');
    });
  });

  it('a page of the form is not turned, stays as it is, and is turned when there is one', async () => {
    await within(async (page, context) => {
      await open(page, 'long');
      await choose(page, 'overall', '9');
      await context.setOffline(true);
      await send(page);
      await eventually(() => page.textContent('.says')).toContain('The next page could not be fetched.');
      expect(await page.isChecked('input[name=overall][value="9"]')).toBe(true);
      await context.setOffline(false);
      await page.waitForSelector('input[name="cabin.seat"]', { state: 'attached' });
    });
  });

  it('what waits can be deleted, and is then sent by nobody', async () => {
    await within(async (page, context) => {
      await fillIn(page);
      await context.setOffline(true);
      await send(page);
      await page.waitForSelector('.waiting');
      await page.click('.waiting button.other');
      expect(await page.textContent('.sheet')).toContain('It has been deleted from this browser.');
      expect(await kept(page)).toBe('{}');
      await context.setOffline(false);
      await open(page);
      expect(site.posted).toEqual([]);
    });
  });
});

describe('two windows', () => {
  it('of which each has what is not sent yet, send it once', async () => {
    await within(async (page, context) => {
      await fillIn(page);
      await context.setOffline(true);
      await send(page);
      await page.waitForSelector('.waiting');
      let answer = () => {};
      site.gate = new Promise((resolve) => {
        answer = resolve;
      });
      await context.setOffline(false);
      await eventually(() => site.posted.length).toBe(1);
      const others = await Promise.all([context.newPage(), context.newPage()]);
      // Each finds it on the device while it is on its way.
      await Promise.all(others.map((other) => open(other)));
      expect(await kept(page)).toContain('It+rained+in');
      answer();
      await thanks(page);
      await eventually(() =>
        page.evaluate('navigator.locks.query().then(({ held, pending }) => JSON.stringify([...held, ...pending]))'),
      ).not.toContain('amends:send:');
      expect(site.posted).toHaveLength(1);
      expect(site.queued).toHaveLength(1);
      expect(await kept(page)).toBe('{}');
    });
  });

  it('do not take what is being typed in the other', async () => {
    await within(async (page, context) => {
      await open(page);
      await page.fill('textarea', 'Mine');
      await eventually(() => kept(page)).toContain('Mine');
      const other = await context.newPage();
      await open(other);
      await other.fill('textarea', 'Yours');
      await eventually(() => kept(other)).toContain('Yours');
      await Promise.all(
        [page, other].map(async (one) => {
          await choose(one, 'satisfaction', '3');
          await send(one);
          await thanks(one);
        }),
      );
      expect(site.queued.map(({ comment }) => comment).sort()).toEqual(['Mine', 'Yours']);
      expect(new Set(site.queued.map(({ id }) => id)).size).toBe(2);
    });
  });
});

describe('a door that fails', () => {
  const moods: [string, Mood, RegExp][] = [
    [
      'is too busy, and says for how long',
      { status: 429, headers: { 'retry-after': '2' } },
      /We cannot take it at the moment.*Trying again in about [345] seconds/s,
    ],
    ['has failed', { status: 500 }, /We cannot take it at the moment/],
    ['has taken it and sent half of its answer', 'half', /We cannot take it|There is no connection/],
  ];
  it.each(moods)('%s: nothing is lost, and it is sent again under the same id', async (_, mood, said) => {
    await within(async (page) => {
      await fillIn(page);
      site.mood = mood;
      await send(page);
      await page.waitForSelector('.waiting');
      expect(await page.textContent('.waiting')).toMatch(said);
      expect(await kept(page)).toContain('It+rained+in');
      site.mood = 'up';
      await page.click('.waiting button:not(.other)');
      await thanks(page);
      expect(new Set(site.queued.map(({ id }) => id)).size).toBe(1);
      expect(site.queued.at(-1)).toMatchObject({ comment: 'It rained in', quarantine: undefined });
    });
  });

  it('tries again by itself, without a hand', async () => {
    await within(async (page) => {
      await fillIn(page);
      site.mood = { status: 503, headers: { 'retry-after': '1' } };
      await send(page);
      await page.waitForSelector('.waiting');
      site.mood = 'up';
      await thanks(page);
      expect(site.posted).toHaveLength(2);
    });
  });

  it('refuses: what was filled in stays in its fields, and is told to be copied', async () => {
    await within(async (page) => {
      await fillIn(page);
      site.mood = { status: 413 };
      await send(page);
      await eventually(() => page.textContent('.says')).toContain('This could not be taken as it is.');
      expect(await page.inputValue('textarea')).toBe('It rained in');
      expect(await page.isVisible('textarea')).toBe(true);
    });
  });
});

it('where a browser keeps nothing for us, it says so and is sent all the same', async () => {
  await within(async (page, context) => {
    await context.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError'); } })",
    );
    await open(page);
    await choose(page, 'satisfaction', '2');
    await page.fill('textarea', 'Still heard');
    expect(await page.isVisible('.kept')).toBe(false);
    await context.setOffline(true);
    await send(page);
    await page.waitForSelector('.waiting');
    expect(await page.textContent('.waiting')).toContain('Please keep this page open');
    await context.setOffline(false);
    await thanks(page);
    expect(site.queued).toMatchObject([{ comment: 'Still heard' }]);
  });
});
