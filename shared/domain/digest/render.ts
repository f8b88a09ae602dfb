import type { DigestModel } from './digest.ts';
import { subjectOf } from './headline.ts';
import { htmlDigest } from './html-digest.ts';
import { textDigest } from './text-digest.ts';
import { wordsOf } from './words.ts';

export interface RenderedDigest {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A digest as a mail in its language; HTML and text say the same. */
export function renderDigest(model: DigestModel): RenderedDigest {
  const words = wordsOf(model.language);
  return { subject: subjectOf(model, words), html: htmlDigest(model, words), text: textDigest(model, words) };
}
