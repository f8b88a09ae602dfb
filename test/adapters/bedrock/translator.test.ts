import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { bedrockTranslator } from '../../../shared/adapters/bedrock/translator.ts';
import { Translation, translationInstructions } from '../../../shared/domain/digest/translation.ts';
import { type StubbedAnswer, stubbed } from '../../sdk-stub.ts';

const settings = Translation.parse({
  by: {
    engine: 'bedrock',
    model: 'anthropic.claude-3-haiku-20240307-v1:0',
    pricePerMillionTokens: { input: 0.25, output: 1.25, asOf: '2026-11-26' },
  },
});
const COMMENTS = [{ id: 'a', text: '送货太慢', language: 'zh-Hans' }];
const said = (text: string, stopReason = 'end_turn'): StubbedAnswer => ({
  ...{ stopReason, output: { message: { role: 'assistant', content: [{ text }] } } },
  usage: { inputTokens: 100, outputTokens: 20, totalTokens: 120 },
});

function world(answer: StubbedAnswer) {
  const asked: unknown[] = [];
  const warnings: string[] = [];
  const stub = stubbed((_, input) => {
    asked.push(input);
    return answer;
  });
  const client = new BedrockRuntimeClient({ ...stub, maxAttempts: 1 });
  return { asked, warnings, translator: bedrockTranslator(settings, (message) => void warnings.push(message), client) };
}

describe('a model by Bedrock that translates', () => {
  it('gets all comments of a mail at once, as data apart from its instructions', async () => {
    const { translator, asked } = world(said('[{"n":0,"text":"Slow delivery"}]'));
    expect([...(await translator.translate(COMMENTS, 'en'))]).toEqual([['a', 'Slow delivery']]);
    expect(asked).toMatchObject([
      {
        system: [{ text: translationInstructions('en') }],
        messages: [{ role: 'user', content: [{ text: '[{"n":0,"language":"zh-Hans","text":"送货太慢"}]' }] }],
      },
    ]);
  });

  it.each([
    ['cut off', said('[{"n":0,"text":"Slow delivery"}]', 'max_tokens'), []],
    ['filtered', said('[{"n":0,"text":"Slow delivery"}]', 'guardrail_intervened'), []],
    ['no JSON', said('Slow delivery'), []],
    ['a refusal of the service', { errorCode: 'AccessDeniedException' }, ['comments are not translated: AccessDeniedException']],
  ])('leaves the comments as they are where its answer is %s, and never throws', async (_, answer, told) => {
    const { translator, warnings } = world(answer);
    expect((await translator.translate(COMMENTS, 'en')).size).toBe(0);
    expect(warnings).toEqual(told);
  });
});
