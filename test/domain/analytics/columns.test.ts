import { describe, expect, it } from 'vitest';
import { monthsBetween, newestRows } from '../../../shared/domain/analytics/columns.ts';
import { answersOfChange, rowsOf } from '../../../shared/domain/analytics/rows-of.ts';
import { anAnswer } from '../../answers.ts';
import { aFeedback } from '../../samples.ts';

const ZONE = 'Asia/Shanghai';
const said = (overrides: Parameters<typeof aFeedback>[0]) =>
  rowsOf(aFeedback(overrides), ZONE).map(({ question, value, min, max, isCannotSay, choice }) => ({
    question,
    value,
    min,
    max,
    isCannotSay,
    choice,
  }));

describe('rows of a feedback', () => {
  it('are one for each answer, on its scale, and what was understood besides (R23)', () => {
    expect(said({})).toEqual([
      { question: 'satisfaction', value: 1, min: 1, max: 5, isCannotSay: false, choice: null },
      { question: 'topic:delivery', value: -1, min: -1, max: 1, isCannotSay: false, choice: null },
      { question: 'amends:sentiment', value: -0.8, min: -1, max: 1, isCannotSay: false, choice: 'negative' },
      { question: 'amends:severity', value: 2, min: 1, max: 4, isCannotSay: false, choice: null },
      { question: 'amends:score', value: 0, min: 0, max: 100, isCannotSay: false, choice: null },
    ]);
  });

  it('tell "cannot say" from an answer and from silence, and place ranks from 1 (R11)', () => {
    const rows = said({
      answers: [],
      cannotSay: ['crew'],
      selections: [
        { question: 'why', kind: 'choice', values: ['price', 'habit'] },
        { question: 'order', kind: 'rank', values: ['meals', 'crew'] },
      ],
    }).slice(0, 5);
    expect(rows.map(({ question, value, isCannotSay, choice }) => [question, value, isCannotSay, choice])).toEqual([
      ['crew', null, true, null],
      ['why', null, false, 'price'],
      ['why', null, false, 'habit'],
      ['order', 1, false, 'meals'],
      ['order', 2, false, 'crew'],
    ]);
  });

  it('count a topic that was ticked and not written of as mentioned, and one named twice as its worst', () => {
    const mention = (polarity: 'negative' | 'positive') => ({ topic: 'staff' as const, polarity, evidence: ['x'] });
    const { understanding } = aFeedback();
    const rows = said({
      reasons: ['waiting', 'staff'],
      understanding: { ...understanding, topics: [mention('positive'), mention('negative')] },
    });
    expect(rows.filter(({ question }) => question.startsWith('topic:')).map(({ question, value }) => [question, value])).toEqual([
      ['topic:staff', -1],
      ['topic:waiting', 0],
    ]);
  });

  it('are of the day in the brand’s zone', () => {
    expect(rowsOf(aFeedback({ receivedAt: '2026-11-30T17:00:00.000Z' }), ZONE)[0]?.day).toBe('2026-12-01');
  });

  it('hold nobody’s words, address or key (R17)', () => {
    const feedback = aFeedback({
      subject: 'SECRET',
      comment: 'SECRET words',
      customerKey: 'SECRET-key',
      externalId: 'SECRET-id',
      messageId: '<SECRET>',
    });
    expect(JSON.stringify(rowsOf(feedback, ZONE))).not.toContain('SECRET');
  });

  it.each([[{ automatic: 'auto-reply' as const }], [{ isReply: true }]])('are none of what is no feedback of its own: %j', (overrides) => {
    expect(rowsOf(aFeedback(overrides), ZONE)).toEqual([]);
  });

  it('are at least one, so that a revision without answers takes the place of one with', () => {
    const bare = aFeedback({ answers: [], reasons: [], score: undefined, understanding: { ...aFeedback().understanding, topics: [] } });
    expect(rowsOf(bare, ZONE).map(({ question }) => question)).toEqual(['amends:sentiment', 'amends:severity', 'amends:score']);
  });

  it('do not change with an erasure: figures stay (P35)', () => {
    const before = { ...aFeedback(), type: 'feedback' };
    expect(
      answersOfChange({ old: before, new: { ...before, comment: '[erased]', contentHash: 'erased', isReachable: false } }, ZONE),
    ).toBeUndefined();
    expect(answersOfChange({ old: before, new: { ...before, revision: 1 } }, ZONE)?.revision).toBe(1);
  });
});

describe('rows as they hold', () => {
  it('are those of the newest revision of a feedback, also those it no longer has', () => {
    const rows = [anAnswer({ question: 'a' }), anAnswer({ question: 'b' }), anAnswer({ question: 'a', revision: 2, value: 1 })];
    expect(newestRows(rows)).toEqual([rows[2]]);
  });

  it('are, of one revision, those corrected last, and each once however often it was written', () => {
    const corrected = anAnswer({ corrections: 1, value: 2 });
    expect(newestRows([corrected, anAnswer(), corrected])).toEqual([corrected]);
  });

  it('keep several options of one question', () => {
    const rows = [anAnswer({ choice: 'price' }), anAnswer({ choice: 'habit' })];
    expect(newestRows(rows)).toEqual(rows);
  });
});

describe('months between two days', () => {
  it.each([
    ['2026-11-30', '2026-12-01', ['2026-11', '2026-12']],
    ['2026-12-31', '2027-02-01', ['2026-12', '2027-01', '2027-02']],
    ['2026-11-01', '2026-11-30', ['2026-11']],
    ['2026-12-01', '2026-11-30', []],
  ])('%s to %s', (from, to, months) => {
    expect(monthsBetween(from, to)).toEqual(months);
  });
});
