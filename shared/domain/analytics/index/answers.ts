import { at } from '../linear.ts';
import type { IndexModel, Plan } from './model.ts';
import type { IndexRefusal, ItemOf } from './refusal.ts';

/**
 * Answers by question, one column each, all equally long: place i of every column is the same person. NaN stands for a missing answer,
 * and "cannot say" is one. Columns that the model does not name are not looked at.
 */
export type IndexData = ReadonlyMap<string, Float64Array>;

/**
 * What becomes of people who left answers out. `listwise`: they are left out. `mean`: those who lack more than 15 % of the model's answers (but
 * more than one) are left out, and the others' missing answers are replaced by the mean of the item, as Hair, Hult, Ringle & Sarstedt (2017),
 * "A Primer on PLS-SEM", ch. 2, advise. Replacing makes items differ a little less than they do: look at how many were replaced.
 */
export type MissingRule = 'mean' | 'listwise';

const MOST_MISSING = 0.15;

/** What the figures do not rest on, and why. */
export interface LeftOut {
  /** People who answered too few of the model's items. */
  readonly people: number;
  readonly items: readonly (ItemOf & {
    /** Answers of people who are kept that were missing and stand at the item's mean. */
    readonly replaced: number;
    /** Answers off the scale; they count as missing. */
    readonly offScale: number;
  })[];
}

/** Answers of people who are kept, on 0–100, row by row; NaN where one is missing. */
export interface Prepared {
  readonly table: Float64Array;
  readonly n: number;
  readonly leftOut: LeftOut;
}

/** Answers from the bottom of the scale in percent of its length: 0 … 100. The same whatever the scale, so that thresholds mean the same. */
function onPercent(value: number, { min, max }: IndexModel['scale']): number {
  return value >= min && value <= max ? (100 * (value - min)) / (max - min) : Number.NaN;
}

/**
 * Rows an order of their own, by their content: which rows a resample draws then depends on what people said, and not on the order in which
 * a file was read.
 */
function sortedByContent(kept: number[], columns: readonly Float64Array[]): number[] {
  const cell = (column: Float64Array, row: number) => (Number.isNaN(at(column, row)) ? -1 : at(column, row));
  return kept.sort((a, b) => {
    for (const column of columns) {
      const difference = cell(column, a) - cell(column, b);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** Takes the model's columns from the data and decides who is kept. */
export function prepareAnswers(
  data: IndexData,
  plan: Plan,
  scale: IndexModel['scale'],
  missing: MissingRule,
): Prepared | { readonly refusal: IndexRefusal } {
  const given = plan.items.flatMap((item) => data.get(item) ?? []);
  const absent = itemsWhere(plan, (place) => !data.has(plan.items[place] ?? ''));
  if (absent.length > 0) return { refusal: { kind: 'items-missing', items: absent } };
  const rows = given[0]?.length ?? 0;
  const odd = given.findIndex(({ length }) => length !== rows);
  if (odd >= 0) {
    return { refusal: { kind: 'rows-differ', item: plan.items[odd] ?? '', rows: given[odd]?.length ?? 0, expected: rows } };
  }
  const needed = leastAnswers(plan);
  if (rows < needed) return { refusal: { kind: 'too-few-answers', n: rows, needed } };

  const columns = given.map((column) => column.map((value) => onPercent(value, scale)));
  const silent = itemsWhere(plan, (place) => columns[place]?.every(Number.isNaN) ?? true);
  if (silent.length > 0) return { refusal: { kind: 'not-answered', items: silent } };

  const most = missing === 'listwise' ? 0 : Math.max(1, Math.floor(MOST_MISSING * columns.length));
  const lacks = (row: number) => columns.reduce((sum, column) => sum + (Number.isNaN(at(column, row)) ? 1 : 0), 0);
  const kept = Array.from({ length: rows }, (_, row) => row).filter((row) => lacks(row) <= most);
  if (kept.length < needed) return { refusal: { kind: 'too-few-answers', n: kept.length, needed } };

  const table = new Float64Array(kept.length * columns.length);
  for (const [r, row] of sortedByContent(kept, columns).entries()) {
    for (const [c, column] of columns.entries()) table[r * columns.length + c] = at(column, row);
  }
  const items = itemsWhere(plan, () => true).map((item, place) => ({
    ...item,
    replaced: kept.reduce((sum, row) => sum + (Number.isNaN(columns[place]?.[row]) ? 1 : 0), 0),
    offScale:
      given[place]?.reduce((sum, value, row) => sum + (!Number.isNaN(value) && Number.isNaN(columns[place]?.[row]) ? 1 : 0), 0) ?? 0,
  }));
  return { table, n: kept.length, leftOut: { people: rows - kept.length, items } };
}

/** Items, with their construct, whose place passes. */
export function itemsWhere({ items, owner, constructs }: Plan, passes: (place: number) => boolean): ItemOf[] {
  return items.flatMap((item, place) => (passes(place) ? [{ construct: constructs[owner[place] ?? -1]?.name ?? '', item }] : []));
}

/**
 * The fewest people that a model needs: ten times its largest regression, that is the most causes of a construct or the most items of
 * a mode-B construct. Barclay, Higgins & Thompson (1995), Technology Studies 2:285–309. It is a floor below which nothing is told;
 * `answersForWeakPaths` says how many make weak paths show.
 */
export function leastAnswers({ constructs }: Plan): number {
  return 10 * Math.max(...constructs.map(({ mode, places, causes }) => Math.max(causes.length, mode === 'B' ? places.length : 1)));
}

/**
 * How many people make a path as weak as `path` show (5 % level, power 80 %): the inverse square root method of Kock & Hadaya (2018),
 * Information Systems Journal 28:227–261.
 * @param path standardised, 0 < path < 1
 */
export const answersForWeakPaths = (path: number): number => Math.ceil((2.486 / path) ** 2);
