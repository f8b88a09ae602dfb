import { LEFT_OUT_REASONS, type LeftOutReason, type Sifted } from './figure.ts';

/** What one person said to one question: a number, "cannot say", or nothing. Numbers are judged here, never trusted. */
export type Reply = number | 'cannot-say' | undefined;

/** One person's replies by question, as the register names them: `reliability.promises.expectation`. */
export type Replies = ReadonlyMap<string, Reply>;

/** Ends of a scale, both of them answers. The top is the best (or the most), as everywhere in Amends. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** Beyond it, squares of squares would leave the numbers that can be written. */
const FARTHEST = 1e9;

/** Can anything be measured on it? */
export const isFit = ({ min, max }: Scale) =>
  min < max && Math.abs(min) <= FARTHEST && Math.abs(max) <= FARTHEST && max - min >= 1 / FARTHEST;

/** The number of a reply, or why it is none. */
export function read(reply: Reply, { min, max }: Scale): number | LeftOutReason {
  if (reply === undefined) return 'notAnswered';
  if (reply === 'cannot-say') return 'cannotSay';
  // Comparisons with NaN are false. `+ 0`: minus zero is zero.
  return reply >= min && reply <= max ? reply + 0 : 'outOfScale';
}

/** Two numbers of one person; where either is missing, the reason that says most: a wrong number before "cannot say" before nothing. */
export function readPair(first: number | LeftOutReason, second: number | LeftOutReason): readonly [number, number] | LeftOutReason {
  if (typeof first === 'number' && typeof second === 'number') return [first, second];
  const reasons = [first, second];
  if (reasons.includes('outOfScale')) return 'outOfScale';
  return reasons.includes('cannotSay') ? 'cannotSay' : 'notAnswered';
}

const isReason = (value: unknown): value is LeftOutReason =>
  typeof value === 'string' && LEFT_OUT_REASONS.some((reason) => reason === value);

/** What is usable of many, in their order, and how many were left out for which reason. */
export function sift<Row, Kept>(rows: readonly Row[], look: (row: Row) => Kept | LeftOutReason): Sifted<Kept> {
  const kept: Kept[] = [];
  const leftOut: Partial<Record<LeftOutReason, number>> = {};
  for (const row of rows) {
    const found = look(row);
    if (isReason(found)) leftOut[found] = (leftOut[found] ?? 0) + 1;
    else kept.push(found);
  }
  return { kept, leftOut };
}

/** Where a number lies on its scale, 0 … 1. */
export const shareOf = (value: number, { min, max }: Scale) => Math.min(1, Math.max(0, (value - min) / (max - min)));
