import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Command, Option } from 'commander';
import * as z from 'zod';
import config from '#config';
import { LANGUAGES } from '../../shared/domain/language.ts';
import { PERIOD_KINDS } from '../../shared/domain/metrics/period.ts';
import { connect } from './connection.ts';
import { Failure, note, type OutputOptions, print } from './output.ts';

interface Options extends OutputOptions {
  readonly period: string;
  readonly language: string;
  readonly branch?: string;
  readonly last?: true;
  readonly html?: string;
  readonly to?: string;
  readonly csv?: string;
  readonly png?: string;
}

export const DigestPreview = z.object({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  figures: z.object({ name: z.string(), content: z.string() }),
  /** PNG in base64; absent where there is too little to draw. */
  picture: z.optional(z.string()),
});
type DigestPreview = z.infer<typeof DigestPreview>;

export function digestCommand(): Command {
  return new Command('digest')
    .description('the digest of the day, week or month that runs now, as managers get it; nothing is sent')
    .addOption(new Option('--period <period>').choices(PERIOD_KINDS).default('day'))
    .addOption(new Option('--language <language>').choices(LANGUAGES).default(config.brand.defaultLanguage))
    .addOption(
      new Option('--branch <id>', 'as somebody of this branch sees it; the whole house without it').choices(
        config.branches.map(({ id }) => id),
      ),
    )
    .option('--last', 'the last complete period instead of the running one')
    .option('--html <file>', 'write the HTML part here, with the picture in it')
    .addOption(new Option('--to <file>', 'the same as --html').hideHelp())
    .option('--csv <file>', 'write the figures here')
    .option('--png <file>', 'write the picture of the trend here')
    .option('--json', 'subject, html, text, figures and picture as JSON')
    .action(async (options: Options) => {
      const digest = await ask(options);
      const isWritten = await writeParts(digest, options);
      if (options.json === true) print(JSON.stringify(digest, null, 2));
      else if (!isWritten) print(`${digest.subject}\n\n${digest.text}`);
    });
}

async function ask({ period, language, branch, last }: Options): Promise<DigestPreview> {
  const { local } = await connect();
  const response = await local('invoke/digest', {
    method: 'POST',
    body: JSON.stringify({ preview: { period, language, branch, includeCurrent: last !== true } }),
  });
  if (!response.ok) throw new Failure(`the digest could not be made: ${await response.text()}`);
  return z.object({ result: DigestPreview }).parse(await response.json()).result;
}

/** @returns whether a file was asked for. */
async function writeParts({ subject, html, figures, picture }: DigestPreview, { html: htmlFile, to, csv, png }: Options): Promise<boolean> {
  const parts: (readonly [string | undefined, string | Uint8Array | undefined])[] = [
    [htmlFile ?? to, html],
    [csv, figures.content],
    [png, picture === undefined ? undefined : Buffer.from(picture, 'base64')],
  ];
  for (const [file, content] of parts) {
    if (file === undefined) continue;
    if (content === undefined) {
      note(`${file}: not written. There are fewer than two periods with enough answers to draw a trend.`);
      continue;
    }
    await mkdir(dirname(file), { recursive: true })
      .then(() => writeFile(file, content))
      .catch((error: Error) => {
        throw new Failure(`${file}: cannot be written: ${error.message}`);
      });
    note(`${file}: ${subject}`);
  }
  return parts.some(([file]) => file !== undefined);
}
