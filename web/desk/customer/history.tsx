import { useState } from 'preact/hooks';
import { api, ask } from '../../browser/api/client.ts';
import type { Paths } from '../../browser/api/paths.ts';
import { useLoading } from '../../browser/loading.ts';
import { Busy, Fault } from '../../browser/parts/states.tsx';
import { STATES } from '../../sheet/words.ts';
import { LongText } from '../long-text.tsx';
import { Moment } from '../time.tsx';
import { language, say } from '../words.ts';

type Item = Paths['/api/customers/{key}/history']['get']['responses'][200]['content']['application/json']['items'][number];

interface HistoryProps {
  readonly customerKey: string;
  /** The case that it stands beside: it is not told again there. */
  readonly but?: string | undefined;
  readonly limit: number;
}

/** What a person said and what became of it, the newest first. */
export function History({ customerKey, but, limit }: HistoryProps) {
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  return (
    <>
      {cursors.map((cursor, i) => (
        <HistoryPart
          key={cursor ?? ''}
          {...{ customerKey, but, limit, cursor }}
          onMore={i === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
        />
      ))}
    </>
  );
}

interface PartProps extends HistoryProps {
  readonly cursor: string | undefined;
  readonly onMore: ((cursor: string) => void) | undefined;
}

function HistoryPart({ customerKey, but, limit, cursor, onMore }: PartProps) {
  const [loading, retry] = useLoading(`history ${customerKey} ${cursor}`, (signal) =>
    ask(
      api.GET('/api/customers/{key}/history', {
        params: { path: { key: customerKey }, query: { limit, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );
  if (loading.data === undefined) return loading.state === 'failed' ? <Fault fault={loading.fault} onRetry={retry} /> : <Busy />;
  const { items, cursor: next } = loading.data;
  const shown = items.filter(
    (item) =>
      !(item.kind === 'case' && item.case.number === but) &&
      !(item.kind === 'feedback' && item.feedback.caseNumber === but && but !== undefined),
  );
  return (
    <>
      {shown.length === 0 && next === undefined && cursor === undefined && <p class="soft">{say('noHistory')}</p>}
      <ul class="history">
        {shown.map((item) => (
          <li key={item.kind === 'case' ? item.case.number : item.feedback.id}>
            <Happened item={item} />
          </li>
        ))}
      </ul>
      {next !== undefined && onMore !== undefined && (
        <button type="button" onClick={() => onMore(next)}>
          {say('showMore')}
        </button>
      )}
    </>
  );
}

function Happened({ item }: { readonly item: Item }) {
  if (item.kind === 'case') {
    const { number, state } = item.case;
    return (
      <>
        <a href={`/desk/cases/${number}`}>{say('case', { number })}</a> <span class="badge">{STATES[state][language]}</span>
        <p class="soft">
          <Moment at={item.at} />
        </p>
      </>
    );
  }
  const { id, comment, subject, score } = item.feedback;
  const text = comment ?? subject;
  return (
    <>
      <a href={`/desk/feedback/${id}`}>{say('feedback')}</a>{' '}
      {score !== undefined && <span class="badge">{say('ofHundred', { n: Math.round(score) })}</span>}
      <p class="soft">
        <Moment at={item.at} />
      </p>
      {text !== undefined && <LongText text={text} isQuote={true} />}
    </>
  );
}
