import { analyse } from '../../../shared/domain/analytics/analysis/analyse.ts';
import type { SurveyAnalysisRequest } from '../../../shared/domain/analytics/analysis/request.ts';
import { SERVQUAL_SCALE } from '../../../shared/domain/analytics/measures/servqual-items.ts';
import type { AnswerTable, Ends } from '../../../shared/domain/analytics/pivot.ts';
import { Failure, note } from '../output.ts';
import { type FileFault, type FileInput, tableOfFile } from './file-table.ts';
import { type Asked, columnsOnScale, lackOf, neededColumns } from './needed-columns.ts';
import { type FileOptions, readAnswerFile } from './read-file.ts';
import type { Printed } from './run.ts';

/** The files of those who were asked; only the five gaps have more than one. */
export interface GroupFiles {
  readonly customers: string;
  readonly managers?: string | undefined;
  readonly staff?: string | undefined;
}

/** What requests call the files of managers and staff; with a slash, so that no file's own name is one of them. */
export const GROUPS_OF_FILES = { managers: './managers', staff: './staff' } as const;

interface Reading extends FileOptions {
  readonly scale?: Ends | undefined;
}

/** Computes an analysis over files. @throws Failure where one cannot be read, or lacks what is needed. */
export async function ofFile(request: SurveyAnalysisRequest, files: GroupFiles, reading: Reading): Promise<Printed> {
  const inputs: FileInput[] = [];
  const load = async (path: string, asked: Asked) => {
    const { table, input } = await readTable(request, path, asked, reading);
    inputs.push(input);
    tell(path, input, request);
    return table;
  };
  const first = await load(files.customers, 'customers');
  const tableOf = (survey: string): Promise<AnswerTable> => {
    if (survey === GROUPS_OF_FILES.managers) return load(files.managers ?? survey, 'managers');
    return survey === GROUPS_OF_FILES.staff ? load(files.staff ?? survey, 'staff') : Promise.resolve(first);
  };
  const { basis, result, report } = await analyse({ ...request, ...periodOf(first) }, tableOf);
  return { basis, result: { ...result }, report, input: inputs[0] };
}

/** A file is taken whole: the period is that of its days. */
function periodOf({ days }: AnswerTable) {
  const known = days.filter((day) => day !== undefined).sort();
  const [from, to] = [known[0], known.at(-1)];
  return from === undefined || to === undefined ? {} : { from, to };
}

async function readTable(request: SurveyAnalysisRequest, path: string, asked: Asked, reading: Reading) {
  const read = await readAnswerFile(path, reading);
  const numbers = neededColumns(request, read.columns);
  const missing = numbers.filter((name) => !read.columns.includes(name));
  const lack = missing.length > 0 ? `the columns ${shortList(missing)}` : lackOf(request, read.columns, asked);
  if (lack !== undefined) {
    throw new Failure(`${path}: it lacks ${lack}. It has: ${shortList(read.columns)}. Name the columns of the file so, or ask for others.`);
  }
  const scale = reading.scale ?? scaleOfKind(request);
  const made = tableOfFile(read, { numbers, onScale: columnsOnScale(request, numbers, scale !== undefined), scale });
  if (!needsScale(request) || made.input.scale !== undefined) return made;
  const isAnswered = numbers.some((name) => made.table.numbers.get(name)?.values.some((value) => !Number.isNaN(value)));
  // Answers that are all alike do not tell what else could have been answered.
  if (isAnswered)
    throw new Failure(
      `${path}: all answers to ${shortList(numbers)} are the same, so the scale cannot be told from them. Say it, e.g. --scale 1-5.`,
    );
  // Of no answers any scale is right, and the analysis says how many it needs.
  return { ...made, table: tableOfFile(read, { numbers, onScale: numbers, scale: ANY_SCALE }).table };
}

const ANY_SCALE = { min: 1, max: 5 };
const LISTED = 30;
const shortList = (names: readonly string[]): string =>
  names.length <= LISTED ? names.join(', ') : `${names.slice(0, LISTED).join(', ')} and ${names.length - LISTED} more`;

function scaleOfKind(request: SurveyAnalysisRequest): Ends | undefined {
  if (request.kind === 'index' && typeof request.model !== 'string') return request.model.scale;
  if (request.kind === 'index') return { min: 1, max: 10 };
  return request.kind === 'servqual' || request.kind === 'gaps5' ? SERVQUAL_SCALE : undefined;
}

const needsScale = (request: SurveyAnalysisRequest) =>
  request.kind === 'ratings' ? request.items !== undefined : request.kind !== 'drivers' && request.kind !== 'crosstab';

const LINES_TOLD = 20;

/** To standard error, so that `--json` can be piped. */
function tell(file: string, { rows, refusedRows, refusedAnswers, faults, scale }: FileInput, request: SurveyAnalysisRequest): void {
  for (const fault of faults.slice(0, LINES_TOLD)) note(`${file}:${placeOf(fault)}: ${fault.reason}`);
  const left = refusedRows + refusedAnswers - Math.min(faults.length, LINES_TOLD);
  if (left > 0) note(`${file}: and ${left} more`);
  if (refusedRows + refusedAnswers > 0)
    note(`${file}: left out: ${counted(refusedRows, 'row')}, ${counted(refusedAnswers, 'answer')}; kept: ${counted(rows, 'row')}`);
  if (scale?.by === 'answers') note(`${file}: the scale is taken from the answers, ${scale.min} to ${scale.max}; say another with --scale`);
  if (scale === undefined && request.kind === 'ratings' && request.items === undefined)
    note(`${file}: the scale of each question is taken from its answers; say one for all with --scale`);
}

const counted = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
const placeOf = ({ line, column }: FileFault) => `${line}${column === undefined ? '' : `, column "${column}"`}`;
