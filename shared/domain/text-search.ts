/** A text as it is searched: letters of either case and of any width or composition are the same (Unicode NFKC, full upper-casing). */
const folded = (text: string): string => text.normalize('NFKC').toUpperCase();

/**
 * A search for words: does every one of them, set apart by white space, occur in the texts, in whatever case and script? A word may be part of a longer
 * one: Chinese sets no spaces between words.
 * @returns a test of texts, all of which together must hold the words.
 */
export function searchFor(words: string): (texts: readonly string[]) => boolean {
  const wanted = folded(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return (texts) => {
    const all = folded(texts.join('\n'));
    return wanted.every((word) => all.includes(word));
  };
}
