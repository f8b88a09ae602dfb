import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainName } from '../../../../shared/domain/outgoing/notice/plain.ts';

/** Names that try: pieces of markup, mentions and links of all five services among other text. */
const PIECES = [
  '<!channel>',
  '<@U123>',
  '<at id=all></at>',
  '@all',
  '@所有人',
  '[a](https://x.example.com)',
  'www.example.com',
  'example。com',
  'http://',
  '**',
  '__',
  '`',
  '~',
  '\n> ',
  '#',
  '&lt;',
  '![i](u)',
  '\u202e',
  '\u200b',
  '|',
  ':tada:',
  '\\',
  '<font color="warning">',
];
const name = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), { maxLength: 8 })
  .map((parts) => parts.join(''));

describe('a name in a notice (P39)', () => {
  it('can neither mention, link, mark up nor break out of its line, whatever it is', () => {
    fc.assert(
      fc.property(name, (one) => {
        const plain = plainName(one);
        expect(plain).not.toMatch(/[#$*/:<>@[\\\]^_`{|}~&]/);
        expect(plain).not.toMatch(/[.\u3002\uff0e\uff61]\S/);
        expect(plain).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
        expect([...plain].length).toBeLessThanOrEqual(40);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['East', 'East'],
    ['华东（一店）', '华东（一店）'],
    ["St. Mary's, No. 5 (north)", "St. Mary's, No. 5 (north)"],
    ['Müller & Söhne', 'Müller ＆ Söhne'],
    ['@all', '＠all'],
    ['<!channel> hi', '＜!channel＞ hi'],
    ['[free](https://x.example.com)', '［free］(https：／／x. example. com)'],
    ['a\n\n> quote\u202e', 'a ＞ quote'],
    // Found by the property above: the dot before the cut.
    ['[a](https://x.example.com) ! ! ! www.example.com', '［a］(https：／／x. example. com) ! ! ! www…'],
    ['x'.repeat(50), `${'x'.repeat(39)}…`],
  ])('%j reads %j', (given, plain) => {
    expect(plainName(given)).toBe(plain);
  });

  it('of a megabyte takes no time to speak of (P37)', () => {
    expect(plainName('.<@'.repeat(350_000))).toHaveLength(40);
  });
});
