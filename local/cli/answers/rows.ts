import { hash } from 'node:crypto';
import { CHANNELS, type Channel } from '../../../shared/domain/feedback.ts';
import { AnswersRow, MAX_COMMENT, type RowContext, readRow } from '../../../shared/domain/intake/answers-row.ts';
import { LANGUAGE_TAG } from '../../../shared/domain/intake/form.ts';
import type { Survey } from '../../../shared/domain/survey/survey.ts';
import type { CsvRecord } from '../csv/read-csv.ts';
import { Expected, readAnswer, yesOrNo } from './cells.ts';
import type { Mapping } from './mapping.ts';
import { Seen } from './seen.ts';
import type { Field } from './targets.ts';
import { type DayOrder, expectedTime, timeReader } from './times.ts';

/** What is wrong with a row, where: `column` counts from 1. Never the value. */
export interface RowFault {
  readonly line: number;
  readonly column?: number | undefined;
  readonly field?: string | undefined;
  readonly reason: string;
}

export type RowOutcome = { readonly row: AnswersRow } | { readonly faults: readonly RowFault[] } | { readonly sameAs: number };

export interface RowSettings {
  readonly survey: Survey;
  readonly mapping: Mapping;
  readonly context: RowContext;
  readonly timeZone: string;
  readonly days?: DayOrder | undefined;
  /** Of all rows, where no column tells it. */
  readonly at?: string | undefined;
  /** Part of what a row without an id is known by. */
  readonly fileName: string;
}

/** Reads the rows of one file, one after the other: it remembers which came before. */
export class RowReader {
  readonly #settings: RowSettings;
  readonly #timeOf: (cell: string) => string | undefined;
  readonly #seen = new Seen();
  readonly #placeOf: ReadonlyMap<string, number>;
  readonly #hasIds: boolean;

  constructor(settings: RowSettings) {
    this.#settings = settings;
    this.#timeOf = timeReader(settings.timeZone, settings.days);
    this.#placeOf = new Map(settings.mapping.flatMap((target, i) => (target === undefined ? [] : [[target.name, i + 1] as const])));
    this.#hasIds = this.#placeOf.has('id');
  }

  /** The row as the API takes it, all that is wrong with it, or the line on which the same answers with the same id stand. */
  read({ line, cells, fault }: CsvRecord): RowOutcome {
    const { mapping, context } = this.#settings;
    if (fault !== undefined) return { faults: [{ line, ...fault }] };
    if (cells.length !== mapping.length)
      return { faults: [{ line, reason: `expected ${mapping.length} cells, as in line 1, came ${cells.length}` }] };
    const made = this.#rowOf(cells, line);
    if ('faults' in made) return made;
    const { row } = made;
    const checked = readRow(row, context);
    if ('issues' in checked) {
      return { faults: checked.issues.map(({ field, reason }) => this.#fault(line, field.replace(/^answers\./, ''), reason)) };
    }
    if (!this.#hasIds) return made;
    const before = this.#seen.note(row.externalId, JSON.stringify(row), line);
    if (before === undefined) return made;
    if (before.isSame) return { sameAs: before.line };
    return { faults: [this.#fault(line, 'id', `line ${before.line} has the same id with other content; expected each id once`)] };
  }

  #fault(line: number, field: string, reason: string): RowFault {
    return { line, column: this.#placeOf.get(field), field: field === '' ? undefined : field, reason };
  }

  #rowOf(cells: readonly string[], line: number): { row: AnswersRow } | { faults: RowFault[] } {
    const { mapping, survey, days } = this.#settings;
    const answers: Tree = {};
    const fields = new Map<Field, unknown>();
    const faults: RowFault[] = [];
    mapping.forEach((target, i) => {
      const cell = unguarded(cells[i] ?? '').trim();
      if (target === undefined || cell === '') return;
      const value = target.kind === 'field' ? this.#field(target.name, cell) : readAnswer(target.question, target.path, cell, days);
      if (value instanceof Expected) faults.push({ line, column: i + 1, field: target.name, reason: value.message });
      else if (target.kind === 'field') fields.set(target.name, value);
      else put(answers, target.path, value);
    });
    const at = textIn(fields, 'at') ?? this.#settings.at;
    if (at === undefined && !faults.some(({ field }) => field === 'at'))
      faults.push(this.#fault(line, 'at', 'expected a time, the cell is empty'));
    const id = this.#hasIds ? textIn(fields, 'id') : this.#ownId(cells);
    if (id === undefined) faults.push(this.#fault(line, 'id', 'expected an id, the cell is empty'));
    if (faults.length === 0 && Object.keys(answers).length === 0 && !fields.has('comment'))
      faults.push({ line, reason: 'expected an answer to at least one question, all their cells are empty' });
    if (faults.length > 0 || at === undefined || id === undefined) return { faults };
    return { row: { externalId: id, at, survey: survey.id, ...restOf(fields), answers } };
  }

  /** The same row of the same file is the same answer; people who answered alike are told apart by how many did before. */
  #ownId(cells: readonly string[]): string {
    const content = JSON.stringify([this.#settings.fileName, cells]);
    return hash('sha256', JSON.stringify([content, this.#seen.times(content)]), 'base64url').slice(0, 26);
  }

  #field(name: Field, cell: string): unknown {
    switch (name) {
      case 'at':
        return this.#timeOf(cell) ?? new Expected(expectedTime(this.#settings.days));
      case 'id':
        return cell.length <= 150 ? cell : new Expected('expected an id of at most 150 characters');
      case 'consent':
        return yesOrNo(cell);
      case 'channel':
        return channelIn(cell) ?? new Expected(`expected one of ${CHANNELS.join(', ')}`);
      case 'surveyVersion':
        return /^\d{1,6}$/.test(cell) ? Number(cell) : new Expected('expected the number of a version');
      case 'email':
        return AnswersRow.shape.email.safeParse(cell).success ? cell : new Expected('expected an e-mail address');
      case 'language':
        return LANGUAGE_TAG.test(cell) ? cell : new Expected('expected a language tag such as "en" or "zh-Hans"');
      case 'comment':
        return cell.length <= MAX_COMMENT ? cell : new Expected(`expected at most ${MAX_COMMENT} characters`);
      default:
        return cell;
    }
  }
}

const channelIn = (cell: string): Channel | undefined => CHANNELS.find((channel) => channel === cell.toLowerCase());

const textIn = (fields: ReadonlyMap<Field, unknown>, name: Field): string | undefined => {
  const value = fields.get(name);
  return typeof value === 'string' ? value : undefined;
};

function restOf(fields: ReadonlyMap<Field, unknown>) {
  const consent = fields.get('consent');
  const version = fields.get('surveyVersion');
  const texts = (['branch', 'language', 'campaign', 'comment', 'email'] as const).flatMap((name) => {
    const text = textIn(fields, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return {
    channel: channelIn(textIn(fields, 'channel') ?? '') ?? 'form',
    ...Object.fromEntries(texts),
    ...(typeof consent === 'boolean' ? { consent } : {}),
    ...(typeof version === 'number' ? { surveyVersion: version } : {}),
  } as const;
}

/** Answers by question, row and half. */
interface Tree {
  [name: string]: unknown;
}

function put(tree: Tree, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    tree[name] = value;
    return;
  }
  const standing = tree[name];
  const branch: Tree = isTree(standing) ? standing : {};
  tree[name] = branch;
  put(branch, rest, value);
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Our own exports put an apostrophe before what a spreadsheet would take for a formula. */
const unguarded = (cell: string) => cell.replace(/^'(?=[=+\-@＝＋－＠\t\r\n])/u, '');
