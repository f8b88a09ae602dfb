import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInputIssue } from '../../../shared/domain/survey/answer-issue.ts';
import { readAnswers } from '../../../shared/domain/survey/answers.ts';
import { SURVEY } from './a-survey.ts';

const read = (answers: unknown) => readAnswers(SURVEY, answers);
const issuesOf = (answers: unknown) => read(answers).issues.map(toInputIssue);

describe('readAnswers', () => {
  it('takes a whole submission, each answer with its scale', () => {
    const { said, issues } = read({
      satisfaction: 2,
      recommendation: 0,
      reasons: ['staff', 'delivery', 'staff'],
      comment: ' 三天没有人\r\n回复 \u0000',
      contact: { name: 'Mei\nLin', email: 'mei@example.cn', consent: true },
    });
    expect(issues).toEqual([]);
    expect(said).toEqual({
      answers: [
        { question: 'satisfaction', metric: 'csat', value: 2, min: 1, max: 5 },
        { question: 'recommendation', metric: 'nps', value: 0, min: 0, max: 10 },
      ],
      selections: [],
      cannotSay: [],
      reasons: ['delivery', 'staff'],
      comment: '三天没有人\n回复',
      contact: { name: 'Mei Lin', email: 'mei@example.cn', hasConsented: true },
    });
  });

  it('an address without consent is kept and not agreed to; consent without an address agrees to nothing', () => {
    const address = { satisfaction: 3, contact: { email: 'mei@example.cn' } };
    expect(read(address).said.contact).toEqual({ name: undefined, email: 'mei@example.cn', hasConsented: false });
    expect(read({ satisfaction: 3, contact: { consent: true } }).said.contact).toBeUndefined();
    expect(read({ satisfaction: 3, contact: { name: 'Mei', consent: true } }).said.contact?.hasConsented).toBe(false);
  });

  it('null and empty are no answer, and no answer is not 0', () => {
    const { said, issues } = read({ satisfaction: 4, recommendation: null, reasons: [], comment: '', contact: null });
    expect(issues).toEqual([]);
    expect(said.answers).toHaveLength(1);
    expect(said.comment).toBeUndefined();
  });

  it.each([
    [{ satisfaction: 6 }, 'answers.satisfaction', 'The scale is 1 to 5.'],
    [{ satisfaction: 0 }, 'answers.satisfaction', 'The scale is 1 to 5.'],
    [{ satisfaction: 1e308 }, 'answers.satisfaction', 'The scale is 1 to 5.'],
    [{ satisfaction: 4.5 }, 'answers.satisfaction', 'Expected a whole number from 1 to 5.'],
    [{ satisfaction: '5' }, 'answers.satisfaction', 'Expected a whole number from 1 to 5.'],
    [{ satisfaction: true }, 'answers.satisfaction', 'Expected a whole number from 1 to 5.'],
    [{ satisfaction: [5] }, 'answers.satisfaction', 'Expected one answer, found several.'],
    [{ recommendation: 9 }, 'answers.satisfaction', 'Please answer this question.'],
    [{ satisfaction: 5, recommendation: 11 }, 'answers.recommendation', 'The scale is 0 to 10.'],
    [{ satisfaction: 5, reasons: 'staff' }, 'answers.reasons', 'Expected a list.'],
    [{ satisfaction: 5, reasons: ['staff', 'safety'] }, 'answers.reasons', 'Expected one or more of: delivery, staff.'],
    [{ satisfaction: 5, comment: 12 }, 'answers.comment', 'Expected a text.'],
    [{ satisfaction: 5, comment: 'x'.repeat(5001) }, 'answers.comment', 'At most 5000 characters fit here.'],
    [{ satisfaction: 5, comment: '好'.repeat(65_000) }, 'answers.comment', 'At most 5000 characters fit here.'],
    [{ satisfaction: 5, contact: 'mei@example.cn' }, 'answers.contact', 'Expected an object.'],
    [{ satisfaction: 5, contact: { email: 'mei@' } }, 'answers.contact.email', 'Please enter an e-mail address such as name@example.com.'],
    [{ satisfaction: 5, contact: { consent: 'yes' } }, 'answers.contact.consent', 'Expected true or false.'],
    [{ satisfaction: 5, contact: { phone: '1' } }, 'answers.contact.phone', 'There is no such field in this survey.'],
    [{ satisfaction: 5, mood: 1 }, 'answers.mood', 'There is no such field in this survey.'],
    [undefined, 'answers', 'Expected an object.'],
    [[5], 'answers', 'Expected an object.'],
    ['5', 'answers', 'Expected an object.'],
  ])('refuses %j, naming the field and what was expected (P10, P11)', (answers, field, reason) => {
    expect(issuesOf(answers)).toEqual([{ field, reason }]);
  });

  it('lists every fault, not only the first', () => {
    expect(issuesOf({ satisfaction: 9, recommendation: -1, mood: 1 }).map(({ field }) => field)).toEqual([
      'answers.mood',
      'answers.satisfaction',
      'answers.recommendation',
    ]);
  });

  it('does not repeat names that could be somebody’s words or address (P33)', () => {
    const [issue] = issuesOf({ satisfaction: 5, 'mei@example.cn': 1 });
    expect(issue?.field).toBe('answers.(unreadable name)');
  });

  it('a survey without a required question still needs one answer', () => {
    const questions = SURVEY.questions.map((question) => (question.kind === 'scale' ? { ...question, isRequired: false } : question));
    const { issues } = readAnswers({ ...SURVEY, questions }, { comment: ' \u0000 ', contact: { email: 'mei@example.cn' } });
    expect(issues.map(toInputIssue)).toEqual([{ field: 'answers', reason: 'Please answer at least one question.' }]);
  });

  it('takes a name of __proto__ as the unknown field it is, and nothing is changed by it (P10)', () => {
    const answers: unknown = JSON.parse(
      '{"satisfaction":5,"__proto__":{"satisfaction":1,"polluted":true},"contact":{"__proto__":{"consent":true}}}',
    );
    expect(issuesOf(answers).map(({ field }) => field)).toEqual(['answers.__proto__', 'answers.contact.__proto__']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(read(JSON.parse('{"__proto__":{"satisfaction":5}}')).said.answers).toEqual([]);
  });

  it('never throws, and what it takes lies on its scale (property)', () => {
    const value = fc.oneof(fc.anything(), fc.integer({ min: -2, max: 12 }), fc.constantFrom(NaN, 1e308, -0, '\ud800', '5', ['staff']));
    const shape = fc.record(
      {
        satisfaction: value,
        recommendation: value,
        reasons: value,
        comment: value,
        contact: fc.oneof(value, fc.record({ email: value, name: value, consent: value })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(shape, fc.anything()), (answers) => {
        const { said, issues } = read(answers);
        for (const answer of said.answers) {
          expect(Number.isInteger(answer.value) && answer.value >= answer.min && answer.value <= answer.max).toBe(true);
        }
        for (const issue of issues) expect(toInputIssue(issue).reason).not.toBe('');
      }),
    );
  });
});
