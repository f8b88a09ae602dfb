import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PreviewedMail, previews } from '../../local/mails/preview.ts';
import { escapeHtml } from '../../shared/domain/html.ts';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import { renderValues } from '../../shared/domain/recovery/mail/render.ts';
import { TEMPLATE_NAMES } from '../../shared/domain/recovery/mail/tokens.ts';
import { valuesOf } from '../../shared/domain/recovery/mail/values.ts';
import { attacked } from '../domain/recovery/mail/attacked.ts';
import { accessibilityFaults, openBrowser, picture } from './browser.ts';

const COLOURS = ['light', 'dark'] as const;
const WIDTHS = [320, 600] as const;
/** Points are finger-wide: WCAG 2.5.5. Pixels. */
const MIN_TAP_PX = 44;

const ENDLESS = ['w'.repeat(400), `https://example.com/${'x'.repeat(300)}`, '汉'.repeat(300), '——'.repeat(100)].join(' ');

let browser: Browser;
let page: Page;
const requests: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  // Many mails in one picture need not be as sharp as one. Those in docs/images have gone through `pngquant 32 --nofs`, a quarter of the size.
  page = await browser.newPage({ deviceScaleFactor: 0.7 });
  page.on('request', (request) => void requests.push(request.url()));
});
afterAll(async () => {
  await browser.close();
});

const allIn = (language: Language) => previews(TEMPLATE_NAMES, [language], { brandName: { en: 'Example Company', 'zh-Hans': '示例公司' } });

/** What does not fit: how much wider than the window the mail is, and buttons that a thumb misses. */
async function misfits(mail: string, width: number): Promise<string[]> {
  const excess = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
  const low = Number(
    await page.evaluate(
      "Math.min(1000, ...[...document.querySelectorAll('.button a')].map((button) => button.getBoundingClientRect().height))",
    ),
  );
  return [
    ...(excess > 0 ? [`${mail} at ${width} px: ${excess} px too wide`] : []),
    ...(low < MIN_TAP_PX ? [`${mail} at ${width} px: a button of ${low} px`] : []),
  ];
}

describe.each(LANGUAGES)('the mails of the journey in %s', (language) => {
  it.each(COLOURS)('read at 320 and 600 px without sideways scrolling and accessibility faults, %s', async (colorScheme) => {
    const faults: string[] = [];
    await page.emulateMedia({ colorScheme });
    for (const mail of allIn(language)) {
      await page.setContent(mail.html);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        faults.push(...(await misfits(mail.file, width)));
      }
      // What stands there in the least variant, stands in the full one too.
      if (mail.variant !== 'least') faults.push(...(await accessibilityFaults(page)).map((fault) => `${mail.file}: ${fault}`));
    }
    expect(faults).toEqual([]);
    // Who opens a mail tells nobody by it: no pictures, no fonts, no style sheets are fetched.
    expect(requests).toEqual([]);
  });

  it('hold words without end within the window', async () => {
    const wide: string[] = [];
    for (const template of TEMPLATE_NAMES) {
      await page.setContent(renderValues(template, language, valuesOf(template, language, attacked(template, language, ENDLESS))).html);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        wide.push(...(await misfits(template, width)));
      }
    }
    expect(wide).toEqual([]);
  });

  it('stand side by side in a picture', async () => {
    const colorScheme = language === 'en' ? 'light' : 'dark';
    await page.emulateMedia({ colorScheme });
    const mails = allIn(language).filter(({ variant }) => variant !== 'least');
    await page.setViewportSize({ width: 2010, height: 1200 });
    await page.setContent(contactSheet(mails, language, colorScheme === 'dark' ? '#000' : '#d6d2c8'));
    const heights: number[] = await page.evaluate(FIT);
    expect(heights.filter((height) => height > 200)).toHaveLength(mails.length);
    await picture(page, `mails.${language}`);
  });
});

/** Each frame as high as its mail. */
const FIT = `[...document.querySelectorAll('iframe')].map((frame) => {
  const height = frame.contentDocument.documentElement.scrollHeight;
  frame.style.height = height + 'px';
  return height;
})`;

const contactSheet = (
  mails: readonly PreviewedMail[],
  language: Language,
  background: string,
) => `<!doctype html><html lang="${language}"><title>mails</title>
<style>body{margin:16px;background:${background};columns:6 320px;column-gap:10px} iframe{width:320px;border:0;margin:0 0 10px;break-inside:avoid;display:block}</style>
${mails.map(({ html }) => `<iframe srcdoc="${escapeHtml(html)}"></iframe>`).join('\n')}`;
