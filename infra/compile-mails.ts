import { readFileSync, writeFileSync } from 'node:fs';
import mjml2html from 'mjml';

/**
 * Compiles the layout of all mails from MJML, when the project is built: no function carries MJML. Writes it beside its source, as a module that
 * git keeps; with `--check` only says whether it is what the source gives.
 */
const FOLDER = new URL('../shared/domain/recovery/mail/', import.meta.url);
const SOURCE = new URL('layout.mjml', FOLDER);
const COMPILED = new URL('layout.ts', FOLDER);

/** No fonts: MJML would fetch Roboto from Google for each reader, who has not been asked. */
const OPTIONS = { validationLevel: 'strict', keepComments: false, fonts: {} } as const;

/** What MJML writes that we do not want. Each must be found, so that a new version of MJML cannot pass it by. */
const CORRECTIONS: readonly (readonly [RegExp, string])[] = [
  // A landmark, so that screen readers find the mail's text; "article" is none.
  [/ aria-label="[^"]*" aria-roledescription="email" role="article"/, ' role="main"'],
  // For Internet Explorer's engine, which no mail program uses any more.
  [/<!--\[if !mso\]><!-->\s*<meta http-equiv="X-UA-Compatible"[^>]*>\s*<!--<!\[endif\]-->/, ''],
  [/<!--\[if lte mso 11\]>[\s\S]*?<!\[endif\]-->/, ''],
];

async function compiled(): Promise<string> {
  const { html } = await mjml2html(readFileSync(SOURCE, 'utf8'), OPTIONS);
  const corrected = CORRECTIONS.reduce((text, [wrong, right]) => {
    if (!wrong.test(text)) throw new Error(`${wrong}: expected it in what MJML writes; look at infra/compile-mails.ts`);
    return text.replace(wrong, right);
  }, html);
  const lines = corrected.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}

/** A template literal: no formatter touches it, and its lines can be compared. */
const asModule = (layout: string) => `// Written by infra/compile-mails.ts from layout.mjml: change that, then run "npm run mails".
/** The layout of all mails: a mustache template. An object, so that a bundle can leave its text in a file until the first mail. */
export const LAYOUT = {
  html: \`${layout.replaceAll(/[\\`]|\$\{/g, '\\$&')}\`,
};
`;

const module = asModule(await compiled());
if (!process.argv.includes('--check')) writeFileSync(COMPILED, module);
else if (readFileSync(COMPILED, 'utf8') !== module) {
  process.stderr.write('shared/domain/recovery/mail/layout.ts differs from layout.mjml. Write it anew: npm run mails\n');
  process.exitCode = 1;
}
