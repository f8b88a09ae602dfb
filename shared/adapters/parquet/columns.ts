import type { AnswerRow } from '../../domain/analytics/columns.ts';

export type Key = keyof AnswerRow;
export type Type = 'STRING' | 'INT32' | 'INT64' | 'DOUBLE' | 'BOOLEAN' | 'TIMESTAMP';

export interface Column {
  readonly key: Key;
  /** In the file: what SQL likes. */
  readonly name: string;
  readonly type: Type;
  readonly isNullable: boolean;
  /** Files written before it was thought of lack it: it is empty there. */
  readonly isLater?: boolean | undefined;
}

const column = (key: Key, name: string, type: Type, isNullable = false): Column => ({ key, name, type, isNullable });

/** The columns of a file, in their order. New ones are added at the end and nullable, so that old files stay readable beside new ones. */
export const COLUMNS: readonly Column[] = [
  column('feedbackId', 'feedback_id', 'STRING'),
  // A provider's revision may be its clock in milliseconds.
  column('revision', 'revision', 'INT64'),
  column('corrections', 'corrections', 'INT32'),
  column('at', 'at', 'TIMESTAMP'),
  column('day', 'day', 'STRING'),
  column('branch', 'branch', 'STRING', true),
  column('channel', 'channel', 'STRING'),
  column('language', 'language', 'STRING'),
  column('survey', 'survey', 'STRING', true),
  column('surveyVersion', 'survey_version', 'INT32', true),
  column('campaign', 'campaign', 'STRING', true),
  column('question', 'question', 'STRING'),
  column('metric', 'metric', 'STRING', true),
  column('value', 'value', 'DOUBLE', true),
  column('min', 'min', 'DOUBLE', true),
  column('max', 'max', 'DOUBLE', true),
  column('isCannotSay', 'is_cannot_say', 'BOOLEAN'),
  column('choice', 'choice', 'STRING', true),
  { ...column('tier', 'tier', 'STRING', true), isLater: true },
];
