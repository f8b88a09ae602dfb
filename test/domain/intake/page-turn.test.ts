import { describe, expect, it } from 'vitest';
import { issuesOn, pageNamed, pageOfFirst, turnPage } from '../../../shared/domain/intake/page-turn.ts';
import { readAnswers } from '../../../shared/domain/survey/answers.ts';
import { LONG } from '../survey/long-survey.ts';

const turn = (fields: string) => turnPage(LONG, new URLSearchParams(fields));

describe('going from page to page', () => {
  it.each([
    ['onPage=0&goTo=next&overall=9', { kind: 'show', page: 3 }],
    ['onPage=0&goTo=next&overall=2', { kind: 'show', page: 1 }],
    ['onPage=1&goTo=next&overall=2&wrong=crew', { kind: 'show', page: 3 }],
    ['onPage=3&goTo=back&overall=9', { kind: 'show', page: 0 }],
    ['onPage=0&goTo=back', { kind: 'show', page: 0 }],
    ['onPage=4&goTo=next&overall=9', { kind: 'send', page: 4 }],
    ['onPage=3&goTo=keep&overall=9&cabin.seat=7', { kind: 'keep', page: 3 }],
    ['overall=9', { kind: 'send', page: 0 }],
    ['onPage=99&overall=9', { kind: 'send', page: 0 }],
    ['onPage=-1&goTo=next&overall=9', { kind: 'send', page: 0 }],
  ])('%s', (fields, expected) => {
    expect(turn(fields)).toEqual(expected);
  });

  it('stays where something is wrong, and says only what is wrong there', () => {
    expect(turn('onPage=0&goTo=next&cabin.seat=9')).toEqual({
      kind: 'stay',
      page: 0,
      issues: [{ field: 'answers.overall', fault: { kind: 'required' } }],
    });
    expect(turn('onPage=3&goTo=next&cabin.seat=9')).toMatchObject({ kind: 'stay', page: 3, issues: [{ field: 'answers.cabin.seat' }] });
  });

  it('going back asks for nothing to be complete; keeping only that it can be kept', () => {
    expect(turn('onPage=1&goTo=back&overall=2')).toEqual({ kind: 'show', page: 0 });
    expect(turnPage(LONG, new URLSearchParams({ onPage: '4', goTo: 'keep', words: '好'.repeat(5_001) }))).toMatchObject({
      kind: 'stay',
      issues: [{ fault: { kind: 'too-long' } }],
    });
  });

  it('a last page whose answers open another one is not the last', () => {
    const two = { ...LONG, questions: LONG.questions.slice(0, 2) };
    expect(turnPage(two, new URLSearchParams('onPage=0&goTo=next&overall=9'))).toEqual({ kind: 'send', page: 0 });
    expect(turnPage(two, new URLSearchParams('onPage=0&goTo=next&overall=2'))).toEqual({ kind: 'show', page: 1 });
  });

  it('finds the page of a fault', () => {
    const { issues } = readAnswers(LONG, { overall: 9, cabin: { seat: 9 }, contact: { email: 'none' } });
    expect(pageOfFirst(LONG, issues, 0)).toBe(3);
    expect(issuesOn(LONG, 4, issues).map(({ field }) => field)).toEqual(['answers.contact.email']);
    expect(pageOfFirst(LONG, [{ field: 'branch', fault: { kind: 'unknown-branch' } }], 4)).toBe(4);
    expect(pageNamed(LONG, '4')).toBe(4);
    expect(pageNamed(LONG, '04')).toBeUndefined();
  });
});
