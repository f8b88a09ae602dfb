import type { Language } from '../domain/language.ts';
import type { Action } from '../domain/recovery/action.ts';

/** What the digest writes. */
export interface DigestOutbox {
  /** Stores the action unless there is one of that id. Tells whether it was stored. */
  addAction(action: Action): Promise<boolean>;
}

/** Who has ended a digest. A recipient is a keyed hash of their address: recipients are staff, of whom there is no customer file. */
export interface DigestOptOuts {
  /** Those of these recipients who do not want this digest any more. */
  endedBy(digest: string, recipients: readonly string[]): Promise<ReadonlySet<string>>;
  /** From now on, until `resume`. Twice is as once. */
  end(digest: string, recipient: string, at: string): Promise<void>;
  resume(digest: string, recipient: string): Promise<void>;
}

/** Draws SVG without text as PNG, twice as fine as it says. */
export type PictureDrawer = (svg: string) => Promise<Uint8Array>;

/** A comment to be read in another language; already redacted. */
export interface Foreign {
  readonly id: string;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

/** A machine that translates. What it says stands beside the original, and never in its place. */
export interface Translator {
  /** By id; what could not be translated is left out. Never throws: a digest without translations is better than none. */
  translate(comments: readonly Foreign[], to: Language): Promise<ReadonlyMap<string, string>>;
}
