import { type Finder, findEach } from './finding.ts';

/** 12, 221B, 12-14, 3/2. What stands around is judged by letters that no mask of ours takes away, so that a second look finds nothing more. */
const NUMBER = String.raw`\d{1,5}[A-Za-z]?(?:[-/]\d{1,5}[A-Za-z]?){0,3}`;
const ALONE = String.raw`(?<![A-Za-z\d$€£¥#%]|\d[.,/\-])`;

/** Written small, these are hardly anything but streets. */
const STREETS = ['street', 'road', 'avenue', 'lane', 'crescent', 'boulevard', 'terrace', 'st', 'rd', 'ave'];
const NAMED_STREETS = [
  ...STREETS,
  ...['ln', 'drive', 'dr', 'close', 'court', 'ct', 'place', 'pl', 'square', 'sq', 'way', 'blvd', 'gardens', 'grove', 'park', 'hill', 'row'],
  ...['mews', 'walk', 'parade', 'quay', 'circus', 'green', 'highway', 'hwy', 'parkway', 'pkwy', 'alley', 'house', 'buildings', 'villas'],
];
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const oneOf = (words: readonly string[]) => `(?:${words.join('|')})`;

/** `12 Baker Street`, `12, St Mary's Road`, `350 5TH AVENUE`: every word with a capital, and the last one a kind of street. */
const NAME = String.raw`(?:[A-Z][\p{L}'’.\-]{0,20}|\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)) `;
const BEFORE_STREET = new RegExp(
  String.raw`${ALONE}${NUMBER}(?=,? (?:${NAME}){1,4}${oneOf(NAMED_STREETS.flatMap((word) => [capital(word), word.toUpperCase()]))}(?!\p{L}))`,
  'gu',
);

/** `3 times on the road` is no address: one of these words between the number and the street says so. */
const NO_NAMES =
  'on,in,the,a,an,of,to,at,from,by,my,our,your,their,his,her,this,that,down,up,off,along,across,and,or,per,times?,minutes?,mins?,hours?,days?,weeks?,months?,years?,people,cars?,miles?,pm,am'.split(
    ',',
  );
const SMALL_NAME = String.raw`(?!${oneOf(NO_NAMES)} )[a-z'’\-]{2,20} `;
const BEFORE_SMALL_STREET = new RegExp(String.raw`${ALONE}${NUMBER}(?=,? (?:${SMALL_NAME}){1,3}${oneOf(STREETS)}(?!\p{L}))`, 'gu');

const DWELLINGS = String.raw`(?:flat|apt\.?|apartment|unit|suite|villa|plot|house (?:no\.?|number)|p\.? ?o\.? box)`;
/** `a flat 20% off`, `unit 3 days late`: an amount of something. */
const MEASURE = 'percent|months?|days?|hours?|weeks?|years?|minutes?|mins?|pounds?|dollars?|euros?|quid|stars?|rates?|fees?';
const IN_DWELLING = new RegExp(
  String.raw`((?<![A-Za-z])${DWELLINGS} ?(?:no\.? ?|#)?)${NUMBER}(?![\p{L}\d%]|[.,/\-]\d| ?%| ?(?:${MEASURE})(?!\p{L}))`,
  'giu',
);

/** 18, 18甲 is rare, 18-2, 18之2; a letter may stand for a building. */
const CHINESE_NUMBER = String.raw`(?:\d{1,5}[A-Za-z]?(?:[-之]\d{1,5}){0,2}|[A-Z](?=[座栋棟幢])) ?`;
/** Parts of an address that say so wherever they stand. */
const OWN_UNIT = String.raw`[号號](?:院|楼|樓)|栋|棟|幢|单元|單元|弄|室(?! ?\d ?[厅廳]|[一二两三][厅廳]|[内外友])`;
/** Parts that are also a day (18号), a counter, a line, a floor: they need a street or one of the others beside them. */
const SHARED_UNIT = '[号號](?![线線口窗桌厅廳柜機机航码碼牌])|楼|樓|层|層|座|房|户|戶|门|門|支弄';
const PART = `${CHINESE_NUMBER}(?:${OWN_UNIT}|${SHARED_UNIT})`;
/** The last number of `3栋2单元502`, unless it is an amount of something. */
const BARE = String.raw`(?:\d{2,5}(?![\d年月日号點点时時分秒元块塊个個次天人岁歲度米平%.,/:\-]))?`;
const STREET = '(?:[路街巷弄村庄莊]|大道|胡同|(?<![知渠报報通频頻味难難管隧跑车車])道|花园|花園|公寓|苑|大厦|大廈|小区|小區)';

const CHINESE = new RegExp(
  [
    `(${STREET}[ ,]?)(?:${PART}){1,12}${BARE}`,
    String.raw`(?<![\d月A-Za-z.])(?:${CHINESE_NUMBER}(?:${SHARED_UNIT})){0,2}${CHINESE_NUMBER}(?:${OWN_UNIT})(?:${PART}){0,10}${BARE}`,
  ].join('|'),
  'g',
);

/** Looked for only where the text has what it cannot be without, for the sake of a million digits. */
const finder =
  (pattern: RegExp, needed: RegExp): Finder =>
  (copy, found) => {
    if (needed.test(copy)) findEach('houseNumber', pattern, copy, found);
  };

/** Numbers of houses and of flats in English and in Chinese. The street stays: where something happens in a town is worth knowing, at whose door is not. */
export const houseNumberFinders: readonly Finder[] = [
  finder(BEFORE_STREET, /[A-Za-z]{2}/),
  finder(BEFORE_SMALL_STREET, /[a-z]{2}/),
  finder(IN_DWELLING, /[A-Za-z]{2}/),
  finder(CHINESE, /[栋棟幢元弄室院楼樓路街巷村庄莊道同园園寓苑厦廈区區]/),
];
