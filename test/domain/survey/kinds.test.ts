import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFields } from '../../../shared/domain/intake/form-fields.ts';
import { member } from '../../../shared/domain/intake/json.ts';
import { reasonOf, toInputIssue } from '../../../shared/domain/survey/answer-issue.ts';
import { readAnswers } from '../../../shared/domain/survey/answers.ts';
import { fieldNamesOf } from '../../../shared/domain/survey/field-names.ts';
import { LONG, UNHAPPY } from './long-survey.ts';

const read = (given: unknown) => readAnswers(LONG, given);
const happy = { overall: 9 };

describe('questions of every kind (R11)', () => {
  it('ratings come flat, each with its scale; what is no number beside them; "cannot say" is no answer (R11)', () => {
    const { said, issues } = read(UNHAPPY);
    expect(issues).toEqual([]);
    const onFive = { min: 1, max: 5 };
    expect(said).toEqual({
      answers: [
        { question: 'overall', metric: 'csat', value: 2, min: 1, max: 10 },
        { question: 'cabin.seat', metric: 'rating', value: 1, ...onFive },
        { question: 'crew.warmth.importance', metric: 'importance', value: 5, ...onFive },
        { question: 'crew.warmth.satisfaction', metric: 'satisfaction', value: 2, ...onFive },
        { question: 'crew.speed.satisfaction', metric: 'satisfaction', value: 3, ...onFive },
      ],
      cannotSay: ['cabin.air', 'crew.speed.importance'],
      selections: [
        { question: 'wrong', kind: 'choice', values: ['delay', 'baggage'] },
        { question: 'day', kind: 'date', values: ['2026-11-20'] },
        { question: 'priority', kind: 'rank', values: ['time', 'price'] },
        { question: 'class', kind: 'choice', values: ['economy'] },
        { question: 'quote', kind: 'consent', values: ['yes'] },
      ],
      reasons: [],
      comment: '等了三个小时',
      contact: undefined,
    });
  });

  it('a page’s fields say the same as JSON', () => {
    const fields = new URLSearchParams(
      'overall=2&wrong=delay&wrong=baggage&day=2026-11-20&cabin.seat=1&cabin.air=cannot-say&crew.warmth.importance=5&crew.warmth.satisfaction=2' +
        '&crew.speed.importance=cannot-say&crew.speed.satisfaction=3&priority.time=1&priority.price=2&priority.comfort=&class=economy&quote=yes',
    );
    fields.set('words', UNHAPPY.words);
    expect(read(member(fromFields(LONG, fields), 'answers'))).toEqual(read(UNHAPPY));
  });

  it.each([
    [{ overall: 'cannot say' }, 'answers.overall', 'Expected a whole number from 1 to 10.'],
    [{ ...happy, cabin: { seat: 6 } }, 'answers.cabin.seat', 'The scale is 1 to 5.'],
    [{ ...happy, cabin: { seat: [1, 2] } }, 'answers.cabin.seat', 'Expected one answer, found several.'],
    [{ ...happy, cabin: { wings: 3 } }, 'answers.cabin.wings', 'There is no such field in this survey.'],
    [{ ...happy, cabin: 3 }, 'answers.cabin', 'Expected an object.'],
    [{ ...happy, crew: { warmth: 5 } }, 'answers.crew.warmth', 'Expected an object.'],
    [{ ...happy, crew: { warmth: { perception: 5 } } }, 'answers.crew.warmth.perception', 'There is no such field in this survey.'],
    [{ ...happy, crew: [] }, 'answers.crew', 'Expected an object.'],
    [{ ...happy, class: 'first' }, 'answers.class', 'Expected one of: economy, business.'],
    [{ ...happy, class: ['economy', 'business'] }, 'answers.class', 'Expected one answer, found several.'],
    [{ ...happy, priority: ['time', 'time'] }, 'answers.priority', 'Give each place from 1 to 3 once, beginning with 1.'],
    [{ ...happy, priority: { time: 1, price: 1 } }, 'answers.priority', 'Give each place from 1 to 3 once, beginning with 1.'],
    [{ ...happy, priority: { time: 2 } }, 'answers.priority', 'Give each place from 1 to 3 once, beginning with 1.'],
    [{ ...happy, priority: 'time' }, 'answers.priority', 'Expected a list.'],
    [{ ...happy, quote: 'perhaps' }, 'answers.quote', 'Expected true or false.'],
    [{ ...UNHAPPY, wrong: [] }, 'answers.wrong', 'Please answer this question.'],
    [{ ...UNHAPPY, wrong: ['delay', 'crew', 'baggage'] }, 'answers.wrong', 'Choose 2 at most.'],
    [{ ...UNHAPPY, wrong: ['weather'] }, 'answers.wrong', 'Expected one or more of: delay, crew, baggage.'],
    [{ ...UNHAPPY, wrong: 'delay' }, 'answers.wrong', 'Expected a list.'],
    [{ ...UNHAPPY, day: '2026-02-29' }, 'answers.day', 'Expected a day of the calendar such as 2026-11-27.'],
    [{ ...UNHAPPY, day: 'yesterday' }, 'answers.day', 'Expected a day of the calendar such as 2026-11-27.'],
    [{ ...UNHAPPY, day: null }, 'answers.day', 'Please answer this question.'],
  ])('refuses %j, naming the field and what was expected, in both languages (R11, P11)', (given, field, reason) => {
    const { issues } = read(given);
    expect(issues.map(toInputIssue)).toEqual([{ field, reason }]);
    for (const { fault } of issues) expect(reasonOf(fault, 'zh-Hans')).toMatch(/\p{Script=Han}/u);
  });

  it('who can say nothing of anything has answered; who only agrees to be quoted has not', () => {
    expect(read({ overall: 'cannot-say' })).toMatchObject({ said: { answers: [], cannotSay: ['overall'] }, issues: [] });
    const voluntary = { ...LONG, questions: LONG.questions.map((one) => ('isRequired' in one ? { ...one, isRequired: false } : one)) };
    expect(readAnswers(voluntary, { quote: true }).issues).toEqual([{ field: 'answers', fault: { kind: 'nothing-said' } }]);
  });

  it('"cannot say" may be answered only where it is offered', () => {
    const without = { ...LONG, questions: LONG.questions.map((one) => ('hasCannotSay' in one ? { ...one, hasCannotSay: false } : one)) };
    expect(readAnswers(without, { overall: 'cannot-say' }).issues).toHaveLength(1);
  });

  it('whatever a page’s form holds never throws, and what is taken lies on its scale and among its options (property)', () => {
    const names = [...LONG.questions.flatMap(fieldNamesOf), 'onPage', '__proto__', 'constructor', 'cabin', 'crew.warmth'];
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('1', '5', '11', '-1', 'cannot-say', 'delay', 'economy', 'yes', '2026-11-20', '\ud800'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 40 }), (fields) => {
        const { said, issues } = read(member(fromFields(LONG, new URLSearchParams(fields)), 'answers'));
        for (const one of said.answers) expect(Number.isInteger(one.value) && one.value >= one.min && one.value <= one.max).toBe(true);
        for (const one of said.selections) expect(new Set(one.values).size).toBe(one.values.length);
        for (const issue of issues) for (const language of ['en', 'zh-Hans'] as const) expect(reasonOf(issue.fault, language)).not.toBe('');
      }),
    );
  });
});
