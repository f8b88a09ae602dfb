import type { LeftOutReason } from './figure.ts';
import { type Replies, read, readPair, type Scale } from './reply.ts';

/** A person's value stands on at least this part of the items that it is made of; with fewer it would be a value of something else. */
const LEAST_PART = 0.5;

/** The mean of what a person answered of several items, where that is at least half of them. @param items how many were asked */
export function meanOfItems(values: readonly (number | LeftOutReason)[], items: number): number | LeftOutReason {
  const numbers = values.filter((value) => typeof value === 'number');
  if (values.every((value) => value === 'notAnswered')) return 'notAnswered';
  if (numbers.length === 0 || numbers.length < items * LEAST_PART) return 'tooFewItems';
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}

/** One question's reply of a person as a number, or why there is none. */
export const numberOf = (person: Replies, question: string, scale: Scale) => read(person.get(question), scale);

/** How much higher a person answered `second` than `first`. */
export function gapOf(person: Replies, first: string, second: string, scale: Scale): number | LeftOutReason {
  const pair = readPair(numberOf(person, first, scale), numberOf(person, second, scale));
  return typeof pair === 'string' ? pair : pair[1] - pair[0];
}
