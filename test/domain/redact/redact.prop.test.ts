import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MASKS } from '../../../shared/domain/redact/masks.ts';
import { redact } from '../../../shared/domain/redact/redact.ts';
import { cardNumber, chineseTelephone, identityNumber, oldIdentityNumber, TEXTS, telephone } from './personal-numbers.ts';

const options = { masks: MASKS.en, orderNumbers: ['SO-########', '@@####-*', 'A*###'] };
const redacted = (text: string) => redact(text, options);
const plain = (text: string) => text.normalize('NFKC').replaceAll('٣', '3').replaceAll('৭', '7');
const digitsOf = (text: string) => plain(text).replaceAll(/\D/g, '');
const around = fc.constantFrom(...TEXTS);

/** The words around it as they are, and of the number no five digits in a row. */
function expectMasked(number: string, [before, after]: readonly [string, string], masks: readonly string[]): void {
  const left = redacted(before + number + after);
  const masked = masks.map((mask) => before + mask + after);
  expect(masked, number).toContain(left);
  const kept = digitsOf(left);
  const own = digitsOf(before + after);
  for (let i = 0; i + 5 <= digitsOf(number).length; i += 1) {
    const five = digitsOf(number).slice(i, i + 5);
    if (!own.includes(five)) expect(kept).not.toContain(five);
  }
}

describe('of what leads to a customer nothing is left, in text of either language (R17, P33)', () => {
  it.each([
    ['identity numbers', identityNumber, ['[identity number]']],
    ['identity numbers of fifteen digits', oldIdentityNumber, ['[identity number]']],
    // Some cards are identity numbers by form, or telephone numbers with a country's code.
    ['cards', cardNumber, ['[card]', '[identity number]', '[telephone]']],
    ['Chinese telephone numbers', chineseTelephone, ['[telephone]']],
    ['telephone numbers', telephone, ['[telephone]', '[card]', '[number]']],
  ])('%s', (_, number, masks) => {
    fc.assert(
      fc.property(number, around, (text, words) => expectMasked(text, words, masks)),
      { numRuns: 1000 },
    );
  });

  it('e-mail addresses, whatever RFC 5322 lets them be made of', () => {
    fc.assert(
      fc.property(fc.emailAddress(), around, (address, [before, after]) => {
        expect(redacted(`${before}${address} ${after}`)).toBe(`${before}[e-mail] ${after}`.replaceAll(/ {2,}/g, ' '));
      }),
      { numRuns: 1000 },
    );
  });

  it('any number of seven digits and more, wherever it stands and however it is written', () => {
    const separators = fc.constantFrom('', ' ', '-', '.', ' - ', '/', '\u200B', ' (', ') ', '\u0301', '\ufe0f\u20e3');
    const digit = fc.constantFrom(...'0123456789', ...'０１９', '٣', '৭', '𝟗');
    const number = fc
      .array(fc.tuple(digit, separators), { minLength: 7, maxLength: 30 })
      .map((parts) => parts.flat().join('').trim())
      // What reads as a date, as years or times from one to another, or as hotlines is left alone by intent.
      .filter((text) => !/19\d\d|20\d\d|\d\.\d\d|1[12]\d/.test(plain(text).replaceAll(/[^\d.]/g, '')));
    const words = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/[\p{Nd}\p{Sc}@]/u.test(text));
    fc.assert(
      fc.property(words, number, words, (before, text, after) => {
        expect(redacted(`${before} a ${text} b ${after}`).match(/\p{Nd}/gu) ?? []).toHaveLength(0);
      }),
      { numRuns: 500 },
    );
  });
});

const PIECES =
  '138|0013|8000|13800138000|1|７|𝟗| |-|.|(|)|+|@|a|.com|SO-|12345678|ab1234-|x|X|¥|元|号|栋|室|路|月|3栋|502|,|/|1299| dollars|£|Ext. |2026-11-26|Baker |Street|flat |"|mailto:|王|é|\u0301|\ufe0f|[|]|,|一二三|12315|/|:|转|\ud800|\udc00|\u202e|\0'.split(
    '|',
  );
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
);

describe('redacting any text', () => {
  it('never throws, is well-formed, and changes nothing more the second time (P37)', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(MASKS.en, MASKS['zh-Hans']), (text, masks) => {
        const once = redact(text, { ...options, masks });
        expect(once.isWellFormed()).toBe(true);
        expect(redact(once, { ...options, masks })).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves words alone in which nothing is counted', () => {
    const words = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .map((text) => text.replaceAll(/[\p{N}\p{Cc}\p{Cf}\s@＠]/gu, ''))
      .filter((text) => !/[零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]/.test(text));
    fc.assert(
      fc.property(words, (text) => {
        expect(redacted(text)).toBe(text);
      }),
    );
  });

  it('takes 1 MB of hostile text in a moment (P37)', () => {
    const units =
      '1|1 |a@|a@a.|１|号|+-|@.|1号|路1楼|18号3栋|a|好|é|"a|𝟗|1\u0301|\n1|1/|1a|123456x|1 1 1 1 1 1x|1234567x|2026-11-|01.02-|¥1,299.00 |12 Aa Bb |12 aa bb |flat 3 |SO-1234567|aa1-|\ud800|\u200b'.split(
        '|',
      );
    redacted('warm up 暖身 13800138000');
    for (const unit of units) {
      const text = unit.repeat(Math.ceil(1_048_576 / unit.length));
      // Of the processor's time, the best of up to thirty: the bound is on our patterns, not on what else the machine does.
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 30 && best >= 100; run += 1) {
        const started = process.threadCpuUsage();
        redacted(text);
        best = Math.min(best, process.threadCpuUsage(started).user / 1000);
      }
      expect(best, JSON.stringify(unit)).toBeLessThan(100);
    }
  });
});
