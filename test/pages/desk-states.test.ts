import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './browser.ts';
import { details, FEEDBACK_ID, HOSTILE, listed, me } from './desk-fixtures/answers.ts';
import { type Answers, goodFor, ORIGIN, ok, openStage, problem, type Stage, showFormatting } from './desk-fixtures/stage.ts';

const GOOD = goodFor(HOSTILE);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const MISHAPS = {
  offline: [undefined, 'There is no connection'],
  forbidden: [problem(403, 'forbidden'), 'Your role does not allow this'],
  missing: [problem(404, 'not-found'), 'There is nothing here'],
  'too many': [problem(429, 'too-many'), 'Too many requests'],
  broken: [problem(500), 'Something failed on our side'],
  half: ['{"items": [{"number": "26', 'Something failed on our side'],
} as const;

describe.each(Object.entries(MISHAPS))('the API is %s', (_, [told, sentence]) => {
  it('says so in the list, in a case and in a list of its own, and shows what there is as soon as it can', async () => {
    let mishap: boolean = true;
    const fails =
      (good: Answers[string] | undefined): Answers[string] =>
      (query, route) =>
        mishap ? told : good?.(query, route);
    const names = ['GET /api/cases', 'GET /api/cases/2611-0042', 'GET /api/quarantine'];
    const answers = Object.fromEntries(names.map((name) => [name, fails(GOOD[name])]));
    await stage.within(answers, async (page) => {
      for (const path of ['/desk/quarantine', '/desk/cases/2611-0042', '/desk/']) {
        await page.goto(ORIGIN + path);
        await page.waitForSelector(`.fault:has-text("${sentence}")`);
      }
      expect(await accessibilityFaults(page)).toEqual([]);
      mishap = false;
      await page.click('.fault button');
      await page.waitForSelector('.row');
    });
  });
});

describe('nothing typed is lost', () => {
  const fails: Answers = { 'POST /api/cases/2611-0042/commands': () => problem(500) };
  it('where the command fails, the form stands with its words, also after a reload', async () => {
    await stage.within(fails, async (page) => {
      await page.goto(`${ORIGIN}/desk/cases/2611-0042?do=note`);
      await page.fill('#field-text', '一句备注 with 👋');
      await page.click('form.command button.main');
      await page.waitForSelector('form.command .fault');
      await page.reload();
      expect(await page.inputValue('#field-text')).toBe('一句备注 with 👋');
    });
  });

  it('what the API finds wrong stands beside its field, and what is missing is told before anything is sent', async () => {
    const issues = [{ field: 'note', reason: 'expected at most 5000 characters' }];
    const answers: Answers = {
      'POST /api/cases/2611-0042/commands': () => ({
        status: 422,
        body: { type: 'urn:amends:problem:invalid-input', title: 'No.', status: 422, issues },
      }),
    };
    await stage.within(answers, async (page) => {
      await page.goto(`${ORIGIN}/desk/cases/2611-0042?do=assign`);
      await page.click('form.command button.main');
      expect(await page.textContent('#issue-to')).toBe('Please fill this in.');
      expect(await page.evaluate('document.activeElement.id')).toBe('field-to');
      await page.selectOption('#field-to', 'chen');
      await page.click('form.command button.main');
      await page.waitForSelector('#issue-note:text("expected at most 5000 characters")');
    });
  });
});

