import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact, shorten } from '../../../shared/domain/digest/redact.ts';

const masks = { email: '[address]', number: '[number]' };
const separators = fc.constantFrom('', ' ', '-', '.', ' - ', '/', '\u200B', ' (', ') ');
const numbers = fc
  .tuple(fc.array(fc.tuple(fc.constantFrom(...'0123456789'), separators), { minLength: 7, maxLength: 30 }))
  .map(([parts]) =>
    parts
      .map(([digit, separator]) => digit + separator)
      .join('')
      .trim(),
  )
  // What reads as a date is left alone by intent.
  .filter((text) => !/(19|20)\d\d[-/.]/.test(text.replaceAll('\u200B', '')));
const words = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/\p{Nd}/u.test(text));

describe('redact', () => {
  it('leaves no seven digits of a number, wherever it stands and however it is written', () => {
    fc.assert(
      fc.property(words, numbers, words, (before, number, after) => {
        const left = redact(`${before} a ${number} b ${after}`, masks);
        expect(left.match(/\p{Nd}/gu) ?? []).toHaveLength(0);
      }),
    );
  });

  it('leaves no address', () => {
    fc.assert(
      fc.property(
        words,
        fc.emailAddress().filter((address) => /^[\w.%+'-]+@/.test(address)),
        words,
        (before, address, after) => {
          expect(redact(`${before} ${address} ${after}`, masks)).not.toContain(address);
        },
      ),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = redact(text, masks);
        expect(redact(once, masks)).toBe(once);
      }),
    );
  });
});

describe('shorten', () => {
  const graphemes = (text: string) => [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length;

  it('never gives more characters than asked for, besides the ellipsis, and only such as stand in the text', () => {
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
