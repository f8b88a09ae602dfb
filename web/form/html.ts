/** Markup that is safe to write out: everything in it was either ours or escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Fragment = string | number | Html | undefined | false | readonly Fragment[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const write = (fragment: Fragment): string => {
  if (fragment instanceof Html) return fragment.text;
  if (fragment === undefined || fragment === false) return '';
  return typeof fragment === 'object' ? fragment.map(write).join('') : escaped(String(fragment));
};

/** Template tag: what is put in is escaped for text and for quoted attributes, unless it is markup already. Attributes must be quoted. */
export const html = (strings: TemplateStringsArray, ...fragments: readonly Fragment[]): Html =>
  new Html(strings.map((part, i) => part + write(fragments[i])).join(''));

/** An attribute that stands there or does not, e.g. `checked`. */
export const when = (isSet: boolean, attribute: string): Html => new Html(isSet ? ` ${attribute}` : '');
