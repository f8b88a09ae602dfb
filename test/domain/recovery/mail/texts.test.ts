import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { lintMails } from '../../../../local/mails/lint.ts';
import { sampleView } from '../../../../local/mails/samples.ts';
import { renderMail } from '../../../../shared/domain/recovery/mail/render.ts';
import { MailTexts } from '../../../../shared/domain/recovery/mail/texts.ts';

const BRAND = { en: 'Example Company', 'zh-Hans': '示例公司' };
const said = (text: string) => ({ blocks: [{ type: 'text' as const, text }] });
/** What is wrong with a house's text, each with its place as the config's errors show it. */
function faultsOf(input: unknown): string[] {
  const parsed = MailTexts.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${z.core.toDotPath(path)}: ${message}`);
}

describe("the house's own texts", () => {
  it('stand in place of ours, as far as there are any', () => {
    const texts = MailTexts.parse({
      closed: {
        en: { subject: 'Farewell, case {{caseNumber}}', ...said('All done with {{caseNumber}}.') },
        'zh-Hans': said('编号 {{caseNumber}} 已办结。'),
      },
    });
    const english = renderMail('closed', 'en', sampleView('closed', 'en', 'x'), texts);
    expect(english).toMatchObject({ subject: 'Farewell, case 2611-0042', text: 'All done with 2611-0042.\n' });
    const chinese = renderMail('closed', 'zh-Hans', sampleView('closed', 'zh-Hans', 'x'), texts);
    expect(chinese).toMatchObject({ subject: '您反映的事情已办结（编号 2611-0042）', text: '编号 2611-0042 已办结。\n' });
    expect(lintMails(BRAND, texts)).toEqual([]);
  });

  it.each([
    [
      'an unknown token',
      '{{caseNumber}} {{customerEmail}}',
      /^closed\.en\.blocks\[0\]\.text: \{\{customerEmail\}\}: unknown token; this mail has name, caseNumber/,
    ],
    ['a required token that nothing uses', 'Farewell.', /^closed\.en\.blocks: \{\{caseNumber\}\} is used nowhere/],
    ['mustache that we do not allow', '{{caseNumber}} {{{brandName}}}', /tag that is none of/],
    ['another delimiter', '{{caseNumber}} {{=<% %>=}}', /tag that is none of/],
    ['a partial', '{{caseNumber}} {{> layout}}', /tag that is none of/],
    ['a section without its end', '{{caseNumber}} {{#name}}x', /\{\{#name\}\} has no \{\{\/name\}\}/],
    ['an end without its section', '{{caseNumber}} x{{/name}}', /ends what has not begun/],
    ['a token that may be missing, unguarded', '{{caseNumber}} {{name}}', /may be missing/],
    ['a link of their own', '{{caseNumber}} https://evil.example', /links stand in buttons/],
    ['a link token within a text', '{{caseNumber}} {{statusLink}}', /it stands in a button/],
  ])('are refused with %s', (_what, text, message) => {
    const faults = faultsOf({ closed: { en: said(text), 'zh-Hans': said('{{caseNumber}}') } });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(message);
  });

  it('are refused in one language only, for a mail there is not, and for a subject nobody can read', () => {
    expect(faultsOf({ closed: { en: said('{{caseNumber}}') } })).toEqual([
      'closed["zh-Hans"]: is missing: a text is given in every language, or in none',
    ]);
    expect(faultsOf({ farewell: { en: {}, 'zh-Hans': {} } })).toHaveLength(1);
    const long = { subject: `${'x'.repeat(121)} {{caseNumber}}` };
    expect(faultsOf({ closed: { en: long, 'zh-Hans': long } })).toEqual([
      'closed.en.subject: 122 characters without its tokens: at most 120 with them',
      'closed["zh-Hans"].subject: 122 characters without its tokens: at most 120 with them',
    ]);
    const button = { blocks: [{ type: 'button', label: '{{caseNumber}}', link: 'https://evil.example' }] };
    expect(faultsOf({ closed: { en: button, 'zh-Hans': said('{{caseNumber}}') } })).toEqual([
      'closed.en.blocks[0].link: expected a link token alone: {{statusLink}}',
    ]);
  });

  it('are looked at with sample data: long subjects, blocks that say nothing, things told in one language only', () => {
    const texts = MailTexts.parse({
      answer: {
        en: { subject: `${'x'.repeat(100)} {{ownerName}} {{caseNumber}}`, ...said('{{caseNumber}} {{answer}} {{ownerName}}') },
        'zh-Hans': {
          blocks: [
            { type: 'text', text: '{{caseNumber}} {{answer}}' },
            { type: 'text', text: '{{#name}}{{^name}}无{{/name}}{{/name}}' },
          ],
        },
      },
    });
    expect(lintMails(BRAND, texts).map(({ template, language, path, message }) => `${template}.${language}.${path}: ${message}`)).toEqual([
      'answer.en.subject: 123 characters with sample data, expected at most 120: mail programs cut it off',
      'answer.zh-Hans.blocks[1]: says nothing, with any sample data: leave it out',
      'answer.en.blocks: {{name}} is said in the other language only',
    ]);
  });
});

describe('the texts that come with Amends', () => {
  it('have no fault', () => {
    expect(lintMails(BRAND)).toEqual([]);
  });
});
