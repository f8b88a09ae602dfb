/** GB 11643-1999 §4: ISO 7064 MOD 11-2 over the first seventeen digits, weighted by 2^(17-i) mod 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
/** The first two digits of GB/T 2260: provinces, and 71, 81–83 for Taiwan, Hong Kong and Macao. */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Is it a Chinese citizen's identity number? Of eighteen characters with their check character (GB 11643-1999), or of fifteen digits as they
 * were given until 1999, which have none: there the province and a date in the twentieth century have to do. `digits` in ASCII, `X` at the end.
 */
export function isIdentityNumber(digits: string): boolean {
  if (/^(?:\d{17}[\dX])$/.test(digits)) {
    return /^(?:19|20)/.test(digits.slice(6)) && isDate(digits.slice(6, 14)) && digits.charAt(17) === checkCharacter(digits);
  }
  return /^\d{15}$/.test(digits) && PROVINCES.test(digits) && isDate(`19${digits.slice(6, 12)}`);
}

/** The eighteenth character that belongs to the first seventeen. */
function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** YYYYMMDD. */
function isDate(day: string): boolean {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6))];
  if (month === 2 && date === 29) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return date >= 1 && date <= (DAYS[month - 1] ?? 0);
}
