import { attributions, embeddedAt, isQuoted } from './quote.ts';
import { withoutSignature } from './signature.ts';

/** What is looked at, in UTF-16 units and lines: twice what is kept, and enough for anybody's own words. What lies below is counted as cut. */
const MAX_LOOKED_AT = 131_072;
const MAX_LINES = 2_500;

export interface Reply {
  /** What this person wrote, without the words of others. Empty where they wrote nothing. */
  readonly text: string;
  /** There was more than is looked at. */
  readonly isTruncated: boolean;
}

/**
 * What THIS person wrote in a mail: without quoted mails, the lines that introduce them, and signatures, of English and Chinese clients (and the
 * commonest others). Answers written between or below marked quotes are kept. Where somebody only forwards a mail, the forwarded words are what
 * they wanted us to read, and are kept.
 */
export function replyOf(mailText: string): Reply {
  const all = normalised(mailText.slice(0, MAX_LOOKED_AT)).split('\n');
  const lines = all.slice(0, MAX_LINES);
  const { own, isCut } = ownLines(lines);
  const isTruncated = !isCut && (mailText.length > MAX_LOOKED_AT || all.length > MAX_LINES);
  return { text: tidy(withoutSignature(own)), isTruncated };
}

/** Text alone, see `replyOf`. */
export const replyText = (mailText: string): string => replyOf(mailText).text;

function ownLines(lines: readonly string[]): { own: string[]; isCut: boolean } {
  const introductions = attributions(lines);
  const own: string[] = [];
  let i = 0;
  while (i < lines.length) {
    const line = lines[i] ?? '';
    const introduction = introductions.get(i);
    if (introduction !== undefined) {
      const isMarked = isQuoted(lines[nextFilled(lines, i + introduction.length)] ?? '');
      if (isMarked) {
        i += introduction.length;
        continue;
      }
      if (introduction.isCertain) return { own, isCut: true };
    }
    if (isQuoted(line)) {
      i = endOfQuote(lines, i);
      own.push('');
      continue;
    }
    const embedded = embeddedAt(lines, i);
    if (embedded !== undefined) {
      const isOnlyForward = embedded.kind === 'forwarded' && withoutSignature(own).every((x) => x.trim() === '');
      return isOnlyForward ? { own: ownLines(lines.slice(i + embedded.length)).own, isCut: false } : { own, isCut: true };
    }
    own.push(line);
    i++;
  }
  return { own, isCut: false };
}

/** Quoting clients wrap long lines and leave a few words unmarked between two marked lines: they belong to the quote. */
function endOfQuote(lines: readonly string[], start: number): number {
  let i = start;
  while (i < lines.length) {
    if (isQuoted(lines[i] ?? '')) i++;
    else if (isWrappedRest(lines, i)) i++;
    else break;
  }
  return i;
}

const isWrappedRest = (lines: readonly string[], i: number): boolean => {
  const [before = '', line = ''] = [lines[i - 1], lines[i]];
  return (
    before.length >= 60 &&
    before.length <= 120 &&
    isQuoted(before) &&
    !/[.?!:;)。？！：；…]\s*$/.test(before) &&
    /^[a-z]/.test(line) &&
    line.length <= 80
  );
};

function nextFilled(lines: readonly string[], from: number): number {
  let i = from;
  while (i < lines.length && (lines[i] ?? '').trim() === '') i++;
  return i;
}

/** One kind of line break; no NUL or other control characters; no byte order mark; no lone surrogates. */
function normalised(text: string): string {
  return (
    text
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '')
      .toWellFormed()
  );
}

const tidy = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
