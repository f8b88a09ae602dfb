import { type Estimate, meanOf, momentsOf } from '../../metrics/interval.ts';
import { type Measured, measured, type Refusal, refused } from './figure.ts';
import { numberOf } from './person-values.ts';
import { isFit, type Replies, readPair, type Scale, sift } from './reply.ts';

export const QUADRANTS = ['keep-up', 'concentrate', 'low-priority', 'overkill'] as const;
/** High and high; important and poor; neither; good at what matters little. */
export type Quadrant = (typeof QUADRANTS)[number];

/** Where the two lines are drawn. `means`: through the mean of the items; `midpoints`: through the middle of each scale. */
export type Crosshair = 'means' | 'midpoints';

export interface ImportancePerformanceOptions {
  readonly importance: Scale;
  readonly performance: Scale;
  readonly crosshair: Crosshair;
}

/** One item's means on the two scales as asked, of the persons who answered both. */
export interface PlacedItem {
  readonly importance: Estimate;
  readonly performance: Estimate;
  readonly quadrant: Quadrant;
  /** False where either interval touches a line: "not clearly" in its quadrant. */
  readonly isClear: boolean;
}

/** Where the lines were drawn. */
interface Lines {
  readonly importance: number;
  readonly performance: number;
}

export type ImportancePerformanceFigures =
  | Refusal
  | {
      readonly kind: 'measured';
      readonly crosshair: Lines & { readonly by: Crosshair };
      readonly items: readonly { readonly id: string; readonly result: Measured<PlacedItem> }[];
    };

/** Means of fewer items than two say nothing about what is more important. */
const NEEDED_ITEMS = 2;

/**
 * Importance–performance analysis (R14, R23). Martilla & James (1977), Journal of Marketing 41(1):77–79. Replies are named `<item>.importance` and
 * `<item>.satisfaction`. The lines are taken as drawn: with `means` they have a little uncertainty of their own that is not in the verdict.
 */
export function importancePerformance(
  people: readonly Replies[],
  items: readonly string[],
  options: ImportancePerformanceOptions,
): ImportancePerformanceFigures {
  const { importance: wanted, performance: given, crosshair } = options;
  if (!isFit(wanted) || !isFit(given)) return refused('unfit-scale', 0);
  const means = items.map((id) => ({ id, result: meansOf(people, id, wanted, given) }));
  const found = means.flatMap(({ result }) => (result.kind === 'measured' ? [result] : []));
  if (crosshair === 'means' && found.length < NEEDED_ITEMS) return refused('too-few-items', found.length, {}, NEEDED_ITEMS);
  const lines =
    crosshair === 'means'
      ? { importance: middle(found.map((of) => of.importance.value)), performance: middle(found.map((of) => of.performance.value)) }
      : { importance: (wanted.min + wanted.max) / 2, performance: (given.min + given.max) / 2 };
  return {
    kind: 'measured',
    crosshair: { by: crosshair, ...lines },
    items: means.map(({ id, result }) => ({ id, result: result.kind === 'refused' ? result : { ...result, ...place(result, lines) } })),
  };
}

type Means = Pick<PlacedItem, 'importance' | 'performance'>;

function meansOf(people: readonly Replies[], id: string, wanted: Scale, given: Scale): Measured<Means> {
  const pairs = sift(people, (person) =>
    readPair(numberOf(person, `${id}.importance`, wanted), numberOf(person, `${id}.satisfaction`, given)),
  );
  return measured(pairs, (kept) => ({
    importance: meanOf(momentsOf(kept.map(([said]) => said)), wanted.min, wanted.max),
    performance: meanOf(momentsOf(kept.map(([, said]) => said)), given.min, given.max),
  }));
}

const middle = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function place(item: Means, lines: Lines): Pick<PlacedItem, 'quadrant' | 'isClear'> {
  const isImportant = item.importance.value >= lines.importance;
  const isGood = item.performance.value >= lines.performance;
  const isClear = isBeside(item.importance, lines.importance) && isBeside(item.performance, lines.performance);
  if (isImportant) return { quadrant: isGood ? 'keep-up' : 'concentrate', isClear };
  return { quadrant: isGood ? 'overkill' : 'low-priority', isClear };
}

const isBeside = ({ low, high }: Estimate, line: number) => low > line || high < line;