describe('the inbox', () => {
  it('shows times by the server’s clock on a device whose clock is years off', async () => {
    await stage.within({}, async (page) => {
      await page.clock.setFixedTime(new Date('2031-05-05T05:05:05Z'));
      await page.goto(`${ORIGIN}/desk/`);
      expect(await page.textContent('.row:has-text("2611-0012") time')).toBe('6 h 0 min left');
      expect(await page.textContent('.row:has-text("2611-0002") time')).toBe('1 h 30 min late');
    });
  });

  it('keeps filters in the address, says when nothing fits them, and lets them be taken away', async () => {
    const asked: string[] = [];
    const answers: Answers = {
      'GET /api/cases': (query) => {
        asked.push(query.toString());
        return ok({ items: query.has('severity') ? [] : [listed(0, HOSTILE)] });
      },
    };
    await stage.within(answers, async (page) => {
      await page.goto(`${ORIGIN}/desk/`);
      await page.waitForSelector('.row');
      await page.click('.filters summary');
      await page.selectOption('select[name="severity"]', '4');
      await page.waitForSelector('.nothing');
      expect(new URL(page.url()).search).toBe('?severity=4');
      await page.reload();
      await page.click('.nothing button');
      await page.waitForSelector('.row');
      await page.goBack();
      await page.waitForSelector('.nothing');
      expect(asked.at(-1)).toContain('severity=4');
    });
  });

  it('draws of ten thousand cases only those in view, and reads on while it is scrolled', async () => {
    const pageAt = (cursor: string | null): number => Number(cursor ?? '0');
    const answers: Answers = {
      'GET /api/cases': (query) => {
        const from = pageAt(query.get('cursor'));
        return ok({
          items: Array.from({ length: 100 }, (_, i) => listed(from + i, HOSTILE)),
          cursor: from < 9_900 ? String(from + 100) : undefined,
        });
      },
    };
    await stage.within(answers, async (page) => {
      await page.goto(`${ORIGIN}/desk/`);
      await page.waitForSelector('.row');
      for (let known = 100; known < 400; known += 100) {
        await page.evaluate('document.querySelector(".cases").scrollTop = 1e9');
        await expect.poll(async () => Number.parseInt((await page.textContent('.count')) ?? '', 10)).toBeGreaterThan(known);
      }
      expect(await page.locator('.row').count()).toBeLessThan(60);
      expect(Number(/\d+/.exec((await page.textContent('.count')) ?? '')?.[0])).toBeGreaterThanOrEqual(300);
      expect(await page.getAttribute('.row', 'aria-setsize')).toBe('-1');
    });
  });
});

it('a role that may not decide on quarantine is told who does, and sees no way to places that are not for it', async () => {
  await stage.within({ 'GET /api/me': () => ok(me('agent')) }, async (page) => {
    await page.goto(`${ORIGIN}/desk/quarantine`);
    await page.waitForSelector('text=An administrator decides on it.');
    expect(await page.locator('.bar a[href="/desk/undelivered"]').count()).toBe(0);
    await page.goto(`${ORIGIN}/desk/no/such/place`);
    await page.waitForSelector('text=There is no such page');
  });
});

it('formatting of a mail is shown in a frame without any right, cleaned of pictures, links, scripts and styles', async () => {
  await stage.within({}, async (page, watched) => {
    await page.goto(`${ORIGIN}/desk/feedback/${FEEDBACK_ID}`);
    await showFormatting(watched);
    const source = await page.getAttribute('iframe', 'srcdoc');
    expect(source).toContain('<h1>Hello</h1>');
    expect(source).not.toMatch(/<img|href|script|onclick|style|svg|form|input|iframe/i);
    expect(await page.getAttribute('iframe', 'sandbox')).toBe('');
  });
});

it('shortcuts are off while somebody types, and can be switched off for good (WCAG 2.1.4)', async () => {
  await stage.within({ 'GET /api/cases/2611-0042': () => ok(details(HOSTILE)) }, async (page) => {
    await page.goto(`${ORIGIN}/desk/`);
    await page.waitForSelector('.row');
    await page.fill('#search', '');
    await page.type('#search', '?n');
    expect(await page.locator('dialog').count()).toBe(0);
    await page.locator('#search').blur();
    await page.keyboard.press('?');
    await page.click('dialog input[type="checkbox"]');
    await page.keyboard.press('Escape');
    await page.reload();
    await page.waitForSelector('.row');
    await page.keyboard.press('?');
    expect(await page.locator('dialog').count()).toBe(0);
    await page.click('.bar nav button');
    await page.waitForSelector('dialog');
  });
});
