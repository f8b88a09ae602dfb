import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiFault } from './api/fault.ts';

/** What a view shows: nothing yet, something, or why not. While it is asked for anew, the old stays. */
export type Loading<Data> =
  | { readonly state: 'loading'; readonly data?: Data | undefined }
  | { readonly state: 'here'; readonly data: Data }
  | { readonly state: 'failed'; readonly fault: ApiFault; readonly data?: Data | undefined };

/**
 * Asks for what a view shows, again whenever `key` changes; an answer to an older question is dropped.
 * @returns what there is, and how to ask again.
 */
export function useLoading<Data>(key: string, load: (signal: AbortSignal) => Promise<Data>): readonly [Loading<Data>, () => void] {
  const [loading, setLoading] = useState<Loading<Data>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  const shown = useRef(key);
  // `key` says when what is loaded is another thing, `round` that it is to be asked for anew.
  useEffect(() => {
    const stopped = new AbortController();
    const isSame = shown.current === key;
    shown.current = key;
    setLoading(({ data }) => ({ state: 'loading', data: isSame ? data : undefined }));
    latest.current(stopped.signal).then(
      (data) => {
        if (!stopped.signal.aborted) setLoading({ state: 'here', data });
      },
      (error: unknown) => {
        if (stopped.signal.aborted) return;
        const fault = error instanceof ApiFault ? error : new ApiFault('broken', { cause: error });
        setLoading(({ data }) => ({ state: 'failed', fault, data }));
      },
    );
    return () => stopped.abort();
  }, [key, round]);
  return [loading, useCallback(() => setRound((n) => n + 1), [])];
}
