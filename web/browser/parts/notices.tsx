import { useEffect, useState } from 'preact/hooks';
import { say } from '../common-words.ts';

/** Something that was done, or that went wrong while people looked elsewhere. */
export interface Notice {
  readonly text: string;
  readonly kind: 'done' | 'wrong';
  /** E.g. to undo it. */
  readonly action?: { readonly text: string; readonly act: () => void } | undefined;
  /** Gone after so many milliseconds; what is wrong stays until it is closed. */
  readonly lastsMs?: number | undefined;
}

interface Shown extends Notice {
  readonly id: number;
}

let count = 0;
let shown: readonly Shown[] = [];
const listeners = new Set<() => void>();

function show(next: readonly Shown[]): void {
  shown = next;
  for (const tell of listeners) tell();
}

/** @returns takes it away again. */
export function notify(notice: Notice): () => void {
  count += 1;
  const entry = { ...notice, id: count };
  const close = () => show(shown.filter(({ id }) => id !== entry.id));
  show([...shown, entry]);
  if (notice.lastsMs !== undefined) setTimeout(close, notice.lastsMs);
  return close;
}

/** The live region: it is there from the start, so that screen readers tell what comes into it. */
export function Notices() {
  const [, redraw] = useState(0);
  useEffect(() => {
    const tell = () => redraw((n) => n + 1);
    listeners.add(tell);
    return () => {
      listeners.delete(tell);
    };
  }, []);
  return (
    <div class="notices" role="status" aria-live="polite">
      {shown.map(({ id, text, kind, action }) => (
        <div key={id} class={`notice ${kind}`}>
          <p>{text}</p>
          {action && (
            <button type="button" onClick={action.act}>
              {action.text}
            </button>
          )}
          <button type="button" class="plain" aria-label={say('close')} onClick={() => show(shown.filter((one) => one.id !== id))}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
