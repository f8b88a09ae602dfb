import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import type { AnswerRow } from '../../domain/analytics/columns.ts';
import { COLUMNS, type Key, type Type } from './columns.ts';

/** Who wrote the file, for those who look into it. */
const CREATED_BY = 'amends answers version 1';
/** A reader holds one group of rows in memory at a time. */
const ROWS_OF_GROUP = 50_000;

/**
 * Rows of answers as a Parquet file: dictionary-encoded text, Snappy pages, the types every reader knows (STRING, INT32, INT64, DOUBLE, BOOLEAN and
 * TIMESTAMP in UTC milliseconds). The same rows give the same bytes.
 */
export function answerFile(rows: readonly AnswerRow[]): Uint8Array {
  const columnData = COLUMNS.map(
    ({ key, name, type, isNullable }): ColumnSource => ({
      name,
      type,
      nullable: isNullable,
      data: rows.map((row) => written(row[key], type)),
    }),
  );
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: ROWS_OF_GROUP, createdBy: CREATED_BY }));
}

function written(value: AnswerRow[Key], type: Type): string | number | bigint | boolean | Date | undefined {
  if (value === null) return undefined;
  if (type === 'INT64') return BigInt(value);
  return type === 'TIMESTAMP' && typeof value === 'string' ? new Date(value) : value;
}
