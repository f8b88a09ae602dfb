import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '#config';
import type { LocalCloud } from '../../local/cloud.ts';
import { checkCase, type Played } from '../../local/demo/case/checks.ts';
import type { ReadMail } from '../../local/demo/case/customer.ts';
import { type CaseDemoResult, runCaseDemo } from '../../local/demo/case/run.ts';
import { sheetText } from '../../local/demo/case/sheet-text.ts';
import { WORDS } from '../../local/demo/case/words.ts';
import type { CaseDetails } from '../../shared/api/case-schemas.ts';
import { recoverySettings } from '../../shared/config/recovery-settings.ts';
import { escapeHtml } from '../../shared/domain/html.ts';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import { startCloud } from '../flows/cloud.ts';
import { accessibilityFaults, openBrowser, picture } from './browser.ts';

/** Of A4 at 96 dots an inch. Pixels. */
const PAPER = { width: 794, height: 1123 };

let cloud: LocalCloud;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [cloud, browser] = await Promise.all([startCloud(), openBrowser()]);
  page = await browser.newPage({ viewport: PAPER });
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

/** One after the other on one cloud: what was played once plays again. */
const played = new Map<Language, CaseDemoResult>();

describe.each(LANGUAGES)('the case of "amends demo --case" in %s', (language) => {
  it('goes from the complaint to the second close, by every step, and ends as it must (R1–R8, R21)', async () => {
    const told: string[] = [];
    const result = await runCaseDemo(cloud, language, (line) => told.push(line));
    played.set(language, result);
    expect(result.invariants.filter(({ holds }) => !holds)).toEqual([]);
    expect(result.invariants.length).toBeGreaterThanOrEqual(8);
    expect(told.length).toBeGreaterThan(result.steps.length);
    expect(result.steps.map(({ at }) => at)).toEqual(result.steps.map(({ at }) => at).toSorted());
  });

  it('prints its register sheet: the number, both rounds, who approved, and what became of the deadlines (R1)', async () => {
    const { sheets, details } = played.get(language) ?? expect.fail('the case was not played');
    await page.setContent(sheets.get(language) ?? '');
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    const text = (await page.textContent('main')) ?? '';
    for (const part of [details.case.resolution, details.case.finding, language === 'en' ? 'Chen Wei' : '陈伟', '600.00'])
      expect(text).toContain(part);
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, `case-sheet.${language}`);
    // As the command prints it on a terminal.
    const printed = sheetText(sheets.get(language) ?? '');
    expect(printed).toContain(language === 'en' ? 'Complaint register sheet' : '客诉处理表');
    expect(printed.split('\n').filter((line) => line.includes('2026-') || line.includes('2027-')).length).toBeGreaterThan(30);
    expect(printed).not.toMatch(/<[a-z/]|&[a-z#0-9]+;/);
  });
});

it('"amends demo --case" notices a mail that is missing, a step that is missing, money without approval and a call that was denied', () => {
  const { details, mails } = played.get('en') ?? expect.fail('the case was not played');
  const good = { details, mails, customer: WORDS.en.customer.email, deadLetters: 0, denied: 0 };
  const broken = (change: Partial<Played>) =>
    checkCase({ ...good, ...change }, recoverySettings(config))
      .filter(({ holds }) => !holds)
      .map(({ name }) => name);
  const spoiled = (change: Partial<CaseDetails>) => broken({ details: { ...details, ...change } });
  expect(broken({})).toEqual([]);
  expect(broken({ mails: mails.filter(({ template }) => template !== 'broken-promise') })).toEqual(['the customer heard all, and no more']);
  expect(broken({ mails: mails.filter(({ template }) => template !== 'approval-request') })).toEqual([
    'owner and head heard what is theirs',
  ]);
  expect(broken({ denied: 1 })).toEqual(['nothing was lost or denied']);
  expect(spoiled({ history: details.history.filter(({ type }) => type !== 'ApprovalGiven') })).toEqual(['every step of the way, in order']);
  const offers = details.case.offers.map(({ approvedBy: _, ...offer }) => offer);
  expect(spoiled({ case: { ...details.case, offers } })).toEqual(['nothing beyond the limit without approval']);
  expect(spoiled({ case: { ...details.case, state: 'followed-up' } })).toEqual(['closed in the second round, with the customer satisfied']);
  expect(spoiled({ case: { ...details.case, deadlines: [] } })).toEqual(['what became of each deadline outlives the close']);
  expect(spoiled({ actions: details.actions.map((action) => ({ ...action, state: 'unknown' })) })).toEqual([
    'each mail once, and on the record',
  ]);
});

it('the mails of the case stand side by side in a picture', async () => {
  const { mails } = played.get('en') ?? expect.fail('the case was not played');
  expect(mails.length).toBeGreaterThan(20);
  // Many mails in one picture need not be as sharp as one.
  const wide = await browser.newPage({ viewport: { width: 2010, height: 1200 }, deviceScaleFactor: 0.6 });
  await wide.setContent(contactSheet(mails));
  const heights: number[] = await wide.evaluate(FIT);
  expect(heights.filter((height) => height > 200)).toHaveLength(mails.length);
  await picture(wide, 'case-mails');
});

/** Each frame as high as its mail. */
const FIT = `[...document.querySelectorAll('iframe')].map((frame) => {
  const height = frame.contentDocument.documentElement.scrollHeight;
  frame.style.height = height + 'px';
  return height;
})`;

const contactSheet = (mails: readonly ReadMail[]) => `<!doctype html><html lang="en"><title>mails</title>
<style>body{margin:16px;background:#d6d2c8;columns:6 320px;column-gap:10px;font:13px system-ui} figure{margin:0 0 10px;break-inside:avoid} iframe{width:320px;border:0;display:block}</style>
${mails.map(({ html, subject }, i) => `<figure><figcaption>${i + 1}. ${escapeHtml(subject)}</figcaption><iframe srcdoc="${escapeHtml(html)}"></iframe></figure>`).join('\n')}`;
