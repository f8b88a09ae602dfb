import type { Metric } from '../feedback.ts';

/** What the two answers of a pair measure, by the kind of pair. In a file of its own: the form's bundle has no use for the schema of surveys. */
export const PAIRS = {
  /** What a good house of this kind should be like, and what this one is like (SERVQUAL, R13). */
  'expectation-perception': ['expectation', 'perception'],
  /** How much it matters, and how content one is with it (R14). */
  'importance-satisfaction': ['importance', 'satisfaction'],
} as const satisfies Record<string, readonly [Metric, Metric]>;
