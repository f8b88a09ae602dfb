import { type Finder, findEach } from './finding.ts';

const YEAR = String.raw`(?:19|20)\d\d`;
const DAY_OR_MONTH = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = '(?:0?[1-9]|1[0-2])';
const DATE_ORDERS = ['-', '/', String.raw`\.`].flatMap((sign) => [
  [YEAR, MONTH, DAY_OR_MONTH].join(sign),
  // Which of the first two is the month depends on the country.
  [DAY_OR_MONTH, DAY_OR_MONTH, YEAR].join(sign),
]);
const DATE = `(?:${DATE_ORDERS.join('|')})`;
const TO = ' ?[-~/至到] ?';
/** `2026-11-26`, `26.11.2026`, `11/26/2026`, and from one to another; not as a part of a longer number. */
const DATES = new RegExp(String.raw`(?<!\d|\d[-/.])${DATE}(?:${TO}${DATE})?(?!\d|[-/.]\d)`, 'g');

const TIME = String.raw`(?:[01]?\d|2[0-3])[.:][0-5]\d`;
/** Lines of Chinese authorities and of emergencies lead to nobody. One alone is too short to be masked; several in a row are not. */
const HOTLINE = '(?:1(?:10|19|20|22)|123(?:05|06|15|18|20|28|33|36|45|48|55|58|66|68|69|78|80|88|93|95))';
const ALONE_BEFORE = String.raw`(?<!\d|\d[ \-/.(]|\d- |\d -)`;
const ALONE_AFTER = String.raw`(?!\d|[ \-/.)]\d| -\d|- \d| - \d)`;
const YEARS_TIMES_HOTLINES = new RegExp(
  `${ALONE_BEFORE}(?:${YEAR}${TO}${YEAR}|${TIME}${TO}${TIME}|${HOTLINE}(?:[ /]${HOTLINE})+)${ALONE_AFTER}`,
  'g',
);

/** Nine digits at most without thousands separators: eleven are rather a telephone number. No amount begins with a nought before other digits. */
const AMOUNT = String.raw`(?:[1-9]\d{0,2}(?:(?:,\d{3}){1,3}|(?:\.\d{3}){1,2}|(?: \d{3}){1,2}|(?:['’]\d{3}){1,2})|[1-9]\d{0,8}|0)(?:[.,]\d{1,2})?`;
const CODE = '(?:RMB|CNY|USD|EUR|GBP|HKD|TWD|JPY|CHF)';
const SIGN = '[$€£¥￥￡₩₹]';
const UNIT = `(?:元|块|塊|万|萬|亿|円|圆|欧|英镑|美[元金]|港[元币]|人民币|${SIGN}|(?:${CODE}|yuan|dollars?|euros?|pounds?|quid|bucks)(?![a-z]))`;
const AMOUNTS = new RegExp(
  String.raw`(?:${SIGN}|(?<![a-z])${CODE}) ?${AMOUNT}${ALONE_AFTER}|${ALONE_BEFORE}${AMOUNT} ?${UNIT}|(?<!\d[,.]?)\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?(?![,.\-]?\d)`,
  'gi',
);
const HAS_AMOUNT = new RegExp(`\\d ?${UNIT}|(?:${SIGN}|${CODE}) ?\\d|,\\d`, 'i');

const finder =
  (pattern: RegExp, needed: RegExp): Finder =>
  (copy, found) => {
    if (needed.test(copy)) findEach('kept', pattern, copy, found);
  };

/** Dates by numbers. A birth date in the midst of an identity number has no separators, and is none of them. */
export const findDates = finder(DATES, /\d/);
/** Years and times from one to another, and hotlines in a row. */
export const findYearsTimesHotlines = finder(YEARS_TIMES_HOTLINES, /\d/);
/** Amounts of money. */
export const findAmounts = finder(AMOUNTS, HAS_AMOUNT);
