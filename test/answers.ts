import fc from 'fast-check';
import { feedbackId } from '../shared/adapters/ids.ts';
import type { AnsweredFeedback, AnswerRow } from '../shared/domain/analytics/columns.ts';
import { CHANNELS, METRICS } from '../shared/domain/feedback.ts';

/** A row of a column file; hand in what the test is about. */
export const anAnswer = (overrides: Partial<AnswerRow> = {}): AnswerRow => ({
  feedbackId: feedbackId('form', 'response-1'),
  revision: 0,
  corrections: 0,
  at: '2026-11-22T08:30:00.000Z',
  day: '2026-11-22',
  branch: 'east',
  channel: 'form',
  language: 'en',
  survey: 'service',
  surveyVersion: 1,
  campaign: null,
  tier: null,
  question: 'satisfaction',
  metric: 'csat',
  value: 4,
  min: 1,
  max: 5,
  isCannotSay: false,
  choice: null,
  ...overrides,
});

/** What travels to the column files, of one response. */
export function anAnswered(
  response: string,
  overrides: Partial<Omit<AnsweredFeedback, 'rows'>> = {},
  values: readonly number[] = [4],
): AnsweredFeedback {
  const {
    question: _q,
    metric,
    value: _v,
    min,
    max,
    isCannotSay,
    choice,
    ...placed
  } = anAnswer({ feedbackId: feedbackId('form', response) });
  const rows = values.map((value, i) => ({ question: `q${i}`, metric, value, min, max, isCannotSay, choice }));
  return { ...placed, ...overrides, rows };
}

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

/** Any rows of a month: of few responses in few versions, so that some replace others. */
export const rowsOfMonth = fc.array(
  fc.record({
    feedbackId: fc.integer({ min: 0, max: 5 }).map((n) => feedbackId('form', String(n))),
    revision: fc.oneof(fc.integer({ min: 0, max: 2 }), fc.constant(1_795_000_000_000)),
    corrections: fc.integer({ min: 0, max: 2 }),
    at: fc.integer({ min: 0, max: 2_591_999_999 }).map((ms) => new Date(Date.UTC(2026, 10, 1) + ms).toISOString()),
    day: fc.integer({ min: 1, max: 30 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`),
    branch: fc.option(text),
    channel: fc.constantFrom(...CHANNELS),
    language: fc.constantFrom('en', 'zh-Hans', 'und'),
    survey: fc.option(text),
    surveyVersion: fc.option(fc.integer({ min: 1, max: 9 })),
    campaign: fc.option(text),
    tier: fc.option(fc.constantFrom('vip', 'regular', 'new')),
    question: fc.constantFrom('satisfaction', 'servqual.reliability.promises.expectation', '满意度', 'topic:delivery'),
    metric: fc.option(fc.constantFrom(...METRICS)),
    value: fc.option(finite),
    min: fc.option(finite),
    max: fc.option(finite),
    isCannotSay: fc.boolean(),
    choice: fc.option(text),
  }),
  { minLength: 1, maxLength: 40 },
) satisfies fc.Arbitrary<AnswerRow[]>;
