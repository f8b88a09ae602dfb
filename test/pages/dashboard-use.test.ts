import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../shared/domain/language.ts';
import { accessibilityFaults } from './browser.ts';
import { figuresAnalysis } from './dashboard-fixtures/analyses.ts';
import { type Answers, json } from './dashboard-fixtures/answers.ts';
import { parseCsv } from './dashboard-fixtures/csv.ts';
import { onStage, settled, withDashboard } from './dashboard-fixtures/stage.ts';

onStage();

describe('the dashboard asks for what it shows', () => {
  it('the first figures in one request, of the zone’s own days, compared with those before', async () => {
    await withDashboard('', {}, async ({ page, asked }) => {
      await page.waitForSelector('#scores');
      const figures = asked.filter((one) => one.includes('/api/metrics') && !one.includes('by='));
      expect(figures).toEqual(['GET /api/metrics?from=2026-10-31&to=2026-11-27&compare=previous&per=day']);
      expect(asked.indexOf(figures[0] ?? '')).toBe(2);
    });
  });

  it('by one filter exactly; by several from the column files, saying so, without cases and comparison', async () => {
    await withDashboard('', {}, async ({ page, asked }) => {
      await settled(page);
      await page.locator('select[name=branch]').selectOption('east');
      await page.waitForSelector('.heading:has-text("Branch: East")');
      await settled(page);
      expect(asked).toContain('GET /api/metrics?from=2026-10-31&to=2026-11-27&compare=previous&by=branch&value=east&per=day');
      await page.locator('select[name=channel]').selectOption('form');
      await page.waitForSelector('text=computed from the column files, about a minute old');
      expect(new URL(page.url()).search).toBe('?branch=east&channel=form');
      expect(asked).toContain('POST /api/analyses');
      expect(await page.locator('#funnel, #service, #times').count()).toBe(0);
      expect(await page.textContent('#trend table')).toContain('fewer than 5 answers, hidden');
      // Back is one filter again.
      await page.goBack();
      await page.waitForSelector('#funnel');
      // Of one branch most days have too few answers; weeks have enough.
      await page.getByRole('button', { name: 'Show weeks' }).click();
      await page.waitForURL(/per=week/);
      await settled(page);
      expect(asked).toContain('GET /api/metrics?from=2026-10-31&to=2026-11-27&compare=previous&by=branch&value=east&per=week');
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await page.waitForURL(/dashboard\/(\?per=week)?$/);
    });
  });

  it('days of one’s own, and says what is wrong with them', async () => {
    await withDashboard('', {}, async ({ page, asked }) => {
      await settled(page);
      await page.locator('select[name=range]').selectOption('own');
      await page.getByLabel('First day').fill('2026-11-20');
      await page.getByLabel('Last day').fill('2026-11-10');
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      await page.waitForSelector('[role=alert]:has-text("must not be after the last")');
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByLabel('Last day').fill('2026-11-25');
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      await settled(page);
      expect(asked).toContain('GET /api/metrics?from=2026-11-20&to=2026-11-25&compare=previous&per=day');
      expect(await page.locator('text=The last day is not over').count()).toBe(0);
    });
  });

  it('an analysis when somebody asks for it, and waits for it', async () => {
    let looks = 0;
    const waiting = { ...figuresAnalysis({ from: '2026-11-01', to: '2026-11-27' }, 1), state: 'waiting' };
    const answers: Answers = {
      'GET /api/analyses': json({ items: [] }),
      'POST /api/analyses': json(waiting, 202),
      [`GET /api/analyses/${waiting.id}`]: (route, query) => {
        looks += 1;
        const failed = { ...waiting, state: 'failed', failure: 'not-computable' };
        return json(looks > 1 ? failed : waiting)(route, query);
      },
    };
    await withDashboard('', { answers }, async ({ page }) => {
      await page.locator('#drivers button[type=submit]').click();
      await page.waitForSelector('#drivers [role=status]');
      await page.waitForSelector('#drivers :text("cannot be computed from these answers")');
    });
  });
});

describe('from a mark to the comments and the case (R23)', () => {
  it('by keyboard alone; the address opens it again, Escape and Back close it, and words of customers stay words', async () => {
    await withDashboard('', {}, async ({ page, asked, complaints }) => {
      await settled(page);
      const bar = page.locator('#distribution .bars a').first();
      await bar.focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('dialog[open] .comments li');
      expect(asked.at(-1)).toBe('GET /api/feedback?from=2026-10-31&to=2026-11-27&metric=csat&value=5&counted=true&limit=100');
      expect(await page.locator('dialog img, dialog b b').count()).toBe(0);
      expect(await page.textContent('dialog')).toContain('<img src=x onerror=alert(1)>');
      expect(await page.locator('dialog a[href="/desk/cases/2026-0001"]').count()).toBe(1);
      expect(await page.locator('dialog a[href^="/desk/feedback/"]').count()).toBe(5);
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog', { state: 'detached' });
      expect(await page.evaluate('document.activeElement.textContent')).toBe(await bar.textContent());
      await bar.click();
      await page.waitForSelector('dialog[open]');
      await page.reload();
      await page.waitForSelector('dialog[open] .comments li');
      await page.goBack();
      await page.waitForSelector('dialog', { state: 'detached' });
      expect(complaints).toEqual([]);
    });
  });

  it('a point of the trend by pointer, and each by its line in the table', async () => {
    await withDashboard('', {}, async ({ page, asked }) => {
      await settled(page);
      const box = await page.locator('#trend .u-over').boundingBox();
      if (box === null) throw new Error('expected the trend to be drawn');
      await page.mouse.click(box.x + box.width - 3, box.y + 40);
      await page.waitForSelector('dialog[open] .comments');
      expect(asked.at(-1)).toContain('from=2026-11-27&to=2026-11-27&metric=csat&counted=true');
      await page.keyboard.press('Escape');
      await page.locator('#trend > header button').first().click();
      expect(await page.locator('#trend tbody a').count()).toBe(28);
    });
  });
});

/** The table as it stands on the page, its numbers as numbers. */
const TABLE = `[...document.querySelectorAll('#PANEL tr')].map((row) => [...row.cells].map((cell) => cell.textContent))`;
const plain = (text: string) =>
  /^[+−]?[\d,]+(\.\d+)?$/.test(text) ? String(Number(text.replace('−', '-').replaceAll(',', ''))) : text === '–' ? '' : text;

describe('files of exactly what is shown (R23, P36)', () => {
  it.each(LANGUAGES)('every panel’s CSV holds its table, in %s', async (language) => {
    await withDashboard('?branch=east', { language, acceptDownloads: true }, async ({ page }) => {
      await settled(page);
      const ids = ['scores', 'trend', 'distribution', 'funnel', 'service', 'times', 'topics', 'branches'];
      for (const id of ids) {
        const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`#${id} > header button`).last().click()]);
        const isAll = id === 'topics' || id === 'branches';
        expect(download.suggestedFilename()).toBe(`amends-${id}-2026-10-31-2026-11-27${isAll ? '' : '-branch-east'}.csv`);
        const file = await readFile(await download.path(), 'utf8');
        expect(file.startsWith('\uFEFF')).toBe(true);
        const shown: string[][] = await page.evaluate(TABLE.replace('PANEL', id));
        expect(shown.length).toBeGreaterThan(2);
        expect(parseCsv(file)).toEqual(shown.map((row) => row.map(plain)));
      }
    });
  });
});
