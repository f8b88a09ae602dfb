import type { Browser, Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type BuiltPages, buildPages } from '../built-pages.ts';
import * as A from './answers.ts';
import { type Looks, openPage, type Watched } from './people.ts';

/** A secure origin that nobody answers but the test. */
export const ORIGIN = 'https://desk.test';
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}
/** What the API says to `GET /api/cases`; `undefined`: nothing, as without a network; a text: half an answer. */
export type Answers = Readonly<Record<string, (query: URLSearchParams, route: Route) => Answer | string | undefined>>;

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const problem = (status: number, type = 'broken', title = 'It does not work.'): Answer => ({
  status,
  body: { type: `urn:amends:problem:${type}`, title, status, issues: [] },
});

const FEEDBACK = `/api/feedback/${A.FEEDBACK_ID}`;

/** A desk where all goes well. */
export const goodFor = (said: A.Voice): Answers => ({
  'GET /api/me': () => ok(A.me('admin')),
  'GET /api/house': () => ok(A.HOUSE),
  'GET /api/cases': () => ok({ items: Array.from({ length: 12 }, (_, n) => A.listed(n, said)) }),
  'GET /api/cases/2611-0042': () => ok(A.details(said)),
  'GET /api/customers/customer-key-1': () => ok(A.customer(said)),
  'GET /api/customers/customer-key-1/history': () => ok(A.history(said)),
  'GET /api/replies': () => ok(A.replies(said)),
  [`GET ${FEEDBACK}`]: () => ok(A.feedback(said)),
  [`GET ${FEEDBACK}/mail`]: () => ok(A.mailOf(said)),
  'GET /api/quarantine': () => ok(A.quarantine(said)),
  'GET /api/dead-letters': () => ok(A.LETTERS),
  'GET /api/dead-letters/action': () => ok(A.LETTER_SAMPLE),
  'GET /api/endpoints': () => ok(A.ENDPOINTS),
  'GET /api/deliveries': () => ok(A.DELIVERIES),
  'GET /api/calls': () => ok(A.calls(said)),
});

async function answer(route: Route, answers: Answers): Promise<void> {
  const request = route.request();
  const { pathname, searchParams } = new URL(request.url());
  const told = answers[`${request.method()} ${pathname}`]?.(searchParams, route);
  const headers = { 'content-type': 'application/json', date: new Date(A.NOW).toUTCString() };
  if (told === undefined) await route.abort('internetdisconnected');
  else if (typeof told === 'string') await route.fulfill({ headers, body: told });
  else await route.fulfill({ status: told.status, headers, body: JSON.stringify(told.body) });
}

async function file(route: Route, pages: BuiltPages): Promise<void> {
  const found = await pages.read(new URL(route.request().url()).pathname);
  await route.fulfill(found ?? { status: 404 });
}

/** The built desk with somebody signed in, and an API that says what the test says. */
async function onStage(browser: Browser, pages: BuiltPages, answers: Answers, looks?: Looks): Promise<Watched> {
  const watched = await openPage(browser, looks);
  const { page } = watched;
  await page.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== ORIGIN) {
      watched.faults.push(`asked for ${route.request().url()}`);
      return route.abort();
    }
    return pathname.startsWith('/api/') ? answer(route, answers) : file(route, pages);
  });
  await page.addInitScript(
    `if (window === window.top) sessionStorage.getItem('amends.session') ?? sessionStorage.setItem('amends.session', JSON.stringify({ idToken: 'x', endsAt: 9e12 }))`,
  );
  return watched;
}

/** What is in a mail and must not run is refused by the page's policy too, which the browser tells: that is no fault of the page. */
export async function showFormatting({ page, faults }: Watched): Promise<void> {
  await page.click('#mail-title + button');
  await page.click('button[aria-pressed="false"]');
  await page.waitForSelector('iframe[srcdoc]');
  const others = faults.filter((fault) => !/^(Executing inline event handler|Applying inline style) violates/.test(fault));
  faults.splice(0, faults.length, ...others);
}

/** Did anything run that came from a customer? */
const isPwned = (page: Page): Promise<boolean> => page.evaluate('window.pwned !== undefined');

type Act = (page: Page, watched: Watched) => Promise<void>;

export interface Stage {
  /** Opens the desk for one act; whatever goes wrong in it fails the test, and so does a customer's script that runs. */
  within(answers: Answers, act: Act, looks?: Looks, said?: A.Voice): Promise<void>;
  close(): Promise<void>;
}

/** One browser and one build for all acts of a file. */
export async function openStage(): Promise<Stage> {
  const [browser, pages] = await Promise.all([openBrowser(), buildPages()]);
  return {
    async within(answers, act, looks = {}, said = A.HOSTILE) {
      const watched = await onStage(browser, pages, { ...goodFor(said), ...answers }, looks);
      try {
        await act(watched.page, watched);
        expect(watched.faults).toEqual([]);
        expect(await isPwned(watched.page)).toBe(false);
      } finally {
        await watched.page.context().close();
      }
    },
    async close() {
      await browser.close();
      await pages.remove();
    },
  };
}
