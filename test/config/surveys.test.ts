import { describe, expect, it } from 'vitest';
import { surveyFaults } from '../../shared/config/survey-faults.ts';
import { Survey } from '../../shared/domain/survey/survey.ts';
import { LONG } from '../domain/survey/long-survey.ts';

const words = { en: 'Words', 'zh-Hans': '文字' };
const withShowIf = (showIf: unknown) =>
  surveyFaults([Survey.parse({ ...LONG, questions: [...LONG.questions, { kind: 'comment', id: 'more', text: words, showIf }] })]);

describe('surveys of the config', () => {
  it('finds nothing in a sound one', () => {
    expect(surveyFaults([LONG])).toEqual([]);
  });

  it.each([
    [{ question: 'later', is: ['x'] }, /questions\[10\]\.showIf\.question: no earlier question "later"/],
    [{ question: 'more', is: ['x'] }, /no earlier question "more"/],
    [{ question: 'class', is: ['first'] }, /"class" has no option "first"; expected some of: economy, business/],
    [{ question: 'words', is: ['x'] }, /"words" is of the kind "comment", which has no options/],
    [{ question: 'overall', is: ['1'] }, /use atLeast, atMost on a scale/],
    [{ question: 'class', atLeast: 2 }, /need a scale, "class" is of the kind "choice"; use is/],
    [{ question: 'overall', atLeast: 11 }, /within 1 to 10/],
    [{ question: 'overall', atLeast: 5, atMost: 4 }, /atLeast not above atMost/],
    [{ question: 'overall' }, /expected atLeast, atMost or both/],
  ])('a condition that nothing can meet is named: %j', (showIf, complaint) => {
    expect(withShowIf(showIf)).toEqual([expect.stringMatching(complaint)]);
  });

  it('a condition on a consent is met by yes', () => {
    expect(withShowIf({ question: 'quote', is: ['yes'] })).toEqual([]);
  });

  it('ids of options and rows are used once', () => {
    const twice = [
      { id: 'a', text: words },
      { id: 'a', text: words },
    ];
    const survey = Survey.parse({ ...LONG, questions: [{ kind: 'choice', id: 'one', text: words, options: twice }] });
    expect(surveyFaults([survey])).toEqual(['surveys[0].questions[0].options: the id "a" is used twice']);
  });

  it.each([['campaign'], ['language'], ['branch'], ['website']])(
    'no question may be called %s: a page’s form has a field of that name',
    (id) => {
      expect(Survey.safeParse({ ...LONG, questions: [{ kind: 'comment', id, text: words }] }).success).toBe(false);
    },
  );
});
