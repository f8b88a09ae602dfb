import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalCloud } from '../../local/cloud.ts';
import { startCloud, submit, unhappy } from '../flows/cloud.ts';
import { openBrowser } from './browser.ts';
import { parseCsv } from './dashboard-fixtures/csv.ts';
import { signIn } from './desk-fixtures/people.ts';

const HAPPY = 11;
const SAD = 3;
const COMMENT = 'The parcel came two weeks late and nobody answered my calls.';

let cloud: LocalCloud;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [cloud, browser] = await Promise.all([startCloud(), openBrowser()]);
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', acceptDownloads: true })).newPage();
  page.setDefaultTimeout(45_000);
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

it('a manager signs in and finds nothing yet, with the way to send a test answer', async () => {
  await signIn(page, cloud.url, 'role:manager', '/dashboard/');
  await page.waitForSelector('.nothing a[href="/f/service"]');
  expect(await page.textContent('.nothing')).toContain('There is no feedback yet.');
});

it('answers that come in are counted, and a bar leads to the comments behind it and on to the case on the desk (R23)', async () => {
  const content = Array.from({ length: HAPPY }, (_, i) =>
    submit(cloud, { satisfaction: 5, recommendation: 10, comment: `All was well, thank you, number ${i}.` }),
  );
  const sad = Array.from({ length: SAD }, (_, i) => submit(cloud, unhappy(`ada.${i}@example.com`, COMMENT)));
  expect((await Promise.all([...content, ...sad])).map(({ httpStatus }) => httpStatus)).toEqual(Array(HAPPY + SAD).fill(202));
  await cloud.idle();
  await page.reload();
  await page.waitForSelector('#scores');
  expect(await page.textContent('#scores .card:first-child')).toContain(`n = ${HAPPY + SAD}`);
  expect(await page.textContent('.headline')).toContain('79%');

  const bars = page.locator('#distribution .bars').first();
  await bars.locator('a', { hasText: 'very dissatisfied' }).click();
  await page.waitForSelector('dialog .comments li');
  expect(await page.locator('dialog .comments li').count()).toBe(SAD);
  expect(await page.textContent('dialog .said')).toBe(COMMENT);
  const link = page.locator('dialog a[href^="/desk/cases/"]').first();
  const number = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
  await link.click();
  await page.waitForURL(`${cloud.url}/desk/cases/${number}`);
  await page.waitForSelector(`:text("${number}")`);
  await page.goBack();
  await page.waitForSelector('dialog .comments li');
  await page.keyboard.press('Escape');
});

it('what is downloaded is what the table shows (P36)', async () => {
  await page.waitForSelector('#distribution');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#distribution > header button').last().click()]);
  const [head, ...rows] = parseCsv(await readFile(await download.path(), 'utf8'));
  expect(head).toEqual(['Scale', 'Answer', 'Answers', 'Share, %']);
  expect(rows.filter(([scale]) => scale?.startsWith('Satisfaction'))).toEqual(
    [SAD, 0, 0, 0, HAPPY].map((count, i) => [
      'Satisfaction, in fifths of the scale',
      String(i + 1),
      String(count),
      String(Math.round((100 * count) / (HAPPY + SAD))),
    ]),
  );
});

it('several filters at once are computed from the column files, and say so', async () => {
  await page.goto(`${cloud.url}/dashboard/?channel=form&survey=service`);
  await page.waitForSelector('text=computed from the column files, about a minute old', { timeout: 60_000 });
  await page.waitForSelector('#scores, .nothing');
});

it('an agent is told that figures are not theirs', async () => {
  const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await signIn(other, cloud.url, 'agent:lin', '/dashboard/');
  await other.waitForSelector('.nothing a[href="/desk/"]');
  expect(await other.textContent('.nothing')).toContain('仅供主管和管理员查看');
  await other.context().close();
});
