const FORM = /^\d+(?:[ -]\d+)*$/;

/** A bank card's number: 13–19 digits with single spaces or dashes at most, and the check digit of ISO/IEC 7812-1 annex B (Luhn). */
export const isCardNumber = (digits: string, text: string): boolean =>
  digits.length >= 13 && digits.length <= 19 && FORM.test(text) && luhnSum(digits) % 10 === 0;

/** From the right, every second digit counts double, and the digits of what it is doubled to are added. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    sum += i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum;
}
