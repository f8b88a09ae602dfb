import { describe, expect, it } from 'vitest';
import input from '../../amends.config.ts';
import { parseConfig } from '../../shared/config/parse.ts';

const complaintOf = (recovery: Partial<typeof input.recovery>) => {
  try {
    parseConfig({ ...input, recovery: { ...input.recovery, ...recovery } });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'accepted';
};
const title = { en: 'Late', 'zh-Hans': '延误' };
const reply = (text: { en: string; 'zh-Hans': string }, rest = {}) => ({ replies: [{ id: 'late', title, text, ...rest }] });
const words = { en: 'Dear {{customerName}}', 'zh-Hans': '{{customerName}}，您好' };

describe('win-back in the config (R26)', () => {
  it('is written to nobody unless the house says when', () => {
    expect(parseConfig(input).recovery.winBack).toBeUndefined();
    expect(complaintOf({ winBack: { after: '60d', remedy: 'voucher' } })).toBe('accepted');
  });

  it.each([
    ['a time that is none', { after: 'soon' }, /recovery\.winBack\.after/],
    ['a remedy that is not there', { after: '60d', remedy: 'car' }, /recovery\.winBack\.remedy: no remedy "car"/],
  ])('refuses %s', (_, winBack, expected) => {
    expect(complaintOf({ winBack })).toMatch(expected);
  });

  it('refuses a remedy above what anybody may give without asking (R5)', () => {
    const limits = { agent: 4999, head: 200_000, manager: 2_000_000 };
    const recovery = {
      winBack: { after: '60d', remedy: 'voucher' },
      brokenPromiseRemedy: undefined,
      authority: { ...input.recovery.authority, limits },
    };
    expect(complaintOf(recovery)).toMatch(/recovery\.winBack\.remedy: .*within authority\.limits\.agent \(4999\)/);
  });
});

describe('answers written beforehand in the config (R25)', () => {
  it('come with some to begin with, in both languages', () => {
    const { replies } = parseConfig(input).recovery;
    expect(replies.length).toBeGreaterThanOrEqual(4);
    for (const { text } of replies) expect(text['zh-Hans']).toMatch(/您好：/);
  });

  it.each([
    ['a token that is none', reply({ ...words, en: 'Dear {{phone}}' }), /recovery\.replies\[0\]\.text\.en: \{\{phone\}\}: unknown token/],
    [
      'a section',
      reply({ ...words, 'zh-Hans': '{{#customerName}}您好{{/customerName}}' }),
      /recovery\.replies\[0\]\.text\["zh-Hans"\]: \{\{#customerName\}\}: unknown token/,
    ],
    ['a third brace', reply({ ...words, en: '{{{customerName}}}' }), /text\.en: holds braces/],
    ['a cause that is not there', reply(words, { causes: ['weather'] }), /recovery\.replies\[0\]\.causes\[0\]: no cause "weather"/],
    ['a topic that is none', reply(words, { topics: ['weather'] }), /recovery\.replies\[0\]\.topics\[0\]/],
    ['two of one id', { replies: [...reply(words).replies, ...reply(words).replies] }, /recovery\.replies: the id "late" is used twice/],
  ])('refuses %s', (_, recovery, expected) => {
    expect(complaintOf(Object(recovery))).toMatch(expected);
  });
});
