import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../shared/domain/text.ts';

/** Any UTF-16 at all: controls, lone surrogates, marks of both directions, Chinese, emoji. */
const hostile = fc
  .array(
    fc.oneof(
      fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        '\u0000',
        '\ud83d',
        '\ude00',
        '\u202e',
        '\u2066',
        '\u2069',
        '\u200f',
        '\r',
        '\n',
        '\r\n',
        '\u2028',
        '\ufeff',
        '好',
        '👍🏽',
        ' ',
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]|\p{Surrogate}/u;

describe('cleanText', () => {
  it('leaves nothing behind that logs, mails or stores stumble over', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        expect(cleanText(words).text).not.toMatch(FORBIDDEN);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(hostile, fc.nat(40), (words, max) => {
        const once = cleanText(words, max);
        expect(cleanText(once.text, max)).toEqual({ text: once.text, isTruncated: false });
      }),
    );
  });

  it('keeps to its limit, says when it cut, and never cuts a character in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (words, max) => {
        const { text, isTruncated } = cleanText(words, max);
        expect(text.length).toBeLessThanOrEqual(max);
        expect(text.isWellFormed()).toBe(true);
        expect(isTruncated).toBe(cleanText(words).text.length > max);
      }),
    );
  });

  it.each([
    ['快递三天没到，\n客服不接电话！', '快递三天没到，\n客服不接电话！'],
    ['fine 👨‍👩‍👧 👍🏽 🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'fine 👨‍👩‍👧 👍🏽 🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['שלום\u200f!', 'שלום\u200f!'],
    ['a\tb', 'a\tb'],
    ['one\r\ntwo\rthree\u2028four\u0085five', 'one\ntwo\nthree\nfour\nfive'],
    ['re\u202efund\u202c \u2066x\u2069', 'refund x'],
    ['N\u0000U\u0007L\u009f', 'NUL'],
    ['broken \ud83d half \ude00', 'broken  half'],
    [' \ufeff\n', ''],
  ])('keeps what means something and takes out what does not: %j', (words, clean) => {
    expect(cleanText(words).text).toBe(clean);
  });

  it.each(['a', '\u0000', '\r', '\r\n', '\ud83d', ' ', '\u202e', '\n \n', '\u2028'])(
    'takes 1 MB of %j in less than 100 ms (P37)',
    (piece) => {
      const words = `x${piece.repeat(Math.ceil(1_000_000 / piece.length))}x`;
      const times = [cleanText, (text: string) => cleanLine(text, 200)].map((clean) => {
        // The best of three: the bound is on our patterns, not on what else the machine does.
        const runs = Array.from({ length: 3 }, () => {
          const start = performance.now();
          clean(words);
          return performance.now() - start;
        });
        return Math.min(...runs);
      });
      expect(Math.max(...times)).toBeLessThan(100);
    },
  );
});

it('cleanLine makes one line of what was several', () => {
  expect(cleanLine(' Mei\r\nBcc: all@example.com\t\u3000Lin ', 200)).toBe('Mei Bcc: all@example.com Lin');
  fc.assert(
    fc.property(hostile, (words) => {
      expect(cleanLine(words, 30)).toMatch(/^(?:\S(?:[^\n\r\t]*\S)?)?$/u);
    }),
  );
});
