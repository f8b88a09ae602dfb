/** MJML ships no types; this is what compile-mails.ts uses of it. */
declare module 'mjml' {
  interface Result {
    readonly html: string;
    readonly errors: readonly { readonly formattedMessage: string }[];
  }
  interface Options {
    readonly validationLevel: 'strict' | 'soft';
    readonly keepComments: boolean;
    /** Names of fonts and the style sheets to fetch them from; MJML adds its own list unless this is given. */
    readonly fonts: Readonly<Record<string, string>>;
  }
  export default function mjml2html(source: string, options: Options): Promise<Result>;
}
