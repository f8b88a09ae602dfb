import { type TemplateName, type Token, tokensOf } from './tokens.ts';

/** A mail that must not go out: something it has to say is missing or is no such thing. The message names the token, never its value. */
export class MailError extends Error {}

export type Values = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Only what leads to the web: no `javascript:`, no spaces or quotes that end an attribute or a line (promise 22). */
const WEB_ADDRESS = /^https?:\/\/[^\s\p{Cc}<>"'`{}|\\^]+$/iu;

/**
 * What was given, held against the template's allow-list. What is not on it stays outside: no text can show it.
 * @throws MailError where a token is missing, empty or of the wrong kind.
 */
export function valuesOf(template: TemplateName, language: string, view: object): Values {
  const given = new Map<string, unknown>(Object.entries(view));
  return Object.fromEntries(
    tokensOf(template).map((token) => {
      const value = checked(token, given.get(token.name));
      if (value !== undefined) return [token.name, value];
      const expected = {
        text: 'a text that is not empty',
        link: 'an http(s) address',
        list: 'a list of texts',
        links: 'a list of http(s) addresses',
        flag: 'true or false',
      };
      throw new MailError(`mail "${template}" (${language}): ${token.name}: expected ${expected[token.kind]}. Nothing was sent.`);
    }),
  );
}

function checked({ kind, isOptional }: Token, given: unknown): string | boolean | readonly string[] | undefined {
  if (isOptional && (given === undefined || given === '')) return '';
  switch (kind) {
    case 'flag':
      return typeof given === 'boolean' ? given : undefined;
    case 'list':
      return Array.isArray(given) && given.every((item) => typeof item === 'string') ? given.map(clean) : undefined;
    case 'links':
      return Array.isArray(given) && given.every((item) => typeof item === 'string' && WEB_ADDRESS.test(item)) ? given : undefined;
    case 'link':
      return typeof given === 'string' && WEB_ADDRESS.test(given) ? given : undefined;
    case 'text': {
      const text = typeof given === 'string' || typeof given === 'number' ? clean(String(given)) : '';
      return text === '' ? undefined : text;
    }
  }
}

/** Line ends of one kind, no other control characters, whole characters only. */
const clean = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]/gu, '')
    .trim();
