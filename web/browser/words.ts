import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../shared/domain/language.ts';

/** What a message is filled with. Nothing in it is markup: what comes back is text. */
export type Arguments = Readonly<Record<string, string | number | Date>>;

export type Say<Key extends string> = (key: Key, values?: Arguments) => string;

/**
 * The sentences of a room in one language, in ICU MessageFormat (plural, select, number, date).
 * @param catalogues the same keys in each language: test/web/browser/words.test.ts holds them to the same arguments too.
 */
export function sayingIn<Key extends string>(
  language: Language,
  catalogues: Readonly<Record<Language, Readonly<Record<Key, string>>>>,
): Say<Key> {
  const formats = new Map<Key, IntlMessageFormat>();
  return (key, values) => {
    const known = formats.get(key) ?? new IntlMessageFormat(catalogues[language][key], language, undefined, { ignoreTag: true });
    formats.set(key, known);
    return String(known.format(values));
  };
}
