import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleView } from '../../../../local/mails/samples.ts';
import { LANGUAGES } from '../../../../shared/domain/language.ts';
import { renderValues } from '../../../../shared/domain/recovery/mail/render.ts';
import { MAX_SUBJECT_LENGTH, threadSubject } from '../../../../shared/domain/recovery/mail/subject.ts';
import { TEMPLATE_NAMES, tokensOf } from '../../../../shared/domain/recovery/mail/tokens.ts';
import { MailError, valuesOf } from '../../../../shared/domain/recovery/mail/values.ts';
import { attacked } from './attacked.ts';
import { skeleton, wordsOf } from './read-html.ts';

const ATTACKS = [
  '{{caseNumber}}',
  '{{{brandName}}}',
  '{{#name}}',
  '{{/blocks}}',
  '{{=<% %>=}}',
  '{{> layout}}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '</td></table><a href="https://evil.example">',
  '<!--',
  '-->',
  '<![endif]-->',
  '&lt;b&gt;',
  '\r\nBcc: x@example.com',
  '\0\u0007\u2028',
  '\ud800',
  '词'.repeat(200),
  'w'.repeat(10_000),
];
const words = fc.array(fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ unit: 'binary', maxLength: 20 })), { minLength: 1, maxLength: 4 });
/** Never blank: what is blank is refused. */
const hostile = words.map((parts) => `x${parts.join(' ')}`);
const mail = fc.record({ template: fc.constantFrom(...TEMPLATE_NAMES), language: fc.constantFrom(...LANGUAGES) });

const withoutBreaks = (tags: readonly string[]) => tags.filter((tag) => tag !== 'br ' && tag !== '/br');

describe('whatever stands in the values of a mail', () => {
  it('never becomes markup, a tag of ours or a second header (P21, P22)', () => {
    fc.assert(
      fc.property(mail, hostile, ({ template, language }, value) => {
        const render = (text: string) => renderValues(template, language, valuesOf(template, language, attacked(template, language, text)));
        const { subject, html, text } = render(value);
        expect(withoutBreaks(skeleton(html))).toEqual(withoutBreaks(skeleton(render('x').html)));
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(subject.length).toBeLessThanOrEqual(MAX_SUBJECT_LENGTH);
        // Braces stay braces, in both parts.
        const squeezed = (part: string) => part.replace(/[\p{Cc}\s]+/gu, '');
        const literal = squeezed(value.toWellFormed());
        expect(squeezed(text)).toContain(literal);
        expect(squeezed(wordsOf(html))).toContain(literal);
      }),
      { numRuns: 300 },
    );
  });

  it('a link leads to the web or the mail is not made (P22)', () => {
    const links = TEMPLATE_NAMES.flatMap((template) =>
      tokensOf(template).flatMap((token) => (token.kind === 'link' ? [{ template, token }] : [])),
    );
    const bad = fc.oneof(
      fc.constantFrom(
        'javascript:alert(1)',
        'JAVASCRIPT:x',
        'data:text/html,x',
        '//evil.example',
        'mailto:x@example.com',
        'ftp://x',
        'https:x',
      ),
      fc.constantFrom(' ', '"', "'", '<', '>', '\r\n', '\0', '{{x}}', '\\').map((end) => `https://example.com/${end}x`),
      fc.string().filter((text) => text !== '' && !/^https?:\/\//i.test(text)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...links), bad, ({ template, token }, link) => {
        const view = { ...sampleView(template, 'en', 'x'), [token.name]: link };
        expect(() => valuesOf(template, 'en', view)).toThrow(MailError);
      }),
    );
  });

  it('the subject of a customer makes a safe one of ours, with the number at its end (P20, P21)', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (original) => {
        const subject = threadSubject(original, '2611-0042') ?? 'Re: x [2611-0042]';
        expect(subject).toMatch(/^Re: \S.* \[2611-0042\]$/u);
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(subject.length).toBeLessThanOrEqual(MAX_SUBJECT_LENGTH);
        expect(subject.isWellFormed()).toBe(true);
        expect(threadSubject(subject, '2611-0042')).toBe(subject);
      }),
    );
  });
});
