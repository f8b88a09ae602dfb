import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyAtStake } from '../../../shared/domain/understand/money.ts';
import { tokenise } from '../../../shared/domain/understand/tokens.ts';

const read = (text: string) => moneyAtStake(tokenise(text).list, () => false);

const SIGNS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];

/** Up to 9999, as it is written in full: 一千零五, 三百二十. */
function section(number: number): string {
  let written = '';
  let hasGap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(number / 10 ** place) % 10;
    if (digit === 0) hasGap = written !== '';
    else {
      written += `${hasGap ? '零' : ''}${SIGNS.charAt(digit)}${PLACES[place]}`;
      hasGap = false;
    }
  }
  return written;
}

/** Up to 99,999,999. */
function inChinese(number: number): string {
  const [high, low] = [Math.floor(number / 10_000), number % 10_000];
  if (high === 0) return section(low);
  const gap = low > 0 && low < 1_000 ? '零' : '';
  return `${section(high)}万${gap}${section(low)}`;
}

describe('sums of money (R6)', () => {
  it('reads any sum written in Chinese numerals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 99_999_999 }), fc.constantFrom('元', '块', '块钱', '人民币'), (number, unit) => {
        expect(read(`损失${inChinese(number)}${unit}。`), inChinese(number)).toEqual({
          isAtStake: true,
          largest: { minor: number * 100, currency: 'CNY' },
        });
      }),
    );
  });

  it.each<readonly [text: string, minor: number, currency: string]>([
    ['赔我三千五百元', 350_000, 'CNY'],
    ['一共三千五块', 350_000, 'CNY'],
    ['花了两万三块钱', 2_300_000, 'CNY'],
    ['1.2万元打了水漂', 1_200_000, 'CNY'],
    ['2万3元', 2_300_000, 'CNY'],
    ['三千多块', 300_000, 'CNY'],
    ['三四千块', 300_000, 'CNY'],
    ['上万元的手表', 1_000_000, 'CNY'],
    ['一千零五元', 100_500, 'CNY'],
    ['一百二十万元', 120_000_000, 'CNY'],
    ['一亿两千万元', 12_000_000_000, 'CNY'],
    ['人民币8000', 800_000, 'CNY'],
    ['港币5000', 500_000, 'HKD'],
    ['HK$12,000', 1_200_000, 'HKD'],
    ['NT$20000', 2_000_000, 'TWD'],
    ['两万日元', 20_000, 'JPY'],
    ['500美元', 50_000, 'USD'],
    ['£1,200', 120_000, 'GBP'],
    ['1200 quid', 120_000, 'GBP'],
    ['$4k', 400_000, 'USD'],
    ['800 EUR', 80_000, 'EUR'],
    ['1 500 EUR', 150_000, 'EUR'],
    ['two thousand five hundred dollars', 250_000, 'USD'],
    ['a bill of twenty five thousand pounds', 2_500_000, 'GBP'],
    ['six hundred and eighty euros', 68_000, 'EUR'],
    ['you refunded £40', 4_000, 'GBP'],
  ])('%s', (text, minor, currency) => {
    expect(read(text)).toEqual({ isAtStake: true, largest: { minor, currency } });
  });

  it('tells no sum of a bare number, though money is at stake', () => {
    expect(read('You charged me 240 for nothing.')).toEqual({ isAtStake: true, largest: undefined });
    expect(read('押金扣了两千。')).toEqual({ isAtStake: true, largest: undefined });
  });

  it.each(['It cost £40.', 'charged in 2023', 'charged for 300 minutes', '万一扣费', '千万别退', '1 500 kr', '三块五', ''])(
    'no sum that matters: %s',
    (text) => {
      expect(read(text)).toEqual({ isAtStake: false, largest: undefined });
    },
  );
});
