import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../shared/domain/language.ts';
import { tokensOf } from '../../../shared/domain/recovery/mail/tokens.ts';
import { MailError } from '../../../shared/domain/recovery/mail/values.ts';
import { viewOf } from '../../../shared/domain/recovery/mail-view/case-mail.ts';
import { isStillTrue, MAIL_RULES } from '../../../shared/domain/recovery/mail-view/rules.ts';
import { type Caused, HOSTILE, house, links, refused, SECRET, wholeJourney } from './mail-view-journey.ts';
import { mailOf, ofCase, view, written } from './mail-view-written.ts';

/** What was over as soon as it was caused, such as a warning of what ended in the same breath, is never written. */
const isWritten = (caused: Caused) => isStillTrue(mailOf(caused), caused.matter.case, caused.matter.event, caused.matter.followedBy);
const all = (language: Language, words?: string, name?: string) =>
  [wholeJourney(language, words, name), refused(language, words, name)].flatMap(({ mails }) => mails).filter(isWritten);

describe('every mail that an event of a case may cause', () => {
  it('is met on a whole journey, so that nothing below is left untried', () => {
    const met = new Set<string>(all('en').map(({ mail }) => mail.template));
    expect(Object.keys(MAIL_RULES).filter((template) => !met.has(template))).toEqual([]);
  });

  it.each(LANGUAGES)('is whole in %s: its view holds its tokens and no others', (language) => {
    for (const caused of all(language)) {
      const allowed = new Set(tokensOf(caused.mail.template).map(({ name }) => name));
      expect(Object.keys(view(caused)).filter((name) => !allowed.has(name))).toEqual([]);
      const { subject, text } = written(caused);
      expect(subject.length).toBeGreaterThan(5);
      expect(text).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  it('speaks the language of the customer to the customer, and that of the house to staff', () => {
    for (const caused of all('zh-Hans')) {
      const expected = MAIL_RULES[ofCase(caused.mail.template)].to === 'customer' ? 'zh-Hans' : 'en';
      expect([caused.mail.template, written(caused).language]).toEqual([caused.mail.template, expected]);
    }
  });

  it('to staff holds neither words nor name of the customer (R17)', () => {
    for (const caused of all('en').filter(({ mail }) => mail.to !== 'customer')) {
      const { subject, text, html } = written(caused);
      for (const part of [subject, text, html]) expect(part).not.toMatch(/burnt my kitchen|Ada Example|ada@example/);
    }
  });
});

describe('hostile values', () => {
  it('of an agent go out as they were written, and stay text in every part (P21, P22)', () => {
    for (const caused of all('en')) {
      const { subject, text, html } = written(caused);
      expect(subject).not.toMatch(/[\r\n\0]/);
      expect(html).not.toMatch(/<b>|href="javascript/);
      if (JSON.stringify(view(caused)).includes('javascript:alert')) expect(text).toContain('<b>{{caseNumber}}</b> javascript:alert(1)');
    }
    const { text } = written(wholeJourney('en').newest('answer'));
    expect(text).toContain(HOSTILE.replace('\r\n', '\n'));
  });

  it.each(['<b>Ann</b>', 'Visit http://evil.example', 'evil.example', 'a@b.example', 'Win 1000 now!!!', 'x'.repeat(41), 'A\nB'])(
    'a name cannot carry markup, links or messages to somebody else (P27): %j',
    (name) => {
      for (const caused of all('en', 'Good news.', name).filter(({ mail }) => mail.to === 'customer')) {
        const { text } = written(caused);
        expect(text).toContain('Hello,');
        expect(text).not.toContain(name);
      }
    },
  );

  it('a subject of the customer keeps the thread, and cannot add a header (P20, P21)', () => {
    const { subject } = written(wholeJourney('en').newest('offer'), 'Re: RE: my order\r\nBcc: x@example.com');
    expect(subject).toBe('Re: my order Bcc: x@example.com [2611-0002]');
  });

  it('a mail to staff never takes the subject of the customer (R17)', () => {
    expect(written(wholeJourney('en').newest('owner-notice'), SECRET.words).subject).not.toContain('kettle');
  });
});

describe('a mail that cannot be whole', () => {
  it('is not written: a link that is missing, an event of another kind', () => {
    const caused = wholeJourney('en').newest('offer');
    expect(() => viewOf(mailOf(caused), caused.matter, house, { status: links.status })).toThrow(MailError);
    const other = { ...caused, mail: { ...caused.mail, template: 'question' as const } };
    expect(() => view(other)).toThrow(/expected it to tell of CustomerAsked, found OfferMade/);
  });
});
