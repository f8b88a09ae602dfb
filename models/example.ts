import type { Flag, Intent, SentimentLabel, Topic } from '../shared/domain/understand/understanding.ts';

/** A text to learn from or to measure by, with what its source says of it. What a source does not say is absent: it teaches nothing there. */
export interface Example {
  readonly text: string;
  readonly language: 'en' | 'zh';
  readonly source: string;
  /** Who wrote it, where, or on what question; texts of one group are never on both sides of a split by group. */
  readonly group: string;
  readonly isHeldOut: boolean;
  /** How much it counts in training beside the others. */
  readonly weight: number;
  readonly sentiment?: SentimentLabel | undefined;
  /** `covered` are the topics that the source would name where they occur. */
  readonly topics?: { readonly named: ReadonlySet<Topic>; readonly covered: ReadonlySet<Topic> } | undefined;
  readonly intent?: Intent | undefined;
  readonly flags?: readonly Flag[] | undefined;
  /** Severity 3 or 4: must somebody see to it before the others? */
  readonly isSerious?: boolean | undefined;
  /** Criticality of −3 or worse on the scale −5 … 5 of the NHS comments. */
  readonly isCritical?: boolean | undefined;
}
