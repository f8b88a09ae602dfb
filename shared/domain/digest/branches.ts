import { compareBranches } from '../analytics/branches/branches.ts';
import { share } from '../analytics/sample.ts';
import type { Language, Localized } from '../language.ts';
import { type Change, changeOf, figuresOf, isReportable } from '../metrics/figures.ts';
import type { Estimate } from '../metrics/interval.ts';
import { emptyTally } from '../metrics/tally.ts';
import type { PeriodFigures } from './input.ts';

/** One branch beside the others, and against itself in the period before. */
export interface BranchStanding {
  readonly id: string;
  readonly name: string;
  /** CSAT answers; absent where nothing of the branch may be shown, for it, or what is left of the house without it, is too small (R20). */
  readonly n?: number | undefined;
  /** Absent where too few answers stand behind it. */
  readonly satisfied?: Estimate | undefined;
  /** Drawn towards the mean of all branches: the best guess of what it is in truth. */
  readonly shrunk?: Estimate | undefined;
  readonly change?: Change | undefined;
  /** Against all others, beyond chance, all comparisons together; absent where it was not compared. */
  readonly standing?: Standing | undefined;
}
export type Standing = 'below' | 'above' | 'like-others';

interface Branch {
  readonly id: string;
  readonly name: Localized;
}

const STANDINGS = { worse: 'below', better: 'above', 'not-distinguishable': 'like-others' } as const;
const ORDER: readonly (Standing | undefined)[] = ['below', 'above', 'like-others', undefined];

/**
 * Branches as `compareBranches` tells them apart (R20): those that stand out first, the others in the order of the config, since an order by chance
 * would be read as a ranking. Empty where there are not two to compare.
 */
export function branchStandings(
  branches: readonly Branch[],
  now: PeriodFigures,
  before: PeriodFigures | undefined,
  language: Language,
): BranchStanding[] {
  const tallyOf = (figures: PeriodFigures | undefined, id: string) => figures?.tallies.get(`branch#${id}`) ?? emptyTally;
  const csatOf = (figures: PeriodFigures | undefined, id: string) => figuresOf(tallyOf(figures, id)).csat;
  const samples = branches.map(({ id }) => ({ name: id, sample: share(tallyOf(now, id).csatTop2, csatOf(now, id).n) }));
  const compared = compareBranches(
    samples.filter(({ sample }) => sample.n > 0),
    { kind: 'share', better: 'high' },
  );
  if (compared.kind === 'refused') return [];
  const found = new Map(compared.branches.map((branch) => [branch.name, branch]));
  return branches
    .filter(({ id }) => csatOf(now, id).n > 0)
    .map(({ id, name }): BranchStanding => {
      const figure = found.get(id);
      if (figure === undefined) return { id, name: name[language] };
      const { n, shrunk, verdict } = figure;
      if (!isReportable(n)) return { id, name: name[language], n };
      const satisfied = csatOf(now, id).topTwoBox;
      const change = changeOf(satisfied, csatOf(before, id).topTwoBox);
      return { id, name: name[language], n, satisfied, shrunk, change, standing: STANDINGS[verdict] };
    })
    .sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing));
}
