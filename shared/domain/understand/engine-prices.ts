import type { BedrockChoice } from './engine-settings.ts';

/**
 * Amazon Comprehend, DetectSentiment, first tier (to 10 million units a month), the same in all regions that list it.
 * Source: aws.amazon.com/comprehend/pricing, by public copies; free tier and taxes are left out.
 */
export const COMPREHEND_PRICE = { asOf: '2026-11-26', charactersPerUnit: 100, minimumUnits: 3, microUsdPerUnit: 100 } as const;

/** What one text costs, in micro-dollars: begun units of 100 characters, three at least. */
export function comprehendCost(text: string): number {
  const units = Math.ceil(text.length / COMPREHEND_PRICE.charactersPerUnit);
  return Math.max(COMPREHEND_PRICE.minimumUnits, units) * COMPREHEND_PRICE.microUsdPerUnit;
}

/** Tokens that a call was billed for. */
export interface TokenUsage {
  readonly input: number;
  readonly output: number;
}

/** What so many tokens cost, in whole micro-dollars, rounded up. A price of $1 for a million tokens is 1 micro-dollar for each. */
export const bedrockCost = ({ pricePerMillionTokens: price }: BedrockChoice, { input, output }: TokenUsage): number =>
  Math.ceil(input * price.input + output * price.output);
