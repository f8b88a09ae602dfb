import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Command, Option } from 'commander';
import * as z from 'zod';
import config from '#config';
import { LANGUAGES } from '../../shared/domain/language.ts';
import { connect } from './connection.ts';
import { Failure, note, type OutputOptions, print } from './output.ts';

interface Options extends OutputOptions {
  readonly period: string;
  readonly language: string;
  readonly to?: string;
}

export const DigestPreview = z.object({ subject: z.string(), html: z.string(), text: z.string() });

export function digestCommand(): Command {
  return new Command('digest')
    .description('the digest of the day or week that runs now, as managers get it')
    .addOption(new Option('--period <period>').choices(['day', 'week']).default('day'))
    .addOption(new Option('--language <language>').choices(LANGUAGES).default(config.brand.defaultLanguage))
    .option('--to <file>', 'write the HTML part here, instead of the text part to standard output')
    .option('--json', 'subject, html and text as JSON')
    .action(async ({ period, language, to, json }: Options) => {
      const { local } = await connect();
      const response = await local('invoke/digest', {
        method: 'POST',
        body: JSON.stringify({ preview: { period, language, includeCurrent: true } }),
      });
      if (!response.ok) throw new Failure(`the digest could not be made: ${await response.text()}`);
      const digest = z.object({ result: DigestPreview }).parse(await response.json()).result;
      if (to !== undefined) {
        await mkdir(dirname(to), { recursive: true });
        await writeFile(to, digest.html);
        note(`${to}: ${digest.subject}`);
      }
      if (json === true) print(JSON.stringify(digest, null, 2));
      else if (to === undefined) print(`${digest.subject}\n\n${digest.text}`);
    });
}
