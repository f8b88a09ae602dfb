import { useState } from 'preact/hooks';
import { tierWords } from '../../../shared/domain/words.ts';
import { api, ask } from '../../browser/api/client.ts';
import type { Paths } from '../../browser/api/paths.ts';
import { useSeat } from '../seat.ts';
import { language, say } from '../words.ts';
import { Listing } from './listing.tsx';
import { useAction } from './use-action.ts';
import { usePages } from './use-pages.ts';

type Call = Paths['/api/calls']['get']['responses'][200]['content']['application/json']['items'][number];

/** Customers who are to be called by plan, the longest due first. */
export function CallsPage() {
  const pages = usePages('calls', (cursor, signal) =>
    ask(api.GET('/api/calls', { params: { query: { limit: 25, ...(cursor !== undefined && { cursor }) } }, signal })),
  );
  return (
    <Listing
      title={say('title-calls')}
      about={say('about-calls')}
      none={say('none-calls')}
      loading={pages.loading}
      isEmpty={pages.items.length === 0}
      onRetry={pages.retry}
      onMore={pages.more}
    >
      <ul class="sheets">
        {pages.items.map((call) => (
          <CallItem key={call.customerKey} call={call} />
        ))}
      </ul>
    </Listing>
  );
}

function CallItem({ call: { customerKey, nextCallOn, name, phone, tier, branch, openCases } }: { readonly call: Call }) {
  const { told } = useSeat();
  return (
    <li>
      <p class="facts">
        <a href={`/desk/customers/${customerKey}`}>
          <bdi>{name ?? say('nameless')}</bdi>
        </a>
        {phone !== undefined && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}
        <span>{tierWords[tier][language]}</span>
        {branch !== undefined && <span>{told.name('branches', branch)}</span>}
        <span>
          {say('callDue')} <time dateTime={nextCallOn}>{nextCallOn}</time>
        </span>
      </p>
      {openCases.length > 0 ? <p class="hint">{say('callHasCase')}</p> : <Called customerKey={customerKey} />}
    </li>
  );
}

function Called({ customerKey }: { readonly customerKey: string }) {
  const [note, setNote] = useState('');
  const [isDone, setDone] = useState(false);
  const { run, isBusy, issue } = useAction();
  if (isDone) return <p role="status">{say('callNoted')}</p>;
  const mark = (outcome: 'reached' | 'not-reached') =>
    run(async () => {
      await ask(
        api.POST('/api/customers/{key}/called', {
          params: { path: { key: customerKey } },
          body: { outcome, ...(note.trim() !== '' && { note: note.trim() }) },
        }),
      );
      setDone(true);
    });
  return (
    <div class="judge">
      <label>
        <span class="unseen">{say('callNote')}</span>
        <input
          type="text"
          dir="auto"
          maxLength={500}
          placeholder={say('callNote')}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
      <button type="button" disabled={isBusy} onClick={() => void mark('reached')}>
        {say('callReached')}
      </button>
      <button type="button" disabled={isBusy} onClick={() => void mark('not-reached')}>
        {say('callMissed')}
      </button>
      {issue}
    </div>
  );
}
