import { Bars } from '../charts/bars.tsx';
import type { Metrics, MetricsItem } from '../figures.ts';
import { nameOf } from '../names.ts';
import { useGroups } from '../parts/groups.ts';
import { Loaded } from '../parts/loaded.tsx';
import { MarkLink } from '../parts/mark-link.tsx';
import { Panel } from '../parts/panel.tsx';
import { useSight } from '../parts/sight.ts';
import { Verdict } from '../parts/verdict.tsx';
import { say, speech } from '../words.ts';
import { namedTopics, topicMark, topicsTable } from './topics-table.ts';

/** What people speak about, how much of it is against us, and whether those who name it became more content. */
export function Topics() {
  const [groups, retry] = useGroups('topic');
  return (
    <Loaded id="topics" title={say('topics')} loading={groups} onRetry={retry}>
      {(metrics) => <Known metrics={metrics} />}
    </Loaded>
  );
}

function Known({ metrics }: { readonly metrics: Metrics }) {
  const { house } = useSight();
  const items = namedTopics(metrics.items);
  const name = (topic: string) => nameOf('topic', topic, house, speech);
  const most = Math.max(1, ...items.map(({ figures }) => figures.n));
  const table = items.length === 0 ? undefined : topicsTable({ items, days: metrics, name }, speech);
  return (
    <Panel id="topics" title={say('topics')} lead={say('topicsLead')} table={table} isUnfiltered>
      {items.length === 0 && <p class="remark">{say('noTopics')}</p>}
      <ul class="topics">
        {items.map((item) => (
          <Topic key={item.value} item={item} name={name(item.value)} most={most} metrics={metrics} />
        ))}
      </ul>
    </Panel>
  );
}

interface TopicProps {
  readonly item: MetricsItem;
  readonly name: string;
  readonly most: number;
  readonly metrics: Metrics;
}

function Topic({ item: { value, figures, changes }, name, most, metrics }: TopicProps) {
  const mark = topicMark(value, metrics);
  const { n, sentiment, csat } = figures;
  const bar = { key: value, label: name, amount: say('saidTimes', { n }), length: n / most, part: sentiment.negative / most } as const;
  const { topTwoBox: satisfied } = csat;
  return (
    <li>
      <Bars name={name} bars={[{ ...bar, tone: 'plain', mark }]} />
      <div class="facts">
        {sentiment.negative > 0 && mark && (
          <MarkLink mark={{ ...mark, sentiment: 'negative' }} label={say('againstOf', { n: sentiment.negative, name })}>
            {say('againstTimes', { n: sentiment.negative })}
          </MarkLink>
        )}
        <span>
          {satisfied
            ? say('satisfiedOf', {
                value: speech.text(satisfied.value, 'share'),
                range: speech.range(satisfied.low, satisfied.high, 'share'),
                n: csat.n,
              })
            : say('fewerThanOf', { count: metrics.suppressedBelow, n: csat.n })}
        </span>
        {satisfied && <Verdict change={changes?.satisfied} unit="share" />}
      </div>
    </li>
  );
}
