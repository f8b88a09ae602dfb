import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { api, ask } from '../../browser/api/client.ts';
import { ApiFault } from '../../browser/api/fault.ts';
import { type Page, turnPages } from '../../browser/api/turn-pages.ts';
import type { CaseQuery, ListedCase } from '../api-types.ts';

/** The list as far as it has come. */
export interface Cases {
  readonly items: readonly ListedCase[];
  readonly isLoading: boolean;
  readonly fault?: ApiFault | undefined;
  /** There are more behind it. */
  readonly cursor?: string | undefined;
}

const EMPTY: Cases = { items: [], isLoading: true };
/** A page may hold nothing and yet not be the last: so many are asked for in a row before somebody has to scroll. */
const MAX_EMPTY = 20;

const readPages = (query: CaseQuery, from: string | undefined, signal: AbortSignal): Promise<Page<ListedCase>> =>
  turnPages(
    (cursor) => ask(api.GET('/api/cases', { params: { query: { ...query, ...(cursor !== undefined && { cursor }) } }, signal })),
    from,
    { enough: 1, mostPages: MAX_EMPTY },
  );

/** Of two pages read at different times one case may stand in both. */
function joined(before: readonly ListedCase[], after: readonly ListedCase[]): ListedCase[] {
  const known = new Set(before.map(({ number }) => number));
  return [...before, ...after.filter(({ number }) => !known.has(number))];
}

/** The cases of a question, a page at a time. @returns them, how to read on, and how to begin anew. */
export function useCases(query: CaseQuery) {
  const key = JSON.stringify(query);
  const [cases, setCases] = useState<Cases>(EMPTY);
  const [round, setRound] = useState(0);
  const stop = useRef(new AbortController());
  const isBusy = useRef(false);

  const read = useCallback(async (asked: CaseQuery, cursor: string | undefined, signal: AbortSignal) => {
    isBusy.current = true;
    setCases((now) => ({ ...now, isLoading: true, fault: undefined }));
    try {
      const page = await readPages(asked, cursor, signal);
      setCases((now) => ({
        items: cursor === undefined ? page.items : joined(now.items, page.items),
        isLoading: false,
        cursor: page.cursor,
      }));
    } catch (error) {
      if (signal.aborted) return;
      const fault = error instanceof ApiFault ? error : new ApiFault('broken', { cause: error });
      setCases((now) => ({ ...now, isLoading: false, fault }));
    }
    if (!signal.aborted) isBusy.current = false;
  }, []);
  const shown = useRef(key);
  useEffect(() => {
    const begun = new AbortController();
    stop.current = begun;
    // The same question asked anew keeps what is shown until the answer is there.
    if (shown.current !== key) setCases(EMPTY);
    shown.current = key;
    void read(query, undefined, begun.signal);
    return () => begun.abort();
  }, [key, round]);
  const readOn = () => {
    if (cases.cursor !== undefined && !isBusy.current && cases.fault === undefined) void read(query, cases.cursor, stop.current.signal);
  };
  const retry = () => void read(query, cases.items.length === 0 ? undefined : cases.cursor, stop.current.signal);
  return { cases, readOn, retry, renew: useCallback(() => setRound((n) => n + 1), []) };
}
