import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { html } from '../../shared/domain/html.ts';
import type { Language, Localized } from '../../shared/domain/language.ts';
import { type MailContent, renderValues } from '../../shared/domain/recovery/mail/render.ts';
import type { MailTexts } from '../../shared/domain/recovery/mail/texts.ts';
import type { TemplateName } from '../../shared/domain/recovery/mail/tokens.ts';
import { variants } from './samples.ts';

export interface PreviewedMail extends MailContent {
  readonly template: TemplateName;
  readonly variant: string;
  /** Without ending: `offer.least.zh-Hans`. */
  readonly file: string;
}

/** Mails with sample data, in each of the ways they can come out. */
export const previews = (
  templates: readonly TemplateName[],
  languages: readonly Language[],
  house: { readonly brandName: Localized; readonly mailTexts?: MailTexts | undefined },
): PreviewedMail[] =>
  templates.flatMap((template) =>
    languages.flatMap((language) =>
      variants(template, language, house.brandName[language]).map(({ name: variant, values }) => ({
        ...renderValues(template, language, values, house.mailTexts),
        template,
        variant,
        file: [template, ...(variant === 'full' ? [] : [variant]), language].join('.'),
      })),
    ),
  );

/** Writes each mail as .html and .txt, and an index.html that leads to them. */
export async function writePreviews(folder: string, mails: readonly PreviewedMail[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { file, html: page, subject, text } of mails) {
    await writeFile(join(folder, `${file}.html`), page);
    await writeFile(join(folder, `${file}.txt`), `${subject}\n\n${text}`);
  }
  await writeFile(join(folder, 'index.html'), index(mails));
}

const index = (mails: readonly PreviewedMail[]): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>All mails, with sample data</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem}td,th{text-align:left;padding:.3rem 1rem .3rem 0;vertical-align:top}</style>
</head>
<body>
<main>
<h1>All mails, with sample data</h1>
<table>
<tr><th>Mail</th><th>Variant</th><th>Subject</th><th>Text</th></tr>
${mails.map(
  ({
    template,
    variant,
    file,
    subject,
    language,
  }) => html`<tr><td>${template}</td><td>${variant}</td><td lang="${language}"><a href="${file}.html">${subject}</a></td><td><a href="${file}.txt">text part</a></td></tr>
`,
)}</table>
</main>
</body>
</html>
`.text;
