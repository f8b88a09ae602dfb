import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../shared/domain/language.ts';
import { allPages } from '../../../shared/domain/survey/branching.ts';
import { fieldNamesOf } from '../../../shared/domain/survey/field-names.ts';
import { readySurveys } from '../../../shared/domain/survey/ready-surveys.ts';
import { type Question, Survey } from '../../../shared/domain/survey/survey.ts';
import { answerPage } from '../../../web/answer/page.ts';
import { ANSWER_WORDS } from '../../../web/answer/words.ts';
import { anchorOf } from '../../../web/form/drawing.ts';
import { formPage } from '../../../web/form/pages.ts';
import { previewPage } from '../../../web/form/preview.ts';
import { labelOf } from '../../../web/form/questions.ts';
import { LONG } from '../../domain/survey/long-survey.ts';

const page = (at: number, typed = '', issues: Parameters<typeof formPage>[0]['issues'] = [], language: 'en' | 'zh-Hans' = 'en') =>
  formPage({ survey: LONG, language, brand: 'B', submissionId: 'id', startToken: 't', typed: new URLSearchParams(typed), issues, at });
const UNHAPPY = 'overall=2&wrong=delay&day=2026-11-20';
const idsIn = (text: string) => [...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);

describe.each(LANGUAGES)('questions of every kind, in %s (R11)', (language) => {
  const whole = previewPage(LONG, language, 'B');

  it('have a field for every answer, and no other', () => {
    const names = new Set([...whole.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name));
    names.delete('viewport');
    names.delete('robots');
    expect([...names].sort()).toEqual(LONG.questions.flatMap(fieldNamesOf).sort());
  });

  it('show their words, and those of their rows and options', () => {
    const textsOf = (question: Question): string[] => {
      const own = question.kind === 'contact' ? [question.nameText, question.emailText, question.consentText] : [question.text];
      const rows = 'rows' in question ? question.rows.map(({ text }) => text) : [];
      const options = 'options' in question ? question.options.map(({ text }) => text) : [];
      return [...own, ...rows, ...options].map((text) => text[language]);
    };
    for (const text of LONG.questions.flatMap(textsOf)) expect(whole).toContain(text);
  });

  it('lead nowhere that is not there, and no id stands twice', () => {
    const ids = idsIn(whole);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, list = ''] of whole.matchAll(/ (?:for|aria-labelledby|aria-describedby)="([^"]+)"/g)) {
      for (const id of list.split(' ')) expect(ids).toContain(id);
    }
  });

  it('are drawn for every ready survey, page by page, by the same rules', () => {
    for (const definition of Object.values(readySurveys)) {
      const survey = Survey.parse(definition);
      for (const { number } of allPages(survey)) {
        const text = formPage({
          survey,
          language,
          brand: 'B',
          submissionId: 'i',
          startToken: 't',
          typed: new URLSearchParams(),
          issues: [],
          at: number,
        });
        const ids = idsIn(text);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }
  });
});

describe('faults', () => {
  it('of rows, pairs and ranks lead from the summary to their field, and are told beside it', () => {
    const issues = ['cabin.seat', 'crew.warmth.satisfaction', 'priority', 'class'].map((name) => ({
      field: `answers.${name}`,
      fault: { kind: 'out-of-scale', min: 1, max: 5 } as const,
    }));
    const text = page(3, 'overall=9', issues);
    const ids = idsIn(text);
    for (const { field } of issues) {
      const anchor = anchorOf(field.replace('answers.', ''));
      expect(text).toContain(`<a href="#${anchor}">`);
      expect(ids).toContain(anchor);
      expect(text).toContain(`id="${anchor}-error"`);
    }
  });

  it('are known by the words of the row and the question put to it', () => {
    const nameOf = (name: string, language: 'en' | 'zh-Hans') =>
      LONG.questions.map((one) => labelOf(one, language, name)).find((label) => label);
    expect(nameOf('crew.warmth.satisfaction', 'en')).toBe('Warmth: How satisfied?');
    expect(nameOf('crew.warmth.importance', 'zh-Hans')).toBe('热情: 有多重要？');
    expect(nameOf('cabin.seat', 'en')).toBe('Seat');
    expect(nameOf('contact.email', 'en')).toBe('E-mail');
    expect(nameOf('cabin.wings', 'en')).toBeUndefined();
  });

  it('of another page are not told on this one', () => {
    const issues = [{ field: 'answers.overall', fault: { kind: 'required' } as const }];
    expect(page(3, 'overall=9', issues)).not.toContain('class="summary"');
  });
});

describe('pages', () => {
  it('carry what other pages were told, and nothing twice', () => {
    const text = page(3, `${UNHAPPY}&wrong=crew&cabin.seat=2&words=late`);
    for (const field of [
      'name="overall" value="2"',
      'name="wrong" value="delay"',
      'name="wrong" value="crew"',
      'name="words" value="late"',
    ]) {
      expect(text.split(`<input type="hidden" ${field}>`)).toHaveLength(2);
    }
    expect(text).not.toContain('type="hidden" name="cabin.seat"');
    expect(text).toMatch(/name="cabin\.seat" value="2"[^>]* checked>/);
  });

  it('Enter goes forward: that button comes first; the others do not ask for anything to be complete', () => {
    const buttons = [...page(3, UNHAPPY).matchAll(/<button[^>]*value="(\w+)"[^>]*?( formnovalidate)?>/g)].map(([, value, free]) => [
      value,
      !!free,
    ]);
    expect(buttons).toEqual([
      ['next', false],
      ['back', true],
    ]);
  });

  it('only the last one says "Send"; one with nothing to ask is passed over', () => {
    expect(page(0)).toContain('>Next</button>');
    expect(page(4, 'overall=9')).toContain('>Send</button>');
    expect(page(1, 'overall=9')).toContain('Page 1 of 3');
  });

  it('two points bear their labels: 0 and 1 say nothing to people', () => {
    const survey = Survey.parse(readySurveys.effort);
    const text = previewPage(survey, 'zh-Hans', 'B');
    expect(text).toContain('<span class="tile">没有</span>');
    expect(text).toContain('<span class="tile">解决了</span>');
  });

  it('of an invitation can be kept for later, and carry nothing: it is kept here', () => {
    const shared = { survey: LONG, brand: 'B', timeZone: 'Asia/Shanghai', expiresAt: '2026-12-22T08:30:00.000Z', issues: [], at: 3 };
    const text = answerPage({ ...shared, language: 'zh-Hans', typed: new URLSearchParams('overall=9&words=x') });
    expect(text).toContain('<button type="submit" name="goTo" value="keep" class="other" formnovalidate>保存，稍后继续</button>');
    expect(text).not.toContain('type="hidden" name="overall"');
    expect(text).toContain('2026年12月22日');
  });
});

it('the words of invitations are complete in both languages', () => {
  expect(Object.keys(ANSWER_WORDS.en)).toEqual(Object.keys(ANSWER_WORDS['zh-Hans']));
});
