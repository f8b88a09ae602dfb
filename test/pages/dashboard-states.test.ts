import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from './browser.ts';
import { figuresAnalysis } from './dashboard-fixtures/analyses.ts';
import { type Answers, half, json, metrics, problem } from './dashboard-fixtures/answers.ts';
import { AGENT } from './dashboard-fixtures/house.ts';
import { metricsAnswer, noFeedback } from './dashboard-fixtures/metrics.ts';
import { onStage, withDashboard } from './dashboard-fixtures/stage.ts';
import { tallyOfDay } from './dashboard-fixtures/tallies.ts';

onStage();

describe('when the API does not do as it should', () => {
  const FAULTS: readonly (readonly [string, Answers[string], RegExp])[] = [
    ['500', problem(500), /Something failed on our side/],
    ['429', problem(429), /Too many requests/],
    ['403', problem(403), /Your role does not allow this/],
    ['half of an answer', half(metricsAnswer(new URLSearchParams())), /Something failed on our side/],
    ['no connection', (route) => route.abort(), /no connection/],
  ];

  it.each(FAULTS)('%s: says so, and shows the figures when it is asked again', async (_, fault, words) => {
    let isBroken = true;
    const answers: Answers = { 'GET /api/metrics': (route, query) => (isBroken ? (fault ?? problem(500)) : metrics())(route, query) };
    await withDashboard('', { answers }, async ({ page }) => {
      expect(await page.textContent('.fault')).toMatch(words);
      expect(await page.locator('.toolbar').isVisible()).toBe(true);
      expect(await accessibilityFaults(page)).toEqual([]);
      isBroken = false;
      await page.locator('.fault button').click();
      await page.waitForSelector('#scores');
    });
  });

  it('one panel that fails leaves the others', async () => {
    const answers: Answers = {
      'GET /api/metrics': (route, query) => (query.get('by') === 'topic' ? problem(500) : metrics())(route, query),
    };
    await withDashboard('', { answers }, async ({ page }) => {
      await page.waitForSelector('#topics .fault');
      expect(await page.locator('#scores .card').count()).toBe(3);
      await page.waitForSelector('#branches .rows');
    });
  });

  it('slow: the places of the panels are held', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const answers: Answers = { 'GET /api/metrics': async (route, query) => held.then(() => metrics()(route, query)) };
    await withDashboard('', { answers }, async ({ page }) => {
      await page.waitForSelector('.skeleton.cards');
      expect(await page.locator('[role=status]:has-text("Loading the figures")').count()).toBe(1);
      expect(await accessibilityFaults(page)).toEqual([]);
      letGo();
      await page.waitForSelector('#scores');
    });
  });

  it('a session that has ended: offers to sign in again', async () => {
    await withDashboard('', { answers: { 'GET /api/metrics': problem(401) } }, async ({ page }) => {
      await page.waitForSelector('.fault button:has-text("Sign in again")');
    });
  });

  it('an agent is not shown figures, and none are asked for', async () => {
    await withDashboard('', { answers: { 'GET /api/me': json(AGENT) } }, async ({ page, asked }) => {
      await page.waitForSelector('.nothing a[href="/desk/"]');
      expect(asked).toEqual(['GET /api/me', 'GET /api/house']);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });
});

describe('where there is little or nothing', () => {
  it('nothing for a filter: says so, and clears it', async () => {
    const answers: Answers = { 'GET /api/metrics': (route, query) => metrics(query.has('value') ? noFeedback : undefined)(route, query) };
    await withDashboard('?branch=south', { answers }, async ({ page }) => {
      await page.locator('.nothing button:has-text("Clear filters")').click();
      await page.waitForSelector('#scores');
      expect(new URL(page.url()).search).toBe('');
    });
  });

  it('a filter that nobody knows any more is told and left out', async () => {
    await withDashboard('?branch=closed', {}, async ({ page }) => {
      await page.waitForSelector('.heading :text("“closed”")');
    });
  });

  it('a small group has no score, and says why', async () => {
    const few: Answers = {
      'GET /api/metrics': (route, query) =>
        json(
          metricsAnswer(query, (day, group, scale) =>
            day === '2026-11-26' ? tallyOfDay(day, group, scale) : noFeedback(day, group, scale),
          ),
        )(route, query),
    };
    await withDashboard('?branch=south', { answers: few }, async ({ page }) => {
      await page.waitForSelector('#scores :text("Fewer than 10 answers: no score is shown")');
      expect(await page.locator('#scores .value').count()).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });

  it('so few answers behind several filters that single persons could be told: nothing at all', async () => {
    const hidden = json(figuresAnalysis({ from: '2026-11-01', to: '2026-11-27' }, 0), 202);
    await withDashboard('?branch=east&tier=vip', { answers: { 'POST /api/analyses': hidden } }, async ({ page }) => {
      await page.waitForSelector('.nothing:has-text("Fewer than 5 answers")');
      expect(await page.locator('#scores').count()).toBe(0);
    });
  });
});
