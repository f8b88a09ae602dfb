import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../../shared/domain/html.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { type FormPage, formPage, missingPage, thanksPage } from '../../../web/form/pages.ts';
import { WORDS } from '../../../web/form/words.ts';
import { SURVEY } from '../../domain/survey/a-survey.ts';

const page = (overrides: Partial<FormPage> = {}) =>
  formPage({
    survey: SURVEY,
    language: 'en',
    brand: 'Example & Sons',
    submissionId: 'id',
    startToken: 'token',
    typed: new URLSearchParams(),
    issues: [],
    ...overrides,
  });

const count = (text: string, part: string) => text.split(part).length - 1;

describe('html', () => {
  it('escapes what is put in, for text and for quoted attributes (P22)', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', ' ', '好') }), (words) => {
        const { text } = html`<p title="${words}">${words}</p>`;
        expect(text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')).toMatch(/^<p title="[^<>"'&]*">[^<>"'&]*<\/p>$/);
      }),
    );
  });

  it('leaves markup, lists and absences as they are', () => {
    expect(html`${html`<b>${'<'}</b>`}${['a', 1, undefined]}${false}`.text).toBe('<b>&lt;</b>a1');
  });
});

describe('the form page', () => {
  it('has every question, in both languages complete', () => {
    for (const language of ['en', 'zh-Hans'] satisfies Language[]) {
      const text = page({ language });
      for (const question of SURVEY.questions) {
        if (question.kind === 'contact') expect(text).toContain(question.consentText[language]);
        else expect(text).toContain(question.text[language]);
      }
      expect(text).toContain(`<html lang="${language}">`);
    }
    expect(Object.keys(WORDS.en)).toEqual(Object.keys(WORDS['zh-Hans']));
  });

  it('gives each question of choices a group with a name, and each field a label', () => {
    const text = page();
    expect(count(text, '<fieldset')).toBe(4);
    expect(count(text, '<legend>')).toBe(4);
    const ids = [...text.matchAll(/<(?:input type="(?:text|email)"|textarea) id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(4);
    for (const id of ids) expect(text).toContain(`for="${id}"`);
  });

  it('has one radio button for each point of a scale, and no more can be chosen than was asked', () => {
    expect(count(page(), 'type="radio" name="satisfaction"')).toBe(5);
    // 0–10, and "no answer": without script there is no other way back.
    expect(count(page(), 'type="radio" name="recommendation"')).toBe(12);
  });

  it('hides its trap from people: not seen, not heard, not reached, not filled by the browser (P9)', () => {
    expect(page()).toMatch(/<div class="away" aria-hidden="true">.*<input [^>]*name="website" value="" tabindex="-1" autocomplete="off">/);
  });

  it('offers the other language, with the branch, only while nothing has been typed', () => {
    expect(page({ branch: 'east' })).toContain('<a href="?lang=zh-Hans&amp;branch=east" hreflang="zh-Hans" lang="zh-Hans">简体中文</a>');
    expect(page({ isNotSent: true })).not.toContain('hreflang');
  });

  it('points from its summary to each fault, and from each field to its words', () => {
    const text = page({
      issues: [
        { field: 'answers.satisfaction', fault: { kind: 'required' } },
        { field: 'answers.contact.email', fault: { kind: 'not-an-email' } },
        { field: 'answers.mood', fault: { kind: 'unknown-field' } },
      ],
    });
    expect(text).toContain('<title>Please check – ');
    for (const [, target = ''] of text.matchAll(/href="#([^"]+)"/g)) expect(text).toContain(`id="${target}"`);
    for (const [, ids = ''] of text.matchAll(/aria-describedby="([^"]+)"/g))
      for (const id of ids.split(' ')) expect(text).toContain(`id="${id}"`);
    expect(count(text, 'href="#')).toBe(2);
    expect(text).toContain('<li>There is no such field in this survey.</li>');
    expect(text).toContain('aria-invalid="true"');
  });

  it('keeps what was typed and lets none of it out of its place (P22)', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (comment, name) => {
        const text = page({ typed: new URLSearchParams({ comment, 'contact.name': name }) });
        const plain = page({ typed: new URLSearchParams({ comment: 'x' }) });
        expect(count(text, '<')).toBe(count(plain, '<'));
        expect(count(text, '"')).toBe(count(plain, '"'));
      }),
    );
  });

  it('no id stands twice', () => {
    const ids = [...page().matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('escapes the brand', () => {
    expect(page()).toContain('Example &amp; Sons');
  });
});

it('the page of thanks shows the receipt and the link', () => {
  const text = thanksPage({
    language: 'zh-Hans',
    brand: '示例公司',
    receipt: 'abc',
    statusUrl: 'https://example.com/s/x"y',
    validDays: 180,
  });
  expect(text).toContain('<dd>abc</dd>');
  expect(text).toContain('href="https://example.com/s/x&quot;y"');
  expect(text).toContain('180 天');
});

it('where nothing is, a page says so in both languages', () => {
  expect(missingPage('en', 'B')).toContain(WORDS.en.missingTitle);
  expect(missingPage('zh-Hans', 'B')).toContain(WORDS['zh-Hans'].missingTitle);
});
