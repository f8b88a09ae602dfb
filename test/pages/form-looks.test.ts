import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '#config';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import { accessibilityFaults, openBrowser, picture } from './browser.ts';
import { type FormSite, serveForm, serveHost } from './form-site.ts';

let site: FormSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveForm({ surveys: config.surveys, brand: config.brand }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const WORDS: Readonly<Record<Language, { readonly comment: string; readonly name: string; readonly email: string }>> = {
  en: { comment: 'The parcel came two weeks late, and nobody answered my calls.', name: 'Ada Example', email: 'ada@example.com' },
  'zh-Hans': { comment: '包裹晚到了两个星期，客服电话也一直打不通。', name: '李明', email: 'li@example.cn' },
};

const looks = LANGUAGES.flatMap((language) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['phone', 'desk'] as const).map((device) => ({ language, colorScheme, device, name: `${language}.${colorScheme}.${device}` })),
  ),
);

const choose = (page: Page, name: string, value: string) => page.check(`input[name="${name}"][value="${value}"]`, { force: true });
const send = (page: Page) => page.click('form button[type=submit]:not(.other)');

async function look(page: Page, name: string): Promise<void> {
  expect([name, await accessibilityFaults(page)]).toEqual([name, []]);
  expect([name, await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')]).toEqual([name, true]);
  await picture(page, name);
}

async function fillIn(page: Page, language: Language): Promise<void> {
  await choose(page, 'satisfaction', '2');
  await page.fill('textarea', WORDS[language].comment);
  await page.fill('input[name="contact.name"]', WORDS[language].name);
  await page.fill('input[name="contact.email"]', WORDS[language].email);
}

describe.each(looks)('in $name nothing is in the way of anybody (WCAG 2.2 AA)', ({ language, colorScheme, device, name }) => {
  const viewport = device === 'phone' ? { width: 320, height: 700 } : { width: 1280, height: 900 };
  async function within(use: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport, colorScheme });
    try {
      await use(await context.newPage(), context);
    } finally {
      await context.close();
    }
  }

  it('the form, its faults, what waits without a network, and the thanks', async () => {
    await within(async (page, context) => {
      await page.goto(`${site.url}/f/service?lang=${language}`);
      await page.waitForSelector('.kept', { state: 'attached' });
      await look(page, `form.${name}`);
      await fillIn(page, language);
      await page.fill('input[name="contact.email"]', 'nobody@b');
      await send(page);
      await page.waitForSelector('.summary');
      await look(page, `form-errors.${name}`);
      await fillIn(page, language);
      await page.check('input[name="contact.consent"]');
      await context.setOffline(true);
      await send(page);
      await page.waitForSelector('.waiting');
      await look(page, `form-offline.${name}`);
      await context.setOffline(false);
      await page.waitForSelector('.receipt dd');
      await look(page, `form-thanks.${name}`);
    });
  });

  it('the widget on a page of somebody else', async () => {
    const policy = `default-src 'none'; script-src ${site.url}; connect-src ${site.url}; style-src 'unsafe-inline'`;
    const style =
      ':root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif}main{max-width:44rem;margin:auto;padding:1rem}';
    const shop = {
      en: ['Harbour Bookshop', 'Your order has arrived. Thank you.'],
      'zh-Hans': ['港湾书店', '您的订单已送达，感谢您的惠顾。'],
    }[language];
    const host = await serveHost(
      `<style>${style}</style><main><h1>${shop[0]}</h1><p>${shop[1]}</p><amends-feedback survey="effort" lang="${language}"></amends-feedback></main><script type="module" src="${site.url}/widget.js"></script>`,
      policy,
    );
    try {
      await within(async (page) => {
        await page.goto(host.url);
        await page.waitForSelector('amends-feedback form');
        await look(page, `widget.${name}`);
      });
    } finally {
      await host.stop();
    }
  });
});
