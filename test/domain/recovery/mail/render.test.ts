import { describe, expect, it } from 'vitest';
import { sampleView, variants } from '../../../../local/mails/samples.ts';
import { escapeHtml } from '../../../../shared/domain/html.ts';
import { LANGUAGES, type Language } from '../../../../shared/domain/language.ts';
import { inspectText, tokensIn } from '../../../../shared/domain/recovery/mail/inspect.ts';
import { LAYOUT } from '../../../../shared/domain/recovery/mail/layout.ts';
import { inThread, mailText, renderMail, renderValues } from '../../../../shared/domain/recovery/mail/render.ts';
import { presentableName, threadSubject } from '../../../../shared/domain/recovery/mail/subject.ts';
import { TEMPLATE_NAMES, type TemplateName, tokensOf } from '../../../../shared/domain/recovery/mail/tokens.ts';
import { MailError, valuesOf } from '../../../../shared/domain/recovery/mail/values.ts';
import { wordsOf } from './read-html.ts';

const BRAND = { en: 'Example Company', 'zh-Hans': '示例公司' };
const all = TEMPLATE_NAMES.flatMap((template) => LANGUAGES.map((language) => [template, language] as const));
const full = <Name extends TemplateName>(template: Name, language: Language) => sampleView(template, language, BRAND[language]);
const rendered = <Name extends TemplateName>(template: Name, language: Language) =>
  renderMail(template, language, full(template, language));

describe.each(all)('%s in %s', (template, language) => {
  it('renders whole, with and without what may be missing', () => {
    for (const { values } of variants(template, language, BRAND[language])) {
      const { subject, text, html } = renderValues(template, language, values);
      expect(subject.length).toBeLessThanOrEqual(120);
      for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|\}\}|undefined|\[object|(?<!-)\bfalse\b(?!-)|NaN/);
      expect(text).not.toMatch(/<[a-z/]|&[a-z]+;|\n{3}/);
      expect(html).toContain(`<html lang="${language}"`);
      // Gmail cuts a mail off after 102 KB.
      expect(html.length).toBeLessThan(50_000);
    }
  });

  it('uses no token outside its allow-list, and all that it must say', () => {
    expect(inspectText(template, mailText(template, language))).toEqual([]);
    const { text, html, subject } = rendered(template, language);
    const values = valuesOf(template, language, full(template, language));
    for (const { name } of tokensOf(template).filter(({ isRequired }) => isRequired)) {
      for (const value of [values[name]].flat().flatMap((words) => String(words).split('\n'))) {
        expect(`${subject}\n${text}`).toContain(value);
        expect(html).toContain(escapeHtml(value));
      }
    }
  });

  it('is not rendered when something it must have is missing or no such thing: no half mail goes out', () => {
    for (const { name, kind, isOptional } of tokensOf(template)) {
      const without = Object.fromEntries(Object.entries(full(template, language)).filter(([token]) => token !== name));
      if (!isOptional) expect(() => valuesOf(template, language, without)).toThrow(new RegExp(`mail "${template}".*${name}: expected`));
      const secret = { 'no-such': 'Zoe Example' };
      expect(() => valuesOf(template, language, { ...without, [name]: secret })).toThrow(MailError);
      expect(() => valuesOf(template, language, { ...without, [name]: secret })).not.toThrow(/Zoe/);
      if (kind === 'text' && !isOptional) expect(() => valuesOf(template, language, { ...without, [name]: ' \r\n' })).toThrow(MailError);
    }
  });
});

describe('all mails', () => {
  it.each(TEMPLATE_NAMES)('%s tells customers of both languages the same', (template) => {
    expect([...tokensIn(mailText(template, 'zh-Hans'))].sort()).toEqual([...tokensIn(mailText(template, 'en'))].sort());
  });

  it('say in HTML what they say in text', () => {
    for (const [template, language] of all) {
      const { text, html } = rendered(template, language);
      const words = wordsOf(html);
      const lines = text.split('\n').map((line) => line.replace(/^- /, '').trim());
      for (const line of lines.filter((line) => line !== '' && !/^https:/.test(line))) {
        for (const part of line.split(/[:：] ?/).filter((part) => part !== '')) expect(words).toContain(part);
      }
    }
  });

  it('to staff hold nothing that a customer wrote or is called (R17)', () => {
    const toStaff = TEMPLATE_NAMES.filter((template) => tokensOf(template).some(({ name }) => name === 'recipientName'));
    expect(toStaff).toHaveLength(12);
    const tokens = new Set(toStaff.flatMap((template) => tokensOf(template).map(({ name }) => name)));
    for (const ofCustomer of ['name', 'email', 'comment', 'message', 'statusLink', 'question', 'answer'])
      expect(tokens).not.toContain(ofCustomer);
    expect(tokens).not.toContain('excerpts');
  });

  it('let the reader unsubscribe where they are no answer to anything, and only there (P23)', () => {
    const withLink = TEMPLATE_NAMES.filter((template) => rendered(template, 'en').text.includes('https://example.com/u/'));
    expect(withLink).toEqual(['win-back', 'invitation', 'invitation-reminder', 'greeting']);
  });

  it('fetch nothing when they are opened', () => {
    expect(LAYOUT.html).not.toMatch(/<link|@import|<img|src=|url\(/i);
    expect(LAYOUT.html.length).toBeLessThan(20_000);
  });

  it('greet a staff member who is not the owner by their own name', () => {
    const text = (recipientName?: string) => renderMail('promise-due', 'en', { ...full('promise-due', 'en'), recipientName }).text;
    expect(text()).toContain('\nGrace Sample,\n');
    expect(text('Nadia Model')).toContain('\nNadia Model,\n');
  });
});

describe('the acknowledgement', () => {
  it('speaks Chinese to a Chinese customer (R2)', () => {
    const { subject, text } = rendered('acknowledgement', 'zh-Hans');
    expect(subject).toBe('您的反馈我们已收到（编号 2611-0042）');
    expect(text).toContain('李明，您好：');
    expect(text).toContain('答复时间：2026年11月23日星期一 17:00前');
    expect(text).toContain('查看处理进度：\nhttps://example.com/s/sample');
  });

  it('answers a mail under its own subject, with the number once (P20, P21)', () => {
    const mail = rendered('acknowledgement', 'en');
    const number = '2611-0042';
    expect(inThread(mail, 'Re: RE: my order\r\nBcc: x@example.com', number).subject).toBe('Re: my order Bcc: x@example.com [2611-0042]');
    expect(threadSubject('回复：答复: 包裹 [2611-0042]', number)).toBe('Re: 包裹 [2611-0042]');
    expect(threadSubject('x'.repeat(300), number)).toHaveLength(120);
    for (const nothing of [undefined, ' ', 'Re: ', '\0\r\n']) expect(inThread(mail, nothing, number).subject).toBe(mail.subject);
  });

  it('is not asked for a name that carries markup, links or messages to somebody else (P22, P27)', () => {
    const strange = [
      '<b>Ann</b>',
      'Visit http://evil.example',
      'evil.example',
      'a@b.example',
      'Win 1000 now!!!',
      'x'.repeat(41),
      'A\nB',
      '',
    ];
    for (const name of strange) expect({ name, used: presentableName(name) }).toEqual({ name, used: undefined });
    for (const name of ['Ann-Marie O’Neil', '李明', 'J. Smith', 'José da Silva', '欧阳·娜娜']) expect(presentableName(name)).toBe(name);
    const { text } = renderMail('acknowledgement', 'en', { ...full('acknowledgement', 'en'), name: presentableName('evil.example') });
    expect(text).toContain('\n\nHello,\n\n');
  });
});
