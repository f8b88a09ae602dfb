/** A subject longer than this is cut off by most mail programs' lists. Characters. */
export const MAX_SUBJECT_LENGTH = 120;
/** Of a subject that came in, more is never read. UTF-16 units. */
const MAX_READ = 1_000;

/**
 * The subject of an answer to a customer's mail: theirs, with the case number, or mail programs show the answer apart from the question.
 * @returns `undefined` where their mail had no subject: then the template's own stands.
 */
export function threadSubject(original: string | undefined, caseNumber: string): string | undefined {
  const bare = headerSafe((original ?? '').slice(0, MAX_READ))
    .replace(/\s+/g, ' ')
    .replace(/^((re|aw|sv|fw|fwd|wg|回复|答复|回覆|转发) ?[:：] ?)+/i, '')
    .replaceAll(`[${caseNumber}]`, '')
    .replace(/ +/g, ' ')
    .trim();
  return bare === '' ? undefined : `Re: ${shorten(bare, MAX_SUBJECT_LENGTH - caseNumber.length - 7)} [${caseNumber}]`;
}

/**
 * A name typed by a stranger goes into a mail that may reach somebody else (promise 27): only what looks like a name is used,
 * so that nobody can make us deliver a link or a message in its place.
 */
export function presentableName(name: string | undefined): string | undefined {
  const trimmed = name?.trim() ?? '';
  return /^[\p{L}\p{M}][\p{L}\p{M}'’·\- .]{0,39}$/u.test(trimmed) && !/\.\S/u.test(trimmed) ? trimmed : undefined;
}

/** CR, LF, NUL and other control characters end headers or programs (promise 21); half a surrogate pair is no character at all. */
export const headerSafe = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();

/** Cuts between characters, never within one; `length` counts UTF-16 units. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > length - 1) break;
    cut += character;
  }
  return `${cut.trimEnd()}…`;
}
