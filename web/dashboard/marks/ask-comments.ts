import { api, ask } from '../../browser/api/client.ts';
import type { Paths } from '../../browser/api/paths.ts';
import { given } from '../given.ts';
import type { Mark } from './mark.ts';

type Page = Paths['/api/feedback']['get']['responses'][200]['content']['application/json'];
export type Comment = Page['items'][number];

export interface Comments {
  readonly items: readonly Comment[];
  /** There are more. */
  readonly cursor: string | undefined;
}

/** So many are shown at once. */
const WANTED = 25;
/** Filtered pages may hold few or none: so many are turned before people are asked whether to go on. */
const PAGES_AT_ONCE = 10;

/** The feedback behind a mark, newest first, from a cursor on. Only what figures count. */
export async function askComments(mark: Mark, from: string | undefined, signal: AbortSignal): Promise<Comments> {
  const items: Comment[] = [];
  let cursor = from;
  for (let page = 0; page < PAGES_AT_ONCE; page += 1) {
    const query = given({ ...mark, counted: 'true' as const, limit: 100, cursor });
    const answer = await ask(api.GET('/api/feedback', { params: { query }, signal }));
    items.push(...answer.items);
    cursor = answer.cursor;
    if (cursor === undefined || items.length >= WANTED) break;
  }
  return { items, cursor };
}
