import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListedCase } from '../api-types.ts';
import { useMinute } from '../minute.ts';
import { useShortcuts } from '../shortcuts.ts';
import { say } from '../words.ts';
import { Row } from './row.tsx';
import { rowsInView } from './window.ts';

interface ListProps {
  readonly items: readonly ListedCase[];
  readonly isAll: boolean;
  readonly openNumber: string | undefined;
  readonly search: string;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (number: string) => void;
  readonly onEnd: () => void;
}

/** Height of a row in rem, as desk.css has it. */
const ROW_REM = 5.75;
/** So many rows before its end the list is read on. */
const AHEAD = 30;

const rowHeight = () => ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

function useView(count: number, onEnd: () => void) {
  const box = useRef<HTMLDivElement>(null);
  const [height] = useState(rowHeight);
  const [view, setView] = useState({ top: 0, height: 800, rowHeight: height });
  const look = () => {
    const { current } = box;
    if (current === null) return;
    const top = current.scrollTop;
    // Within the margin nothing that is drawn changes.
    setView((was) =>
      Math.abs(was.top - top) < height * 3 && was.height === current.clientHeight ? was : { ...was, top, height: current.clientHeight },
    );
    if ((top + current.clientHeight) / height > count - AHEAD) onEnd();
  };
  useLayoutEffect(look, [count]);
  useEffect(() => {
    const { current } = box;
    if (current === null) return undefined;
    const watch = new ResizeObserver(look);
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return { box, view, look, height };
}

/** The cases in the order of what is due first. Of a long list only what is in view is in the document. */
export function List({ items, isAll, openNumber, search, chosen, onChoose, onEnd }: ListProps) {
  const now = useMinute();
  const [focused, setFocused] = useState<number>();
  const { box, view, look, height } = useView(items.length, onEnd);
  const open = items.findIndex(({ number }) => number === openNumber);

  const focus = (index: number) => {
    const { current } = box;
    if (current === null || index < 0 || index >= items.length) return;
    setFocused(index);
    if (index * height < current.scrollTop) current.scrollTop = index * height;
    else if ((index + 1) * height > current.scrollTop + current.clientHeight)
      current.scrollTop = (index + 1) * height - current.clientHeight;
    look();
    requestAnimationFrame(() => current.querySelector<HTMLElement>(`a[data-index="${index}"]`)?.focus());
  };
  const at = focused ?? open;
  const item = items[at];
  useShortcuts({
    j: () => focus(at + 1),
    k: () => focus(Math.max(0, at - 1)),
    x: () => item && onChoose(item.number),
  });
  return (
    <div
      class="cases"
      ref={box}
      onScroll={look}
      onFocusIn={({ target }) => {
        const index = target instanceof HTMLElement ? target.closest('.row')?.querySelector('a')?.dataset['index'] : undefined;
        if (index !== undefined) setFocused(Number(index));
      }}
    >
      <ul
        aria-label={say('cases')}
        ref={(element) => {
          // As high as all rows together, for the scroll bar.
          if (element !== null) element.style.height = `${items.length * height}px`;
        }}
      >
        {rowsInView(items.length, view, focused).map((index) => {
          const one = items[index];
          return (
            one && (
              <Row
                key={one.number}
                {...{ item: one, index, search, now, onChoose }}
                count={isAll ? items.length : -1}
                top={index * height}
                isOpen={index === open}
                isChosen={chosen.has(one.number)}
              />
            )
          );
        })}
      </ul>
    </div>
  );
}
