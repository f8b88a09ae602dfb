import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium, type Page, type Route } from 'playwright-core';
import * as z from 'zod';
import config from '#config';
import { buildWeb } from '../infra/web.ts';
import { BROWSER_FLAGS, findBrowser } from '../local/browser.ts';
import { nextDue } from '../shared/domain/recovery/next-due.ts';
import type { Finding } from './figure.ts';
import type { Settings } from './measured-cloud.ts';
import { openedCase } from './recovery-samples.ts';

const CASES = 10_000;
const PAGE = 100;
/** Of main-thread work in a row: longer ones are felt (Long Tasks API). */
const LONG_MS = 50;
const ORIGIN = 'https://desk.bench';
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/** Run in the page: to the end of the list, a good half of a screen each frame, as fast as pages come. */
const SCROLL = `new Promise((done) => {
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  const list = document.querySelector('.cases');
  let frames = 0, atEnd = 0;
  const step = () => {
    const before = list.scrollTop;
    list.scrollTop += 500;
    frames += 1;
    const count = Number((document.querySelector('.count').textContent.match(/[\\d,]+/) || ['0'])[0].replaceAll(',', ''));
    atEnd = list.scrollTop === before && count >= ${CASES} ? atEnd + 1 : 0;
    if (atEnd < 10) requestAnimationFrame(step);
    else setTimeout(() => done({ frames, count, rows: document.querySelectorAll('.row').length, tasks }), 200);
  };
  requestAnimationFrame(step);
})`;

interface Scrolled {
  readonly frames: number;
  readonly count: number;
  readonly rows: number;
  readonly tasks: readonly number[];
}

/** What scrolling through all open cases of a very busy house costs the page's main thread. */
export async function measureInbox({ items = CASES }: Settings & { readonly items?: number | undefined }): Promise<Finding> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no Chromium was found; AMENDS_CHROMIUM names one');
  if (items !== CASES) throw new Error(`expected --items ${CASES} or none: the goal is for so many`);
  const web = await mkdtemp(join(tmpdir(), 'amends-bench-desk-'));
  const [browser] = await Promise.all([chromium.launch({ executablePath, args: [...BROWSER_FLAGS] }), buildWeb({ to: web })]);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await serve(page, web);
    await page.goto(`${ORIGIN}/desk/`);
    await page.waitForSelector('.row');
    await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
    const scrolled = await page.evaluate<Scrolled>(SCROLL);
    return findingOf(scrolled, ownTimes((await browser.stopTracing()).toString()));
  } finally {
    await browser.close();
    await rm(web, { recursive: true, force: true });
  }
}

const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      tdur: z.optional(z.number()),
      args: z.optional(z.object({ name: z.optional(z.unknown()) })),
    }),
  ),
});

/** How long the main thread itself worked on each of its tasks, in milliseconds: time in which other programs had the processor is not in it. */
function ownTimes(trace: string): number[] {
  const { traceEvents } = Trace.parse(JSON.parse(trace));
  const placeOf = ({ pid, tid }: { readonly pid: number; readonly tid: number }) => `${pid}:${tid}`;
  const mains = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(placeOf));
  const tasks = traceEvents.filter((event) => event.name.endsWith('RunTask') && mains.has(placeOf(event)));
  if (tasks.length === 0) throw new Error('expected tasks of the page in the trace, found none: has Chromium renamed them?');
  return tasks.map(({ tdur = 0 }) => tdur / 1000);
}

const longest = (times: readonly number[]) => times.reduce((most, ms) => Math.max(most, ms), 0);

const findingOf = ({ frames, count, rows, tasks }: Scrolled, own: readonly number[]): Finding => ({
  title: `Inbox of ${CASES.toLocaleString('en')} open cases`,
  figures: [
    {
      name: `tasks over ${LONG_MS} ms of the page’s own work`,
      value: own.filter((ms) => ms > LONG_MS).length,
      unit: '',
      goal: { atMost: 0 },
    },
    { name: 'longest of its tasks', value: longest(own), unit: 'ms', goal: { atMost: LONG_MS } },
    { name: 'long tasks by the clock on the wall', value: tasks.length, unit: '' },
    { name: 'frames', value: frames, unit: '' },
    { name: 'rows in the document at the end', value: rows, unit: '' },
  ],
  how: [
    `${count} cases by ${CASES / PAGE} pages of the API, made beforehand and answered at once: the page’s own work is what is measured.`,
    'Own work: the main thread’s processor time by Chromium’s trace. By the clock on the wall (Long Tasks API) other work on the machine counts too.',
  ],
});

async function serve(page: Page, web: string): Promise<void> {
  const pages = Array.from({ length: CASES / PAGE }, (_, n) => JSON.stringify(pageOf(n)));
  const { recovery, branches, brand, surveys } = config;
  const { agents, teams, departments, causes } = recovery;
  const house = { brand, branches, surveys, agents, teams, departments, causes, currency: 'CNY' };
  const answers: Readonly<Record<string, (query: URLSearchParams) => string>> = {
    '/api/me': () => JSON.stringify({ id: 'lin', role: 'agent', authority: 'agent' }),
    '/api/house': () => JSON.stringify(house),
    '/api/cases': (query) => pages[Number(query.get('cursor') ?? '0')] ?? '',
  };
  await page.addInitScript(`sessionStorage.setItem('amends.session', JSON.stringify({ idToken: 'x', endsAt: 9e12 }))`);
  await page.route('**/*', async (route: Route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    const answer = answers[pathname];
    if (answer !== undefined) return route.fulfill({ contentType: 'application/json', body: answer(searchParams) });
    const path = extname(pathname) === '' ? '/desk/index.html' : pathname;
    return route.fulfill({ contentType: TYPES[extname(path)] ?? 'text/html', body: await readFile(join(web, path)) });
  });
}

function pageOf(n: number) {
  const items = Array.from({ length: PAGE }, (_, i) => {
    const { after } = openedCase(n * PAGE + i + 1, 'lin', `customer-${i}`);
    return { ...after, nextDue: nextDue(after), standing: 'on-track' };
  });
  return { items, ...(n + 1 < CASES / PAGE && { cursor: String(n + 1) }) };
}
