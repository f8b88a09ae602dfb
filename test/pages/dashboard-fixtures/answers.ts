import type { BrowserContext, Route } from 'playwright-core';
import { analysisOf, figuresAnalysis, idOf } from './analyses.ts';
import { feedbackPage } from './feedback.ts';
import { HOUSE, ME } from './house.ts';
import { metricsAnswer, type TallyOf, TODAY } from './metrics.ts';

export type Answer = (route: Route, query: URLSearchParams) => Promise<void>;
export type Answers = Readonly<Record<string, Answer>>;

/** The page's clock is the server's: it shows the day of the fixtures. */
const HEADERS = { date: new Date(`${TODAY}T04:30:00Z`).toUTCString() };

export const json =
  (body: unknown, status = 200): Answer =>
  (route) =>
    route.fulfill({ status, headers: HEADERS, contentType: 'application/json', body: JSON.stringify(body) });

export const problem = (status: number, title = 'It does not work.'): Answer =>
  json({ type: 'urn:amends:problem:broken', title, status, issues: [] }, status);

/** The answer breaks off in the middle. */
export const half =
  (body: unknown): Answer =>
  (route) => {
    const text = JSON.stringify(body);
    return route.fulfill({ headers: HEADERS, contentType: 'application/json', body: text.slice(0, text.length / 2) });
  };

export const metrics =
  (tallyOn?: TallyOf): Answer =>
  (route, query) =>
    json(metricsAnswer(query, tallyOn))(route, query);

/** A house where all goes well. */
export const USUAL: Answers = {
  'GET /api/me': json(ME),
  'GET /api/house': json(HOUSE),
  'GET /api/metrics': metrics(),
  'GET /api/feedback': (route, query) => json(feedbackPage(query))(route, query),
  'GET /api/alarms': json({
    items: [
      {
        ...{ id: 'rise:delivery:2026-11-26T05', at: '2026-11-26T06:00:00.000Z', topic: 'delivery' },
        ...{ from: '2026-11-25T06:00:00.000Z', to: '2026-11-26T06:00:00.000Z', count: 14, expected: 4.2, share: 0.3, usualShare: 0.1 },
        ...{ pValue: 0.0001, falseAlarmsPerYear: 4, historyDays: 60, feedbackIds: [] },
      },
    ],
    watch: { isWatching: true, historyDays: 60, neededDays: 28, falseAlarmsPerYear: 4 },
  }),
  'GET /api/analyses': async (route, query) => {
    const { report: _report, result: _result, ...listed } = await analysisOf(query.get('kind') ?? '');
    await json({ items: [listed] })(route, query);
  },
  ...Object.fromEntries(
    ['drivers', 'servqual', 'ipa'].map((kind): [string, Answer] => [
      `GET /api/analyses/${idOf(kind)}`,
      async (route, query) => json(await analysisOf(kind))(route, query),
    ]),
  ),
  'POST /api/analyses': (route, query) => {
    const asked: { from: string; to: string } = route.request().postDataJSON();
    return json(figuresAnalysis(asked, 0.4), 202)(route, query);
  },
};

/** Answers every request of the pages to the API; one that is not foreseen fails as a service does that is not there. @returns what was asked, in its order */
export async function answerApi(context: BrowserContext, answers: Answers = USUAL): Promise<string[]> {
  const asked: string[] = [];
  await context.route('**/api/**', (route) => {
    const url = new URL(route.request().url());
    const what = `${route.request().method()} ${url.pathname}`;
    asked.push(what + url.search);
    return (answers[what] ?? problem(500, `${what} is not foreseen in this test`))(route, url.searchParams);
  });
  return asked;
}
