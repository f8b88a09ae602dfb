import { Interval } from '../charts/interval.tsx';
import type { Metrics, MetricsItem, View } from '../figures.ts';
import { chosenIn } from '../filters.ts';
import { answeredTo, SCORES, type Score, scoreOf } from '../measures.ts';
import { nameOf } from '../names.ts';
import { useGroups } from '../parts/groups.ts';
import { Loaded } from '../parts/loaded.tsx';
import { MarkLink } from '../parts/mark-link.tsx';
import { Panel } from '../parts/panel.tsx';
import { useSight } from '../parts/sight.ts';
import { Verdict } from '../parts/verdict.tsx';
import { say, speech } from '../words.ts';
import { branchesTable, byScore } from './branches-table.ts';

/** Branches beside each other, by the score that was chosen for the trend. */
export function Branches({ view }: { readonly view: View }) {
  const { house } = useSight();
  const [groups, retry] = useGroups('branch');
  if (house.branches.length === 0) return null;
  return (
    <Loaded id="branches" title={say('branches')} loading={groups} onRetry={retry}>
      {(metrics) => <Known metrics={metrics} view={view} />}
    </Loaded>
  );
}

function Known({ metrics, view }: { readonly metrics: Metrics; readonly view: View }) {
  const { house, settings } = useSight();
  const score = scoreOf(settings.measure) ?? SCORES[0];
  if (score === undefined) return null;
  const items = byScore(metrics.items, score);
  const name = (branch: string) => nameOf('branch', branch, house, speech);
  // The mark of all is that of all: with a filter there is none to compare with.
  const all = chosenIn(settings.filters).length === 0 && view.figures ? score.estimate(view.figures)?.value : undefined;
  return (
    <Panel
      id="branches"
      title={say('branchesBy', { measure: say('measureName', { measure: score.id }) })}
      lead={say('branchesLead')}
      table={branchesTable({ items, days: metrics, name }, speech)}
      isUnfiltered
    >
      <ul class="rows">
        {items.map((item) => (
          <Branch key={item.value} item={item} name={name(item.value)} {...{ score, metrics, all }} />
        ))}
      </ul>
    </Panel>
  );
}

interface BranchProps {
  readonly item: MetricsItem;
  readonly name: string;
  readonly score: Score;
  readonly metrics: Metrics;
  readonly all: number | undefined;
}

function Branch({ item: { value, figures, changes }, name, score, metrics, all }: BranchProps) {
  const { unit, min, max } = score;
  const estimate = score.estimate(figures);
  const n = score.n(figures);
  const words = estimate
    ? say('valueAndRange', { value: speech.text(estimate.value, unit), range: speech.range(estimate.low, estimate.high, unit), n })
    : say('fewerThanOf', { count: metrics.suppressedBelow, n });
  const mark = { from: metrics.from, to: metrics.to, branch: value, ...answeredTo(score.id) };
  return (
    <li>
      <p class="name">{n === 0 ? name : <MarkLink mark={mark}>{name}</MarkLink>}</p>
      {estimate ? <Interval estimate={estimate} unit={unit} min={min} max={max} mark={all} /> : <span />}
      <p>{words}</p>
      {estimate && <Verdict change={changes?.[score.change]} unit={unit} />}
    </li>
  );
}
