import type { Shelf } from './kept.ts';
import type { Fetched } from './markup.ts';

/** What happens to a form, for the page around it: never a word of what was filled in. */
export type Told = { readonly kind: 'ready' } | { readonly kind: 'sent'; readonly receipt: string } | { readonly kind: 'failed' };

/** Where the form stands. */
export interface Around {
  /** Holds the server's markup, and nothing else. */
  readonly sheet: HTMLElement;
  readonly language: string;
  /** Absolute; the form is sent to it. */
  readonly address: string;
  readonly shelf: Shelf | undefined;
  readonly tell: (told: Told) => void;
  /** The sheet shows something else now. */
  readonly shown: (page: Fetched | undefined) => void;
  /** A fresh form, of a fresh submission. */
  readonly startAnew: () => void;
  /** The person has gone on to another page of the form; the browser's way back should lead to this one. */
  readonly wentOn?: () => void;
  /** Goes the browser's way back, where it leads to the page before. */
  readonly wayBack?: () => boolean;
}
