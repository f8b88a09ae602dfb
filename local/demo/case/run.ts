import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import config from '../../../shared/config/current.ts';
import { recoverySettings } from '../../../shared/config/recovery-settings.ts';
import { LANGUAGES, type Language } from '../../../shared/domain/language.ts';
import { caseSheet } from '../../../web/sheet/sheet.ts';
import { houseOf } from '../../cli/case-print.ts';
import type { LocalCloud } from '../../cloud.ts';
import type { Invariant } from '../invariant.ts';
import { checkCase, type Played } from './checks.ts';
import { readMail } from './customer.ts';
import { openJournal, type Step } from './journal.ts';
import { colleague } from './staff.ts';
import { playCase } from './story.ts';
import { WORDS } from './words.ts';

export interface CaseDemoResult extends Pick<Played, 'details' | 'mails'> {
  readonly steps: readonly Step[];
  readonly invariants: readonly Invariant[];
  /** The register sheet, by language. */
  readonly sheets: ReadonlyMap<Language, string>;
}

/** Plays one case on the cloud's own clock, through the doors, pages and API that everybody has, and checks how it ended. */
export async function runCaseDemo(cloud: LocalCloud, language: Language, tell: (line: string) => void): Promise<CaseDemoResult> {
  const settings = recoverySettings(config);
  const words = WORDS[language];
  const names = new Map(settings.agents.map(({ id, name }) => [id, name.en]));
  const before = cloud.sentMail().length;
  const journal = openJournal(cloud, { names, timeZone: settings.timeZone }, tell);
  const number = await playCase({ cloud, settings, language, words, journal });
  const details = await (await colleague(cloud, 'chen')).see(number);
  const mails = await Promise.all(cloud.sentMail().slice(before).map(readMail));
  const deadLetters = cloud.queues().reduce((sum, { isDeadLetterQueue, waiting }) => sum + (isDeadLetterQueue ? waiting : 0), 0);
  const played = { details, mails, customer: words.customer.email, deadLetters, denied: cloud.denials().length };
  const house = houseOf(cloud.now());
  return {
    details,
    mails,
    steps: journal.steps,
    invariants: checkCase(played, settings),
    sheets: new Map(LANGUAGES.map((each) => [each, caseSheet(details, house, each)])),
  };
}

/** Writes the sheets, and each mail as it was sent and in its two parts. @returns the files, the sheets first. */
export async function writeCaseDemo(out: string, { details, mails, sheets }: CaseDemoResult): Promise<string[]> {
  const folder = join(out, 'case');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'mail'), { recursive: true });
  const files: [string, string | Buffer][] = [...sheets].map(([language, page]) => [`${details.case.number}.${language}.html`, page]);
  for (const [i, { template, raw, html, text }] of mails.entries()) {
    const name = join('mail', `${String(i + 1).padStart(2, '0')}-${template}`);
    files.push([`${name}.eml`, raw], [`${name}.html`, html], [`${name}.txt`, text]);
  }
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  return files.map(([name]) => join(folder, name));
}
