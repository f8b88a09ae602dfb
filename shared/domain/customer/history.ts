import * as z from 'zod/mini';
import { Instant } from '../feedback.ts';

/** Something that a customer said or that became of it, filed under their key so that their history is one query (R16). */
export const HistoryLink = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('feedback'),
    customerKey: z.string(),
    /** When it was received. */
    at: Instant,
    id: z.string(),
    branch: z.optional(z.string()),
    /** 0–100 over all ratings; absent where none was given. */
    score: z.optional(z.number()),
  }),
  z.strictObject({
    kind: z.literal('case'),
    customerKey: z.string(),
    /** When it was opened. */
    at: Instant,
    number: z.string(),
    branch: z.optional(z.string()),
  }),
]);
export type HistoryLink = z.infer<typeof HistoryLink>;

/** What a history tells of how the customer stands. */
export interface Standing {
  /** Of the newest links read, so at most their number. */
  readonly feedbackCount: number;
  /** Score 0–100 of the newest feedback that has one. */
  readonly lastSatisfaction?: number | undefined;
  /** Branches they have dealt with, besides the one in their file. */
  readonly branches: readonly string[];
}

export function standingOf(links: readonly HistoryLink[]): Standing {
  const feedback = links.filter((link) => link.kind === 'feedback');
  return {
    feedbackCount: feedback.length,
    lastSatisfaction: feedback.toSorted((a, b) => (a.at > b.at ? -1 : 1)).find(({ score }) => score !== undefined)?.score,
    branches: [...new Set(links.flatMap(({ branch }) => branch ?? []))].sort(),
  };
}
