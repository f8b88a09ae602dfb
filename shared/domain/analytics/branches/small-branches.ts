import { plus, type Sample, SMALL_GROUP } from '../sample.ts';

export interface Branch {
  readonly name: string;
  readonly sample: Sample;
}

/** Branches that are shown, and those that are one group only. */
export interface Shown {
  readonly shown: readonly Branch[];
  /** Absent where no branch is small. */
  readonly others?: { readonly names: readonly string[]; readonly sample: Sample };
}

/**
 * Branches of fewer than 5 answers are never shown, in no form (R20). They are taken together as "others"; and as the house's total less the branches
 * shown gives the others, there are at least two of them with answers and 5 answers: the next smallest branch joins until it is so. A branch
 * without any answer is among them by name only.
 */
export function withoutSmall(branches: readonly Branch[]): Shown {
  const bySize = [...branches].sort((a, b) => a.sample.n - b.sample.n || (a.name < b.name ? -1 : 1));
  let together = bySize.filter(({ sample }) => sample.n < SMALL_GROUP).length;
  if (together === 0) return { shown: byName(bySize) };
  const sumOf = () =>
    bySize
      .slice(0, together)
      .map(({ sample }) => sample)
      .reduce(plus);
  const peopled = () => bySize.slice(0, together).filter(({ sample }) => sample.n > 0).length;
  while (together < bySize.length && peopled() > 0 && (sumOf().n < SMALL_GROUP || peopled() < 2)) together += 1;
  const names = bySize
    .slice(0, together)
    .map(({ name }) => name)
    .sort();
  return { shown: byName(bySize.slice(together)), others: { names, sample: sumOf() } };
}

const byName = (branches: readonly Branch[]) => [...branches].sort((a, b) => (a.name < b.name ? -1 : 1));
