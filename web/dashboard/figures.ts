import type { Paths } from '../browser/api/paths.ts';
import type { AnswerFigures } from './answer-figures.ts';
import type { Days } from './days.ts';

export type Metrics = Paths['/api/metrics']['get']['responses'][200]['content']['application/json'];
export type MetricsItem = Metrics['items'][number];
export type Figures = MetricsItem['figures'];
export type Changes = NonNullable<MetricsItem['changes']>;
export type Change = Changes[keyof Changes];
export type Estimate = NonNullable<Figures['csat']['topTwoBox']>;

/** What only exact counters can tell. */
export type CaseFigures = Pick<Figures, 'cases' | 'service' | 'after' | 'funnel' | 'recovery' | 'times'>;

/** A day, week or month of the trend. Without `figures` it is hidden: single persons could be told from it. */
export interface Step extends Days {
  readonly isPartial: boolean;
  readonly figures?: AnswerFigures | undefined;
}

/** The figures of the page's own days and filters, from wherever they came. */
export interface View {
  readonly days: Days;
  /** Exact, a second or two old; or from column files, about a minute old. */
  readonly source: 'exact' | 'files';
  /** Absent where fewer than `hiddenBelow` answers are left. */
  readonly figures?: AnswerFigures | undefined;
  readonly cases?: CaseFigures | undefined;
  readonly steps: readonly Step[];
  readonly changes?: Changes | undefined;
  readonly previous?: (Days & { readonly figures: AnswerFigures }) | undefined;
  readonly isPartial: boolean;
  /** When it was read. */
  readonly at: string;
  /** Fewer answers give no score. */
  readonly suppressedBelow: number;
}

/** Below this, figures from files are hidden whole. */
export const HIDDEN_BELOW = 5;

/** The NPS as an estimate, where there is one. */
export const npsOf = ({ value, low, high }: AnswerFigures['nps']): Estimate | undefined =>
  value === undefined || low === undefined || high === undefined ? undefined : { value, low, high };

/** A view from an answer of `GET /api/metrics` about one group; none where nothing was counted. */
export function viewOf({ items, from, to, isPartial, at, suppressedBelow }: Metrics): View | undefined {
  const [item] = items;
  if (item === undefined) return undefined;
  const { figures, series: steps = [], previous, changes } = item;
  return { days: { from, to }, source: 'exact', figures, cases: figures, steps, changes, previous, isPartial, at, suppressedBelow };
}
