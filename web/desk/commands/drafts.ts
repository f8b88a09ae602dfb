import * as z from 'zod/mini';
import { keep, kept } from '../../browser/kept.ts';
import type { CommandType } from '../api-types.ts';

/** What somebody has typed for a command and not given yet. */
export interface Draft {
  readonly values: Readonly<Record<string, string>>;
  /** Version of the case that they saw when they began. */
  readonly version: number;
  /** Idempotency key of what is typed: it stays while the words do, so that what is sent twice is done once. */
  readonly key: string;
}

const Kept = z.object({ values: z.record(z.string(), z.string()), version: z.number(), key: z.string() });
const nameOf = (number: string, type: CommandType) => `amends.draft.${number}.${type}`;

/** In this tab's own storage: it outlives a reload, another language and another sign-in, and ends with the tab or by signing out. */
export const readDraft = (number: string, type: CommandType): Draft | undefined => kept(nameOf(number, type), Kept);

export const keepDraft = (number: string, type: CommandType, draft: Draft): void => keep(nameOf(number, type), draft);

export const dropDraft = (number: string, type: CommandType): void => sessionStorage.removeItem(nameOf(number, type));

/** Commands of a case for which something is typed. */
export const hasDraft = (number: string, type: CommandType): boolean => sessionStorage.getItem(nameOf(number, type)) !== null;
