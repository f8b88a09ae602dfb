import { describe, expect, it } from 'vitest';
import input from '../../amends.config.ts';
import { parseConfig } from '../../shared/config/parse.ts';

const complaintOf = (understanding: unknown) => {
  try {
    parseConfig({ ...input, understanding });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'accepted';
};
const bedrock = {
  engine: 'bedrock',
  model: 'amazon.nova-lite-v1:0',
  pricePerMillionTokens: { input: 0.06, output: 0.24, asOf: '2026-11-26' },
};

describe('engines in the config', () => {
  it('are off where nothing is said, with a budget of one dollar a day for whoever turns one on', () => {
    expect(parseConfig(input).understanding).toEqual({ engines: {}, dailyBudget: { usd: 1 }, timeoutMs: 3000 });
  });

  it('are chosen by language', () => {
    expect(complaintOf({ engines: { en: { engine: 'comprehend' }, 'zh-Hans': bedrock, 'zh-Hant': bedrock, other: bedrock } })).toBe(
      'accepted',
    );
  });

  it.each([
    ['an engine we do not have', { engines: { en: { engine: 'oracle' } } }, /understanding\.engines\.en/],
    ['a language we do not tell', { engines: { fr: { engine: 'comprehend' } } }, /understanding\.engines: .*fr/],
    ['a model without its price', { engines: { en: { ...bedrock, pricePerMillionTokens: undefined } } }, /pricePerMillionTokens/],
    ['a price without its day', { engines: { en: { ...bedrock, pricePerMillionTokens: { input: 1, output: 1 } } } }, /asOf/],
    ['an ARN for a model', { engines: { en: { ...bedrock, model: 'arn:aws:bedrock:*:*:x' } } }, /a model id/],
    ['a wildcard for a model', { engines: { en: { ...bedrock, model: 'amazon.*' } } }, /a model id/],
    ['a wildcard for a region', { engines: { en: { ...bedrock, profile: { id: 'eu.amazon.nova', regions: ['*'] } } } }, /a region/],
    ['no money at all', { dailyBudget: { usd: 0 } }, /understanding\.dailyBudget\.usd/],
    ['more time than the function has', { timeoutMs: 60_000 }, /understanding\.timeoutMs/],
  ])('name the place of %s', (_what, understanding, expected) => {
    expect(complaintOf(understanding)).toMatch(expected);
  });
});
