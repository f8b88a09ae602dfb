import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import * as z from 'zod';
import config from '#config';
import { dayBefore } from '../../../functions/desk/days.ts';
import { analyse } from '../../../shared/domain/analytics/analysis/analyse.ts';
import { type AnalysisBasis, type AnalysisKind, AnalysisRequest } from '../../../shared/domain/analytics/analysis/request.ts';
import { readIndexModel } from '../../../shared/domain/analytics/index/model.ts';
import { reportPage } from '../../../shared/domain/analytics/report/html.ts';
import type { Report } from '../../../shared/domain/analytics/report/report.ts';
import { reportText } from '../../../shared/domain/analytics/report/text.ts';
import { Language } from '../../../shared/domain/language.ts';
import { Failure, note, print, table } from '../output.ts';
import { type FileFault, type FileInput, tableOfFile } from './file-table.ts';
import { neededColumns } from './needed-columns.ts';
import { readAnswerFile } from './read-file.ts';
import { storedAnalysis } from './stored.ts';

/** What all kinds take; the rest are fields of the request. */
const Common = z.object({
  in: z.string().optional(),
  encoding: z.string().optional(),
  separator: z.string().optional(),
  id: z.string().optional(),
  scale: z.object({ min: z.number(), max: z.number() }).optional(),
  language: Language,
  html: z.boolean().optional(),
  json: z.boolean().optional(),
  out: z.string().optional(),
});
type Common = z.infer<typeof Common>;

/** An analysis with all that is printed of it. */
export interface Printed {
  readonly basis: AnalysisBasis;
  readonly result: Readonly<Record<string, unknown>>;
  readonly report: Report;
  readonly input?: FileInput | undefined;
  readonly day?: string | undefined;
}

/** SERVQUAL is asked on seven points, whatever the answers of a small file reach. */
const SERVQUAL_SCALE = { min: 1, max: 7 };
/** Days that are looked back over where none are named. */
const DEFAULT_DAYS = 30;

/** Computes and prints an analysis; where there is no figure, the exit code is 1. */
export async function runAnalysis(kind: AnalysisKind, given: unknown): Promise<void> {
  const common = Common.parse(given);
  try {
    const request = await requestOf(kind, given, common.in);
    const printed = common.in === undefined ? await storedAnalysis(request) : await ofFile(request, common.in, common);
    await put(printed, common);
    if (isRefused(printed.result)) process.exitCode = 1;
  } catch (error) {
    if (common.json === true && error instanceof Failure) print(JSON.stringify({ error: { message: error.message } }, null, 2));
    throw error;
  }
}

/** Options as a request. A file has no survey and no days of its own: its name and today stand for them. */
async function requestOf(kind: AnalysisKind, given: unknown, file: string | undefined): Promise<AnalysisRequest> {
  const options = z.record(z.string(), z.unknown()).parse(given);
  const { in: _in, encoding: _e, separator: _s, id: _id, scale: _scale, language: _l, html: _h, json: _j, out: _o, ...own } = options;
  const today = new Date().toISOString().slice(0, 10);
  const to = options['to'] ?? today;
  const from = options['from'] ?? (typeof to === 'string' ? dayBefore(to, DEFAULT_DAYS) : to);
  const survey = file === undefined ? (options['survey'] ?? config.surveys[0]?.id) : basename(file).slice(0, 60);
  const model = kind === 'index' ? { model: await modelOf(options['model']) } : {};
  const parsed = AnalysisRequest.safeParse({ ...own, kind, survey, from, to, ...model });
  if (parsed.success) return parsed.data;
  throw new Failure(parsed.error.issues.map(({ path, message }) => `--${path.map(String).join('.')}: ${message}`).join('\n'));
}

async function modelOf(given: unknown): Promise<unknown> {
  if (typeof given !== 'string' || /^(ecsi|acsi|ccsi)$/.test(given)) return given;
  const text = await readFile(given, 'utf8').catch((error: unknown) => {
    throw new Failure(
      `--model ${given}: expected a JSON file, or ecsi, acsi, ccsi: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  const read = readIndexModel(parsedJson(given, text));
  if ('model' in read) return read.model;
  throw new Failure([`--model ${given}:`, ...read.issues.map(({ field, reason }) => `  ${field}: ${reason}`)].join('\n'));
}

function parsedJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Failure(`--model ${file}: expected JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function ofFile(request: AnalysisRequest, file: string, common: Common): Promise<Printed> {
  const inputs: FileInput[] = [];
  const load = async (path: string) => {
    const read = await readAnswerFile(path, common);
    const numbers = neededColumns(request, read.columns);
    const missing = numbers.filter((name) => !read.columns.includes(name));
    if (missing.length > 0) {
      throw new Failure(
        `${path}: it lacks the columns ${missing.join(', ')}. It has: ${read.columns.join(', ')}. Name them so, or leave them out.`,
      );
    }
    const { table: answers, input } = tableOfFile(read, { numbers, scale: common.scale ?? scaleOfKind(request) });
    inputs.push(input);
    tell(path, input);
    return answers;
  };
  const first = await load(file);
  const { basis, result, report } = await analyse(request, (survey) => (survey === request.survey ? Promise.resolve(first) : load(survey)));
  return { basis, result: { ...result }, report, input: inputs[0] };
}

function scaleOfKind(request: AnalysisRequest) {
  if (request.kind === 'index' && typeof request.model !== 'string') return request.model.scale;
  if (request.kind === 'index') return { min: 1, max: 10 };
  return request.kind === 'servqual' || request.kind === 'gaps5' ? SERVQUAL_SCALE : undefined;
}

const LINES_TOLD = 20;

/** To standard error, so that `--json` can be piped. */
function tell(file: string, { rows, refusedRows, refusedAnswers, faults, scale }: FileInput): void {
  for (const fault of faults.slice(0, LINES_TOLD)) note(`${file}:${placeOf(fault)}: ${fault.reason}`);
  const left = refusedRows + refusedAnswers - Math.min(faults.length, LINES_TOLD);
  if (left > 0) note(`${file}: and ${left} more`);
  if (refusedRows + refusedAnswers > 0) note(`${file}: ${refusedRows} rows and ${refusedAnswers} answers left out, ${rows} rows kept`);
  if (scale?.by === 'answers') note(`${file}: the scale is taken from the answers, ${scale.min} to ${scale.max}; say another with --scale`);
}

const placeOf = ({ line, column }: FileFault) => `${line}${column === undefined ? '' : `, column "${column}"`}`;

async function put({ basis, result, report, input, day }: Printed, { json, html, out, language }: Common): Promise<void> {
  const text =
    json === true
      ? JSON.stringify({ ...result, basis, ...(input && { input }) }, null, 2)
      : html === true
        ? reportPage({ report, language, brandName: config.brand.name[language], day: day ?? new Date().toISOString().slice(0, 10) })
        : reportText(report, language, table);
  if (out === undefined) return print(text);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, `${text}\n`).catch((error: unknown) => {
    throw new Failure(`${out}: cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  });
  note(out);
}

/** No figure at all: the whole was refused. */
const isRefused = (result: Printed['result']) => result['kind'] === 'refused' || 'refusal' in result;
