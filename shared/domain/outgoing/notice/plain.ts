/** A name longer than this is cut: a line stays a line. Characters. */
const MAX_NAME_LENGTH = 40;

/** ASCII that is markup, a mention or part of a link for one of the chat services. Parentheses need a bracket before them to be either. */
const MARKUP = /[#$*/:<>@[\\\]^_`{|}~&]/g;
/** What ends a label of a host name, the ideographic ones included (UTS 46). Followed by a space it does not. */
const DOT = /([.\u3002\uff0e\uff61])(?=\S)/g;
/** From an ASCII character to its fullwidth twin. */
const TO_FULLWIDTH = 0xfee0;

/**
 * A name as plain words of a line: nothing in it can mention people, make a link, start markup or break out of its line, in any chat service.
 * What could is written fullwidth, which reads the same; control, format and bidi characters are left out.
 */
export function plainName(name: string): string {
  const words = name
    .replace(/[\p{Z}\s]+/gu, ' ')
    .replace(/\p{C}/gu, '')
    .replace(MARKUP, (character) => String.fromCharCode(character.charCodeAt(0) + TO_FULLWIDTH))
    .replace(DOT, '$1 ')
    .trim();
  const characters = [...words];
  if (characters.length <= MAX_NAME_LENGTH) return words;
  return `${characters
    .slice(0, MAX_NAME_LENGTH - 1)
    .join('')
    .replace(/[\s.\u3002\uff0e\uff61]+$/, '')}…`;
}
