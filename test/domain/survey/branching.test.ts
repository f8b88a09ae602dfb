import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../shared/domain/survey/answers.ts';
import { allPages, pagesOf, visibleQuestions } from '../../../shared/domain/survey/branching.ts';
import { LONG, UNHAPPY } from './long-survey.ts';

const idsOf = (given: unknown) => visibleQuestions(LONG, given).map(({ id }) => id);

describe('branching (R11)', () => {
  it('asks only where the answer before calls for it', () => {
    expect(idsOf({ overall: 9 })).not.toContain('wrong');
    expect(idsOf({ overall: 4 })).toContain('wrong');
    expect(idsOf({ overall: 4, wrong: ['crew'] })).not.toContain('day');
    expect(idsOf({ overall: 4, wrong: ['crew', 'delay'] })).toContain('day');
  });

  it('what was not asked meets no condition, whatever was answered to it', () => {
    expect(idsOf({ overall: 9, wrong: ['delay'] })).not.toContain('day');
  });

  it.each([[{}], [{ overall: 'cannot-say' }], [{ overall: 0 }], [{ overall: '2' }], [{ overall: [2] }], [undefined], [null], [7]])(
    'an answer that is none meets none: %j',
    (given) => {
      expect(idsOf(given)).not.toContain('wrong');
    },
  );

  it('what is hidden is neither required nor read, and not refused either', () => {
    const { said, issues } = readAnswers(LONG, { ...UNHAPPY, overall: 9 });
    expect(issues).toEqual([]);
    expect(said.selections.map(({ question }) => question)).not.toContain('wrong');
    expect(readAnswers(LONG, { overall: 2 }).issues.map(({ field }) => field)).toEqual(['answers.wrong']);
  });

  it('a condition on the same page begins a new one: pages run no script', () => {
    expect(allPages(LONG).map(({ questions }) => questions.map(({ id }) => id))).toEqual([
      ['overall'],
      ['wrong'],
      ['day'],
      ['cabin', 'crew', 'priority', 'class'],
      ['words', 'quote', 'contact'],
    ]);
  });

  it('leaves out pages with nothing to ask, and keeps the numbers of the others', () => {
    expect(pagesOf(LONG, { overall: 9 }).map(({ number }) => number)).toEqual([0, 3, 4]);
    expect(pagesOf(LONG, UNHAPPY).map(({ number }) => number)).toEqual([0, 1, 2, 3, 4]);
  });

  it('hidden answers never come in, whatever is given (property)', () => {
    const given = fc.record(
      {
        overall: fc.oneof(fc.integer({ min: -1, max: 12 }), fc.constant('cannot-say'), fc.anything()),
        wrong: fc.oneof(fc.subarray(['delay', 'crew', 'baggage', 'other']), fc.anything()),
        day: fc.oneof(fc.constant('2026-11-20'), fc.anything()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(given, (answers) => {
        const visible = new Set(idsOf(answers));
        const { said, issues } = readAnswers(LONG, answers);
        const named = [...said.answers, ...said.selections].map(({ question }) => question.split('.')[0] ?? '');
        for (const id of named) expect(visible).toContain(id);
        for (const { field } of issues) if (field.startsWith('answers.')) expect(visible).toContain(field.split('.')[1]);
        expect(pagesOf(LONG, answers).flatMap(({ questions }) => questions.map(({ id }) => id))).toEqual([...visible]);
      }),
    );
  });
});
