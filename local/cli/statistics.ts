import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type * as z from 'zod';
import config from '#config';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import { figuresCsv, measuresCsv } from '../../shared/domain/recovery/statistics/csv.ts';
import { namesOf } from '../../shared/domain/recovery/statistics/names.ts';
import { renderStatistics } from '../../shared/domain/recovery/statistics/render.ts';
import { CaseStatistics, Month } from '../../shared/domain/recovery/statistics/report.ts';
import { connect } from './connection.ts';
import { note, type OutputOptions, show } from './output.ts';

interface Options extends OutputOptions {
  readonly month?: string;
  readonly language: Language;
  readonly csv?: string;
  readonly measuresCsv?: string;
  readonly html?: string;
}

function month(text: string): string {
  if (!Month.safeParse(text).success) throw new InvalidArgumentError('expected a month, YYYY-MM.');
  return text;
}

export function statisticsCommand(): Command {
  const cases = new Command('cases')
    .description('the monthly case statistics: closed cases by department, cause, product, owner and team; measures and their effect')
    .option('--month <month>', 'YYYY-MM; the one before this where absent', month)
    .addOption(new Option('--language <language>').choices(LANGUAGES).default(config.brand.defaultLanguage))
    .option('--csv <file>', 'write the figures here, for a spreadsheet')
    .option('--measures-csv <file>', 'write the corrective actions here')
    .option('--html <file>', 'write the mail here')
    .option('--json', 'as JSON')
    .action(async (options: Options) => {
      const query = options.month === undefined ? '' : `?month=${options.month}`;
      const statistics = await (await connect()).read(`/api/statistics/cases${query}`, 'manager', CaseStatistics);
      const written = await writeFiles(statistics, options);
      if (!written || options.json === true) show(statistics, options, (data) => mailOf(data, options.language).text);
    });
  return new Command('statistics').description('what came of a month').addCommand(cases);
}

const house = config.recovery;

const mailOf = (statistics: z.output<typeof CaseStatistics>, language: Language) =>
  renderStatistics({ statistics, names: namesOf(house, language), language, brandName: config.brand.name[language] });

/** @returns whether any was asked for */
async function writeFiles(statistics: z.output<typeof CaseStatistics>, { language, csv, measuresCsv: measures, html }: Options) {
  const names = namesOf(house, language);
  const files: [string | undefined, () => string][] = [
    [csv, () => figuresCsv(statistics, names, language)],
    [measures, () => measuresCsv(statistics, names, language)],
    [html, () => mailOf(statistics, language).html],
  ];
  for (const [file, content] of files) {
    if (file === undefined) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content());
    note(`${file}: ${statistics.month}`);
  }
  return files.some(([file]) => file !== undefined);
}
