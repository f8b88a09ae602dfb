import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Command, Option } from 'commander';
import * as z from 'zod';
import config from '#config';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import { Survey } from '../../shared/domain/survey/survey.ts';
import { previewPage } from '../../web/form/preview.ts';
import { runningLocalCloud } from './connection.ts';
import { Failure, note, type OutputOptions, print, show } from './output.ts';
import { effortOf } from './survey/length.ts';
import { lintSurvey } from './survey/lint.ts';
import { previewText } from './survey/preview.ts';
import { publicLink, qrPng, qrSvg } from './survey/qr.ts';

interface Source {
  readonly file?: string;
}

interface PreviewOptions extends Source {
  readonly out?: string;
  readonly language: Language;
}

interface QrOptions {
  readonly url?: string;
  readonly campaign?: string;
  readonly branch?: string;
  readonly format: 'svg' | 'png';
  readonly out?: string;
}

export function surveyCommand(): Command {
  const command = new Command('survey').description('the surveys of amends.config.ts: look for faults, look at them, print their codes');
  command
    .command('lint')
    .description('look for faults (exit code 1) and give hints: length, wording, order, scales, languages')
    .argument('[survey]', 'id of one survey; all of them')
    .option('--file <file>', 'a survey in a JSON file instead')
    .option('--json', 'as JSON')
    .action(async (id: string | undefined, options: Source & OutputOptions) => lint(await chosen(id, options), options));
  command
    .command('preview')
    .description('all questions of a survey, page by page: as text, or as a page to be opened in a browser')
    .argument('[survey]', 'id of the survey')
    .option('--file <file>', 'a survey in a JSON file instead')
    .option('--out <file>', 'write the page there')
    .addOption(new Option('--language <language>', 'the language').choices(LANGUAGES).default(config.brand.defaultLanguage))
    .action(async (id: string | undefined, options: PreviewOptions) => {
      const surveys = await chosen(id, options);
      const [survey] = surveys;
      if (survey === undefined || surveys.length > 1) throw new Failure(`name one survey: ${namesOf(config.surveys)}`);
      await preview(survey, options);
    });
  command
    .command('qr')
    .description('the code of a survey, to be printed: people who scan it come to its form')
    .argument('<survey>', 'id of the survey')
    .option('--url <url>', 'address of the HTTP API; AMENDS_URL, or the local cloud that runs here')
    .option('--campaign <campaign>', 'the campaign that the answers belong to')
    .option('--branch <branch>', 'the branch that the answers are of')
    .addOption(new Option('--format <format>', 'picture').choices(['svg', 'png']).default('svg'))
    .option('--out <file>', 'write the picture there; an SVG goes to standard output otherwise')
    .action(qr);
  return command;
}

function lint(surveys: readonly Survey[], options: OutputOptions): void {
  const looked = surveys.map((survey) => ({ survey: survey.id, ...effortOf(survey.questions), findings: lintSurvey(survey) }));
  show(looked, options, (all) =>
    all
      .map(({ survey, items, minutes, findings }) => {
        const head = `${survey}: ${items} answers, about ${minutes} minutes; ${findings.length === 0 ? 'nothing to say' : `${findings.length} findings`}`;
        return [head, ...findings.map(({ level, rule, path, message }) => `  ${level} ${path} (${rule}): ${message}`)].join('\n');
      })
      .join('\n'),
  );
  if (looked.some(({ findings }) => findings.some(({ level }) => level === 'fault'))) process.exitCode = 1;
}

async function preview(survey: Survey, { language, out }: PreviewOptions): Promise<void> {
  if (out === undefined) return print(previewText(survey, language));
  await write(out, previewPage(survey, language, config.brand.name[language]));
  note(`${survey.id} in ${out}; open it in a browser`);
}

async function qr(id: string, { url, campaign, branch, format, out }: QrOptions): Promise<void> {
  const survey = one(config.surveys, id, 'survey');
  const put = campaign === undefined ? undefined : one(config.campaigns, campaign, 'campaign');
  if (put !== undefined && put.survey !== survey.id)
    throw new Failure(`campaign "${put.id}" puts the survey "${put.survey}", not "${survey.id}"`);
  if (branch !== undefined) one(config.branches, branch, 'branch');
  const link = publicLink(await originOf(url), survey.id, { campaign, branch });
  if (out === undefined && format === 'png') throw new Failure('a PNG goes into a file: name it with --out');
  const picture = format === 'png' ? await qrPng(link) : await qrSvg(link);
  if (out === undefined) print(String(picture).trimEnd());
  else await write(out, picture);
  note(`${link}${out === undefined ? '' : ` in ${out}`}`);
}

/** Into a folder that may not be there yet. */
async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
    .then(() => writeFile(file, content))
    .catch((error: Error) => {
      throw new Failure(`${file}: cannot be written: ${error.message}`);
    });
}

async function originOf(url: string | undefined): Promise<string> {
  const given = url ?? process.env['AMENDS_URL'] ?? (await runningLocalCloud())?.url;
  if (given === undefined) throw new Failure('whose address? Name it with --url, e.g. https://abc123.execute-api.eu-west-1.amazonaws.com');
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw new Failure(`--url: expected an address that begins with https:// (http:// for one on this machine), came ${given}`);
  return given.replace(/\/+$/, '');
}

async function chosen(id: string | undefined, { file }: Source): Promise<readonly Survey[]> {
  if (file !== undefined && id !== undefined) throw new Failure(`expected the id of a survey or --file, not both`);
  if (file !== undefined) return [await surveyIn(file)];
  return id === undefined ? config.surveys : [one(config.surveys, id, 'survey')];
}

async function surveyIn(file: string): Promise<Survey> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Failure(`${file}: cannot be read: ${error.message}`);
  });
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Failure(
      `${file}: expected a survey in JSON, as it stands in amends.config.ts: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const read = Survey.safeParse(content, { error: z.locales.en().localeError });
  if (read.success) return read.data;
  throw new Failure(
    `${file}: expected a survey as it stands in amends.config.ts:\n${read.error.issues.map((issue) => `  - ${z.core.toDotPath(issue.path)}: ${issue.message}`).join('\n')}`,
  );
}

function one<Thing extends { readonly id: string }>(things: readonly Thing[], id: string, kind: string): Thing {
  const found = things.find((thing) => thing.id === id);
  if (found === undefined) throw new Failure(`no ${kind} "${id}" in amends.config.ts; it has: ${namesOf(things) || 'none'}`);
  return found;
}

const namesOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id).join(', ');
