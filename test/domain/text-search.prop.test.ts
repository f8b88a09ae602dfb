import fc from 'fast-check';
import { expect, it } from 'vitest';
import { searchFor } from '../../shared/domain/text-search.ts';

it('finds every word of a text in it, whatever script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(searchFor(text)([`before ${text} after`])).toBe(true);
    }),
  );
});

it.each([
  ['PARCEL late', ['The parcel', 'came LATE'], true],
  ['parcel early', ['The parcel', 'came late'], false],
  ['退款', ['我要退款，谢谢'], true],
  ['２６１１－0042', ['2611-0042'], true],
  ['straße', ['STRASSE'], true],
  ['σας', ['ΣΑΣ'], true],
])('%s in %j: %s', (words, texts, expected) => {
  expect(searchFor(words)(texts)).toBe(expected);
});
