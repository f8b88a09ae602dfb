import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten } from '../../../shared/domain/digest/shorten.ts';

describe('shorten', () => {
  it('keeps what fits and cuts at what a reader sees as a character', () => {
    expect(shorten('short', 5)).toBe('short');
    expect(shorten('longer', 4)).toBe('long…');
    expect(shorten('好👨‍👩‍👧👍🏽坏', 2)).toBe('好👨‍👩‍👧…');
    expect(shorten('好👨‍👩‍👧👍🏽坏', 3)).toBe('好👨‍👩‍👧👍🏽…');
    expect(shorten('two words', 4)).toBe('two…');
  });

  it('is not fooled by a character of endless marks', () => {
    expect(shorten(`a${'\u0301'.repeat(60_000)}`, 10).length).toBeLessThan(100);
  });

  it('never gives more characters than asked for, besides the ellipsis, and only such as stand in the text', () => {
    const graphemes = (text: string) => [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.integer({ min: 1, max: 50 }), (text, max) => {
        const short = shorten(text, max);
        if (short === text) return;
        expect(short.endsWith('…')).toBe(true);
        expect(text.startsWith(short.slice(0, -1))).toBe(true);
        expect(graphemes(short.slice(0, -1))).toBeLessThanOrEqual(max);
      }),
    );
  });
});
