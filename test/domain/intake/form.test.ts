import { describe, expect, it } from 'vitest';
import { MIN_FILL_MS, readSubmission, suspicion, toFeedback } from '../../../shared/domain/intake/form.ts';
import { fromFields, MAX_FIELDS } from '../../../shared/domain/intake/form-fields.ts';
import { toInputIssue } from '../../../shared/domain/survey/answer-issue.ts';
import { SURVEY } from '../survey/a-survey.ts';

const ID = '0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
const read = (body: unknown) => readSubmission(SURVEY, { branches: ['east'], campaigns: ['spring'] }, body);
const fieldsOf = (body: unknown) => {
  const reading = read(body);
  return 'issues' in reading ? reading.issues.map(toInputIssue) : [];
};

describe('readSubmission', () => {
  it('takes answers alone, and all that may come with them', () => {
    expect(read({ answers: { satisfaction: 5 } })).toMatchObject({
      submission: { submissionId: undefined, said: { answers: [{ value: 5 }] } },
    });
    const whole = { submissionId: ID, language: 'zh-Hans', branch: 'east', startToken: 'a.b.c', answers: { satisfaction: 5 } };
    expect(read(whole)).toMatchObject({ submission: { submissionId: ID, language: 'zh-Hans', branch: 'east', startToken: 'a.b.c' } });
  });

  it.each([
    [{ submissionId: 'short', answers: { satisfaction: 5 } }, 'submissionId'],
    [{ submissionId: 12, answers: { satisfaction: 5 } }, 'submissionId'],
    [{ language: 'English, please', answers: { satisfaction: 5 } }, 'language'],
    [{ branch: 'north', answers: { satisfaction: 5 } }, 'branch'],
    [{ branch: {}, answers: { satisfaction: 5 } }, 'branch'],
    [{ campaign: 'autumn', answers: { satisfaction: 5 } }, 'campaign'],
    [{ campaign: 7, answers: { satisfaction: 5 } }, 'campaign'],
    [{ startToken: [], answers: { satisfaction: 5 } }, 'startToken'],
    [{ answers: { satisfaction: 5 }, admin: true }, 'admin'],
    [{ answers: { satisfaction: 9 } }, 'answers.satisfaction'],
    [{}, 'answers'],
    [[], ''],
    [null, ''],
    ['text', ''],
    [7, ''],
  ])('refuses %j, naming the field (P10)', (body, field) => {
    expect(fieldsOf(body)[0]?.field).toBe(field);
    expect(fieldsOf(body)[0]?.reason).not.toBe('');
  });
});

describe('fromFields', () => {
  const fields = (text: string) => fromFields(SURVEY, new URLSearchParams(text));

  it('gives the page’s flat names the shape of the JSON body', () => {
    const text =
      `submissionId=${ID}&startToken=t&language=en&branch=east&website=&satisfaction=2&recommendation=&reasons=delivery&reasons=staff` +
      '&comment=Late+%F0%9F%98%A0&contact.name=Mei&contact.email=mei%40example.cn&contact.consent=yes';
    expect(fields(text)).toEqual({
      submissionId: ID,
      startToken: 't',
      language: 'en',
      branch: 'east',
      photos: [],
      website: undefined,
      answers: {
        satisfaction: 2,
        recommendation: undefined,
        reasons: ['delivery', 'staff'],
        comment: 'Late 😠',
        contact: { name: 'Mei', email: 'mei@example.cn', consent: true },
      },
    });
    expect(read(fields(text))).toHaveProperty('submission');
  });

  it.each([
    ['satisfaction=five', 'answers.satisfaction'],
    ['satisfaction=6', 'answers.satisfaction'],
    ['satisfaction=1&satisfaction=5', 'answers.satisfaction'],
    ['satisfaction=', 'answers.satisfaction'],
    ['satisfaction=5&comment=a&comment=b', 'answers.comment'],
    ['satisfaction=5&reasons=nonsense', 'answers.reasons'],
    ['satisfaction=5&mood=1', 'answers.mood'],
    ['satisfaction=5&__proto__=1', 'answers.__proto__'],
    ['satisfaction=5&contact=x', 'answers.contact'],
    ['satisfaction=5&contact.consent=perhaps', 'answers.contact.consent'],
    ['satisfaction=5&submissionId=a&submissionId=b', 'submissionId'],
  ])('%s is refused as JSON would be', (text, field) => {
    expect(fieldsOf(fields(text)).map((issue) => issue.field)).toEqual([field]);
  });

  it('does not look at more fields than any survey has', () => {
    expect(fields('x=1&'.repeat(MAX_FIELDS + 1))).toBeUndefined();
  });
});

describe('suspicion (P9)', () => {
  it.each([
    ['a field nobody sees was filled', 'http://example.com', 'served', 60_000, 'honeypot'],
    ['even by a JSON client', 'x', 'not-needed', 0, 'honeypot'],
    ['the page was served a moment ago', undefined, 'served', MIN_FILL_MS - 1, 'too-fast'],
    ['the page will be served later', undefined, 'served', -5, 'too-fast'],
    ['no page was ever served', undefined, 'unproven', 0, 'no-start-token'],
  ] as const)('falls on what comes when %s', (_, honeypot, start, elapsed, reason) => {
    expect(suspicion(honeypot, start, elapsed)?.reason).toBe(reason);
  });

  it('does not fall on people', () => {
    expect(suspicion(undefined, 'served', MIN_FILL_MS)).toBeUndefined();
    expect(suspicion('', 'served', 3_600_000)).toBeUndefined();
    expect(suspicion(undefined, 'not-needed', 0)).toBeUndefined();
  });
});

it('toFeedback hands on the words, with nothing of the form’s format left', () => {
  const reading = read({
    branch: 'east',
    language: 'en',
    answers: { satisfaction: 1, comment: 'Late', contact: { email: 'mei@example.cn', consent: true } },
  });
  if ('issues' in reading) throw new Error('expected a submission');
  const given = { id: 'abcdefghijklmnopqrstuvwxyz', externalId: ID, receivedAt: '2026-11-22T08:30:00.000Z', quarantine: undefined };
  expect(toFeedback(SURVEY, reading.submission, given)).toEqual({
    ...given,
    source: 'form',
    channel: 'form',
    revision: 0,
    survey: 'service',
    surveyVersion: 1,
    branch: 'east',
    locale: 'en',
    answers: [{ question: 'satisfaction', metric: 'csat', value: 1, min: 1, max: 5 }],
    reasons: [],
    comment: 'Late',
    customer: { email: 'mei@example.cn', name: undefined, hasConsented: true },
  });
});
