import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../local/cloud.ts';
import { desk } from '../../local/demo/register-view.ts';
import { customerItem, invitationItem } from '../../shared/adapters/dynamo/items.ts';
import { feedbackId } from '../../shared/adapters/ids.ts';
import { answerUrl } from '../../shared/adapters/link.ts';
import type { Invitation } from '../../shared/domain/campaign/invitation.ts';
import { Feedback } from '../../shared/domain/feedback.ts';
import { MIN_FILL_MS } from '../../shared/domain/intake/form.ts';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import { startCloud } from '../flows/cloud.ts';
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
  const context = await browser.newContext({ viewport: { width: 760, height: 900 }, javaScriptEnabled: false, ...options });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

const forward = (page: Page) => page.click('form button[type=submit]:not(.other)');
const choose = (page: Page, name: string, value: string) => page.check(`input[name="${name}"][value="${value}"]`, { force: true });
const isWithinWindow = 'document.documentElement.scrollWidth <= window.innerWidth';

/** What a person of the register was asked: their file, their invitation, and its link. */
async function invite(id: string, language: Language, overrides: Partial<Invitation> = {}): Promise<{ link: string; feedback: string }> {
  const table = cloud.physicalName('AWS::DynamoDB::Table', 'Register');
  const customerKey = `key-of-${id}`;
  const now = cloud.now();
  const expiresAt = new Date(Date.parse(now) + 30 * 86_400_000).toISOString();
  const base = { campaign: 'yearly', survey: 'effort', surveyVersion: 1, state: 'sent', reminders: 0, answers: 0, version: 1 } as const;
  const invitation: Invitation = { ...base, id, customerKey, language, invitedAt: now, sentAt: now, expiresAt, ...overrides };
  const customer = { customerKey, email: `${id}@example.com`, language, since: now };
  for (const Item of [customerItem(customer), invitationItem(invitation)])
    await cloud.dynamo.send(new PutCommand({ TableName: table, Item }));
  const link = answerUrl([await cloud.secret('amends/link-key')], cloud.url, id, expiresAt, { question: 'effort', value: 2 });
  return { link, feedback: feedbackId('survey', id) };
}

describe.each(LANGUAGES)('surveys in %s (R11)', (language) => {
  it('the long ones read without accessibility fault, on a phone or a desk, in light or dark', async () => {
    for (const { survey, pages, options } of [
      { survey: 'index', pages: 2, options: {} },
      { survey: 'servqual', pages: 2, options: { viewport: { width: 360, height: 740 } } },
      { survey: 'effort', pages: 1, options: { colorScheme: 'dark' as const } },
    ]) {
      await withPage({ javaScriptEnabled: true, ...options }, async (page) => {
        await page.goto(`${cloud.url}/f/${survey}?lang=${language}`);
        for (let number = 1; number <= pages; number += 1) {
          if (number > 1) {
            if (survey === 'servqual') await choose(page, 'satisfaction', '5');
            await forward(page);
          }
          expect(await page.locator('fieldset').count()).toBeGreaterThan(0);
          expect(await accessibilityFaults(page)).toEqual([]);
          expect(await page.evaluate(isWithinWindow)).toBe(true);
          if (number === pages) await picture(page, `survey-${survey}.${language}`);
        }
      });
    }
  });

  it('without JavaScript: page after page of the index, back and forth, then thanks (R14)', async () => {
    await withPage({}, async (page) => {
      const openedAt = Date.now();
      await page.goto(`${cloud.url}/f/index?lang=${language}`);
      await choose(page, 'image.imag1', '8');
      await choose(page, 'image.imag2', 'cannot-say');
      await forward(page);
      await choose(page, 'expectation.cuex1', '7');
      await page.click('button[value=back]');
      expect(await page.isChecked('input[name="image.imag1"][value="8"]')).toBe(true);
      await forward(page);
      expect(await page.isChecked('input[name="expectation.cuex1"][value="7"]')).toBe(true);
      while ((await page.locator('textarea[name=comment]').count()) === 0) await forward(page);
      await expect.poll(() => Date.now() - openedAt, { timeout: 10_000 }).toBeGreaterThan(MIN_FILL_MS);
      await forward(page);
      const receipt = (await page.textContent('dl.receipt dd'))?.trim() ?? '';
      await cloud.idle();
      const found = await (await desk(cloud, 'agent')).get(`/api/feedback/${receipt}`, Feedback);
      expect(found).toMatchObject({
        survey: 'index',
        surveyVersion: 1,
        answers: [
          { question: 'image.imag1', value: 8 },
          { question: 'expectation.cuex1', value: 7 },
        ],
        cannotSay: ['image.imag2'],
      });
    });
  });

  it('an invitation is answered by one click and one more, and corrected by the same link; what was said is the invited person’s (R10)', async () => {
    const id = { en: 'aaaaaaaaaaaaaaaaaaaaaaaaaa', 'zh-Hans': 'bbbbbbbbbbbbbbbbbbbbbbbbbb' }[language];
    const { link, feedback } = await invite(id, language);
    const read = async () => (await desk(cloud, 'agent')).get(`/api/feedback/${feedback}`, Feedback);
    await withPage({}, async (page) => {
      await page.goto(link);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      expect(await page.isChecked('input[name=effort][value="2"]')).toBe(true);
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const [device, width] of [
          ['phone', 320],
          ['desk', 1280],
        ] as const) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 900 });
          expect(await page.evaluate(isWithinWindow)).toBe(true);
          await picture(page, `invitation.${language}.${colorScheme}.${device}`);
        }
      }
      await forward(page);
      await picture(page, `invitation-thanks.${language}`);
      expect(await page.locator('dl.receipt dd').count()).toBe(1);
      await cloud.idle();
      expect(await read()).toMatchObject({
        revision: 0,
        customerKey: `key-of-${id}`,
        invitation: id,
        isReachable: true,
        answers: [{ value: 2 }],
      });
      await page.goto(link.replace(/\?.*$/, ''));
      await choose(page, 'effort', '6');
      await forward(page);
      await cloud.idle();
      expect(await read()).toMatchObject({ revision: 1, answers: [{ question: 'effort', value: 6 }] });
    });
    await withPage({ javaScriptEnabled: true, viewport: { width: 360, height: 740 } }, async (page) => {
      await page.goto(link);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.goto(`${cloud.url}/a/nothing`);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
    expect(cloud.denials()).toEqual([]);
  });
});
