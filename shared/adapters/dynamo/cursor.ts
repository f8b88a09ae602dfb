import * as z from 'zod/mini';
import { invalidInput } from '../../domain/errors.ts';

const base = { pk: z.string(), sk: z.string() };
const Position = z.union([
  z.strictObject({ ...base, ipk: z.string(), isk: z.string() }),
  z.strictObject({ ...base, opk: z.string(), osk: z.string() }),
]);
/** Where a page of an index ended. */
export type Position = z.infer<typeof Position>;

/** Longer than any cursor we hand out: keys of ids, days and numbers. */
const MAX_CURSOR_LENGTH = 1000;

/** A position as callers carry it: opaque text, safe in a URL. */
export const encodeCursor = (position: unknown): string => Buffer.from(JSON.stringify(Position.parse(position))).toString('base64url');

/**
 * The position behind a cursor that came back. It must be one of this very list: a cursor of another list, or one that was made up,
 * would start somewhere else without saying so.
 * @throws AmendsError 422 naming the field `cursor`.
 */
export function decodeCursor(cursor: string, partition: string): Position {
  const parsed = Position.safeParse(cursor.length > MAX_CURSOR_LENGTH ? undefined : fromJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success || partitionOf(parsed.data) !== partition) {
    throw invalidInput('The cursor is not one of this list.', [
      { field: 'cursor', reason: 'expected the cursor of the previous page of the same list; leave it out to begin at the start' },
    ]);
  }
  return parsed.data;
}

const partitionOf = (position: Position) => ('ipk' in position ? position.ipk : position.opk);

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
