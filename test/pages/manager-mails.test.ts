import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPng } from '../../shared/adapters/picture/png.ts';
import { renderAlarm } from '../../shared/domain/alarm/render.ts';
import { buildDigest } from '../../shared/domain/digest/digest.ts';
import { pictureOf, renderDigest } from '../../shared/domain/digest/render.ts';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import type { PeriodKind } from '../../shared/domain/metrics/period.ts';
import { namesOf } from '../../shared/domain/recovery/statistics/names.ts';
import { renderStatistics } from '../../shared/domain/recovery/statistics/render.ts';
import { anAlarmMail } from '../domain/alarm/an-alarm.ts';
import { aWeek } from '../domain/digest/sample-week.ts';
import { HOUSE, statisticsOfAMonth } from '../domain/recovery/statistics/a-month.ts';
import { accessibilityFaults, openBrowser, picture } from './browser.ts';

/** A digest as its mail shows it, with the picture in the page itself, and the link by which it is ended. */
const digest = (kind: PeriodKind, hasPicture: boolean) => async (language: Language) => {
  const model = buildDigest(aWeek(language, { kind }));
  const png = hasPicture ? await drawPng(pictureOf(model) ?? '') : undefined;
  const picture = png && `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const stop = { url: 'https://amends.example.com/u/token', address: 'manager@example.com' };
  return renderDigest(model, { picture, stop }).html;
};

/** Mails to managers, by name. */
const MAILS: Readonly<Record<string, (language: Language) => string | Promise<string>>> = {
  'digest-day': digest('day', true),
  'digest-week': digest('week', true),
  'digest-month': digest('month', true),
  'digest-without-pictures': digest('week', false),
  'rise-alarm': (language) => renderAlarm(anAlarmMail(language)).html,
  'case-report': (language) =>
    renderStatistics({
      statistics: statisticsOfAMonth(),
      names: namesOf(HOUSE, language),
      language,
      brandName: language === 'en' ? 'Example Company' : '示例公司',
    }).html,
};

/** Colours and widths do not depend on each other: each of them once. */
const WINDOWS = [
  { width: 600, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
] as const;

const VIEWS = Object.entries(MAILS).flatMap(([name, render]) =>
  LANGUAGES.flatMap((language) => WINDOWS.map((window) => ({ name, render, language, ...window }))),
);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('mails to managers', () => {
  it.each(VIEWS)('$name in $language is read without scrolling sideways at $width px, $colorScheme', async (view) => {
    const page = await browser.newPage({ viewport: { width: view.width, height: 800 }, colorScheme: view.colorScheme });
    await page.setContent(await view.render(view.language));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(view.width);
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, `${view.name}.${view.language}.${view.width}.${view.colorScheme}`);
    await page.close();
  });
});
