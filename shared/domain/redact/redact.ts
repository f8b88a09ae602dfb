import { findEmails, findIdeographicEmails } from './emails.ts';
import { type Finder, findAll, maskFound } from './finding.ts';
import { houseNumberFinders } from './house-numbers.ts';
import { findAmounts, findDates, findYearsTimesHotlines } from './kept.ts';
import { findChineseNumbers, findLongNumbers } from './long-numbers.ts';
import type { Masks } from './masks.ts';
import { orderNumberFinder } from './order-numbers.ts';
import { plainCopy, plainDigits } from './plain-copy.ts';

/** What a house decides of redaction: how its order numbers look, see `OrderNumberPattern`. */
export interface Redaction {
  readonly orderNumbers: readonly string[];
}

export interface RedactOptions extends Redaction {
  /** In the language of the reader. */
  readonly masks: Masks;
}

/**
 * Invisible or able to turn the direction of what follows: of no use to a reader, of use to a forger; and noncharacters, of which one covers what
 * was found. Joiners of emoji and of Indic scripts stay.
 */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]+/g;
/** Single spaces are what they shall be: a million of them are not replaced one by one. */
const SPACE = /[\s\p{Cc}]{2,}|(?! )[\s\p{Cc}]/gu;

/**
 * A customer's words without what leads to the customer: e-mail addresses, telephone, identity, card, order and house numbers, and any other
 * number of seven digits and more, each masked by what it is; dates, amounts of money and hotlines stay. Control and direction characters are
 * removed, white space is joined, digits beyond the BMP become ASCII: fit to be shown to managers and to leave for other engines, not to be stored instead of the words.
 *
 * Where a number has two forms the more specific one names it, and where it is in doubt it is masked: too much rather than too little. Names stay.
 * Never throws; linear in the text (promise 37); redacting twice changes nothing more.
 */
export function redact(text: string, { masks, orderNumbers }: RedactOptions): string {
  const clean = plainDigits(text.toWellFormed()).replaceAll(INVISIBLE, '').replaceAll(SPACE, ' ').trim();
  return maskFound(clean, findAll(plainCopy(clean), finders(orderNumbers)), masks);
}

/** The most specific first: what one has found, those after it do not see. */
const finders = (orderNumbers: readonly string[]): readonly Finder[] => [
  findEmails,
  findIdeographicEmails,
  orderNumberFinder(orderNumbers),
  findDates,
  findYearsTimesHotlines,
  findAmounts,
  findLongNumbers,
  findChineseNumbers,
  ...houseNumberFinders,
];
