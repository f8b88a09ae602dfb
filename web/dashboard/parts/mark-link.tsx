import type { ComponentChildren } from 'preact';
import { go, withQuery } from '../../browser/route.ts';
import { type Mark, markChange } from '../marks/mark.ts';

interface MarkLinkProps {
  readonly mark: Mark;
  readonly class?: string | undefined;
  /** What it says where its contents alone do not. */
  readonly label?: string | undefined;
  readonly children: ComponentChildren;
}

/** Opens a mark in the address; the page stays where it is scrolled to. */
export const openMark = (mark: Mark) => go(withQuery(markChange(mark)));

/** A mark of a chart: leads to the comments behind it. A click with a modifier key opens it as any link. */
export function MarkLink({ mark, label, children, ...also }: MarkLinkProps) {
  const click = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openMark(mark);
  };
  return (
    <a class={also.class} href={withQuery(markChange(mark))} aria-label={label} onClick={click}>
      {children}
    </a>
  );
}
