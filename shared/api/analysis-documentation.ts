import type { AnalysisDocument } from '../domain/analytics/analysis/request.ts';
import type { AnswerRow } from '../domain/analytics/columns.ts';
import { feedbackExample } from './examples.ts';

const request: AnalysisDocument['request'] = { kind: 'servqual', survey: 'servqual', from: '2026-10-01', to: '2026-10-31' };
const waiting: AnalysisDocument = { id: 'k3q7zq7h3x6mkd4tyv2n7brja5', request, state: 'waiting', requestedAt: '2026-11-23T03:00:00.000Z' };
const done: AnalysisDocument = {
  ...waiting,
  state: 'done',
  computedAt: '2026-11-23T03:00:04.000Z',
  basis: { responses: 412, firstDay: '2026-10-01', lastDay: '2026-10-31' },
  result: { scale: { min: 1, max: 7 } },
  report: {
    title: { en: 'Expectation and perception (SERVQUAL)', 'zh-Hans': '期望与感知（SERVQUAL）' },
    sentences: [{ en: 'Reliability falls furthest short of what customers expect.', 'zh-Hans': '可靠性与客户期望的差距最大。' }],
    sections: [],
    method: [{ en: 'Period: 2026-10-01 to 2026-10-31.', 'zh-Hans': '期间：2026-10-01 至 2026-10-31。' }],
  },
};
const { result: _result, report: _report, ...listed } = done;
const row: AnswerRow = {
  ...{ feedbackId: feedbackExample.id, revision: 0, corrections: 0, at: '2026-11-23T02:10:00.000Z', day: '2026-11-23', branch: 'east' },
  ...{
    channel: 'form',
    language: 'en',
    survey: 'service',
    surveyVersion: 1,
    campaign: null,
    tier: null,
    question: 'satisfaction',
    metric: 'csat',
  },
  ...{ value: 1, min: 1, max: 5, isCannotSay: false, choice: null },
};

/** What people read about analyses and answers. */
export const analysisDocumentation = {
  'GET /api/analyses': {
    tag: 'Figures',
    id: 'listAnalyses',
    summary: 'Analyses, those asked for or computed last first',
    description:
      'Without their figures. Those of the config come once a month; results are kept for 400 days. `kind` finds those of one kind, with `survey` those of one survey.',
    answer: 'Analyses.',
    example: { items: [listed] },
  },
  'POST /api/analyses': {
    tag: 'Figures',
    id: 'requestAnalysis',
    summary: 'Ask for an analysis',
    description:
      'Of the answers to a survey between two days of the brand’s time zone, both included, 36 months at most, of one `branch` and what `where` names where you do (`channel`, `topic`, `language`, `tier`, all at once): `ratings`, `servqual`, `gaps5`, `coefficient`, `index`, `drivers`, `ipa`, `dual`, `loyalty`, `branches`, `crosstab`, `trend`; or `figures`: CSAT, NPS, effort and sentiment as `GET /api/metrics` has them, of any combination of `survey`, `branch`, `channel`, `topic`, `language` and `tier` in `where`, with a series by `per`. It is computed within a minute or so from the column files, which are a minute behind; ask for it by its `id`. The same question has the same `id`, and sent again it is computed anew over the answers as they stand then.',
    answer: 'Accepted: it waits to be computed.',
    example: waiting,
    bodyExample: request,
    refusals: [413, 415],
    status: 202,
  },
  'GET /api/analyses/{id}': {
    tag: 'Figures',
    id: 'readAnalysis',
    summary: 'An analysis with its figures',
    description:
      '`waiting` until it is computed, `failed` where it never will be: `failure` is `not-computable` (these answers make it fail each time), `gave-up` (it was tried as often as it is tried) or `not-queued`; ask again to have it tried anew. `result` holds the figures of its kind, each with its n, interval and what it leaves out, or why there is none; `report` the same in words, tables and what pictures show, in both languages.',
    answer: 'The analysis as it stands.',
    example: done,
    refusals: [404],
  },
  'GET /api/answers': {
    tag: 'Figures',
    id: 'listAnswers',
    summary: 'Answers of a month, one row each',
    description:
      'As they lie in the column files, in no order, without words, addresses or keys of customers. Older versions and doubles are among them: of each `feedbackId` keep the rows of the highest `revision`, then `corrections`, once for each `question` and `choice`. Problem: `files-moved`, when files were put together between two pages: begin the month again. `amends export answers` does all this.',
    answer: 'A page of rows.',
    example: { items: [row] },
    refusals: [409],
  },
} as const;
