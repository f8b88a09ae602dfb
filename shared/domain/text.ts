/** Longest text that is kept with an item, in UTF-16 units. A door's 64 KB body fits whole; longer mail keeps its raw form in the bucket. */
export const MAX_TEXT_LENGTH = 65_536;

/** NUL, C0 and C1 controls without tab and line feed, DEL, the byte-order mark, and non-characters: no meaning in a customer's words, harm in logs, mails and stores. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]+/g;

/** Halves of surrogate pairs without the other half: not text, and no UTF-8 encoder can write them. */
const LONE_SURROGATES = /\p{Surrogate}+/gu;

/** Embeddings, overrides and isolates: they can show words in another order than they were written. Plain marks (LRM, RLM, ALM) stay: Arabic and Hebrew need them. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]+/g;

/** Whole runs at a time: a million line ends one by one would be slow. */
const LINE_ENDS = /[\r\u0085\u2028\u2029][\r\n\u0085\u2028\u2029]*/g;
const toLineFeeds = (run: string) => '\n'.repeat(run.length - (run.split('\r\n').length - 1));

export interface CleanText {
  readonly text: string;
  /** Was something cut off at the limit? */
  readonly isTruncated: boolean;
}

/**
 * A customer's words as we keep them: what has no meaning or does harm is taken out, line ends become `\n`, outer space goes.
 * Letters of any script, emoji (with their joiners), tabs and lines stay as written. Cleaning twice changes nothing.
 * @param maxLength in UTF-16 units; never cuts a character of two units in half.
 */
export const cleanText = (words: string, maxLength: number = MAX_TEXT_LENGTH): CleanText => cut(clean(words), maxLength);

/** The same for what stands in one line, such as a name: every run of white space is one space. */
export const cleanLine = (words: string, maxLength: number): string => cut(clean(words).replace(/\s+/g, ' '), maxLength).text;

const clean = (words: string) =>
  words
    .replace(LINE_ENDS, toLineFeeds)
    .replace(CONTROLS, '')
    .replace(BIDI_CONTROLS, '')
    // Last: taking a control out from between two halves would otherwise leave them to be judged apart.
    .replace(LONE_SURROGATES, '')
    .trim();

const cut = (text: string, maxLength: number): CleanText =>
  text.length <= maxLength
    ? { text, isTruncated: false }
    : { text: text.slice(0, maxLength).replace(LONE_SURROGATES, '').trimEnd(), isTruncated: true };
