import { hash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { Failure } from '../output.ts';
import { type Mapping, shortened } from './mapping.ts';

const Count = z.int().check(z.minimum(0));

/** How far an import has come: written beside the file while it runs, and gone when it has ended. */
const ImportState = z.strictObject({
  /** Of the file and of all that says how it is read: another file, or the same read otherwise, is not gone on with. */
  fingerprint: z.string(),
  /** Records behind the first line that are settled: in, skipped, or refused. */
  records: Count,
  accepted: Count,
  skipped: Count,
  refused: Count,
  reportBytes: Count,
});
export type ImportState = z.infer<typeof ImportState>;

export const stateFileOf = (file: string): string => `${file}.import.json`;

export interface Fingerprinted {
  readonly size: number;
  readonly modifiedMs: number;
  readonly survey: string;
  readonly mapping: Mapping;
  readonly options: readonly unknown[];
}

export const fingerprintOf = ({ size, modifiedMs, survey, mapping, options }: Fingerprinted): string =>
  hash('sha256', JSON.stringify([size, modifiedMs, survey, mapping.map((target) => target?.name ?? null), options]), 'base64url').slice(
    0,
    22,
  );

/** @throws Failure where there is none, it cannot be read, or it is of another file or another reading of it. */
export async function readState(file: string, fingerprint: string): Promise<ImportState> {
  const path = stateFileOf(file);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Failure(`${shortened(path)}: there is no run of this file to go on with. Leave out --resume to begin.`);
  const parsed = ImportState.safeParse(parsedJson(text));
  if (!parsed.success)
    throw new Failure(`${path}: is not what an import writes. Leave out --resume to begin anew; what is in already stays as it is.`);
  if (parsed.data.fingerprint === fingerprint) return parsed.data;
  throw new Failure(
    `${path}: the run that broke off read another file, or this one otherwise (survey, columns, --at, --days). Give the same options, or leave out --resume to begin anew.`,
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whole or not at all, whenever the machine stops. */
export async function writeState(file: string, state: ImportState): Promise<void> {
  const path = stateFileOf(file);
  await writeFile(`${path}.new`, JSON.stringify(state));
  await rename(`${path}.new`, path);
}

export const removeState = (file: string): Promise<void> => rm(stateFileOf(file), { force: true });
