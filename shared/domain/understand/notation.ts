/** The notation of phrases, which `phrase-tree.ts` describes: where their tokens end, and their choices. */

export const OPEN = 0x28;

/** a–z, 0–9, apostrophe, point, and the accented letters of Latin-1. */
export const isOfWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x27 || code === 0x2e || (code >= 0xdf && code <= 0xff);

/** Where the first token ends, cut as `tokenise` would cut it; `undefined` where that depends on a choice: `(太|很)慢`, `can(not|'t)`. */
export function firstTokenEnd(pattern: string): number | undefined {
  let end = 0;
  while (isOfWord(pattern.charCodeAt(end))) end++;
  if (pattern.charCodeAt(end) === OPEN) return undefined;
  return end > 0 ? end : (pattern.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
}

/** Writes the first `(a|b|)` out; there may be others within it and behind it. */
export function withoutFirstChoice(pattern: string): string[] {
  const open = pattern.indexOf('(');
  const choices: string[] = [];
  let depth = 1;
  let from = open + 1;
  let at = from;
  for (; depth > 0 && at < pattern.length; at++) {
    const sign = pattern.charAt(at);
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    if (depth > 0 && !(sign === '|' && depth === 1)) continue;
    choices.push(pattern.slice(from, at));
    from = at + 1;
  }
  return choices.map((choice) => pattern.slice(0, open) + choice + pattern.slice(at));
}
