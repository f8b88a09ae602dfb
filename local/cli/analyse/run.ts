import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import * as z from 'zod';
import config from '#config';
import { dayBefore } from '../../../functions/desk/days.ts';
import { type AnalysisBasis, type AnalysisKind, SurveyAnalysisRequest } from '../../../shared/domain/analytics/analysis/request.ts';
import { readIndexModel } from '../../../shared/domain/analytics/index/model.ts';
import { reportPage } from '../../../shared/domain/analytics/report/html.ts';
import type { Report } from '../../../shared/domain/analytics/report/report.ts';
import { reportText } from '../../../shared/domain/analytics/report/text.ts';
import { Language } from '../../../shared/domain/language.ts';
import { Failure, note, print, table } from '../output.ts';
import type { FileInput } from './file-table.ts';
import { hasFigure } from './has-figure.ts';
import { GROUPS_OF_FILES, type GroupFiles, ofFile } from './of-file.ts';
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

/** Days that are looked back over where none are named. */
const DEFAULT_DAYS = 30;

/** Computes and prints an analysis; where there is no figure, the exit code is 1. */
export async function runAnalysis(kind: AnalysisKind, given: unknown): Promise<void> {
  const common = Common.parse(given);
  const request = await requestOf(kind, given, common.in);
  const files = GroupFilesGiven.parse(given);
  const printed =
    common.in === undefined ? await storedAnalysis(request) : await ofFile(request, { ...files, customers: common.in }, common);
  await put(printed, common);
  if (!hasFigure(printed.result)) process.exitCode = 1;
}

const GroupFilesGiven: z.ZodType<Omit<GroupFiles, 'customers'>> = z.object({
  managers: z.string().optional(),
  staff: z.string().optional(),
});

/** Options as a request. A file has no survey and no days of its own: its name and today stand for them. */
async function requestOf(kind: AnalysisKind, given: unknown, file: string | undefined): Promise<SurveyAnalysisRequest> {
  const options = z.record(z.string(), z.unknown()).parse(given);
  const { in: _in, encoding: _e, separator: _s, id: _id, scale: _scale, language: _l, html: _h, json: _j, out: _o, ...own } = options;
  const today = new Date().toISOString().slice(0, 10);
  const to = options['to'] ?? today;
  const from = options['from'] ?? (typeof to === 'string' ? dayBefore(to, DEFAULT_DAYS) : to);
  const survey = file === undefined ? (options['survey'] ?? config.surveys[0]?.id) : basename(file).slice(0, 60);
  const groups = kind === 'gaps5' && file !== undefined ? { managers: GROUPS_OF_FILES.managers, staff: GROUPS_OF_FILES.staff } : {};
  const model = kind === 'index' ? { model: await modelOf(options['model']) } : {};
  const parsed = SurveyAnalysisRequest.safeParse({ ...own, kind, survey, from, to, ...model, ...groups });
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

async function put({ basis, result, report, input, day }: Printed, { json, html, out, language }: Common): Promise<void> {
  const text =
    json === true
      ? JSON.stringify({ ...result, ...(hasFigure(result) ? {} : refusedIn(report)), basis, ...(input && { input }) }, null, 2)
      : html === true
        ? reportPage({
            ...{ report, language, brandName: config.brand.name[language], owner: config.standards.owner?.[language] },
            day: day ?? new Date().toISOString().slice(0, 10),
          })
        : reportText(report, language, table);
  if (out === undefined) return print(text);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, `${text}\n`).catch((error: unknown) => {
    throw new Failure(`${out}: cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  });
  note(out);
}

/** Why there is no figure, in words beside the refusal as data. */
const refusedIn = ({ sentences }: Report) => ({ error: { message: sentences.map(({ en }) => en).join(' ') } });
