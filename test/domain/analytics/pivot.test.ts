import { describe, expect, it } from 'vitest';
import { pivot } from '../../../shared/domain/analytics/pivot.ts';
import { anAnswer } from '../../answers.ts';

const [first, second] = ['aaaaaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbb'];

describe('rows as a table', () => {
  it('has a row for each respondent and a column for each question, missing answers as NaN', () => {
    const { rows, numbers, respondents, branches, days } = pivot([
      anAnswer({ feedbackId: first, question: 'a', value: 3 }),
      anAnswer({ feedbackId: second, question: 'b', value: 5, branch: null }),
    ]);
    expect([rows, respondents, branches]).toEqual([2, [first, second], ['east', undefined]]);
    expect(days).toEqual(['2026-11-22', '2026-11-22']);
    expect([...(numbers.get('a')?.values ?? [])]).toEqual([3, Number.NaN]);
    expect([...(numbers.get('b')?.values ?? [])]).toEqual([Number.NaN, 5]);
  });

  it('keeps "cannot say" apart from silence, and 0 apart from both', () => {
    const table = pivot([
      anAnswer({ feedbackId: first, question: 'nps', value: 0, min: 0, max: 10 }),
      anAnswer({ feedbackId: second, question: 'nps', value: null, isCannotSay: true }),
    ]);
    const column = table.numbers.get('nps');
    expect([...(column?.values ?? [])]).toEqual([0, Number.NaN]);
    expect([...(column?.cannotSay ?? [])]).toEqual([0, 1]);
  });

  it('tells where a survey was changed to another scale meanwhile', () => {
    const table = pivot([
      anAnswer({ feedbackId: first, value: 5, min: 1, max: 5 }),
      anAnswer({ feedbackId: second, value: 9, min: 1, max: 10 }),
    ]);
    expect(table.numbers.get('satisfaction')).toMatchObject({ scale: { min: 1, max: 10 }, scales: 2 });
  });

  it('collects options in their order', () => {
    const table = pivot([
      anAnswer({ question: 'why', choice: 'price', value: null }),
      anAnswer({ question: 'why', choice: 'habit', value: null }),
    ]);
    expect(table.choices.get('why')).toEqual([['price', 'habit']]);
  });

  it('is empty of nothing', () => {
    expect(pivot([])).toMatchObject({ rows: 0, respondents: [] });
  });
});
