import { csvDigest } from './csv-digest.ts';
import type { DigestModel } from './digest.ts';
import { subjectOf } from './headline.ts';
import { htmlDigest } from './html-digest.ts';
import { trendSvg } from './picture.ts';
import { reportWordsOf } from './report-words.ts';
import { textDigest } from './text-digest.ts';
import { wordsOf } from './words.ts';

/** A mail to managers, ready to be sent. */
export interface RenderedDigest {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** What of the mail is known only to whoever sends it. */
export interface MailParts {
  /** Address of the picture of the trend: `cid:…` within the mail. Without one it is told in words. */
  readonly picture?: string | undefined;
  /** Where the reader ends this digest, and which address that is. */
  readonly stop?: { readonly url: string; readonly address: string } | undefined;
}

/** A digest as a mail in its language; HTML and text say the same. */
export function renderDigest(model: DigestModel, parts: MailParts = {}): RenderedDigest {
  const words = wordsOf(model.language);
  const said = { words, report: reportWordsOf(model.language) };
  return { subject: subjectOf(model, words), html: htmlDigest(model, said, parts), text: textDigest(model, said, parts) };
}

/** The figures of a digest as a file: its name, and CSV. */
export function figuresFile(model: DigestModel): { readonly name: string; readonly content: string } {
  const report = reportWordsOf(model.language);
  const { kind, from } = model.period;
  return { name: `${report.csv.fileName(kind, from)}.csv`, content: csvDigest(model, { words: wordsOf(model.language), report }) };
}

/** The trend as SVG, for a renderer; undefined where there is too little to draw. */
export const pictureOf = (model: DigestModel): string | undefined => trendSvg(model.trend);
