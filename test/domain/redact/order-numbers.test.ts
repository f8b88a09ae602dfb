import { describe, expect, it } from 'vitest';
import input from '../../../amends.config.ts';
import { parseConfig } from '../../../shared/config/parse.ts';
import { MASKS } from '../../../shared/domain/redact/masks.ts';
import { redact } from '../../../shared/domain/redact/redact.ts';

const parsed = (orderNumbers: unknown) => parseConfig({ ...input, redaction: { orderNumbers } }).redaction;

describe('order numbers in the config (R17)', () => {
  it('are none where nothing is said', () => {
    expect(parseConfig(input).redaction).toEqual({ orderNumbers: [] });
    expect(parseConfig({ ...input, redaction: {} }).redaction).toEqual({ orderNumbers: [] });
  });

  it.each([
    ['SO-########', 'so-20261126', '[order number]'],
    ['SO-########', 'SO-202611267', 'SO-[number]'],
    ['@@##/##', 'ab12/34', '[order number]'],
    ['@@##/##', 'abc12/34', 'abc12/34'],
    ['A.**##', 'A.b1234', 'A.b1234'],
    ['A.**##', 'A.b123', '[order number]'],
    ['A.**##', 'Axb123', 'Axb123'],
    ['单号 ####-@', '单号 1234-x', '[order number]'],
  ])('written %s: of %s is left %s', (pattern, text, left) => {
    expect(redact(text, { ...parsed([pattern]), masks: MASKS.en })).toBe(left);
  });

  it.each([
    ['so little that words would be masked', 'A-##', /redaction\.orderNumbers\.0|redaction\.orderNumbers\[0\]/],
    ['no digit', 'A@@@@', /one # at least/],
    ['no letter', '####-######', /a letter or @/],
    ['a regular expression', 'SO-(\\d+)+$####', /letters, digits/],
    ['more than anybody reads out', `SO-${'#'.repeat(40)}`, /redaction\.orderNumbers/],
  ])('are refused with %s', (_, pattern, complaint) => {
    expect(() => parsed([pattern])).toThrow(complaint);
  });

  it('takes linear time with the worst that the config accepts (P37)', () => {
    const options = {
      masks: MASKS.en,
      orderNumbers: ['A*-*-*-*-*-*-*-*-*-*-*-*-*-*-*-#', '@-@-@-@-@-@-@-@-@-@-@-@-@-@-@-#', '@***************************####'],
    };
    for (const unit of ['a-', 'a', 'a1']) {
      const text = unit.repeat(1_048_576 / unit.length);
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 4 && best >= 400; run += 1) {
        const started = process.threadCpuUsage();
        redact(text, options);
        best = Math.min(best, process.threadCpuUsage(started).user / 1000);
      }
      expect(best, unit).toBeLessThan(400);
    }
  });
});
