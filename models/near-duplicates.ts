/** Length of the pieces that are compared: letters of English, characters of Chinese. */
const GRAM = { en: 5, zh: 3 } as const;
/** Share of common pieces (Jaccard) from which two texts count as one written twice. */
const ALIKE = 0.5;

export interface Alike {
  readonly first: number;
  readonly second: number;
  readonly share: number;
}

/** Letters and digits only, lower case: "Great!!" is "great". */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function gramsOf(text: string, size: number): Set<string> {
  const letters = [...plain(text)];
  if (letters.length <= size) return new Set([letters.join('')]);
  const grams = new Set<string>();
  for (let at = 0; at + size <= letters.length; at++) grams.add(letters.slice(at, at + size).join(''));
  return grams;
}

/**
 * Pairs of texts that share half of their pieces or more (Jaccard index of character n-grams, Broder 1997), each second text once, with the first
 * that it resembles. Sentences off a template differ in one slot and are found by this. Texts of signs only are compared as they are.
 */
export function findNearDuplicates(texts: readonly string[], language: 'en' | 'zh', threshold: number = ALIKE): Alike[] {
  const found: Alike[] = [];
  const postings = new Map<string, number[]>();
  const sizes: number[] = [];
  for (const [second, text] of texts.entries()) {
    const grams = plain(text) === '' ? new Set([text.trim()]) : gramsOf(text, GRAM[language]);
    const shared = new Map<number, number>();
    for (const gram of grams) {
      const places = postings.get(gram) ?? [];
      for (const first of places) shared.set(first, (shared.get(first) ?? 0) + 1);
      places.push(second);
      postings.set(gram, places);
    }
    sizes.push(grams.size);
    let worst: Alike | undefined;
    for (const [first, count] of shared) {
      const share = count / (grams.size + (sizes[first] ?? 0) - count);
      if (share >= threshold && share > (worst?.share ?? 0)) worst = { first, second, share };
    }
    if (worst !== undefined) found.push(worst);
  }
  return found;
}
