import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DigestPreview } from '../../local/cli/digest.ts';
import type { LocalCloud } from '../../local/cloud.ts';
import { buildDigest } from '../../shared/domain/digest/digest.ts';
import { renderDigest } from '../../shared/domain/digest/render.ts';
import { MIN_FILL_MS } from '../../shared/domain/intake/form.ts';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import { aWeek } from '../domain/digest/sample-week.ts';
import { acknowledgementsTo, startCloud } from '../flows/cloud.ts';
import { accessibilityFaults, openBrowser, picture } from './browser.ts';

let cloud: LocalCloud;
let browser: Browser;
beforeAll(async () => {
  [cloud, browser] = await Promise.all([startCloud(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

async function withPage<Result>(options: BrowserContextOptions, use: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 760, height: 900 }, ...options });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

const customers: Record<Language, { name: string; email: string; words: string; mail: RegExp }> = {
  en: {
    name: 'Ada Example',
    email: 'ada.page@example.com',
    words: 'The parcel came two weeks late.\nNobody answered my calls.',
    mail: /We have your message, case \d{4}-\d{4}/,
  },
  'zh-Hans': {
    name: '李明',
    email: 'li.page@example.cn',
    words: '包裹晚到了两个星期。\n客服电话也一直打不通。',
    mail: /您的反馈我们已收到（编号 \d{4}-\d{4}）/,
  },
};

describe.each(LANGUAGES)("the customer's way in %s", (language) => {
  const customer = customers[language];

  it('without JavaScript: errors beside the fields keep what was typed, then thanks, the status page and a mail', async () => {
    const { status, caseNumber } = await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${cloud.url}/f/service?lang=${language}`);
      await picture(page, `form.${language}`);
      const openedAt = Date.now();
      await page.fill('textarea[name=comment]', customer.words);
      await page.fill('input[name="contact.email"]', 'not an address');
      // Browsers would stop it before it is sent; older ones send it.
      await page.evaluate("document.querySelector('form').noValidate = true");
      await page.click('button[type=submit], form [type=submit]');
      expect(await page.inputValue('textarea[name=comment]')).toBe(customer.words);
      expect(await page.locator('[aria-invalid=true]').count()).toBeGreaterThan(0);
      await picture(page, `form-errors.${language}`);

      await page.check('input[name=satisfaction][value="1"]', { force: true });
      await page.fill('input[name="contact.name"]', customer.name);
      await page.fill('input[name="contact.email"]', customer.email);
      await page.check('input[name="contact.consent"]');
      // Nobody fills a form at once; who does is taken for a machine.
      await expect.poll(() => Date.now() - openedAt, { timeout: 10_000 }).toBeGreaterThan(MIN_FILL_MS);
      await page.click('button[type=submit], form [type=submit]');
      await picture(page, `thanks.${language}`);
      const link = page.locator('a[href*="/s/"]');
      await cloud.idle();
      await link.click();
      await picture(page, `status.${language}`);
      return { status: page.url(), caseNumber: /\d{4}-\d{4}/.exec((await page.textContent('h1')) ?? '')?.[0] };
    });
    expect(caseNumber).toMatch(/^\d{4}-\d{4}$/);
    await withPage({}, async (page) => {
      await page.goto(status);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
    const [mail, ...others] = acknowledgementsTo(cloud, customer.email);
    expect(others).toEqual([]);
    const { subject, html, text } = await PostalMime.parse(mail?.raw ?? '');
    expect(subject).toMatch(customer.mail);
    expect(text).toContain(customer.name);
    await withPage({ viewport: { width: 680, height: 640 } }, async (page) => {
      await page.setContent(html ?? '');
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      await picture(page, `mail.${language}`);
    });
  });
});

describe("the manager's digest", () => {
  it.each(LANGUAGES)('reads without accessibility faults in %s', async (language) => {
    const ofAWeek = renderDigest(buildDigest(aWeek(language))).html;
    const ofToday = await cloud.invoke('digest', { preview: { period: 'day', language, includeCurrent: true } });
    await withPage({ viewport: { width: 680, height: 900 } }, async (page) => {
      await page.setContent(ofAWeek);
      await picture(page, `digest.${language}`);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.setContent(DigestPreview.parse(ofToday).html);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });
});

describe('the pages for developers', () => {
  it('the API documentation is readable without scripts of others', async () => {
    await withPage({}, async (page) => {
      const foreign: string[] = [];
      page.on('request', (request) => void (request.url().startsWith(cloud.url) || foreign.push(request.url())));
      await page.goto(`${cloud.url}/docs`);
      expect(foreign).toEqual([]);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });
});
