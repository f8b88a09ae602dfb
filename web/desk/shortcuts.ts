import { useEffect, useRef } from 'preact/hooks';

const OFF_AS = 'amends.shortcuts';
/** Within so long the second key of two follows, in milliseconds. */
const PAIR_MS = 1200;

/** Single keys are shortcuts unless switched off (WCAG 2.1.4); kept on this device. */
export const areShortcutsOn = () => localStorage.getItem(OFF_AS) !== 'off';
export function switchShortcuts(on: boolean): void {
  if (on) localStorage.removeItem(OFF_AS);
  else localStorage.setItem(OFF_AS, 'off');
}

type Actions = Readonly<Record<string, () => void>>;
const views: Actions[] = [];
let first: { readonly key: string; readonly at: number } | undefined;

/** Where letters are letters. */
const TYPING = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';
const isTyping = ({ target }: Event) => target instanceof Element && target.closest(TYPING) !== null;

/** The newest view that knows the key has it. */
function listen(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!areShortcutsOn() || isTyping(event) || document.querySelector('dialog[open]') !== null) return;
  const pair = first !== undefined && event.timeStamp - first.at < PAIR_MS ? `${first.key} ${event.key}` : '';
  first = { key: event.key, at: event.timeStamp };
  for (const key of [pair, event.key]) {
    const act = views.findLast((actions) => Object.hasOwn(actions, key))?.[key];
    if (act === undefined) continue;
    event.preventDefault();
    first = undefined;
    act();
    return;
  }
}

/** Keys of a view, while it is shown: `j`, or two in a row, `g i`. */
export function useShortcuts(actions: Actions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    if (views.length === 0) document.addEventListener('keydown', listen);
    // What they do is looked up when they are pressed: a view is drawn anew often.
    const mine = Object.fromEntries(Object.keys(latest.current).map((key) => [key, () => latest.current[key]?.()]));
    views.push(mine);
    return () => {
      views.splice(views.indexOf(mine), 1);
      if (views.length === 0) document.removeEventListener('keydown', listen);
    };
  }, []);
}
