import * as z from 'zod/mini';

/** Amazon Comprehend's DetectSentiment. */
const Comprehend = z.strictObject({ engine: z.literal('comprehend') });

/** US dollars for a million tokens, which is the same number in micro-dollars for one. */
const Price = z.number().check(z.minimum(0), z.maximum(1000));

/** A language model, through Amazon Bedrock's Converse. */
export const BedrockChoice = z.strictObject({
  engine: z.literal('bedrock'),
  /** Of a foundation model that is switched on in the account, as Bedrock lists it. */
  model: z.string().check(z.regex(/^[a-z0-9-]{1,30}\.[A-Za-z0-9.:-]{1,100}$/, 'a model id, e.g. "anthropic.claude-3-haiku-20240307-v1:0"')),
  /** From Bedrock's list of prices for this model and region, with the day it was looked up. */
  pricePerMillionTokens: z.strictObject({
    input: Price,
    output: Price,
    asOf: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, YYYY-MM-DD')),
  }),
  /** Where the model is to be had by a cross-region inference profile only: texts then go to any of its regions. */
  profile: z.optional(
    z.strictObject({
      id: z.string().check(z.regex(/^[a-z-]{2,12}\.[A-Za-z0-9.:-]{1,130}$/, 'a profile id, e.g. "eu.<model id>"')),
      regions: z.array(z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a region, e.g. "eu-west-1"'))).check(z.minLength(1)),
    }),
  ),
});

export const EngineChoice = z.discriminatedUnion('engine', [Comprehend, BedrockChoice]);
export type EngineChoice = z.infer<typeof EngineChoice>;
export type BedrockChoice = z.infer<typeof BedrockChoice>;

/** Which other engine reads which language; without any, nothing of it exists in the account and no text leaves the function. */
export const EngineSettings = z.strictObject({
  engines: z.prefault(
    z.strictObject({
      en: z.optional(EngineChoice),
      'zh-Hans': z.optional(EngineChoice),
      'zh-Hant': z.optional(EngineChoice),
      /** Every other language that could be told. */
      other: z.optional(EngineChoice),
    }),
    {},
  ),
  /** What other engines may cost in one UTC day. Once it is spent, our own reading decides. */
  dailyBudget: z.prefault(z.strictObject({ usd: z.number().check(z.positive(), z.maximum(10_000)) }), { usd: 1 }),
  /** How long one answer may take, in milliseconds. Ten texts are read at once and the function has 30 s. */
  timeoutMs: z._default(z.int().check(z.minimum(100), z.maximum(10_000)), 3000),
});
export type EngineSettings = z.infer<typeof EngineSettings>;
