/** A form of one of our own pages, as far as somebody without a browser needs it to send it. */
export interface PageForm {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** Buttons and radio fields: what may be answered. */
  readonly choices: readonly { readonly name: string; readonly value: string }[];
}

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');

/** The forms that are sent by POST. */
export function pageForms(page: string, url: string): PageForm[] {
  return [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, opening = '', inside = '']) => {
    if (attribute(opening, 'method')?.toLowerCase() !== 'post') return [];
    const tags = [...inside.matchAll(/<(?:input|button)\b[^>]*>/g)].map(([tag]) => tag);
    const named = tags.flatMap((tag) => {
      const name = attribute(tag, 'name');
      return name === undefined ? [] : [{ tag, name, value: attribute(tag, 'value') ?? '' }];
    });
    const isChoice = (tag: string) => tag.startsWith('<button') || ['submit', 'radio'].includes(attribute(tag, 'type') ?? '');
    return [
      {
        action: new URL(attribute(opening, 'action') ?? url, url).href,
        hidden: Object.fromEntries(named.filter(({ tag }) => attribute(tag, 'type') === 'hidden').map(({ name, value }) => [name, value])),
        choices: named.filter(({ tag }) => isChoice(tag)).map(({ name, value }) => ({ name, value })),
      },
    ];
  });
}

/** What is sent when this choice is made and the form filled in. */
export const fieldsOf = (
  { hidden, choices }: PageForm,
  value: string,
  typed: Readonly<Record<string, string>>,
): Record<string, string> => ({
  ...hidden,
  ...typed,
  ...Object.fromEntries(choices.filter((choice) => choice.value === value).map(({ name }) => [name, value])),
});
