import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import { FOLLOW_UP_WORDS } from '../../web/follow-up/words.ts';
import { OFFER_WORDS } from '../../web/offer/words.ts';
import { cny, DECIDE } from '../functions/desk/case-desk.ts';
import { StatusWorld } from '../functions/status/world.ts';
import { accessibilityFaults, openBrowser, picture } from './browser.ts';
import { serve } from './customer-site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const PHONE = { width: 320, height: 640 };
const DESK = { width: 1280, height: 900 };
const VIEWS = {
  'light.desk': { viewport: DESK, colorScheme: 'light' },
  'dark.desk': { viewport: DESK, colorScheme: 'dark' },
  'light.phone': { viewport: PHONE, colorScheme: 'light' },
  'dark.phone': { viewport: PHONE, colorScheme: 'dark' },
} as const satisfies Record<string, BrowserContextOptions>;

/** Cases in which every part of the pages is to be seen. */
const WORLDS = {
  opened: () => new StatusWorld({ language: 'en' }),
  waiting: () => new StatusWorld().does({ type: 'ask', question: 'Which order was it?' }),
  offered: () =>
    new StatusWorld().does(DECIDE, { type: 'offer', remedy: 'refund', money: cny(12850), note: 'On the card that you paid with.' }),
  apology: () => new StatusWorld().does(DECIDE, { type: 'offer', remedy: 'apology' }),
  refused: () => new StatusWorld().does(DECIDE, { type: 'offer', remedy: 'apology' }, { type: 'refuse', offerId: 'o1' }),
  async broken() {
    const world = await new StatusWorld().does(
      { type: 'acknowledge' },
      { type: 'investigate', isComplex: false },
      { type: 'promise', what: 'a call with what the depot says', dueAt: '2026-11-23T06:00:00.000Z' },
      { type: 'promise', what: 'the report', dueAt: '2026-11-25T06:00:00.000Z' },
      { type: 'keep-promise', commitmentId: 'p3' },
      { type: 'undeliverable', reason: 'bounce' },
    );
    world.now = '2026-11-30T02:00:00.000Z';
    return world.does({ type: 'tick' });
  },
  async asked() {
    const world = await new StatusWorld().does({ type: 'solve', resolution: 'A new one was sent.' });
    world.now = world.case().followUps[0]?.dueAt ?? '';
    return world.does({ type: 'tick' });
  },
};

async function onSite<Result>(world: StatusWorld, options: BrowserContextOptions, use: (page: Page, url: string) => Promise<Result>) {
  const site = await serve(world);
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  try {
    return await use(await context.newPage(), site.url);
  } finally {
    await context.close();
    await site.stop();
  }
}

const PAGES: readonly (readonly [string, keyof typeof WORLDS, (world: StatusWorld) => string])[] = [
  ['status', 'opened', ({ links }) => `/s/${links.status()}`],
  ['status-waiting', 'waiting', ({ links }) => `/s/${links.status()}`],
  ['status-offered', 'offered', ({ links }) => `/s/${links.status()}`],
  ['status-broken', 'broken', ({ links }) => `/s/${links.status()}`],
  ['status-solved', 'asked', ({ links }) => `/s/${links.status()}`],
  ['offer', 'offered', ({ links }) => `/o/${links.offer()}`],
  ['offer-apology', 'apology', ({ links }) => `/o/${links.offer()}`],
  ['offer-refused', 'refused', ({ links }) => `/o/${links.offer()}`],
  ['follow-up', 'asked', ({ links }) => `/r/${links.followUp()}`],
  ['unsubscribe', 'opened', ({ links }) => `/u/${links.unsubscribe()}`],
  ['dead-link', 'opened', () => '/s/no-such-token'],
];

describe.each(LANGUAGES)('the pages of a case in %s', (language) => {
  it.each(PAGES)(
    '%s has no accessibility fault and no sideways scroll, on a phone or a desk, in light or dark',
    async (name, kind, path) => {
      const world = await WORLDS[kind]();
      await onSite(world, { javaScriptEnabled: true }, async (page, url) => {
        const complaints: string[] = [];
        page.on('console', (message) => void (message.text().includes('Content Security Policy') && complaints.push(message.text())));
        await page.goto(`${url}${path(world)}?lang=${language}`);
        expect(await page.getAttribute('html', 'lang')).toBe(language);
        for (const [view, { viewport, colorScheme }] of Object.entries(VIEWS)) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme });
          await picture(page, `${name}.${language}.${view}`);
          expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
          expect(await page.evaluate('getComputedStyle(document.body).margin')).toBe('0px');
          expect(await accessibilityFaults(page)).toEqual([]);
        }
        expect(complaints).toEqual([]);
      });
    },
  );

  it('without JavaScript: what is added is thanked for, and loading the page again adds nothing', async () => {
    const world = await WORLDS.waiting();
    await onSite(world, VIEWS['light.desk'], async (page, url) => {
      await page.goto(`${url}/s/${world.links.status()}?lang=${language}`);
      await page.fill('textarea[name=text]', 'The order was 4711.\nIt was blue.');
      world.now = '2026-11-23T02:01:00.000Z';
      await Promise.all([page.waitForNavigation(), page.click('form [type=submit]')]);
      expect(new URL(page.url()).searchParams.get('added')).toBe('1');
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      await picture(page, `status-added.${language}`);
      expect(await page.locator('[role=status]').count()).toBe(1);
      await page.reload();
    });
    expect(world.added.map(({ comment, quarantine }) => [comment, quarantine])).toEqual([['The order was 4711.\nIt was blue.', undefined]]);
  });

  it('without JavaScript: an offer is accepted by its button, by keyboard alone, and stays accepted', async () => {
    const world = await WORLDS.offered();
    await onSite(world, VIEWS['dark.phone'], async (page, url) => {
      await page.goto(`${url}/o/${world.links.offer()}?lang=${language}`);
      await page.focus('textarea');
      await page.keyboard.press('Tab');
      // The page it leads to is the same address: what is read after must be of the answer, not of the question.
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      expect(await page.textContent('h1')).toBe(OFFER_WORDS[language].acceptedTitle);
      await picture(page, `offer-accepted.${language}`);
      await page.reload();
      expect(await page.textContent('h1')).toBe(OFFER_WORDS[language].acceptedTitle);
    });
    expect(world.case().state).toBe('accepted');
  });

  it('without JavaScript: a "no" opens the case again and says what happens now (R7)', async () => {
    const world = await WORLDS.asked();
    await onSite(world, VIEWS['dark.phone'], async (page, url) => {
      await page.goto(`${url}/r/${world.links.followUp()}?lang=${language}`);
      await page.check('input[name=isSolved][value=no]', { force: true });
      await page.check('input[name=satisfaction][value="2"]', { force: true });
      await page.fill('textarea[name=comment]', 'It broke again.');
      await Promise.all([page.waitForNavigation(), page.click('form [type=submit]')]);
      expect(await page.textContent('h1')).toBe(FOLLOW_UP_WORDS[language].noTitle);
      expect(await page.textContent('.lead')).toContain(ownerIn(language));
      await picture(page, `follow-up-no.${language}`);
    });
    expect(world.case()).toMatchObject({ round: 2, satisfactionAfter: 25 });
  });
});

const ownerIn = (language: Language) => ({ en: 'Lin Yue', 'zh-Hans': '林悦' })[language];
