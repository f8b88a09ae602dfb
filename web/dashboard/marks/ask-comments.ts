import { api, ask } from '../../browser/api/client.ts';
import type { Paths } from '../../browser/api/paths.ts';
import { type Page, turnPages } from '../../browser/api/turn-pages.ts';
import { given } from '../given.ts';
import type { Mark } from './mark.ts';

export type Comment = Paths['/api/feedback']['get']['responses'][200]['content']['application/json']['items'][number];

/** So many are shown at once. */
const WANTED = 25;
/** Filtered pages may hold few or none: so many are turned before people are asked whether to go on. */
const PAGES_AT_ONCE = 10;

/** The feedback behind a mark, newest first, from a cursor on. Only what figures count. */
export const askComments = (mark: Mark, from: string | undefined, signal: AbortSignal): Promise<Page<Comment>> =>
  turnPages(
    (cursor) => {
      const query = given({ ...mark, counted: 'true' as const, limit: 100, cursor });
      return ask(api.GET('/api/feedback', { params: { query }, signal }));
    },
    from,
    { enough: WANTED, mostPages: PAGES_AT_ONCE },
  );
