import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import * as z from 'zod/mini';
import type { RowRange } from '../../ports.ts';
import { COLUMNS, type Column } from './columns.ts';

/** What a reader of Parquet hands out, as our rows have it: absent is null, whole numbers are numbers, instants are text. */
function asRead(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Date ? value.toISOString() : value;
}

/** The file is none of ours, or damaged. Says which column and what was expected, never a value. */
export class UnreadableAnswers extends Error {}

/**
 * The rows of a file, only with the columns that the schema names.
 * @param row `AnswerRow`, or a pick of it.
 * @param range all rows where absent; places beyond the last are none.
 * @throws UnreadableAnswers where the file is no Parquet, or a column is missing or of another type.
 */
export async function readAnswers<Row extends z.ZodMiniObject>(bytes: Uint8Array, row: Row, range?: RowRange): Promise<z.output<Row>[]> {
  const file = bytes.slice().buffer;
  const columns = COLUMNS.filter(({ key }) => key in row.shape);
  const found = columnsIn(file, columns);
  const part = range === undefined ? {} : { rowStart: range.from, rowEnd: range.to };
  const objects = await parquetReadObjects({ file, columns: found.map(({ name }) => name), ...part }).catch((error: unknown) => {
    throw new UnreadableAnswers(`a column file cannot be read: ${error instanceof Error ? error.message : 'it is damaged'}`);
  });
  const parsed = z.array(row).safeParse(objects.map((object) => renamed(object, columns)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UnreadableAnswers(`a column file holds what no answer is: row ${String(issue?.path[0])}, ${String(issue?.path[1])}`);
}

function renamed(object: Readonly<Record<string, unknown>>, columns: readonly Column[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const { key, name } of columns) row[key] = asRead(object[name]);
  return row;
}

/** Those of the columns that the file has. @throws UnreadableAnswers where one is missing that every file has. */
function columnsIn(file: ArrayBuffer, columns: readonly Column[]): Column[] {
  let names: Set<string>;
  try {
    names = new Set(parquetMetadata(file).schema.map(({ name }) => name));
  } catch (error) {
    throw new UnreadableAnswers(`expected a Parquet file: ${error instanceof Error ? error.message : 'it has no footer'}`);
  }
  const missing = columns.filter(({ name, isLater }) => isLater !== true && !names.has(name)).map(({ name }) => name);
  if (missing.length > 0) throw new UnreadableAnswers(`a column file lacks the columns ${missing.join(', ')}: which Amends wrote it?`);
  return columns.filter(({ name }) => names.has(name));
}
