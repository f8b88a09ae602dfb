import fc from 'fast-check';

const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const wide = (text: string) => text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const grouped = (text: string, sizes: readonly number[], separator: string) => {
  const groups: string[] = [];
  let at = 0;
  for (const size of sizes) {
    groups.push(text.slice(at, at + size));
    at += size;
  }
  return [...groups, text.slice(at)].filter((group) => group !== '').join(separator);
};
/** As written, in groups, or full width. */
const written = (number: fc.Arbitrary<string>, sizes: readonly number[]) =>
  fc.tuple(number, fc.constantFrom('', ' ', '-'), fc.boolean()).map(([text, separator, isWide]) => {
    const whole = grouped(text, sizes, separator);
    return isWide ? wide(whole) : whole;
  });

/** By the recursive method of ISO 7064, another than the product's sum of weights. */
function withCheckCharacter(seventeen: string): string {
  let product = 0;
  for (const digit of seventeen) product = ((product + Number(digit)) * 2) % 11;
  const check = (12 - product) % 11;
  return seventeen + (check === 10 ? 'X' : String(check));
}

function withLuhnDigit(payload: string): string {
  const isValid = (number: string) =>
    [...number]
      .reverse()
      .reduce((sum, digit, i) => sum + (i % 2 === 0 ? Number(digit) : ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0)), 0) %
      10 ===
    0;
  const check = [...'0123456789'].find((digit) => isValid(payload + digit));
  return payload + (check ?? '');
}

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2025-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
const region = fc.tuple(fc.constantFrom('11', '31', '37', '44', '65', '81'), digits(4)).map((parts) => parts.join(''));

export const identityNumber = written(
  fc.tuple(region, day, digits(3)).map((parts) => withCheckCharacter(parts.join(''))),
  [6, 8],
);
export const oldIdentityNumber = written(
  fc
    .tuple(
      region,
      day.filter((date) => date.startsWith('19')).map((date) => date.slice(2)),
      digits(3),
    )
    .map((parts) => parts.join('')),
  [6, 6],
);
export const cardNumber = fc.tuple(fc.constantFrom('3', '4', '5', '62'), fc.integer({ min: 11, max: 16 })).chain(([first, length]) =>
  written(
    digits(length).map((rest) => withLuhnDigit(first + rest)),
    [4, 4, 4, 4],
  ),
);

const mobile = fc.tuple(
  fc.constantFrom('', '+86', '+86 ', '0086', '86-', '(+86)'),
  fc.constantFrom(...'3456789'),
  digits(9),
  fc.constantFrom('', ' ', '-'),
);
export const chineseTelephone = fc.oneof(
  mobile.map(([prefix, second, rest, separator]) => prefix + grouped(`1${second}${rest}`, [3, 4], separator)),
  mobile.map(([prefix, second, rest, separator]) => wide(prefix.trim() + grouped(`1${second}${rest}`, [3, 4], separator))),
  fc
    .tuple(fc.constantFrom('010', '021', '0755', '(0571)'), fc.constantFrom('-', ' ', ''), fc.constantFrom(...'2345678'), digits(7))
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('400', '800'), digits(7), fc.constantFrom('', '-', ' '))
    .map(([first, rest, separator]) => grouped(first + rest, [3, 3], separator)),
);
const separator = fc.constantFrom(' ', '-', '.');
export const telephone = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('+44', '+1', '+49', '+33', '+353', '+34', '+39'),
      separator,
      fc.integer({ min: 8, max: 11 }).chain(digits),
      separator,
      fc.array(fc.integer({ min: 2, max: 4 }), { maxLength: 4 }),
    )
    .map(([code, first, number, between, sizes]) => code + first + grouped(number, sizes, between)),
  fc
    .tuple(fc.constantFrom('020', '0161', '07700', '01'), separator, digits(7))
    .map(([code, between, number]) => code + between + grouped(number, [3], between)),
  fc
    .tuple(fc.constantFrom(...'23456789'), digits(2), fc.constantFrom(...'23456789'), digits(6), separator)
    .map(([a, b, c, d, between]) => grouped(a + b + c + d, [3, 3], between)),
);

export const TEXTS = [
  ['please call ', ' tomorrow, it is late'],
  ['My number is ', '.'],
  ['I paid £1,250 on 2026-11-26 (', ')'],
  ['请联系', '，谢谢'],
  ['2026年11月26日下单，电话：', '至今未到'],
  ['已打12315。我的号码', '请回复'],
] as const;
