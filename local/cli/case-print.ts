import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { CaseDetails } from '../../shared/api/case-schemas.ts';
import config from '../../shared/config/current.ts';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import type { SheetHouse } from '../../web/sheet/matter.ts';
import { caseSheet } from '../../web/sheet/sheet.ts';
import { connect } from './connection.ts';
import { Failure, note, print } from './output.ts';

export const printCommand = () =>
  new Command('print')
    .description('the register sheet of a case (客诉处理表), one page of HTML to print on A4')
    .argument('<number>', 'its number, YYMM-NNNN')
    .addOption(new Option('--language <language>', 'of the sheet').choices(LANGUAGES).default(config.brand.defaultLanguage))
    .option('--out <file>', 'write it there instead of to standard output')
    .action(async (number: string, { language, out }: { language: Language; out?: string }) => {
      const details = await (await connect()).read(`/api/cases/${encodeURIComponent(number)}`, 'agent', CaseDetails);
      const sheet = caseSheet(details, houseOf(new Date().toISOString()), language);
      if (out === undefined) return print(sheet);
      await writeFile(out, sheet).catch((error: NodeJS.ErrnoException) => {
        throw new Failure(`${out}: cannot be written (${error.code ?? error.name}). Name a file in a folder that is there.`);
      });
      note(`The sheet of case ${number} is in ${out}. Open it in a browser and print it.`);
    });

/** What the config calls things by name. */
export function houseOf(printedAt: string): SheetHouse {
  const { brand, branches, recovery } = config;
  const { agents, teams, departments, causes } = recovery;
  const remedies = recovery.remedies.map(({ id, title }) => ({ id, name: title }));
  return { brand: brand.name, timeZone: brand.timeZone, printedAt, names: { agents, teams, branches, departments, causes, remedies } };
}
