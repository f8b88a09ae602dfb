import { createServer } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { feedbackId } from '../../shared/adapters/ids.ts';
import { readySurveys } from '../../shared/domain/survey/ready-surveys.ts';
import { Survey } from '../../shared/domain/survey/survey.ts';
import { laden, SECRET } from '../photo-samples.ts';
import { accessibilityFaults, openBrowser } from './browser.ts';
import { type FormSite, serveForm } from './form-site.ts';

/** Where photos go: keeps what is posted, or fails. */
class Bucket {
  readonly bodies: Buffer[] = [];
  status = 204;
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      this.bodies.push(Buffer.concat(chunks));
      response.writeHead(this.status, { 'access-control-allow-origin': '*' }).end();
    });
  });
  get url(): string {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
  }
  start = () => new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
  stop = () =>
    new Promise<void>((done) => {
      this.#server.close(() => done());
      this.#server.closeAllConnections();
    });
  /** The bytes of the one photo that was posted. */
  photo(): Buffer {
    const body = this.bodies[0] ?? Buffer.alloc(0);
    const from = body.indexOf('\r\n\r\n', body.indexOf('name="file"')) + 4;
    return body.subarray(from, body.lastIndexOf('\r\n--'));
  }
}

let browser: Browser;
let site: FormSite;
let bucket: Bucket;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  bucket = new Bucket();
  await bucket.start();
  site = await serveForm({ surveys: [Survey.parse(readySurveys.service)], photos: () => bucket.url });
  return async () => {
    await site.stop();
    await bucket.stop();
  };
});

async function within(
  use: (page: Page) => Promise<void>,
  { language = 'en', ...options }: BrowserContextOptions & { readonly language?: string } = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, ...options });
  try {
    const page = await context.newPage();
    await page.route('**/f/service/photos', async (route) => {
      const { submissionId, n }: { submissionId: string; n: number } = JSON.parse(route.request().postData() ?? '');
      const key = `new/${feedbackId('form', submissionId)}/${n}`;
      await route.fulfill({ json: { url: `${bucket.url}/`, fields: { key }, key } });
    });
    await page.goto(`${site.url}/f/service?lang=${language}`);
    await use(page);
  } finally {
    await context.close();
  }
}

/** 80 × 40, red on the left, blue on the right, as the browser itself writes it. */
async function jpegOf(page: Page): Promise<Buffer> {
  const inBase64: string = await page.evaluate(`(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 80, height: 40 });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#f00'; pen.fillRect(0, 0, 40, 40);
    pen.fillStyle = '#00f'; pen.fillRect(40, 0, 40, 40);
    return canvas.toDataURL('image/jpeg').split(',')[1];
  })()`);
  return Buffer.from(inBase64, 'base64');
}

/** Size, and whether the top is red and the bottom blue, as a browser shows it. */
const shownAs = (page: Page, jpeg: Buffer) =>
  page.evaluate<[number, number, boolean, boolean]>(`(async () => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(jpeg.toString('base64'))}), (one) => one.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
    const pen = canvas.getContext('2d');
    pen.drawImage(bitmap, 0, 0);
    const at = (y) => pen.getImageData(bitmap.width / 2, y, 1, 1).data;
    const [top, bottom] = [at(8), at(bitmap.height - 8)];
    return [bitmap.width, bitmap.height, top[0] > 200 && top[2] < 60, bottom[2] > 200 && bottom[0] < 60];
  })()`);

const input = '#photos';
const add = (page: Page, ...files: { name: string; buffer: Buffer; mimeType?: string }[]) =>
  page.setInputFiles(
    input,
    files.map(({ mimeType = 'image/jpeg', ...file }) => ({ mimeType, ...file })),
  );
const rate = (page: Page) => page.check('input[name=satisfaction][value="2"]', { force: true });
const send = (page: Page) => page.click('form button[type=submit]');
const says = (page: Page, text: string) => page.locator('[role=status]', { hasText: text }).first().waitFor();
const thanks = (page: Page) => page.waitForSelector('.receipt dd');

