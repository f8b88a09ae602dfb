import { useState } from 'preact/hooks';
import type { Page } from '../../browser/api/turn-pages.ts';
import { useLoading } from '../../browser/loading.ts';

/** A list that is read a page at a time: what was read stays, and goes on from there. */
export function usePages<Item>(key: string, read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>) {
  const [before, setBefore] = useState<{ readonly key: string; readonly items: readonly Item[]; readonly cursor?: string | undefined }>({
    key,
    items: [],
  });
  const at = before.key === key ? before : { key, items: [] as readonly Item[] };
  const cursor = 'cursor' in at ? at.cursor : undefined;
  const [loading, retry] = useLoading(`${key} ${cursor}`, (signal) => read(cursor, signal));
  const page = loading.data;
  const next = page?.cursor;
  return {
    loading,
    retry,
    items: page === undefined ? at.items : [...at.items, ...page.items],
    more:
      next === undefined || page === undefined ? undefined : () => setBefore({ key, items: [...at.items, ...page.items], cursor: next }),
    /** From the beginning. */
    renew: () => {
      setBefore({ key, items: [] });
      if (cursor === undefined) retry();
    },
  };
}
