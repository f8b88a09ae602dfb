import * as z from 'zod/mini';
import { invalidInput } from '../../domain/errors.ts';

const Position = z.strictObject({ pk: z.string(), sk: z.string(), ipk: z.string(), isk: z.string() });
/** Where a page of the index ended. */
export type Position = z.infer<typeof Position>;

/** Longer than any cursor we hand out: keys of ids, days and numbers. */
const MAX_CURSOR_LENGTH = 1000;

/** A position as callers carry it: opaque text, safe in a URL. */
export const encodeCursor = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/**
 * The position behind a cursor that came back. It must be one of this very list: a cursor of another list, or one that was made up,
 * would start somewhere else without saying so.
 * @throws AmendsError 422 naming the field `cursor`.
 */
export function decodeCursor(cursor: string, ipk: string): Position {
  const parsed = Position.safeParse(cursor.length > MAX_CURSOR_LENGTH ? undefined : fromJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success || parsed.data.ipk !== ipk) {
    throw invalidInput('The cursor is not one of this list.', [
      { field: 'cursor', reason: 'expected the cursor of the previous page of the same list; leave it out to begin at the start' },
    ]);
  }
  return parsed.data;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
