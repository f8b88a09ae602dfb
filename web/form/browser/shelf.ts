import type { Shelf } from './kept.ts';

/** The browser's own; undefined where people have closed it to pages. */
export function ownShelf(): Shelf | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
