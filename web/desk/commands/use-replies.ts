import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { api, ask } from '../../browser/api/client.ts';
import { notify } from '../../browser/parts/notices.tsx';
import { say } from '../words.ts';
import { repliesFor, type Slash, slashBefore } from './slash.ts';

type Reply = Awaited<ReturnType<typeof readReplies>>['items'][number];

const readReplies = (number: string) => ask(api.GET('/api/replies', { params: { query: { case: number } } }));

/** The list of prepared replies below a text box. They are asked for when they are first wanted. */
export function useReplies(number: string, box: RefObject<HTMLTextAreaElement | null>, set: (value: string) => void) {
  const known = useRef<Promise<{ items: Reply[] }>>(undefined);
  const [shown, setShown] = useState<readonly Reply[]>();
  const [slash, setSlash] = useState<Slash>();
  const [active, setActive] = useState(0);

  const show = async (at: Slash) => {
    known.current ??= readReplies(number);
    try {
      const { items } = await known.current;
      setShown(repliesFor(items, at.sought));
      setSlash(at);
      setActive(0);
    } catch {
      known.current = undefined;
      notify({ kind: 'wrong', text: say('repliesFailed') });
    }
  };
  const close = () => setShown(undefined);
  const look = () => {
    const { current } = box;
    const at = current === null ? undefined : slashBefore(current.value, current.selectionStart);
    if (at === undefined) close();
    else void show(at);
  };
  const put = (i: number) => {
    const { current } = box;
    const reply = shown?.[i];
    if (current === null || reply === undefined || slash === undefined) return;
    const end = slash.from + slash.sought.length + (current.value[slash.from] === '/' ? 1 : 0);
    current.setRangeText(reply.text, slash.from, end, 'end');
    set(current.value);
    close();
    current.focus();
  };
  const openAll = () => {
    const { current } = box;
    if (current === null) return;
    current.focus();
    void show({ from: current.selectionStart, sought: '' });
  };
  const key = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (shown === undefined || event.isComposing) return;
    if (event.key === 'Escape') close();
    else if (step !== undefined && shown.length > 0) setActive((active + step + shown.length) % shown.length);
    else if (event.key === 'Enter' && shown.length > 0) put(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { shown, active, look, close, put, openAll, key };
}
