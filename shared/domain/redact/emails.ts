import { type Finder, findEach } from './finding.ts';

/** What RFC 5322 §3.2.3 allows in a local part besides letters and digits, as it is written in a class with the flag `v`; \x60 is the grave accent. */
const SIGNS = String.raw`!#$%&'*+\-.\/=?^_\x60\{\|\}~`;
/** Letters beyond ASCII may stand in an address (RFC 6531). Chinese and Japanese are written up to it without a space, and the words around it should stay. */
const SPACED = String.raw`[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]]`;
const ANY = String.raw`\p{L}\p{M}\p{N}`;

/** A local part, quoted or not, and a domain of at least two labels or of an IP address. Runs begin only where none runs already, so the time is linear. */
const address = (letters: string) => {
  const local = `(?:[Mm]ailto:|MAILTO:)?(?<![${letters}${SIGNS}])[${letters}${SIGNS}]+|"[^"@]{1,64}"`;
  const label = String.raw`[${letters}_\-]{1,63}`;
  return new RegExp(String.raw`(?:${local}) ?@ ?(?:${label}(?:[.。｡]${label})+|\[[0-9A-Fa-f.:]{7,45}\])`, 'gv');
};
const SPACED_ADDRESS = address(SPACED);
const ANY_ADDRESS = address(ANY);

/** An @ with something around it that is not covered yet. */
const hasAt = (copy: string) => /[^\s\uFFFF] ?@ ?[^\s\uFFFF]/.test(copy);

/** Addresses in letters of scripts that put spaces between words; everything up to a Chinese word. */
export const findEmails: Finder = (copy, found) => {
  if (hasAt(copy)) findEach('email', SPACED_ADDRESS, copy, found);
};

/** What is left: `王小明@例子.中国`. It takes the words right before it along, since nobody can tell where they end. */
export const findIdeographicEmails: Finder = (copy, found) => {
  if (hasAt(copy)) findEach('email', ANY_ADDRESS, copy, found);
};
