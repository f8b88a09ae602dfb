import type { AnalysisDocument, AnalysisRequest } from '../domain/analytics/analysis/request.ts';
import type { AnsweredFeedback, AnswerRow } from '../domain/analytics/columns.ts';
import type { PivotedRow } from '../domain/analytics/pivot.ts';

/** The queue between the stream and the column files. */
export interface AnswerQueue {
  /**
   * Packs as many as fit into a message. @throws where the queue refused any: what it took may then come twice, which the files do not mind.
   */
  send(answered: readonly AnsweredFeedback[]): Promise<void>;
}

/** One column file of a month. */
export interface ColumnFile {
  readonly name: string;
  readonly bytes: number;
  /** `part`: one batch as it came; `whole`: several put together. */
  readonly kind: 'part' | 'whole';
}

/** Rows of a file by their places, from 0; `to` is not among them. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** Column files of answers by month, `YYYY-MM`. Files are never changed: they are written whole, under a name that follows from what is in them, and removed. */
export interface ColumnFilesReader {
  /** Months that have files, oldest first. */
  months(): Promise<readonly string[]>;
  /** In the order of their names. */
  list(month: string): Promise<readonly ColumnFile[]>;
  /** Undefined where it was removed meanwhile: list again. */
  rows(name: string, range?: RowRange): Promise<readonly AnswerRow[] | undefined>;
  /** The columns that tables are made of; much less to hold. */
  pivotedRows(name: string): Promise<readonly PivotedRow[] | undefined>;
}

export interface ColumnFilesWriter {
  /** Same rows in the same order, same name: written twice, it is there once. @returns the name. */
  add(month: string, kind: ColumnFile['kind'], rows: readonly AnswerRow[]): Promise<string>;
  remove(name: string): Promise<void>;
}

export type ColumnFiles = ColumnFilesReader & ColumnFilesWriter;

/** The queue of `analyse`. */
export interface AnalysisQueue {
  send(request: AnalysisRequest): Promise<void>;
}

/** Analyses that were asked for, with their results. */
export interface AnalysisStore {
  put(document: AnalysisDocument): Promise<void>;
  get(id: string): Promise<AnalysisDocument | undefined>;
  /** Those asked for or computed last, newest first; of a kind, and of a survey in it, where they are named. */
  newest(
    limit: number,
    of?: { readonly kind: AnalysisRequest['kind']; readonly survey?: string | undefined },
  ): Promise<readonly AnalysisDocument[]>;
}
