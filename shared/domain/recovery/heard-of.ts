import { Temporal } from 'temporal-polyfill';
import type { Case } from './case.ts';

/** The owner of a case is told at most once in so long that the customer has written, unless it makes matters worse. */
const TOLD_OF_REPLIES_EVERY = { minutes: 10 } as const;

/** Has the owner just been told that the customer wrote? Whoever writes line by line, or floods a case, is told of once for all of it. */
export const isHeardOf = ({ heardAt }: Pick<Case, 'heardAt'>, at: string): boolean =>
  heardAt !== undefined && Temporal.Instant.compare(at, Temporal.Instant.from(heardAt).add(TOLD_OF_REPLIES_EVERY)) < 0;