describe('a photo with the form', () => {
  it('travels without the place it was taken at, the right way up, and the words name it', async () => {
    await within(async (page) => {
      await page.waitForSelector(input);
      await add(page, { name: 'label.jpg', buffer: laden(await jpegOf(page), 6) });
      await page.waitForSelector('.photos li');
      expect(await page.textContent('.photos li')).toContain('label.jpg');
      expect(bucket.bodies).toEqual([]);
      await rate(page);
      await send(page);
      await thanks(page);
      const photo = bucket.photo();
      expect(photo.subarray(0, 3).toString('hex')).toBe('ffd8ff');
      expect([photo.includes(SECRET), photo.includes('Exif'), bucket.bodies[0]?.includes('label.jpg')]).toEqual([false, false, false]);
      expect(await shownAs(page, photo)).toEqual([40, 80, true, true]);
      const [{ id, photos } = { id: '', photos: [] }] = site.queued;
      expect(photos).toEqual([{ key: `new/${id}/1` }]);
    });
  });

  it('travels without it too where the browser lets nobody draw', async () => {
    await within(async (page) => {
      await page.waitForSelector(input);
      const jpeg = await jpegOf(page);
      await page.evaluate('window.createImageBitmap = undefined; HTMLCanvasElement.prototype.toBlob = undefined; 0');
      await add(page, { name: 'label.jpg', buffer: laden(jpeg, 6) });
      await page.waitForSelector('.photos li');
      await rate(page);
      await send(page);
      await thanks(page);
      const photo = bucket.photo();
      expect([photo.includes(SECRET), photo.length < jpeg.length + 40]).toEqual([false, true]);
      await page.reload();
      expect(await shownAs(page, photo)).toEqual([40, 80, true, true]);
    });
  });

  it('never holds the words up: what did not go is named, and sending once more sends them', async () => {
    bucket.status = 403;
    await within(async (page) => {
      await page.waitForSelector(input);
      await add(page, { name: 'label.jpg', buffer: await jpegOf(page) });
      await page.waitForSelector('.photos li');
      await rate(page);
      await send(page);
      await says(page, 'Not sent: label.jpg');
      expect(site.queued).toEqual([]);
      await send(page);
      await thanks(page);
      expect(bucket.bodies).toHaveLength(2);
      expect(site.queued).toMatchObject([{ photos: undefined }]);
    });
  });

  it('is tried again with the next sending, and goes where that works', async () => {
    bucket.status = 500;
    await within(async (page) => {
      await page.waitForSelector(input);
      await add(page, { name: 'label.jpg', buffer: await jpegOf(page) });
      await page.waitForSelector('.photos li');
      await rate(page);
      await send(page);
      await says(page, 'Not sent: label.jpg');
      bucket.status = 204;
      await send(page);
      await thanks(page);
      expect(site.queued[0]?.photos).toHaveLength(1);
    });
  });

  it('is one of three at most, can be taken out again, and must be a picture', async () => {
    await within(async (page) => {
      await page.waitForSelector(input);
      const buffer = await jpegOf(page);
      await add(page, { name: 'virus.jpg', buffer: Buffer.from('MZ no picture') });
      await says(page, 'virus.jpg cannot be sent');
      await add(page, ...['1.jpg', '2.jpg', '3.jpg', '4.jpg'].map((name) => ({ name, buffer })));
      await says(page, 'Only 3 photos can be sent. Left out: 4.jpg.');
      expect(await page.isVisible(input)).toBe(false);
      await page.focus('.photos button >> nth=1');
      await page.keyboard.press('Enter');
      await says(page, '2.jpg has been removed.');
      expect(await page.evaluate('document.activeElement.id')).toBe('photos');
      expect(await page.locator('.photos li').count()).toBe(2);
    });
  });

  it('is not offered where no script runs', async () => {
    await within(
      async (page) => {
        expect(await page.locator('input[type=file]').count()).toBe(0);
        expect(await page.locator('textarea').count()).toBe(1);
      },
      { javaScriptEnabled: false },
    );
  });

  it.each([
    ['en', 'light'],
    ['zh-Hans', 'dark'],
  ] as const)('can be chosen by everybody (WCAG 2.2 AA): %s, %s', async (language, colorScheme) => {
    await within(
      async (page) => {
        await page.waitForSelector(input);
        const buffer = await jpegOf(page);
        await add(page, { name: 'a.jpg', buffer }, { name: 'b.jpg', buffer });
        await page.waitForSelector('.photos li >> nth=1');
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= 320')).toBe(true);
        const folder = process.env['AMENDS_PHOTO_PICTURE'];
        if (folder !== undefined) await page.screenshot({ path: `${folder}/photos-${language}.png`, fullPage: true });
      },
      { language, colorScheme },
    );
  });
});
