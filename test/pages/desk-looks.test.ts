import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import { accessibilityFaults, picture } from './browser.ts';
import { CALM, FEEDBACK_ID, HOSTILE, type Voice } from './desk-fixtures/answers.ts';
import type { Looks, Watched } from './desk-fixtures/people.ts';
import { ORIGIN, openStage, type Stage, showFormatting } from './desk-fixtures/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Each view and dialog: where it is, and what has to be there before somebody looks. */
const VIEWS: Readonly<
  Record<string, { readonly path: string; readonly ready: string; readonly act?: (page: Page, watched: Watched) => Promise<void> }>
> = {
  inbox: { path: '/desk/', ready: '.row' },
  case: { path: '/desk/cases/2611-0042', ready: '.timeline li' },
  answer: {
    path: '/desk/cases/2611-0042?do=answer',
    ready: '#field-text',
    act: async (page) => {
      await page.fill('#field-text', 'Dear Ada, ');
      await page.type('#field-text', '/');
      await page.waitForSelector('#replies [role="option"]');
    },
  },
  approve: { path: '/desk/cases/2611-0042?do=approve', ready: 'form.command' },
  feedback: {
    path: `/desk/feedback/${FEEDBACK_ID}`,
    ready: '#understood-title',
    act: async (page, watched) => {
      await showFormatting(watched);
      await page.click('.correct summary');
    },
  },
  customer: { path: '/desk/customers/customer-key-1', ready: '.history li' },
  enter: { path: '/desk/enter', ready: 'form.command' },
  calls: { path: '/desk/calls', ready: '.sheets li' },
  quarantine: { path: '/desk/quarantine', ready: '.sheets li' },
  undelivered: {
    path: '/desk/undelivered',
    ready: '.sheets li',
    act: async (page) => {
      await page.click('.sheets button');
      await page.waitForSelector('table');
    },
  },
  deliveries: { path: '/desk/deliveries?endpoint=crm', ready: '.news li' },
  shortcuts: { path: '/desk/', ready: '.row', act: (page) => page.keyboard.press('?') },
};

const LOOKS = (['light', 'dark'] as const).flatMap((scheme) => [
  { scheme, width: 320, height: 800, device: 'phone' },
  { scheme, width: 1280, height: 900, device: 'desk' },
]);

const overflowOf = async (page: Page) => {
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  return overflow === 0 ? [] : [`${overflow} px too wide`];
};

/** What is wrong with each view, one after the other. */
async function look(looks: Looks, said: Voice, show: (page: Page, name: string) => Promise<string[]>): Promise<string[]> {
  const found: string[] = [];
  const walk = async (page: Page, watched: Watched) => {
    for (const [name, { path, ready, act }] of Object.entries(VIEWS)) {
      await page.goto(ORIGIN + path);
      await page.waitForSelector(ready);
      await act?.(page, watched);
      found.push(...(await show(page, name)).map((fault) => `${name}: ${fault}`));
    }
  };
  await stage.within({}, walk, looks, said);
  return found;
}

/** The page as it stands, in light and dark, narrow and wide. */
async function inAllLooks(page: Page, name: string, language: Language): Promise<string[]> {
  const found: string[] = [];
  for (const { scheme, width, height, device } of LOOKS) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height });
    await picture(page, `${name}.${language}.${scheme}.${device}`);
    found.push(...[...(await overflowOf(page)), ...(await accessibilityFaults(page))].map((fault) => `${scheme}, ${device}: ${fault}`));
  }
  return found;
}

describe.each(LANGUAGES)('in %s, light and dark, 320 and 1280 px wide', (language) => {
  it('every view is accessible and fits the width (WCAG 2.2 AA)', async () => {
    expect(await look({ language }, CALM[language], (page, name) => inAllLooks(page, `desk-${name}`, language))).toEqual([]);
  });

  it('so is the page that a used or foreign link of signing in leads to', async () => {
    const read = async (page: Page) => {
      await page.goto(`${ORIGIN}/signed-in/?code=used&state=another`);
      await page.waitForSelector('[role=alert] button');
      expect(await inAllLooks(page, 'signed-in', language)).toEqual([]);
      expect(new URL(page.url()).search).toBe('');
    };
    await stage.within({}, read, { language }, CALM[language]);
  });
});

it.each([320, 1280])('nothing of a customer is run, and nothing of theirs breaks a page of %d px', async (width) => {
  expect(await look({ width, height: 800 }, HOSTILE, overflowOf)).toEqual([]);
});
