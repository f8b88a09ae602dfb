import fc from 'fast-check';
import { parquetMetadata } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../../../shared/adapters/parquet/columns.ts';
import { readAnswers, UnreadableAnswers } from '../../../shared/adapters/parquet/read-answers.ts';
import { answerFile } from '../../../shared/adapters/parquet/write-answers.ts';
import { AnswerRow } from '../../../shared/domain/analytics/columns.ts';
import { PivotedRow } from '../../../shared/domain/analytics/pivot.ts';
import { anAnswer, rowsOfMonth } from '../../answers.ts';

describe('column files', () => {
  it('give back every row as it was, whatever is in it (R23)', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOfMonth, async (rows) => {
        expect(await readAnswers(answerFile(rows), AnswerRow)).toEqual(rows);
      }),
    );
  });

  it('give the same bytes for the same rows, so that a batch written twice is one file', () => {
    fc.assert(
      fc.property(rowsOfMonth, (rows) => {
        expect(answerFile(rows)).toEqual(answerFile(rows.map((row) => ({ ...row }))));
      }),
      { numRuns: 30 },
    );
  });

  it('give parts of a file by the places of its rows, and nothing beyond the last', async () => {
    const rows = Array.from({ length: 7 }, (_, i) => anAnswer({ value: i }));
    const file = answerFile(rows);
    expect(await readAnswers(file, AnswerRow, { from: 2, to: 5 })).toEqual(rows.slice(2, 5));
    expect(await readAnswers(file, AnswerRow, { from: 5, to: 100 })).toEqual(rows.slice(5));
    expect(await readAnswers(file, AnswerRow, { from: 7, to: 9 })).toEqual([]);
  });

  it('give the columns of tables alone where these are wanted', async () => {
    const [row] = await readAnswers(answerFile([anAnswer()]), PivotedRow);
    expect(Object.keys(row ?? {}).sort()).toEqual(Object.keys(PivotedRow.shape).sort());
  });

  it('stay readable where they were written before a column was thought of: it is empty (R14)', async () => {
    const { tier: _, ...older } = anAnswer();
    const columnData = COLUMNS.filter(({ isLater }) => isLater !== true).map(({ key, name, type, isNullable }) => {
      const value = key in older ? anAnswer()[key] : null;
      const written = type === 'INT64' ? BigInt(Number(value)) : type === 'TIMESTAMP' ? new Date(String(value)) : (value ?? undefined);
      return { name, type, nullable: isNullable, data: [written] };
    });
    const file = new Uint8Array(parquetWriteBuffer({ columnData }));
    expect(await readAnswers(file, AnswerRow)).toEqual([{ ...older, tier: null }]);
    expect(await readAnswers(file, PivotedRow)).toMatchObject([{ feedbackId: older.feedbackId, tier: null }]);
  });

  it('use types that every reader of Parquet knows: text, whole and real numbers, truth, UTC milliseconds', () => {
    const { schema } = parquetMetadata(answerFile([anAnswer()]).slice().buffer);
    const types = Object.fromEntries(
      schema.slice(1).map(({ name, type, converted_type: as }) => [name, as === undefined ? type : `${type} ${as}`]),
    );
    expect(types).toEqual({
      feedback_id: 'BYTE_ARRAY UTF8',
      revision: 'INT64',
      corrections: 'INT32',
      at: 'INT64 TIMESTAMP_MILLIS',
      day: 'BYTE_ARRAY UTF8',
      branch: 'BYTE_ARRAY UTF8',
      channel: 'BYTE_ARRAY UTF8',
      language: 'BYTE_ARRAY UTF8',
      survey: 'BYTE_ARRAY UTF8',
      survey_version: 'INT32',
      campaign: 'BYTE_ARRAY UTF8',
      question: 'BYTE_ARRAY UTF8',
      metric: 'BYTE_ARRAY UTF8',
      value: 'DOUBLE',
      min: 'DOUBLE',
      max: 'DOUBLE',
      is_cannot_say: 'BOOLEAN',
      choice: 'BYTE_ARRAY UTF8',
      tier: 'BYTE_ARRAY UTF8',
    });
  });

  it('hold repeated text once, and the rest in a few bits', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => anAnswer({ question: `q${i % 24}` }));
    const { row_groups: groups } = parquetMetadata(answerFile(rows).slice().buffer);
    const question = groups[0]?.columns.find(({ meta_data: meta }) => meta?.path_in_schema[0] === 'question')?.meta_data;
    expect(question?.encodings).toContain('RLE_DICTIONARY');
    expect(question?.codec).toBe('SNAPPY');
  });

  it.each([
    ['no Parquet', new TextEncoder().encode('feedback_id,value\n'), /expected a Parquet file/],
    ['nothing', new Uint8Array(), /expected a Parquet file/],
  ])('refuse %s and say what was expected', async (_, bytes, message) => {
    const failure = readAnswers(bytes, AnswerRow);
    await expect(failure).rejects.toThrow(UnreadableAnswers);
    await expect(failure).rejects.toThrow(message);
  });

  it('refuse a file that is cut off, wherever it is cut', async () => {
    const file = answerFile([anAnswer(), anAnswer({ question: 'other' })]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: file.length - 1 }), async (length) => {
        await expect(readAnswers(file.subarray(0, length), AnswerRow)).rejects.toThrow(UnreadableAnswers);
      }),
      { numRuns: 50 },
    );
  });
});
