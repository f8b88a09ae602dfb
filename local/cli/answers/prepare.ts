import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import * as z from 'zod/mini';
import config from '../../../shared/config/current.ts';
import type { Survey } from '../../../shared/domain/survey/survey.ts';
import { connect } from '../connection.ts';
import { encodingOf } from '../csv/encoding-of.ts';
import { openCsv } from '../csv/open-csv.ts';
import { Failure, note } from '../output.ts';
import { Progress } from '../progress.ts';
import { askMapping, inWords } from './ask-mapping.ts';
import type { Options } from './command.ts';
import { AnswersImport, type Outcome } from './import.ts';
import { fingerprintOf, type ImportState, readState } from './import-state.ts';
import { checkComplete, type Given, type Mapping, mappingOf } from './mapping.ts';
import { RefusalReport } from './report.ts';
import { RowReader } from './rows.ts';
import { expectedTime, timeReader } from './times.ts';

/** Brings a file in, as the options say. @throws Failure where it cannot even begin, or breaks off. */
export async function importAnswers(file: string, options: Options): Promise<Outcome> {
  const survey = surveyNamed(options.survey);
  const about = await stat(file).catch(() => undefined);
  if (about?.isFile() !== true) throw new Failure(`${file}: expected a file, there is none`);
  const at = timeForAll(options);
  const records = await openCsv(file, { encoding: options.encoding ?? (await encodingOf(file)), separator: options.separator });
  const first = await records.next();
  if (first.done === true) throw new Failure(`${file}: expected a first line that names the columns; the file is empty`);
  const mapping = await chosenMapping(survey, first.value.cells, options);
  checkComplete(mapping, survey, at !== undefined);
  const fingerprint = fingerprintOf({
    size: about.size,
    modifiedMs: about.mtimeMs,
    survey: `${survey.id} ${survey.version}`,
    mapping,
    options: [at, options.days, options.openCases === true],
  });
  const state = options.resume === true ? await readState(file, fingerprint) : { ...BEGINNING, fingerprint };
  const isLive = process.stderr.isTTY === true;
  const stop = options.dryRun === true ? undefined : stopOnInterrupt();
  const run = new AnswersImport({
    file,
    // The first line has been taken from them.
    records,
    reader: readerFor(file, survey, mapping, options, at),
    report: new RefusalReport(options.report ?? `${file}.refused.csv`, state.reportBytes),
    progress: new Progress(process.stderr, { isLive, total: about.size, now: () => performance.now() }),
    sending: options.dryRun === true ? undefined : { connection: await connect(), openCases: options.openCases === true },
    state,
    placeOf: (field) => placeIn(mapping, field),
    now: () => performance.now(),
    stop: stop?.signal,
  });
  return run.run().finally(stop?.forget);
}

/** The first Ctrl-C ends it between two rows; a second one at once. */
function stopOnInterrupt(): { readonly signal: AbortSignal; readonly forget: () => void } {
  const stop = new AbortController();
  const abort = () => stop.abort();
  process.once('SIGINT', abort);
  return { signal: stop.signal, forget: () => process.off('SIGINT', abort) };
}

const BEGINNING: Omit<ImportState, 'fingerprint'> = { records: 0, accepted: 0, skipped: 0, refused: 0, reportBytes: 0 };

function readerFor(file: string, survey: Survey, mapping: Mapping, { days }: Options, at: string | undefined): RowReader {
  const { surveys, branches, campaigns, brand } = config;
  const context = { surveys, branches, campaigns, now: new Date().toISOString() };
  return new RowReader({ survey, mapping, context, timeZone: brand.timeZone, days, at, fileName: basename(file) });
}

const placeIn = (mapping: Mapping, field: string): number | undefined => {
  const name = field === 'externalId' ? 'id' : field;
  const place = mapping.findIndex((target) => target?.name === name);
  return place === -1 ? undefined : place + 1;
};

function surveyNamed(id: string): Survey {
  const survey = config.surveys.find((one) => one.id === id);
  if (survey !== undefined) return survey;
  throw new Failure(`--survey: expected one of ${config.surveys.map((one) => one.id).join(', ')} (surveys of amends.config.ts)`);
}

function timeForAll({ at, days }: Options): string | undefined {
  if (at === undefined) return undefined;
  const time = timeReader(config.brand.timeZone, days)(at);
  if (time === undefined) throw new Failure(`--at: ${expectedTime(days)}`);
  return time;
}

async function chosenMapping(survey: Survey, header: readonly string[], options: Options): Promise<Mapping> {
  const given = new Map([...(await fromFile(options.mapFile)), ...options.map]);
  const mayAsk = process.stdin.isTTY === true && process.stderr.isTTY === true && options.yes !== true && options.json !== true;
  if (mayAsk) return asked(survey, header, given);
  const mapping = mappingOf(survey, header, given);
  if (options.json !== true) note(`${inWords(header, mapping)}\n`);
  return mapping;
}

async function asked(survey: Survey, header: readonly string[], given: Given): Promise<Mapping> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await askMapping(survey, header, given, (question) => terminal.question(question));
  } finally {
    terminal.close();
  }
}

const MapFile = z.record(z.string(), z.nullable(z.string()));

async function fromFile(path: string | undefined): Promise<Given> {
  if (path === undefined) return new Map();
  try {
    const given = MapFile.parse(JSON.parse(await readFile(path, 'utf8')));
    return new Map(Object.entries(given).map(([column, target]) => [column, target ?? '-']));
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? 'it cannot be read' : 'it is something else';
    throw new Failure(`${path}: expected a JSON object such as {"Q1": "satisfaction", "Remarks": "comment", "IP": null}; ${why}`);
  }
}
