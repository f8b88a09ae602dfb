import Mustache from 'mustache';
import { describe, expect, it } from 'vitest';
import config from '../../../shared/config/current.ts';
import { LANGUAGES } from '../../../shared/domain/language.ts';
import { MAIL_TEMPLATES, MAIL_TOKENS } from '../../../shared/domain/recovery/mail-templates.ts';
import { acknowledgementMail, presentableName } from '../../../shared/domain/recovery/mails.ts';
import { aCase } from '../../samples.ts';

const house = { brandName: config.brand.name, timeZone: 'Asia/Shanghai', defaultLanguage: 'en' as const, agents: config.recovery.agents };
const customer = {
  customerKey: 'k',
  email: 'li@example.cn',
  name: '李明',
  language: 'zh-Hans' as const,
  since: '2026-11-23T02:00:00.000Z',
};
const statusLink = 'https://example.com/s/token';

/** Names of all tokens in a mustache template, sections included. */
function tokensOf(template: string): Set<string> {
  const names = new Set<string>();
  const walk = (tokens: ReturnType<typeof Mustache.parse>) => {
    for (const token of tokens) {
      if (token[0] !== 'text') names.add(token[1]);
      if (Array.isArray(token[4])) walk(token[4]);
    }
  };
  walk(Mustache.parse(template));
  return names;
}

describe('mail templates', () => {
  it.each(
    Object.entries(MAIL_TEMPLATES).flatMap(([kind, languages]) =>
      LANGUAGES.map((language) => [kind, language, languages[language]] as const),
    ),
  )('%s in %s: text and HTML say the same, with known tokens only', (kind, _language, template) => {
    const allowed = new Set<string>(kind === 'acknowledgement' ? MAIL_TOKENS.acknowledgement : MAIL_TOKENS['owner-notice']);
    for (const part of [template.subject, template.text, template.html])
      expect([...tokensOf(part)].filter((token) => !allowed.has(token))).toEqual([]);
    expect(tokensOf(template.html)).toEqual(tokensOf(template.text));
  });
});

describe('the acknowledgement', () => {
  it('speaks Chinese to a Chinese customer', () => {
    const mail = acknowledgementMail({ case: aCase({ language: 'zh-Hans' }), customer, statusLink }, house);
    expect(mail.subject).toBe('您的反馈我们已收到（编号 2611-0001）');
    expect(mail.text).toContain('李明，您好：');
    expect(mail.text).toContain('将在2026年11月23日星期一 17:00之前给您答复');
    expect(mail.html).toContain('<html lang="zh-Hans">');
  });

  it('answers a mail under its own subject', () => {
    const mail = acknowledgementMail({ case: aCase(), customer, statusLink, subject: 'Re: RE: my order\r\nBcc: x@example.com' }, house);
    expect(mail.subject).toBe('Re: my order Bcc: x@example.com [2611-0001]');
  });

  it('a name cannot carry markup, links or messages to somebody else (P22, P27)', () => {
    for (const name of [
      '<b>Ann</b>',
      'Visit http://evil.example',
      'evil.example',
      'a@b.example',
      'Win 1000 now!!!',
      'x'.repeat(41),
      'A\nB',
      '',
    ]) {
      expect({ name, used: presentableName(name) }).toEqual({ name, used: undefined });
      const mail = acknowledgementMail({ case: aCase(), customer: { ...customer, name }, statusLink }, house);
      expect(mail.text).toMatch(/^Hello,/);
    }
    for (const name of ['Ann-Marie O’Neil', '李明', 'J. Smith', 'José da Silva', '欧阳·娜娜']) expect(presentableName(name)).toBe(name);
  });
});
