import { describe, expect, it } from 'vitest';
import { engineChoice, engineName } from '../../../shared/domain/understand/engine-choice.ts';
import { bedrockCost, COMPREHEND_PRICE, comprehendCost } from '../../../shared/domain/understand/engine-prices.ts';
import { EngineSettings } from '../../../shared/domain/understand/engine-settings.ts';

const haiku = {
  engine: 'bedrock' as const,
  model: 'anthropic.claude-3-haiku-20240307-v1:0',
  pricePerMillionTokens: { input: 0.25, output: 1.25, asOf: '2026-11-26' },
};

describe('prices of other engines', () => {
  it.each([
    [1, 300],
    [300, 300],
    [301, 400],
    [1000, 1000],
    [5000, 5000],
  ])('Comprehend bills %i characters at %i micro-dollars: begun units of 100, three at least', (characters, microUsd) => {
    expect(comprehendCost('x'.repeat(characters))).toBe(microUsd);
  });

  it('Bedrock bills tokens in and out by the prices of the config, rounded up', () => {
    expect(bedrockCost(haiku, { input: 1_000_000, output: 1_000_000 })).toBe(1_500_000);
    expect(bedrockCost(haiku, { input: 1, output: 0 })).toBe(1);
  });

  it('say when they were looked up', () => expect(COMPREHEND_PRICE.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/));
});

describe('the engine for a language', () => {
  const settings = EngineSettings.parse({ engines: { en: { engine: 'comprehend' }, 'zh-Hans': haiku, other: { engine: 'comprehend' } } });

  it('is the one that the config names for it, or for all others; none where nothing could be told', () => {
    const names = ['en', 'zh-Hans', 'zh-Hant', 'fr', 'und'].map((language) => {
      const choice = engineChoice(settings, language);
      return choice && engineName(choice);
    });
    expect(names).toEqual(['comprehend', `bedrock:${haiku.model}`, undefined, 'comprehend', undefined]);
  });

  it('is nobody by default', () => {
    const off = EngineSettings.parse({});
    expect(off).toEqual({ engines: {}, dailyBudget: { usd: 1 }, timeoutMs: 3000 });
    for (const language of ['en', 'zh-Hans', 'zh-Hant', 'fr', 'und']) expect(engineChoice(off, language)).toBeUndefined();
  });
});
