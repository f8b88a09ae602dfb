import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGINE_FAULTS, seededFaults } from '../../local/text-engines/faults.ts';
import { textEngineStandIn } from '../../local/text-engines/stand-in.ts';

const request = (body: object, url = '/') => ({ method: 'POST', url, headers: {}, body: Buffer.from(JSON.stringify(body)) });

describe('faults of text engines', () => {
  it('are the same for the same seed, about as many as asked for, and of every kind', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.1, max: 0.9, noNaN: true }), (seed, share) => {
        const draw = () => Array.from({ length: 2000 }, (_, i) => seededFaults(seed, share)(i + 1));
        const drawn = draw();
        expect(draw()).toEqual(drawn);
        expect(Math.abs(drawn.filter((fault) => fault !== undefined).length / 2000 - share)).toBeLessThan(0.08);
        expect(new Set(drawn)).toEqual(new Set([undefined, ...ENGINE_FAULTS]));
      }),
      { numRuns: 30 },
    );
  });
});

describe('the stand-in refuses what AWS would not take', () => {
  const { answer } = textEngineStandIn();

  it.each([
    ['a text of more than 5,000 bytes', { Text: '好'.repeat(1667), LanguageCode: 'zh' }, 'TextSizeLimitExceededException'],
    ['a language it does not know', { Text: 'x', LanguageCode: 'zh-Hans' }, 'UnsupportedLanguageException'],
    ['no text', { Text: '', LanguageCode: 'en' }, 'InvalidRequestException'],
  ])('Comprehend: %s', async (_what, body, code) => {
    expect(await answer('comprehend', request(body))).toMatchObject({ status: 400, headers: { 'x-amzn-errortype': code } });
  });

  it('Bedrock: a conversation without a message', async () => {
    const refused = await answer('bedrock', request({ messages: [] }, '/model/a.b/converse'));
    expect(refused).toMatchObject({ status: 400, headers: { 'x-amzn-errortype': 'ValidationException' } });
  });
});
